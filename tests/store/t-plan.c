/* SPDX-License-Identifier: MIT
 *
 * Every statement of sql/query is one the server takes, and every way through a list is an index
 * walk: no sorting, no reading of the whole table, whatever the column, direction and seek. What is
 * counted by design is named here, and nothing else is let off.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <stdlib.h>

#include "store/export.h"
#include "store/list_query.h"
#include "store/run.h"
#include "store/statement.h"
#include "tests/store/store.h"

static struct run *
open_run(void)
{
	const struct run_options o = { .target.conninfo = "user=store_analyst" };
	struct error err = ERROR_INIT;
	struct run *run = run_open(&o, &err);

	if (!run)
		fail_msg("%s", err.text);
	return run;
}

static void
every_statement_is_prepared(void **state)
{
	struct run *run = open_run();
	size_t n, plain = 0;
	const struct statement *all = statement_all(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		char *sql;
		struct error err = ERROR_INIT;

		if (strchr(all[i].text, '{'))
			continue; /* a template: its fillings are tried below */
		sql = strcmp(all[i].name, "listen") == 0 /* takes no prepare in SQL */
		    ? xstrdup(all[i].text)
		    : xasprintf("prepare p%zu as %s", i, all[i].text);
		if (!run_script(run, sql, &err))
			fail_msg("%s: %s", all[i].name, err.text);
		free(sql);
		plain++;
	}
	assert_true(plain > 8);
	assert_non_null(statement_find("session"));
	assert_null(statement_find("nosuch"));
	run_close(run);
}

/* The plan as text, a line a node; the caller frees. */
static char *
explain(struct run *run, const struct list_statement *st)
{
	char *sql = xasprintf("explain (costs off) %s", st->sql);
	struct rows *rows = NULL;
	struct error err = ERROR_INIT;
	struct buf plan = BUF_INIT;

	if (!run_sql(run, sql, &st->params, &rows, &err))
		fail_msg("%s: %s", sql, err.text);
	for (size_t i = 0; i < rows_count(rows); i++)
		buf_addf(&plan, "%s\n", rows_text(rows, i, 0));
	rows_free(rows);
	free(sql);
	return buf_take(&plan);
}

static void
statement_free(struct list_statement *st)
{
	free(st->sql);
	params_free(&st->params);
}

/* With all else priced out of reach, a plan sorts or reads the whole table only if no index will
 * do. */
static void
price_out(struct run *run)
{
	struct error err = ERROR_INIT;

	assert_true(run_script(run,
	    "set enable_seqscan = off; set enable_sort = off; set enable_incremental_sort = off; "
	    "set enable_bitmapscan = off",
	    &err));
}

static void
expect_walk(struct run *run, const struct list_query *q)
{
	struct words *words = words_new();
	struct list_statement st;
	char *plan;

	list_query_page(&st, q, words);
	plan = explain(run, &st);
	if (strstr(plan, "Sort") || strstr(plan, "Seq Scan on line") || !strstr(plan, "Index"))
		fail_msg("sort %d%s, seek %d: %.3000s", q->sort, q->descending ? " descending" : "",
		    (int)q->seek, plan);
	free(plan);
	statement_free(&st);
	words_free(words);
}

static const char *const keys[GRID_COLUMN_COUNT][ROW_KEYS] = {
	[GRID_RANK] = { "-50", "-19000", "LN000100" },
	[GRID_LINE_REF] = { "LN000100" },
	[GRID_NAME] = { "synthetic oak 1", "LN000100" },
	[GRID_SCORE] = { "-50", "-19000", "LN000100" },
	[GRID_BAND] = { "-50", "-19000", "LN000100" },
	[GRID_CHANGE] = { "3", "LN000100" },
	[GRID_STATUS] = { "active", "LN000100" },
	[GRID_EXPORT_FORCE] = { "West Midlands", "LN000100" },
	[GRID_EXPORT_NPU] = { "BW", "LN000100" },
	[GRID_IMPORTS] = { "Warwickshire", "LN000100" },
	[GRID_DRUGS] = { "heroin", "LN000100" },
	[GRID_BULK_MARKETING] = { "true", "LN000100" },
	[GRID_LRO] = { "store_lro", "LN000100" },
	[GRID_GROUPS] = { "OCG-1", "LN000100" },
	[GRID_OPEN_TASKINGS] = { "2", "LN000100" },
	[GRID_OVERDUE_TASKINGS] = { "1", "LN000100" },
	[GRID_FIRST_SEEN] = { "2022-01-01", "LN000100" },
	[GRID_LAST_SEEN] = { "-infinity", "LN000100" },
	[GRID_LAST_REVIEW] = { "2022-12-01", "LN000100" },
	[GRID_DAYS_SINCE_REVIEW] = { "2022-12-01", "LN000100" },
};

static void
every_order_and_seek_walks_an_index(void **state)
{
	struct run *run = open_run();
	struct list_query q = { .limit = 50,
		.rank = 100,
		.find = "oak",
		.id = "00000000-0000-0000-0000-000000000000" };
	int walked = 0;

	(void)state;
	price_out(run);
	for (q.sort = 0; q.sort < GRID_COLUMN_COUNT; q.sort++) {
		if (q.sort == GRID_CHANGE)
			continue; /* the one that is counted: api.movement */
		memcpy(q.key, keys[q.sort], sizeof q.key);
		for (int descending = 0; descending < 2; descending++) {
			q.descending = descending;
			for (int seek = SEEK_FIRST; seek <= SEEK_ROW; seek++) {
				q.seek = (enum seek_kind)seek;
				expect_walk(run, &q);
				walked++;
			}
		}
	}
	assert_int_equal(walked, (GRID_COLUMN_COUNT - 1) * 2 * (SEEK_ROW + 1));
	run_close(run);
}

static void
the_filters_of_every_day_walk_an_index(void **state)
{
	static const char *const filters[] = { "npu:BW", "lro:store_lro", "is:mine", "is:unit",
		"is:any", "status:active", "band:critical", "has:overdue", "is:new", "is:stale",
		"-npu:BW", "score>50", "rank<=20", "rank>20", "ab", "npu:BW or npu:CV", "last<7d",
		"is:unscored" };
	static const enum seek_kind seeks[] = { SEEK_FIRST, SEEK_LAST, SEEK_AFTER, SEEK_BEFORE };
	struct run *run = open_run();

	(void)state;
	price_out(run);
	for (size_t i = 0; i < ARRAY_LEN(filters); i++) {
		struct list_query q = { .sort = -1, .limit = 50 };
		struct filter *filter = NULL;
		struct filter_error err;

		assert_true(filter_parse(LISTING_GRID, filters[i], &filter, &err));
		memcpy(q.key, keys[GRID_RANK], sizeof q.key);
		q.filter = filter;
		for (size_t s = 0; s < ARRAY_LEN(seeks); s++) {
			q.seek = seeks[s];
			expect_walk(run, &q);
		}
		filter_free(filter);
	}
	run_close(run);
}

/* A unit's and an LRO's own grid are short cuts, not a walk past everybody else's lines. */
static void
own_lines_have_their_own_index(void **state)
{
	static const struct {
		const char *filter, *index;
	} cases[] = {
		{ "npu:BW", "line_npu_ranked" },
		{ "lro:store_lro", "line_lro_ranked" },
		{ "is:mine", "line_lro_ranked" },
	};
	struct run *run = open_run();

	(void)state;
	price_out(run);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct list_query q = { .sort = -1, .limit = 50 };
		struct list_statement st;
		struct filter *filter = NULL;
		struct filter_error err;
		char *plan;

		assert_true(filter_parse(LISTING_GRID, cases[i].filter, &filter, &err));
		q.filter = filter;
		list_query_page(&st, &q, NULL);
		plan = explain(run, &st);
		if (!strstr(plan, cases[i].index))
			fail_msg("%s: %s", cases[i].filter, plan);
		free(plan);
		statement_free(&st);
		filter_free(filter);
	}
	run_close(run);
}

/* Templates whose rows are all read anyway: they need only be right. */
static void
whole_lists_are_planned(void **state)
{
	static const char *const exports[] = { "grid_export", "lines_export" };
	struct run *run = open_run();
	struct list_query q = { .sort = -1, .limit = 50 };
	struct filter_error err;
	struct filter *filter = NULL;
	struct list_statement st;

	(void)state;
	for (int listing = 0; listing < LISTING_SCREENS; listing++) {
		q.listing = (enum listing)listing;
		list_query_count(&st, &q, NULL);
		free(explain(run, &st));
		statement_free(&st);
		list_query_ids(&st, &q, NULL);
		free(explain(run, &st));
		statement_free(&st);
	}
	q.listing = LISTING_GRID;
	list_query_count(&st, &q, NULL);
	assert_non_null(strstr(st.sql, "api.summary"));
	statement_free(&st);
	assert_true(filter_parse(LISTING_GRID, "npu:BW", &filter, &err));
	q.filter = filter;
	list_query_count(&st, &q, NULL);
	assert_null(strstr(st.sql, "api.summary"));
	free(explain(run, &st));
	statement_free(&st);
	filter_free(filter);
	q.filter = NULL;
	q.listing = LISTING_GROUPS;
	list_query_export(&st, &q, "groups_export", NULL, NULL);
	free(explain(run, &st));
	statement_free(&st);
	q.listing = LISTING_GRID;
	for (size_t i = 0; i < ARRAY_LEN(exports); i++) {
		list_query_export(&st, &q, exports[i], NULL, NULL);
		free(explain(run, &st));
		statement_free(&st);
	}
	list_query_export(&st, &q, "grid_export", "2022-12-01", NULL);
	free(explain(run, &st));
	statement_free(&st);
	run_close(run);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_statement_is_prepared),
		cmocka_unit_test(every_order_and_seek_walks_an_index),
		cmocka_unit_test(the_filters_of_every_day_walk_an_index),
		cmocka_unit_test(own_lines_have_their_own_index),
		cmocka_unit_test(whole_lists_are_planned),
	};

	(void)argc;
	store_world("grid", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
