/* SPDX-License-Identifier: MIT
 *
 * The inside of a form, for form.c (fields), form_key.c (keys), form_draw.c (what is shown) and
 * form_lines.c (how a block is broken into lines).
 */
#ifndef GRIDLINE_TERM_FORM_IMPL_H
#define GRIDLINE_TERM_FORM_IMPL_H

#include "term/form.h"
#include "term/line_edit.h"

#define FORM_MENU_ROWS 6 /* choices shown at a time */

struct form_choice {
	char *text, *help;
};

struct form_item {
	char *name, *label, *help, *section;
	char *base; /* what form_changed() compares with */
	enum form_kind kind;
	bool required;
	size_t max;
	struct line_edit *edit;
	char *error, *note; /* NULL for none */
	struct form_choice *choices;
	size_t nchoices;
	int scroll; /* cells of a line, or lines of a block, before what is shown */
};

struct form {
	char *title, *foot; /* NULL for none */
	enum style foot_style;
	struct form_item *items;
	size_t n, focus, edited;
	size_t top;    /* first field on the screen */
	bool choosing; /* something was typed into the field, so its choices have the arrows */
	long selected; /* among the matches, -1: none */
	bool pasting;
	int width;	      /* cells of a block's lines, as last drawn */
	size_t page;	      /* fields that were shown */
	struct region region; /* as last drawn */
	struct {
		int row;
		size_t item;
	} * at; /* where fields begin, for the mouse */
	size_t nat;
};

/* The part of a value that is being completed: bytes [*from, *to) of the text. */
void form_word(const struct form_item *it, size_t *from, size_t *to);
/* The choices that hold the word: those that begin with it first. Returns how many; at most `most`
 * indices are set. */
size_t form_matches(const struct form_item *it, size_t *index, size_t most);

/* Where each line of a block begins, broken at newlines and, softly, after blanks; returns how many
 * lines (at least one). starts has room for n; lines past that are counted only. */
size_t form_lines(const char *text, int width, size_t *starts, size_t n);
/* The line a byte stands on, and its column in cells. */
size_t form_line_of(const char *text, int width, size_t at, int *col);
/* The byte at a column of a line, or the nearest before it. */
size_t form_line_at(const char *text, int width, size_t line, int col);

#endif
