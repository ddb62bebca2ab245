/* SPDX-License-Identifier: MIT
 *
 * The rows a window holds: consecutive pages as one run of rows that grows and shrinks at both
 * ends. Rows that a page repeats because the database changed between two fetches are held once.
 */
#ifndef GRIDLINE_VIEW_HELD_H
#define GRIDLINE_VIEW_HELD_H

#include <stdbool.h>
#include <stddef.h>

#include "model/page.h"
#include "model/source.h"

struct held_row {
	const struct row *row;
	const struct page *page;
	char rank[12], change[12]; /* "" until the standing came */
	bool standing;		   /* it came */
};

struct held {
	struct held_row *rows;
	size_t n, cap;
	struct page **pages; /* those the rows lie in, in order */
	size_t npages, pages_cap;
	bool at_start, at_end; /* nothing before the first row / after the last */
};

#define HELD_INIT \
	{ \
		.rows = NULL \
	}

/* Both take the page and return how many rows they added. */
size_t held_append(struct held *h, struct page *page);
size_t held_prepend(struct held *h, struct page *page);

/* Let go of whole pages at an end, as long as at least `spare` rows of that end go with them or
 * before them: none of the other rows. Both return how many rows went. */
size_t held_drop_front(struct held *h, size_t spare);
size_t held_drop_back(struct held *h, size_t spare);

long held_find(const struct held *h, const char *id); /* -1 if it is not held */
void held_standing(struct held *h, const struct standing *s);
void held_clear(struct held *h); /* frees everything */

#endif
