/* SPDX-License-Identifier: MIT
 *
 * The rows a list screen holds: a window onto a listing of any length. It fetches keyset pages
 * around the cursor before they are needed, lets go of what is far away, and keeps the list widget
 * told. It never waits: a move goes as far as rows are held and goes on when they come. It knows
 * nothing of columns, marks or what a row means.
 *
 * Of the ways to stand: `first`, a page replaces all (open, jump, search); `more`, a page is added
 * at an end; `again`, a reload, staged until it is whole, so that the rows never flicker and the
 * cursor stays on its row wherever that went. A refresh is a reload that nobody asked for.
 */
#ifndef GRIDLINE_VIEW_WINDOW_H
#define GRIDLINE_VIEW_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "model/source.h"
#include "term/list.h"

#ifndef WINDOW_PAGE
#define WINDOW_PAGE 100 /* rows asked for at a time, once the first page stands */
#endif
#ifndef WINDOW_MAX
#define WINDOW_MAX 600 /* rows held at most, give or take a page */
#endif

struct window;

struct window_events {
	void (*changed)(void *arg); /* rows, cursor or what runs: draw */
	void (*loaded)(void *arg);  /* the rows of a new query, or of a reload, stand */
	void (*missed)(void *arg, enum seek_kind kind); /* a search or jump led nowhere */
	void (*failed)(void *arg, const struct error *err);
};

/* What is listed. */
struct window_query {
	const struct filter *filter; /* NULL allowed; must live until the next window_open() */
	int sort;		     /* column index or -1 */
	bool descending;
	long limit; /* rows shown at most; 0: all */
};

struct window *window_new(struct source *source, enum listing listing, struct list *list,
    const struct window_events *events, void *arg);
void window_free(struct window *w); /* cancels what runs */

/* List something else. The rows of before stay to be seen until the first page is there. first:
 * rows that fill the screen, the size of that page. follow: id to keep the cursor on, NULL: the
 * first row. */
void window_open(struct window *w, const struct window_query *q, size_t first, const char *follow);
/* The same once more; the cursor stays on its row. */
void window_reload(struct window *w);

/* What is listed may have been changed by others: the same once more, but quietly. Nothing shows
 * that it runs or waits for it, a move of the user goes before it, and the cursor stays where it
 * is by then. Rows that are the same look the same. */
void window_refresh(struct window *w);
/* Count again, too; the old total stands meanwhile. */
void window_recount(struct window *w);

/* Moves of the list widget, fetching where it ends. */
void window_move(struct window *w, enum list_move move, long count);
void window_first(struct window *w);
void window_last(struct window *w);
void window_rank(struct window *w, long rank);
void window_find(struct window *w, const char *word, bool backwards); /* from the cursor */
/* The cursor is on another held row now (mouse): fetch around it. */
void window_moved(struct window *w);

/* Stop what runs: jumps, fetches, the count. False if nothing did. */
bool window_cancel(struct window *w);
/* Is something under way that the user waits for? */
bool window_busy(const struct window *w);

size_t window_rows(const struct window *w);  /* held */
bool window_settled(const struct window *w); /* a page of this query has come */
bool window_whole(const struct window *w);   /* all there is, is held */
/* i < window_rows(). Rank and change come after the row itself; "" before. */
const struct row *window_row(const struct window *w, size_t i);
const char *window_rank_of(const struct window *w, size_t i);
const char *window_change_of(const struct window *w, size_t i);
/* The row under the cursor, NULL if there is none. */
const struct row *window_current(const struct window *w);
/* Position of a held row by id, -1 if it is not held. */
long window_find_id(const struct window *w, const char *id);
/* Number of the cursor's row in the listing, from 1; 0 while unknown. Rows in all; -1 unknown. */
long window_position(const struct window *w);
long window_total(const struct window *w);

#endif
