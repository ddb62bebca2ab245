/* SPDX-License-Identifier: MIT
 *
 * The orders a listing can be walked in. Each is one row comparison over keys that are never null,
 * end in the reference, and are the columns of one index (sql/table/data.line.sql): walked one way
 * or the other, it serves both directions and every kind of seek.
 */
#ifndef GRIDLINE_STORE_LIST_SORT_H
#define GRIDLINE_STORE_LIST_SORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "model/column.h"
#include "model/page.h"
#include "store/params.h"

struct sort_key {
	const char *expr, *type; /* over the view; NULL after the last */
};

struct list_sort {
	struct sort_key key[ROW_KEYS];
	bool backwards; /* the column's natural order is the index walked backwards */
	bool moved;	/* needs api.movement: counted, not walked */
};

/* column -1: the listing's own order. */
const struct list_sort *list_sort_get(enum listing listing, int column);

/* "a desc, b desc" */
void list_sort_order(struct buf *sql, const struct list_sort *sort, bool down);
/* "a::text as key0, b::text as key1, null as key2..." */
void list_sort_keys(struct buf *sql, const struct list_sort *sort);
/* "a as key0, b as key1": as they are, for comparing with */
void list_sort_raw_keys(struct buf *sql, const struct list_sort *sort);
/* "(a, b) > ($3::int, $4::text)": the rows beyond a key. */
void list_sort_beyond(struct buf *sql, struct params *params, const struct list_sort *sort,
    const char *op, const char *const key[ROW_KEYS]);
/* "(a, b) >= (select key0, key1 from hit)" */
void list_sort_from(
    struct buf *sql, const struct list_sort *sort, const char *op, const char *from);

#endif
