/* SPDX-License-Identifier: MIT
 *
 * The filter language of gridline-filter(7): text to tree. One parser for the console, the export
 * and saved views; the store turns the tree into parameters. Grammar:
 *   filter  = and { "or" and }          and  = unary { unary }
 *   unary   = "-" unary | "(" filter ")" | term
 *   term    = word | field ":" value{","value} | field (">="|"<="|">"|"<"|"=") value
 * A word or value in double quotes may hold anything; \" and \\ inside it are themselves.
 */
#ifndef GRIDLINE_MODEL_FILTER_H
#define GRIDLINE_MODEL_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "model/column.h"
#include "model/terms.h"

enum filter_kind {
	FILTER_AND, /* children, at least one */
	FILTER_OR,
	FILTER_NOT,  /* one child */
	FILTER_WORD, /* values[0] is looked for in reference, name and alias */
	FILTER_TEST, /* field op values */
};

enum filter_op { FILTER_IS, FILTER_LT, FILTER_LE, FILTER_GT, FILTER_GE };

enum filter_type {
	FILTER_TYPE_TEXT, /* a part of the text, any case */
	FILTER_TYPE_TERM, /* a code of the reference tables: struct filter_field.vocabulary */
	FILTER_TYPE_NUMBER,
	FILTER_TYPE_DATE,   /* 2022-12-01, today, or 14d: so many days ago (last>14d: longer ago) */
	FILTER_TYPE_FLAG,   /* yes, no */
	FILTER_TYPE_CHANGE, /* up, down, new, same */
	FILTER_TYPE_IS,	    /* new, stale, mine, open, closed, any, restricted, unscored */
	FILTER_TYPE_HAS,    /* overdue, taskings, groups, imports, numbers, lro */
};

/* What may stand before the colon. The table is in filter_field.c, in the order of the manual. */
struct filter_field {
	const char *name;  /* "npu" */
	const char *alias; /* another name ("export_npu"), or NULL */
	enum filter_type type;
	unsigned listings;	    /* bit 1 << LISTING_x for each listing that knows it */
	enum vocabulary vocabulary; /* of a TERM; VOCABULARY_COUNT otherwise */
	int column;		    /* index in the listing's table, -1 if none */
	const char *help;	    /* one line, for completion and the manual */
};
const struct filter_field *filter_fields(size_t *n);
const struct filter_field *filter_field_find(enum listing listing, const char *name, size_t len);
/* The fixed words a field takes (IS, HAS, CHANGE, FLAG): NULL-terminated; NULL for the others. */
const char *const *filter_field_words(const struct filter_field *field);

struct filter_value {
	char *text;	/* as typed, unquoted, never NULL */
	size_t at, len; /* where in the source, in bytes */
	double number;	/* of a NUMBER */
	date_days date; /* of a DATE given as a date, else DATE_NONE */
	int days;	/* of a DATE given as so many days ago, else -1 */
};

struct filter {
	enum filter_kind kind;
	enum filter_op op;
	const struct filter_field *field; /* of a TEST */
	struct filter_value *values;
	size_t nvalues;
	struct filter **children;
	size_t nchildren;
};

struct filter_error {
	size_t at, len;	    /* the part of the source at fault, in bytes; at may be its end */
	struct error error; /* what is wrong, and what would do */
};

/* Parse source for a listing. True with *out set (NULL for an empty filter: everything open), the
 * caller frees it with filter_free(); false with *err filled and *out NULL. */
bool filter_parse(
    enum listing listing, const char *source, struct filter **out, struct filter_error *err);

/* Hold the values of TERM fields against the reference tables; false names the nearest known. */
bool filter_check(const struct filter *filter, const struct terms *terms, struct filter_error *err);

/* Does the tree say itself which lines by their being open or closed (is:open|closed|any or
 * status:)? If not, the listing holds the open ones only. */
bool filter_names_state(const struct filter *filter);

/* Back to text that parses to the same tree, in its shortest form; the caller frees it. */
char *filter_text(const struct filter *filter);

void filter_free(struct filter *filter); /* NULL allowed */

/* What could stand at byte `at` of source: field names, operators, words, codes. The items are
 * whole replacements for source[from..at); the caller frees with filter_completion_free(). */
struct filter_completion {
	size_t from;
	char **items;	   /* what to insert */
	const char **help; /* one line each, or "" ; not owned */
	size_t n;
};
void filter_complete(enum listing listing, const char *source, size_t at, const struct terms *terms,
    struct filter_completion *out);
void filter_completion_free(struct filter_completion *c);

#endif
