/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/export_listing.h"

#include "base/alloc.h"
#include "base/near.h"
#include "base/text.h"

static const struct export_listing listings[] = {
	{ "grid", EXPORT_GRID, LISTING_GRID },
	{ "groups", EXPORT_GROUPS, LISTING_GROUPS },
	{ "lines", EXPORT_LINES, LISTING_GRID },
	{ "taskings", EXPORT_TASKINGS, LISTING_TASKINGS },
};

const struct export_listing *
export_listing_find(const char *name, struct error *err)
{
	struct near near = NEAR_INIT(name);
	char *clean;

	for (size_t i = 0; i < ARRAY_LEN(listings); i++) {
		if (text_same(listings[i].name, name))
			return &listings[i];
		near_offer(&near, listings[i].name);
	}
	clean = text_clean_dup(name, TEXT_LINE);
	error_set(err, "there is no listing called '%s'", clean);
	free(clean);
	error_hint(err,
	    near.best != NULL ? "did you mean '%s'?"
			      : "known are grid, groups, lines and taskings%s",
	    near.best != NULL ? near.best : "");
	return NULL;
}

/* Columns that `lines` has and the grid has not. */
static const struct column only_lines[] = {
	{ "aliases", "Aliases", 20, COLUMN_LIST, 0 },
	{ "numbers", "Numbers", 12, COLUMN_LIST, 0 },
};

static struct column
find_column(enum listing listing, const char *name)
{
	int i = column_find(listing, name);
	size_t n;

	if (i >= 0)
		return column_table(listing, &n)[i];
	for (n = 0; n < ARRAY_LEN(only_lines); n++)
		if (strcmp(only_lines[n].name, name) == 0)
			return only_lines[n];
	return (struct column){ .name = name, .title = name, .kind = COLUMN_TEXT };
}

struct column *
export_listing_columns(const struct export_listing *l, size_t *n)
{
	const char *const *names = export_columns(l->kind, n);
	struct column *columns = xcalloc(*n, sizeof *columns);

	for (size_t i = 0; i < *n; i++)
		columns[i] = find_column(l->listing, names[i]);
	return columns;
}

/* The listing's own order of a column puts what presses first: high scores, late dates, yes. On the
 * command line a bare name goes up, as everywhere else, and '-' goes down. */
static bool
begins_high(const struct export_listing *l, int column)
{
	size_t n;

	if (l->listing == LISTING_GRID && column == GRID_RANK)
		return false;
	switch (column_table(l->listing, &n)[column].kind) {
	case COLUMN_NUMBER:
	case COLUMN_CHANGE:
	case COLUMN_DATE:
	case COLUMN_FLAG:
		return true;
	case COLUMN_TEXT:
	case COLUMN_TERM:
	case COLUMN_LIST:
	case COLUMN_BLOCK:
		break;
	}
	return false;
}

bool
export_listing_sort(const struct export_listing *l, const char *sort, int *column, bool *descending,
    struct error *err)
{
	const char *name = sort + (*sort == '-' || *sort == '+');
	struct near near = NEAR_INIT(name);
	const struct column *table;
	char *clean;
	size_t n;

	*column = column_find(l->listing, name);
	if (*column >= 0) {
		*descending = (*sort == '-') != begins_high(l, *column);
		return true;
	}
	table = column_table(l->listing, &n);
	for (size_t i = 0; i < n; i++)
		near_offer(&near, table[i].name);
	clean = text_clean_dup(name, TEXT_LINE);
	error_set(err, "--sort: %s has no column '%s'", l->name, clean);
	free(clean);
	if (near.best != NULL)
		error_hint(err, "did you mean '%s'?", near.best);
	else
		error_hint(err, "gridline-data(7) lists the columns");
	return false;
}
