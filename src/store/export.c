/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/export.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/list_query.h"
#include "store/run_wait.h"
#include "store/words.h"

static const char *const line_columns[] = { "line_ref", "name", "aliases", "status", "export_force",
	"export_npu", "imports", "drugs", "bulk_marketing", "first_seen", "last_seen", "lro",
	"groups", "numbers" };

#define EXPORT_COLUMNS_MAX 32
#define EXPORT_NAME(symbol, name, title, width, kind, flags) name,
static const char *const grid_columns[] = { GRID_COLUMNS(EXPORT_NAME) };
static const char *const group_columns[] = { GROUP_COLUMNS(EXPORT_NAME) };
static const char *const tasking_columns[] = { TASKING_COLUMNS(EXPORT_NAME) };

static const struct {
	enum listing listing; /* whose columns, filter and order count */
	const char *statement;
} kinds[] = {
	[EXPORT_GRID] = { LISTING_GRID, "grid_export" },
	[EXPORT_GROUPS] = { LISTING_GROUPS, "groups_export" },
	[EXPORT_LINES] = { LISTING_GRID, "lines_export" },
	[EXPORT_TASKINGS] = { LISTING_TASKINGS, "taskings_export" },
};

/* The screen's own columns stand last in a listing's table. */
static size_t
count_columns(enum listing listing)
{
	size_t all, n = 0;
	const struct column *columns = column_table(listing, &all);

	while (n < all && !(columns[n].flags & COLUMN_SCREEN_ONLY))
		n++;
	return n;
}

const char *const *
export_columns(enum export_kind kind, size_t *n)
{
	*n = kind == EXPORT_LINES ? ARRAY_LEN(line_columns) : count_columns(kinds[kind].listing);
	switch (kind) {
	case EXPORT_GRID:
		return grid_columns;
	case EXPORT_GROUPS:
		return group_columns;
	case EXPORT_TASKINGS:
		return tasking_columns;
	case EXPORT_LINES:
		break;
	}
	return line_columns;
}

/* What the rows pass through on their way out. */
struct sieve {
	const struct export_query *q;
	size_t ncolumns;
	long count;
};

/* Of those with blocks every column stands where the listing's table has it. */
static enum text_mode
cell_mode(enum export_kind kind, size_t column)
{
	size_t n;
	const struct column *table = column_table(kinds[kind].listing, &n);

	return kind == EXPORT_TASKINGS && table[column].kind == COLUMN_BLOCK ? TEXT_BLOCK
									     : TEXT_LINE;
}

static bool
pass_row(void *arg, const struct rows *row, struct error *err)
{
	struct sieve *sieve = arg;
	const char *cells[EXPORT_COLUMNS_MAX];
	char *cleaned[EXPORT_COLUMNS_MAX] = { NULL };
	bool more;

	for (size_t i = 0; i < sieve->ncolumns; i++) {
		const enum text_mode mode = cell_mode(sieve->q->kind, i);

		cells[i] = rows_text(row, 0, i);
		if (!text_is_clean(cells[i], strlen(cells[i]), mode))
			cells[i] = cleaned[i] = text_clean_dup(cells[i], mode);
	}
	more = sieve->q->row(sieve->q->arg, cells, sieve->ncolumns, err);
	sieve->count += more;
	for (size_t i = 0; i < sieve->ncolumns; i++)
		free(cleaned[i]);
	return more;
}

static bool
look_up_words(struct run *run, const struct export_query *q, struct words *words, struct error *err)
{
	struct params params = PARAMS_INIT;
	struct rows *rows = NULL;
	bool ok = true;

	if (kinds[q->kind].listing == LISTING_GRID && !q->as_at &&
	    words_unknown(words, q->filter, NULL, &params)) {
		ok = run_query(run, "word_search", &params, &rows, err);
		if (ok)
			words_learn(words, rows);
	}
	rows_free(rows);
	params_free(&params);
	return ok;
}

bool
export_rows(struct run *run, const struct export_query *q, long *count, struct error *err)
{
	struct sieve sieve = { .q = q };
	const struct run_sink sink = { pass_row, &sieve };
	const struct list_query list = { .listing = kinds[q->kind].listing,
		.filter = q->filter,
		.sort = q->sort,
		.descending = q->descending };
	struct words *words = words_new();
	struct list_statement st;
	bool ok = look_up_words(run, q, words, err);

	export_columns(q->kind, &sieve.ncolumns);
	if (ok) {
		list_query_export(&st, &list, kinds[q->kind].statement, q->as_at, words);
		ok = run_stream_sql(run, st.sql, &st.params, &sink, err);
		free(st.sql);
		params_free(&st.params);
	}
	words_free(words);
	if (count)
		*count = sieve.count;
	return ok;
}
