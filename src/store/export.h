/* SPDX-License-Identifier: MIT
 *
 * A whole listing, row by row, for `gridline export`: same filter and order as on the screen,
 * exact ranks, any number of rows in the same memory.
 */
#ifndef GRIDLINE_STORE_EXPORT_H
#define GRIDLINE_STORE_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/filter.h"
#include "store/run.h"

enum export_kind {
	EXPORT_GRID,	 /* columns of the grid's table without the screen's own */
	EXPORT_GROUPS,	 /* the import's columns of groups */
	EXPORT_LINES,	 /* the import's columns of lines; `numbers` always empty */
	EXPORT_TASKINGS, /* the import's columns of taskings */
};

struct export_query {
	enum export_kind kind;
	const struct filter *filter; /* NULL: everything open (groups, taskings: everything) */
	int sort;		     /* column index in the listing's table; -1: its own order */
	bool descending;
	const char *as_at; /* EXPORT_GRID: YYYY-MM-DD (its end) or a timestamp; NULL: now */
	/* Where the rows go. cells: clean text (a COLUMN_BLOCK with its newlines), one a column, ""
	 * where empty; flags read "yes" and "no", lists are separated by ';'. False stops, with err
	 * filled if that is a failure. */
	bool (*row)(void *arg, const char *const *cells, size_t n, struct error *err);
	void *arg;
};

/* Names of the columns, in order; *n is set. Static. */
const char *const *export_columns(enum export_kind kind, size_t *n);

/* *count (may be NULL): rows handed out. */
bool export_rows(struct run *run, const struct export_query *q, long *count, struct error *err);

#endif
