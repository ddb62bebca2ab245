/* SPDX-License-Identifier: MIT
 *
 * How a user likes a list: which columns, in which order and width, sorted how; and saved views,
 * which are a name for a filter with such a layout.
 */
#ifndef GRIDLINE_MODEL_LAYOUT_H
#define GRIDLINE_MODEL_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/column.h"

#define LAYOUT_COLUMNS 32

struct layout_column {
	int column; /* index in the listing's table */
	int width;
	bool shown;
};

struct layout {
	enum listing listing;
	struct layout_column columns[LAYOUT_COLUMNS]; /* every column once, in the user's order */
	size_t n;
	int sort; /* column index, -1: the listing's own order */
	bool descending;
};

/* The shipped layout of a listing. */
void layout_default(enum listing listing, struct layout *out);

/* The text form that is remembered: "rank:5 line_ref:10 -drugs:16 ...", a '-' for hidden, and last
 * "sort=score" or "sort=-score" (descending) if it is not sorted in the listing's own order.
 * Reading forgives: unknown names are left out, missing columns come last as the default has them,
 * widths are held within 1..200. */
char *layout_text(const struct layout *layout); /* the caller frees */
void layout_parse(enum listing listing, const char *text, struct layout *out);

struct saved_view {
	char name[48];
	enum listing listing;
	char filter[512];
	char sort[32]; /* column name, "" for the listing's own; "-name" for descending */
	long limit;    /* rows shown at most, 0: all ("top 20") */
	bool built_in;
};

/* mine, my unit, overdue, new, changed, stale, unscored, top 20, restricted... */
const struct saved_view *saved_view_builtin(size_t *n);

#endif
