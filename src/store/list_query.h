/* SPDX-License-Identifier: MIT
 *
 * A list query as a statement: the templates of sql/query filled with the pieces of list_sort and
 * filter_sql, and their parameters.
 */
#ifndef GRIDLINE_STORE_LIST_QUERY_H
#define GRIDLINE_STORE_LIST_QUERY_H

#include <stdbool.h>

#include "model/source.h"
#include "store/params.h"
#include "store/words.h"

struct list_statement {
	char *sql;	      /* the caller's */
	struct params params; /* the caller's */
	bool reversed;	      /* the rows come last first */
};

/* limit rows and one more, which tells whether the list goes on. */
void list_query_page(
    struct list_statement *out, const struct list_query *q, const struct words *words);
void list_query_count(
    struct list_statement *out, const struct list_query *q, const struct words *words);
void list_query_ids(
    struct list_statement *out, const struct list_query *q, const struct words *words);
/* The whole list, every row. as_at: a date (its end) or a time, NULL for now; for words it is
 * walked then, since candidates are those of today. */
void list_query_export(struct list_statement *out, const struct list_query *q,
    const char *statement, const char *as_at, const struct words *words);

#endif
