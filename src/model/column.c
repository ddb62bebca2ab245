/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/column.h"

#include "base/alloc.h"
#include "base/text.h"

#define COLUMN_ROW(symbol, name, title, width, kind, flags) \
	[symbol] = { name, title, width, kind, flags },

static const struct column grid_columns[] = { GRID_COLUMNS(COLUMN_ROW) };
static const struct column group_columns[] = { GROUP_COLUMNS(COLUMN_ROW) };
static const struct column tasking_columns[] = { TASKING_COLUMNS(COLUMN_ROW) };

static const struct {
	const char *name;
	const struct column *columns;
	size_t n;
} listings[LISTING_COUNT] = {
	[LISTING_GRID] = { "grid", grid_columns, ARRAY_LEN(grid_columns) },
	[LISTING_GROUPS] = { "groups", group_columns, ARRAY_LEN(group_columns) },
	[LISTING_TASKINGS] = { "taskings", tasking_columns, ARRAY_LEN(tasking_columns) },
};

const struct column *
column_table(enum listing listing, size_t *n)
{
	*n = listings[listing].n;
	return listings[listing].columns;
}

int
column_find(enum listing listing, const char *name)
{
	size_t n;
	const struct column *columns = column_table(listing, &n);

	for (size_t i = 0; i < n; i++)
		if (text_same(columns[i].name, name))
			return (int)i;
	return -1;
}

const char *
listing_name(enum listing listing)
{
	return listings[listing].name;
}
