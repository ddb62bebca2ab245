/* SPDX-License-Identifier: MIT
 *
 * A form of many fields that is filled in by keys. It knows no policing and asks nobody: its owner
 * says which fields there are, what they can be completed to and what is wrong with them.
 *
 * form(3) has fields of a fixed size in a window, no sanitiser on what is typed (see line_edit.h,
 * which single lines stand on), no completion, no place for what is wrong with a field, and takes a
 * paste for keys that were pressed.
 *
 *   Tab Down, S-Tab Up   next field, field before    PgDn PgUp   by a screenful of fields
 *   Enter   next field; in a block a new line        C-s F2   submit         Esc   leave
 *   FORM_BLOCK            Up and Down move within it and leave it at its edges; block_edit.h
 *   FORM_CHOICE, _LIST    typing narrows the menu of choices (those that begin with it first) and
 *                         opens it, as C-n and C-p do: Up, Down walk it, Enter takes the marked one
 *                         and goes on, Tab takes it and stays, Esc closes the menu
 *   FORM_FLAG             Space turns it, y and n set it, Backspace empties what may be empty
 *   FORM_SCALE            a digit, or Left and Right, set it; Backspace empties it
 *   a folded section      Enter, Space, Right open it; so does what is typed, into its first field
 *   C-o   to the next folded section, open
 * The wheel scrolls until the next key; a press puts the focus on a field.
 */
#ifndef GRIDLINE_TERM_FORM_H
#define GRIDLINE_TERM_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "term/screen.h"

enum form_kind {
	FORM_TEXT,   /* one line */
	FORM_BLOCK,  /* several lines */
	FORM_CHOICE, /* one of the choices */
	FORM_LIST,   /* several of them, separated by "; " */
	FORM_FLAG,   /* "yes", "no", or "" while it is not said */
	FORM_SCALE,  /* "0" to "9", each with its wording, or "" */
};

#define FORM_SCALE_MOST 9
#define FORM_VALUE_MOST 262144 /* bytes of one value; what goes beyond is not taken */

struct form_field {
	const char *name;	  /* the owner's, unique in the form */
	const char *label, *help; /* help: a sentence or two, shown at the foot; "" for none */
	const char *section;	  /* heading above the first field of each; "" for none */
	enum form_kind kind;
	bool required; /* shown by a sign after the label */
	/* Characters, for the counter of blocks (0: none); more are still taken, for what was typed
	 * is not lost: the owner says that it is too long. Of a scale the highest value. */
	size_t max;
	bool folded; /* of a section, all or none: its heading alone, until it is wanted */
};

struct form;

/* Texts given to a form are copied, and cleaned. title: in the first row, NULL for none. */
struct form *form_new(const char *title);
void form_free(struct form *f); /* NULL allowed */
/* value NULL: "". In a block its tabs become blanks, in a line they are shown as ^I. */
void form_add(struct form *f, const struct form_field *field, const char *value);

/* Fields are numbered from 0 in the order they were added; i is always below form_count(). */
size_t form_count(const struct form *f);
const char *form_name(const struct form *f, size_t i);
long form_find(const struct form *f, const char *name);		  /* -1 if there is none */
const char *form_value(const struct form *f, size_t i);		  /* valid until its next change */
void form_set_value(struct form *f, size_t i, const char *value); /* not told as typed */
/* Does the value differ from that of form_add(), or of form_set_base() since? */
bool form_changed(const struct form *f, size_t i);
void form_set_base(struct form *f, size_t i, const char *value);

size_t form_focus(const struct form *f);
void form_set_focus(struct form *f, size_t i);
/* A section is open for good once the focus is set into it, one of its fields gets a text, or
 * something is wrong with one. */
void form_open(struct form *f, size_t i);
bool form_folded(const struct form *f, size_t i);

/* All that a FORM_CHOICE or FORM_LIST can be completed to: n texts, each with help ("" or NULL;
 * helps may be NULL). Typed text that is none of them stays: the owner says what is wrong. */
void form_set_choices(
    struct form *f, size_t i, const char *const *texts, const char *const *helps, size_t n);
/* What a value of a FORM_SCALE means; beyond its highest value nothing. */
void form_set_wording(struct form *f, size_t i, size_t value, const char *text);
/* What is wrong, shown right below the field; NULL: nothing is. */
void form_set_error(struct form *f, size_t i, const char *text);
/* Beside the value where there is room, else below it ("was 3 on 12 Nov"); NULL for none. */
void form_set_note(struct form *f, size_t i, const char *text);
/* The last row ("draft saved 10:12"); NULL for none, which gives the row back to the fields. */
void form_set_foot(struct form *f, const char *text, enum style style);

enum form_result {
	FORM_UNUSED, /* no key of the form's */
	FORM_MOVED,  /* only to be drawn anew */
	FORM_EDITED, /* another value in the field form_edited(); of a paste told at its end */
	FORM_SUBMIT, /* values are as they stand: form_value() */
	FORM_LEFT
};
enum form_result form_key(struct form *f, const struct key *key);
/* Of the last FORM_EDITED: the focus may have gone on from it. */
size_t form_edited(const struct form *f);

/* Mouse presses count from where it was drawn last. full: the region was cleared or moved. */
void form_draw(struct form *f, struct region r, bool full);

#endif
