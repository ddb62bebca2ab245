/* SPDX-License-Identifier: MIT
 *
 * The weekly review that is on, or the next one prepared: its agenda, and the item the meeting is
 * at, which consoles follow. Few enough items to be held whole.
 */
#ifndef GRIDLINE_MODEL_REVIEW_H
#define GRIDLINE_MODEL_REVIEW_H

#include <stdbool.h>
#include <stddef.h>

struct review_item {
	char id[37];	  /* what steps are taken on */
	char line_id[37]; /* "" where it is about no line */
	long position;
	char *kind, *what, *why; /* why: the first reason */
	char *decision;		 /* in words; "" while it is open */
};

struct review {
	char id[37];
	char at[37]; /* the item the meeting is at, "" for none */
	char *week, *state, *chair;
	char *followers;      /* logins of who follows the chair, "" for nobody */
	char *before, *after; /* weeks of the closed reviews before and after it; "" for none */
	bool open, over;      /* over: closed and frozen; neither: prepared */
	bool leads;	      /* the user's moves take the meeting along */
	long version;
	long meeting_s,
	    item_s; /* how long they have taken by the time of the answer; -1: not begun */
	struct review_item *items;
	size_t n;
};

void review_free(struct review *r); /* itself, too; NULL allowed */
/* Where an item stands; n if it is not there. */
size_t review_find(const struct review *r, const char *id);
size_t review_settled(const struct review *r);
/* The next item that is open, from `from` on and round; n if there is none. */
size_t review_open_item(const struct review *r, size_t from);

#endif
