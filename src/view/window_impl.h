/* SPDX-License-Identifier: MIT
 *
 * What window.c (queries, moves, reading), window_jump.c (to other rows than those held),
 * window_fetch.c (what is fetched unasked: pages ahead, standings, the count) and window_live.c
 * (what follows a change made elsewhere) share. Nobody else includes it.
 */
#ifndef GRIDLINE_VIEW_WINDOW_IMPL_H
#define GRIDLINE_VIEW_WINDOW_IMPL_H

#include "view/held.h"
#include "view/window.h"

#define WINDOW_LIMIT_MAX 1000 /* a source takes no larger page */

struct window {
	struct source *source;
	enum listing listing;
	struct list *list;
	const struct window_events *events;
	void *arg;

	struct window_query q;
	size_t first;	   /* rows of a first page */
	struct held held;  /* what is shown */
	struct held stage; /* what a jump has fetched so far */
	long index;	   /* number of the first held row in the listing, from 0; -1 unknown */
	long total;	   /* -1 unknown */
	bool settled;	   /* what is held is of this query */

	source_ticket jump, before, after, standing, count;
	enum seek_kind jump_kind;
	bool jump_again;    /* the jump is a reload: keep the cursor's place on the screen */
	size_t jump_offset; /* that place */
	bool quiet;	    /* it is a refresh, which nobody waits for */
	bool old;	    /* a refresh is wanted */
	bool recount;	    /* the total may have changed */
	long keep_index;    /* as far as is known after a refresh */
	char follow[ROW_ID_LEN + 1];

	long want;	  /* rows the cursor still has to move when more come */
	bool want_scroll; /* and the screen with it, as a page move does */
	size_t want_offset;
};

/* A query for rows beside `from` (NULL: none), without what only some kinds of seek take. */
struct list_query window_query_for(
    const struct window *w, enum seek_kind seek, const struct row *from, size_t limit);
/* Rows to ask for when at least so many are wanted. */
size_t window_limit(size_t at_least);
void window_drop_ticket(struct window *w, source_ticket *t);
/* Whatever is under way is of no more use. */
void window_stop_fetching(struct window *w);

/* window_jump.c: start a jump, dropping what was being fetched around the cursor. */
void window_jump(struct window *w, const struct list_query *q);
/* Ask for the rows that shall stand in place of those held. */
void window_ask_stage(struct window *w, enum seek_kind seek, const struct list_query *q);
/* Put the staged rows in place of those held, the cursor at `cursor`, shown `offset` rows below the
 * top of the screen. */
void window_commit(struct window *w, size_t cursor, size_t offset);

/* window_live.c: begin a refresh that is wanted, when nothing else is under way. */
void window_refresh_care(struct window *w);
/* One that is under way makes room for the user; it is begun again later. */
void window_refresh_drop(struct window *w);
/* Its rows are staged; the cursor at `cursor` if its row is gone. */
void window_refresh_commit(struct window *w, size_t cursor);

/* Tell the list what is held, and learn what follows from reaching an end. */
void window_tell_list(struct window *w);
/* After anything: go on with a move that ran out of rows, keep rows ready on both sides of the
 * screen, and ask for what comes after rows. */
void window_care(struct window *w);
void window_changed(struct window *w);

#endif
