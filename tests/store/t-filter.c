/* SPDX-License-Identifier: MIT
 *
 * Filters on the real schema: every field of the language held against plain SQL.
 */
#include "config.h"

#include "tests/store/world.h"

#include <stdlib.h>

struct filter_case {
	const char *filter, *condition;
};

static const struct filter_case grid_cases[] = {
	{ "", "is_open" },
	{ "is:closed", "not is_open" },
	{ "is:any", "true" },
	{ "ref:LN0000", "is_open and line_ref like 'LN0000%'" },
	{ "name:OAK", "is_open and name like '%oak%'" },
	{ "name:%", "is_open and name like '%!%%' escape '!'" },
	{ "alias:also", "is_open and aliases_text like '%also%'" },
	{ "status:merged", "status = 'merged'" },
	{ "status:active,tasked", "status in ('active', 'tasked')" },
	{ "band:critical", "is_open and band = 'critical'" },
	{ "score>=50 score<60", "is_open and score >= 50 and score < 60" },
	{ "score:60..70", "is_open and score between 60 and 70" },
	{ "rank<=10", "line_id in (select line_id from api.movement where rank <= 10)" },
	{ "rank>=2000", "line_id in (select line_id from api.movement where rank >= 2000)" },
	{ "rank:77", "line_id in (select line_id from api.movement where rank = 77)" },
	{ "rank<99999", "line_id in (select line_id from api.movement where rank < 99999)" },
	{ "npu:BW", "is_open and export_npu = 'BW'" },
	{ "-npu:BW", "is_open and export_npu is distinct from 'BW'" },
	{ "npu:BW,CV or lro:store_lro",
	    "is_open and (export_npu in ('BW', 'CV') or lro = 'store_lro')" },
	{ "force:\"West Midlands\"", "is_open and export_force = 'West Midlands'" },
	{ "import:Warwickshire", "is_open and imports like '%Warwickshire%'" },
	{ "drug:heroin", "is_open and drugs like 'heroin%'" },
	{ "bulk:yes", "is_open and bulk_marketing" },
	{ "bulk:no", "is_open and not bulk_marketing" },
	{ "group:OCG-7", "is_open and groups ilike '%OCG-7%'" },
	{ "open>2 late>=1", "is_open and open_taskings > 2 and overdue_taskings >= 1" },
	{ "last>=2022-12-24", "is_open and last_seen >= '2022-12-24'" },
	{ "last>14d", "is_open and last_seen < '2022-12-17'" },
	{ "first<2022-06-01", "is_open and first_seen < '2022-06-01'" },
	{ "reviewed:2022-12-20", "is_open and last_review = '2022-12-20'" },
	{ "days>30", "is_open and days_since_review > 30" },
	{ "is:new", "is_open and is_new" },
	{ "is:stale", "is_open and is_stale" },
	{ "is:mine", "is_open and is_mine" },
	{ "is:unit", "is_open and export_npu = 'nowhere'" },
	{ "is:restricted", "is_open and restricted" },
	{ "is:shared", "is_open and shared" },
	{ "is:unscored", "is_open and score is null" },
	{ "has:overdue", "is_open and overdue_taskings > 0" },
	{ "has:taskings -has:overdue", "is_open and open_taskings > 0 and overdue_taskings = 0" },
	{ "has:groups", "is_open and groups <> ''" },
	{ "has:imports", "is_open and imports <> ''" },
	{ "has:aliases", "is_open and aliases_text <> ''" },
	{ "has:lro", "is_open and lro is not null" },
	{ "has:review", "is_open and last_review is not null" },
	{ "change:up", "line_id in (select line_id from api.movement where change like '+%')" },
	{ "change:down", "line_id in (select line_id from api.movement where change like '-%')" },
	{ "change:new", "line_id in (select line_id from api.movement where change = 'new')" },
	{ "change:same",
	    "is_open and line_id not in (select line_id from api.movement where change <> '')" },
	{ "zyzzyva", "is_open and line_ref = 'LN-NEEDLE'" },
	{ "-zyzzyva", "is_open and line_ref <> 'LN-NEEDLE'" },
	{ "zyzzyva or needle or nosuchword", "is_open and line_ref = 'LN-NEEDLE'" },
	{ "oak -score>50", "is_open and name like '%oak%' and (score > 50) is not true" },
	{ "(is:closed or is:open) elm", "name like '%Elm%'" },
};

static const struct filter_case group_cases[] = {
	{ "", "true" },
	{ "ref:ocg-1", "group_ref like 'OCG-1%'" },
	{ "name:\"group 7\"", "name like '%group 7%'" },
	{ "kind:USG", "kind = 'USG'" },
	{ "mapped:yes", "mapped" },
	{ "band:I1", "band = 'I1'" },
	{ "line:LN00", "lines like '%LN00%'" },
	{ "open>=1", "open_lines >= 1" },
	{ "score>50", "top_score > 50" },
	{ "\"group 11\"", "name like '%group 11%'" },
};

/* As many rows as plain SQL counts, and a page of them. */
static void
check_case(struct world *w, enum listing listing, const struct filter_case *c)
{
	struct filter *filter = world_filter(listing, c->filter);
	const struct list_query q = {
		.listing = listing, .sort = -1, .filter = filter, .limit = 50
	};
	char *sql =
	    xasprintf("select count(*) from api.%s where %s", listing_name(listing), c->condition);
	struct answer a;
	long n = world_count(w, &q);

	store_ask_wait(w->link, sql, &a);
	if (strtol(a.text, NULL, 10) != n || a.failed)
		fail_msg("%s: %ld, but %s: %s %s", c->filter, n, c->condition, a.text, a.err.text);
	assert_int_equal(world_fetch(w, &q)->nrows, n > 50 ? 50 : n);
	filter_free(filter);
	free(sql);
}

static void
filters_hold_what_they_say(void **state)
{
	struct world w = world_open("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(grid_cases); i++)
		check_case(&w, LISTING_GRID, &grid_cases[i]);
	world_close(&w);
}

static void
groups_are_filtered_too(void **state)
{
	struct world w = world_open("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(group_cases); i++)
		check_case(&w, LISTING_GROUPS, &group_cases[i]);
	world_close(&w);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filters_hold_what_they_say),
		cmocka_unit_test(groups_are_filtered_too),
	};

	(void)argc;
	store_world("grid", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
