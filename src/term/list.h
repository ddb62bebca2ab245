/* SPDX-License-Identifier: MIT
 *
 * The list widget that every list screen shares: columns (some frozen, the others scrolling
 * sideways), a cursor row, marks, a search word shown where it stands. It draws rows it is handed
 * and keeps where the cursor is; it holds no data, knows no database and asks nobody.
 *
 * Rows have positions 0..rows-1 within what the caller holds now; when the caller gains rows in
 * front or drops some, it says so with list_shift(), and the cursor stays on its row.
 *
 * Drawing sends little: a move inside the page changes a marker, one cell and what the caller
 * draws. ncurses has no such widget: menu(3) has one column and keeps all items, pads copy whole
 * rows.
 */
#ifndef GRIDLINE_TERM_LIST_H
#define GRIDLINE_TERM_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "term/screen.h"

struct list_column {
	int id;		   /* the caller's */
	const char *title; /* not owned; outlives the list */
	int width;
	bool right, frozen;
};

struct list_cell {
	const char *text; /* clean; valid until the next call of `cell` */
	enum style style;
};

/* What the list asks of its owner while it draws. */
struct list_ops {
	/* Fill *cell for a row and a column id. */
	void (*cell)(void *arg, size_t row, int column, struct list_cell *cell);
	bool (*marked)(void *arg, size_t row);
};

struct list;

struct list *list_new(const struct list_ops *ops, void *arg);
void list_free(struct list *l);

/* Copied, the frozen ones put first. Frozen columns that would take most of a narrow screen scroll
 * with the others. */
void list_set_columns(struct list *l, const struct list_column *columns, size_t n);
const struct list_column *list_columns(const struct list *l, size_t *n);
/* Sort sign beside a title: ↓ where values fall; -1 for none. */
void list_set_sort(struct list *l, int column_id, bool descending);
void list_set_match(struct list *l, const char *word); /* highlighted; NULL for none; copied */

/* The rows held now. first_known/last_known: no further row exists before/after them. */
void list_set_rows(struct list *l, size_t rows, bool first_known, bool last_known);
/* Positions of all rows changed by `by` (rows came in front: positive; went: negative). */
void list_shift(struct list *l, long by);
/* Contents of rows changed; draw them anew next time. */
void list_touch(struct list *l);
void list_touch_row(struct list *l, size_t row);

size_t list_cursor(const struct list *l);
size_t list_top(const struct list *l);
size_t list_page(const struct list *l); /* body rows, at least 1 */
void list_set_cursor(struct list *l, size_t row);
void list_set_top(struct list *l, size_t row);

enum list_move {
	LIST_UP,
	LIST_DOWN,
	LIST_PAGE_UP,
	LIST_PAGE_DOWN,
	LIST_HALF_UP,
	LIST_HALF_DOWN,
	LIST_TOP_ROW,
	LIST_MIDDLE_ROW,
	LIST_BOTTOM_ROW,
	LIST_LEFT,
	LIST_RIGHT
};
/* Move by count (>= 1). Returns how many rows were wanted beyond what is held (0: all done):
 * negative before, positive after; the owner fetches and moves on when they come. */
long list_move(struct list *l, enum list_move move, long count);

/* Row at a body line of the last drawing (0 the first below the titles), for the mouse; -1 if
 * none. */
long list_row_at(const struct list *l, int row);
/* Column id whose title stands at a column of the title row; -1 if none. */
int list_title_at(const struct list *l, int col);
/* The first column that scrolls, 0 at the left end; for the owner to keep. */
int list_scroll(const struct list *l);

/* Draw titles (where r has more than one row) and body into r and put the real cursor on the
 * selected row. full: the region was cleared or moved since last time. */
void list_draw(struct list *l, struct region r, bool full);

#endif
