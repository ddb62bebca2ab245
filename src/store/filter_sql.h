/* SPDX-License-Identifier: MIT
 *
 * A filter tree as a condition over the view of its listing. What the user wrote goes into
 * parameters; the SQL comes from tables here.
 */
#ifndef GRIDLINE_STORE_FILTER_SQL_H
#define GRIDLINE_STORE_FILTER_SQL_H

#include "base/buf.h"
#include "model/filter.h"
#include "store/params.h"
#include "store/words.h"

/* Where a condition is written to, and what it may lean on. */
struct filter_sql {
	struct buf *sql;
	struct params *params;
	const struct words *words; /* NULL: walk for every word */
	enum listing listing;
};

/* Append the condition; "true" for NULL. Lines are held to the open ones unless the filter says
 * itself which. */
void filter_sql_add(const struct filter_sql *to, const struct filter *filter);

/* Append the condition of one word searched for. */
void filter_sql_word(const struct filter_sql *to, const char *word);

/* Does the filter need api.movement? */
bool filter_sql_moved(const struct filter *filter);

#endif
