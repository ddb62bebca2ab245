/* SPDX-License-Identifier: MIT
 *
 * Whole listings: as many rows as the screen counts, in its order, with the ranks it shows; also as
 * they were on a past day.
 */
#include "config.h"

#include "tests/store/store.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/export.h"
#include "store/terms_read.h"

struct copy {
	long rows, stop_at;
	size_t columns;
	char first[3][64], last_ref[64]; /* of the first row: its first three cells */
	long rank, ranked; /* the last rank, and how many were higher than the one before */
	bool clean;
};

static bool
take_row(void *arg, const char *const *cells, size_t n, struct error *err)
{
	struct copy *copy = arg;

	copy->columns = n;
	if (copy->rows == 0)
		for (size_t i = 0; i < 3; i++)
			snprintf(copy->first[i], sizeof copy->first[i], "%s", cells[i]);
	copy->rows++;
	if (strtol(cells[0], NULL, 10) > copy->rank) {
		copy->rank = strtol(cells[0], NULL, 10);
		copy->ranked++;
	}
	snprintf(copy->last_ref, sizeof copy->last_ref, "%s", cells[1]);
	for (size_t i = 0; i < n; i++)
		copy->clean = copy->clean && text_is_clean(cells[i], strlen(cells[i]), TEXT_LINE);
	return copy->rows != copy->stop_at || error_set(err, "no more room");
}

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

static struct copy
export_all(struct run *run, struct export_query q, const char *filter)
{
	struct copy copy = { .clean = true };
	struct filter *parsed = NULL;
	struct filter_error why;
	struct error err = ERROR_INIT;
	long count = -1;

	if (filter)
		assert_true(filter_parse(q.kind == EXPORT_GROUPS ? LISTING_GROUPS : LISTING_GRID,
		    filter, &parsed, &why));
	q.filter = parsed;
	q.row = take_row;
	q.arg = &copy;
	if (!export_rows(run, &q, &count, &err))
		fail_msg("%s: %s", filter ? filter : "all", err.text);
	assert_int_equal(count, copy.rows);
	assert_true(copy.clean);
	filter_free(parsed);
	return copy;
}

static long
count(struct run *run, const char *sql)
{
	struct rows *rows = NULL;
	struct error err = ERROR_INIT;
	long n;

	if (!run_sql(run, sql, NULL, &rows, &err))
		fail_msg("%s", err.text);
	n = rows_number(rows, 0, 0, -1);
	rows_free(rows);
	return n;
}

static void
the_grid_is_exported_whole(void **state)
{
	struct run *run = open_run();
	const struct export_query q = { .kind = EXPORT_GRID, .sort = -1 };
	struct copy copy = export_all(run, q, NULL);
	size_t n;

	(void)state;
	assert_int_equal(copy.rows, count(run, "select count(*) from api.grid where is_open"));
	assert_string_equal(copy.first[0], "1");
	assert_int_equal(copy.ranked,
	    count(run, "select count(*) from api.grid where is_open and score is not null"));
	assert_string_equal(export_columns(EXPORT_GRID, &n)[0], "rank");
	assert_int_equal(n, 19);
	assert_int_equal(copy.columns, n);
	assert_string_equal(export_columns(EXPORT_GRID, &n)[18], "last_review");
	copy = export_all(run, q, "zyzzyva or hostile");
	assert_int_equal(copy.rows, 2);
	run_close(run);
}

static void
orders_and_filters_count(void **state)
{
	struct run *run = open_run();
	struct export_query q = { .kind = EXPORT_GRID, .sort = GRID_LINE_REF, .descending = true };
	struct copy copy = export_all(run, q, "is:any -ref:hostile -ref:needle");

	(void)state;
	assert_string_equal(copy.first[1], "LN003998"); /* those after it are not for analysts */
	assert_int_equal(copy.rows, count(run, "select count(*) - 2 from api.grid"));
	q.sort = GRID_CHANGE;
	copy = export_all(run, q, "change:new npu:BW");
	assert_int_equal(copy.rows,
	    count(run,
		"select count(*) from api.grid join api.movement m using (line_id) "
		"where m.change = 'new' and export_npu = 'BW'"));
	run_close(run);
}

static void
lines_and_groups_have_their_imports_columns(void **state)
{
	struct run *run = open_run();
	const struct export_query lines = { .kind = EXPORT_LINES, .sort = -1 },
				  groups = { .kind = EXPORT_GROUPS, .sort = -1 };
	struct copy copy = export_all(run, lines, "is:any");
	size_t n;

	(void)state;
	assert_int_equal(copy.rows, count(run, "select count(*) from api.grid"));
	assert_int_equal(copy.columns, 14);
	assert_string_equal(export_columns(EXPORT_LINES, &n)[13], "numbers");
	copy = export_all(run, groups, NULL);
	assert_int_equal(copy.rows, 120);
	assert_string_equal(copy.first[0], "OCG-0");
	assert_string_equal(export_columns(EXPORT_GROUPS, &n)[4], "band");
	assert_int_equal(copy.columns, n);
	copy = export_all(run, groups, "mapped:yes kind:OCG");
	assert_int_equal(copy.rows, 40);
	run_close(run);
}

static void
the_past_is_exported_too(void **state)
{
	struct run *run = open_run();
	struct export_query q = { .kind = EXPORT_GRID, .sort = -1, .as_at = "2022-12-31" };
	struct copy now = export_all(
			run, (struct export_query){ .kind = EXPORT_GRID, .sort = -1 }, NULL),
		    then = export_all(run, q, NULL);

	(void)state;
	assert_int_equal(then.rows, now.rows);
	assert_string_equal(then.first[1], now.first[1]);
	assert_string_equal(then.last_ref, now.last_ref);
	assert_int_equal(then.ranked, now.ranked);
	assert_int_equal(
	    export_all(run, q, "npu:BW is:stale -is:new is:any days>20 oak").columns, 19);
	q.as_at = "2020-01-01";
	assert_int_equal(export_all(run, q, NULL).rows, 0);
	q.as_at = "2022-12-31 23:00:00+00";
	assert_int_equal(export_all(run, q, NULL).rows, now.rows);
	run_close(run);
}

static void
a_full_disk_stops_it(void **state)
{
	struct run *run = open_run();
	struct copy copy = { .stop_at = 7, .clean = true };
	struct export_query q = { .kind = EXPORT_GRID, .sort = -1, .row = take_row, .arg = &copy };
	struct error err = ERROR_INIT;
	long rows = 0;

	(void)state;
	assert_false(export_rows(run, &q, &rows, &err));
	assert_string_equal(err.text, "no more room");
	assert_int_equal(rows, 6);
	assert_int_equal(count(run, "select 1"), 1);
	run_close(run);
}

static void
terms_can_be_fetched(void **state)
{
	struct run *run = open_run();
	struct error err = ERROR_INIT;
	struct terms *terms = terms_fetch(run, &err);

	(void)state;
	assert_non_null(terms);
	assert_non_null(terms_find(terms, VOCABULARY_STATUS, "active"));
	terms_free(terms);
	free(terms);
	run_close(run);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_grid_is_exported_whole),
		cmocka_unit_test(orders_and_filters_count),
		cmocka_unit_test(lines_and_groups_have_their_imports_columns),
		cmocka_unit_test(the_past_is_exported_too),
		cmocka_unit_test(a_full_disk_stops_it),
		cmocka_unit_test(terms_can_be_fetched),
	};

	(void)argc;
	store_world("grid", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
