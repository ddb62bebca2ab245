/* SPDX-License-Identifier: MIT
 *
 * A form of many fields that is filled in by keys. It knows no policing and asks nobody: its owner
 * says which fields there are, what they can be completed to and what is wrong with them.
 *
 * form(3) has fields of a fixed size in a window, no completion, no place for what is wrong with a
 * field, no history of deletions and no paste marks, and lets through what the sanitiser shows (see
 * line_edit.h, which each field stands on).
 *
 *   Tab Enter Down, S-Tab Up   next field, field before   PgDn, PgUp   by a screenful
 *   C-s F2   submit            Esc   close the choices, then leave
 * In a block Enter is a new line and Up and Down stay within it while they can. A field with
 * choices shows those that hold what is typed: C-n and C-p (once something is typed Down and Up,
 * too) walk through them, Enter and Tab take one. A flag is y, n or Space, a scale a digit or Left
 * and Right; Backspace empties both.
 */
#ifndef GRIDLINE_TERM_FORM_H
#define GRIDLINE_TERM_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "term/screen.h"

enum form_kind {
	FORM_TEXT,
	FORM_BLOCK,  /* several lines */
	FORM_CHOICE, /* one of the choices */
	FORM_LIST,   /* several of them, separated by ';' */
	FORM_FLAG,   /* yes or no */
	FORM_SCALE,  /* 0 to max, each value with its wording */
};

struct form_field {
	const char *name; /* the owner's, unique in the form */
	const char *label, *help;
	const char *section; /* heading above the first field of each; "" for none */
	enum form_kind kind;
	bool required; /* shown by a sign behind the label */
	size_t max;    /* characters, for the counter of blocks; of a scale the highest value */
};

struct form;

struct form *form_new(void);
void form_free(struct form *f); /* NULL allowed */
/* All texts are copied; the value is cleaned as typed text is. */
void form_add(struct form *f, const struct form_field *field, const char *value);
size_t form_count(const struct form *f);
const char *form_name(const struct form *f, size_t i);
const char *form_value(const struct form *f, size_t i); /* valid until the next change of it */
void form_set_value(struct form *f, size_t i, const char *value);
size_t form_focus(const struct form *f);
void form_set_focus(struct form *f, size_t i);

/* What a FORM_CHOICE or FORM_LIST can be completed to: n texts, each with help ("" or NULL). */
void form_set_choices(
    struct form *f, size_t i, const char *const *texts, const char *const *helps, size_t n);
/* When to give a value of a FORM_SCALE; values from 0 upwards, in order. */
void form_add_wording(struct form *f, size_t i, const char *text);
/* What is wrong, shown below the field; NULL: nothing is. */
void form_set_error(struct form *f, size_t i, const char *text);
/* Shown beside the value where there is room, else below it; NULL for none. */
void form_set_note(struct form *f, size_t i, const char *text);

enum form_result {
	FORM_UNUSED,
	FORM_MOVED,  /* only to be drawn anew */
	FORM_EDITED, /* the value of the field form_edited() */
	FORM_SUBMIT,
	FORM_LEFT
};
enum form_result form_key(struct form *f, const struct key *key);
size_t form_edited(const struct form *f);

/* The last row is the help of the field in focus. full: the region was cleared or moved. */
void form_draw(struct form *f, struct region r, bool full);

#endif
