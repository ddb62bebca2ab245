/* SPDX-License-Identifier: MIT
 *
 * Where the columns of a list stand: arithmetic without a screen. A row is a gutter of two cells
 * (cursor and mark), the frozen columns, then as many of the others as fit from the one scrolled
 * to, a blank after each.
 */
#ifndef GRIDLINE_TERM_LIST_LAYOUT_H
#define GRIDLINE_TERM_LIST_LAYOUT_H

#include "term/list.h"

#define LIST_GUTTER 2
#define LIST_LEAST 3 /* a column cut to fewer cells than this is left out */

struct list_place {
	size_t column; /* index in the list's columns */
	int col, width;
};

struct list_layout {
	struct list_place *places; /* room for as many as there are columns */
	size_t n;
	bool more; /* columns are left out or cut on the right */
};

/* Frozen columns at the front that are held in place in `cols` cells: so many that two thirds of
 * the width hold them; the others scroll, so that a narrow screen can still reach every column. */
size_t list_layout_frozen(const struct list_column *columns, size_t n, int cols);
/* The furthest useful scroll: the last column is whole, or first. */
int list_layout_most(const struct list_column *columns, size_t n, int cols);
void list_layout(
    struct list_layout *out, const struct list_column *columns, size_t n, int scroll, int cols);

#endif
