/* SPDX-License-Identifier: MIT
 *
 * The inside of a form, for the form*.c files alone: form.c (fields and what is said of them),
 * form_choice.c (what completes a value), form_value.c (keys of one field), form_key.c (keys of the
 * form), form_layout.c (which row shows what: arithmetic), form_draw.c and form_field.c (drawing).
 */
#ifndef GRIDLINE_TERM_FORM_IMPL_H
#define GRIDLINE_TERM_FORM_IMPL_H

#include "base/alloc.h"

#include "term/block_edit.h"
#include "term/form.h"
#include "term/line_edit.h"

struct form_choice {
	char *text, *help;
};

struct form_item {
	char *name, *label, *help, *section;
	enum form_kind kind;
	bool required, folded;
	size_t max;
	struct line_edit *line;	     /* NULL in a block */
	struct block_edit *block;    /* NULL elsewhere */
	char *base;		     /* what form_changed() compares with */
	char *error, *note;	     /* NULL for none */
	struct form_choice *choices; /* of a scale, its values with their wordings */
	size_t nchoices;
	int scroll;   /* cells of a line, or lines of a block, before what is shown */
	size_t first; /* choice in the first row of the menu */
};

enum form_part {
	FORM_PART_GAP,
	FORM_PART_SECTION,
	FORM_PART_LABEL, /* where it has a row of its own */
	FORM_PART_VALUE,
	FORM_PART_ERROR,
	FORM_PART_NOTE,
	FORM_PART_CHOICE,
	FORM_PART_WORDING,
};

/* One row of the form as if the screen were high enough. */
struct form_row {
	size_t item;
	enum form_part part;
	int n;	  /* which row of that part; of wordings, the value */
	int line; /* of a wording, which of its lines */
};

/* How wide things are, for a region. */
struct form_plan {
	int rows;		/* of the fields: without title, help and foot */
	bool narrow;		/* labels have rows of their own */
	int label;		/* cells of their column */
	int value, width;	/* column where values begin, their cells */
	int help;		/* rows, the line above them left out */
	bool title, rule, foot; /* rows for them; the rule is that line */
};

struct form {
	char *title, *foot; /* NULL for none */
	enum style foot_style;
	struct form_item *items;
	size_t n, focus, edited;
	bool at_end;	      /* Enter was pressed in the last field */
	bool pasting, pasted; /* and something came */

	bool choosing; /* the menu is open: it has the arrows, Enter, Tab and Esc */
	size_t *match; /* choices it shows */
	size_t nmatch;
	long selected; /* among them, -1: none */

	struct form_row *rows;
	size_t nrows, cap;
	size_t top;	       /* row at the upper edge */
	bool wheeled;	       /* the upper edge need not follow the focus */
	struct region body;    /* as last drawn, for the mouse */
	struct form_plan plan; /* of it */
};

struct form_item *form_item(const struct form *f); /* the one in focus */
/* Has it the heading of its section above it? A folded section is its first field, for the focus.
 */
bool form_heads(const struct form *f, size_t i);
bool form_stops(const struct form *f, size_t i); /* the focus may stand there */
void form_move_focus(struct form *f, size_t i);	 /* and what is folded stays so */
const char *form_item_text(const struct form_item *it);
bool form_has_choices(const struct form_item *it);
void form_item_set(struct form_item *it, const char *value);

/* The part of a value that is being completed: bytes [*from, *to) of the text. */
void form_word(const struct form_item *it, size_t *from, size_t *to);
/* Find the choices to show for the focused field anew. */
void form_match(struct form *f);
/* Put the marked choice in; false if none is marked or it stood there already. */
bool form_take(struct form *f);
/* A choice that was typed in other capitals becomes the choice itself; true if it was. */
bool form_spell(struct form *f);
void form_close_menu(struct form *f);

/* A key inside the focused field. */
enum form_result form_value_key(struct form *f, const struct key *key);

struct form_plan form_plan(const struct form *f, struct region r);
/* Fill f->rows. */
void form_lay(struct form *f, const struct form_plan *p);
/* Rows [*from, *to) of a field, its heading included. */
void form_span(const struct form *f, size_t item, size_t *from, size_t *to);
/* Move f->top so that the field in focus is in sight. */
void form_settle(struct form *f, const struct form_plan *p);
/* Where a note stands behind the value, counted from that; -1: it has no room there, or is none. */
int form_note_col(const struct form_plan *p, const struct form_item *it, bool focused);
int form_wording_cells(const struct form_plan *p);
/* The value as a field that is not in focus shows it; "" if empty. */
char *form_shown(const struct form_item *it);

/* One row of a field, but for its label. */
void form_draw_part(struct form *f, const struct form_row *row, struct region line);

#endif
