/* SPDX-License-Identifier: MIT
 *
 * A step is one thing a person may do to a record: edit a line, propose a score, ratify an outcome.
 * The database keeps them (ref.step): which there are, who may, what fields they want; one form
 * screen and one command take any of them, so that a new step needs nothing here.
 *
 * Each of these owns its texts, which are clean, and is freed by its own function.
 */
#ifndef GRIDLINE_MODEL_STEP_H
#define GRIDLINE_MODEL_STEP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/date.h"

#define STEP_OP_SIZE 37 /* of an operation key: base/uuid.h */

enum step_shape {
	STEP_REFERENCE, /* letters, digits and . _ / - */
	STEP_TEXT,
	STEP_BLOCK, /* several lines */
	STEP_TEXTS, /* several, separated by ';' */
	STEP_TERM,  /* one of the choices */
	STEP_TERMS,
	STEP_GROUPS,
	STEP_DATE, /* a day that is not to come */
	STEP_DAY,
	STEP_FLAG, /* yes or no */
	STEP_NUMBER,
	STEP_SCALE, /* 0 to max; a choice for each value words it */
	STEP_PHONES,
	STEP_SHAPE_COUNT
};

struct step_choice {
	char *text, *help;
};

struct step_field {
	char *name, *section, *label, *help;
	enum step_shape shape;
	bool required;
	long max;    /* characters; of numbers and scales the highest value */
	char *value; /* what stands in the database */
	char *note;  /* what to see beside it: "was 3 on 2022-11-16" */
	char *draft; /* what was typed before and not saved; NULL without a draft */
	struct step_choice *choices;
	size_t nchoices;
};

struct step_form {
	char *label, *help; /* of the step */
	char *record;	    /* what it is done to: "WM22-0001 Double Kettle" */
	long version;	    /* of the record, to be handed back */
	bool previewed;	    /* the database tells what it would do */
	char *draft_at;	    /* when the draft was saved, "" if there is none */
	long draft_version; /* the version it began from */
	struct step_field *fields;
	size_t n;
};

/* What can be done to a record, in the order of menus. */
struct step_offer {
	char *step, *label, *help;
	char *blocked; /* why not now, "" if it can be done */
};
struct step_offers {
	struct step_offer *items;
	size_t n;
};

/* What is typed into a form: a name and a value each. */
struct step_cells {
	const char *const *names, *const *values;
	size_t n;
};

/* A step to be taken: read only during the call. */
struct step_taking {
	const char *step, *id; /* id NULL: it makes a record */
	long version;
	struct step_cells cells;
	const char *op; /* a new key; the same one when it is tried again */
};

/* The same step on many records, each of which is acted on or refused by itself. */
struct step_many_taking {
	const char *step;
	const char *const *ids;
	const long *versions; /* NULL, or one below 0: whatever it is by now */
	size_t n;
	struct step_cells cells;
	const char *op;
};

struct step_done {
	char id[37]; /* of the record */
	char *ref, *said;
	long version;
	bool repeated; /* it had been done before */
};

/* What became of each, or would: done, or refused with the reason; open as long as what is typed
 * will not do. */
enum step_fate { STEP_DONE, STEP_REFUSED, STEP_OPEN, STEP_FATES };
struct step_result {
	char id[37];
	char *ref, *said;
	enum step_fate fate;
};
struct step_results {
	struct step_result *items;
	size_t n, of[STEP_FATES]; /* how many of each */
};

/* By the database's name of a shape; STEP_TEXT for one that is not known here. */
enum step_shape step_shape_find(const char *name);

/* What the field alone can tell while it is typed, in the words of the database ("is empty"); false
 * and *reason untouched if nothing is wrong. today: DATE_NONE if not known. A field that is still
 * empty is at fault only if `whole`. */
bool step_fault(
    const struct step_field *f, const char *value, date_days today, bool whole, struct buf *reason);

/* "name: reason" a line, as refusals carry them: the reason for a field, appended to *reason. */
bool step_fault_find(const char *detail, const char *name, struct buf *reason);

/* Append a field whose members are copied from f; choices: a line each, text TAB help. */
void step_form_add(struct step_form *form, const struct step_field *f, const char *choices);
void step_form_free(struct step_form *form);	   /* the form itself, too; NULL allowed */
void step_offers_free(struct step_offers *offers); /* the same */
void step_done_free(struct step_done *done);	   /* the same */
/* All but id are copied. */
void step_results_add(
    struct step_results *r, const char *id, const char *ref, const char *said, enum step_fate fate);
void step_results_free(struct step_results *r); /* the same */

#endif
