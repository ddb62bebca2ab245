/* SPDX-License-Identifier: MIT
 *
 * A page: some consecutive rows of a listing, as the database gave them, cleaned text in every
 * cell. A page is one allocation, immutable once made, and owned by whoever holds it (page_free()).
 * Rows are found again by their keyset, never by their number: `key` is opaque to all but the
 * store.
 */
#ifndef GRIDLINE_MODEL_PAGE_H
#define GRIDLINE_MODEL_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/column.h"

#define ROW_KEYS 4    /* the parts of a keyset: up to three sort keys and the reference */
#define ROW_ID_LEN 36 /* a UUID as text */

enum row_flags {
	ROW_NEW = 1,	    /* on the grid since this week */
	ROW_STALE = 2,	    /* no intelligence or review within the limit */
	ROW_OVERDUE = 4,    /* an open tasking is late */
	ROW_RESTRICTED = 8, /* seen only by named people and supervisors */
	ROW_MINE = 16,	    /* the viewer is its LRO */
};

struct row {
	const char *id;		   /* UUID, the row's identity for marks and for following it */
	const char *key[ROW_KEYS]; /* opaque keyset of the sort it was fetched under */
	const char *const
	    *cell;	/* one a column of the listing's table, "" where empty, never NULL */
	unsigned flags; /* enum row_flags */
};

struct page {
	enum listing listing;
	size_t nrows;
	struct row *rows;
	bool at_start, at_end; /* no row before the first / after the last */
	char *arena;	       /* holds every text the rows point to */
};

/* Build a page row by row: cells are copied. Used by the store and by test fixtures. */
struct page_builder;
struct page_builder *page_builder_new(enum listing listing);
void page_builder_row(struct page_builder *pb, const char *id, const char *const key[ROW_KEYS],
    const char *const *cell, unsigned flags);
/* Ends the builder and frees it; the page is the caller's. reversed: the rows came last first. */
struct page *page_builder_end(struct page_builder *pb, bool reversed, bool at_start, bool at_end);

void page_free(struct page *page); /* NULL allowed */

#endif
