/* SPDX-License-Identifier: MIT
 *
 * Lists on the real schema: every order walked both ways, every seek.
 */
#include "config.h"

#include "tests/store/world.h"

#include <stdlib.h>

/* Ids from one end to the other, in walking order; the caller frees. */
struct walk {
	char (*ids)[ROW_ID_LEN + 1];
	size_t n;
};

static void
note_page(struct walk *walk, const struct page *page, bool down)
{
	walk->ids = xreallocarray(walk->ids, walk->n + page->nrows, sizeof *walk->ids);
	for (size_t i = 0; i < page->nrows; i++) {
		const size_t at = down ? i : page->nrows - 1 - i;

		memcpy(walk->ids[walk->n++], page->rows[at].id, ROW_ID_LEN + 1);
	}
}

static struct walk
walk_list(struct world *w, struct list_query q, bool down)
{
	struct walk walk = { .ids = NULL };
	const struct page *page;
	char *key[ROW_KEYS] = { NULL };
	bool end;

	q.seek = down ? SEEK_FIRST : SEEK_LAST;
	do {
		page = world_fetch(w, &q);
		assert_true(page->nrows > 0);
		note_page(&walk, page, down);
		end = down ? page->at_end : page->at_start;
		q.seek = down ? SEEK_AFTER : SEEK_BEFORE;
		for (size_t i = 0; i < ROW_KEYS; i++) {
			const char *k = page->rows[down ? page->nrows - 1 : 0].key[i];

			free(key[i]);
			q.key[i] = key[i] = k ? xstrdup(k) : NULL;
		}
	} while (!end);
	for (size_t i = 0; i < ROW_KEYS; i++)
		free(key[i]);
	return walk;
}

static void
check_walks(struct world *w, const struct list_query *q)
{
	struct walk down = walk_list(w, *q, true), up = walk_list(w, *q, false);

	assert_int_equal(down.n, up.n);
	assert_int_equal((long)down.n, world_count(w, q));
	for (size_t i = 0; i < down.n; i++)
		assert_string_equal(down.ids[i], up.ids[up.n - 1 - i]);
	free(down.ids);
	free(up.ids);
}

static void
every_order_is_walked_both_ways(void **state)
{
	struct world w = world_open("store_analyst");
	struct list_query q = { .limit = 331 };

	(void)state;
	for (int listing = 0; listing < LISTING_SCREENS; listing++) {
		size_t n;

		q.listing = (enum listing)listing;
		column_table(q.listing, &n);
		for (int sort = -1; sort < (int)n; sort++) {
			q.sort = sort;
			q.descending = false;
			check_walks(&w, &q);
			q.descending = true;
			check_walks(&w, &q);
		}
	}
	world_close(&w);
}

static int
compare_cells(const struct row *a, const struct row *b, int column, enum column_kind kind)
{
	const char *x = a->cell[column], *y = b->cell[column];

	if (kind == COLUMN_NUMBER)
		return (int)(strtol(x, NULL, 10) - strtol(y, NULL, 10));
	return strcmp(x, y);
}

static void
orders_follow_their_columns(void **state)
{
	/* Of the greatest, the latest, the most overdue one asks for the top. */
	static const struct {
		int column, direction;
		enum column_kind kind;
	} cases[] = {
		{ GRID_LINE_REF, 1, COLUMN_TEXT },
		{ GRID_SCORE, -1, COLUMN_NUMBER },
		{ GRID_STATUS, 1, COLUMN_TEXT },
		{ GRID_EXPORT_NPU, 1, COLUMN_TEXT },
		{ GRID_LRO, 1, COLUMN_TEXT },
		{ GRID_IMPORTS, 1, COLUMN_TEXT },
		{ GRID_OPEN_TASKINGS, -1, COLUMN_NUMBER },
		{ GRID_OVERDUE_TASKINGS, -1, COLUMN_NUMBER },
		{ GRID_LAST_SEEN, -1, COLUMN_TEXT },
		{ GRID_LAST_REVIEW, -1, COLUMN_TEXT },
	};
	struct world w = world_open("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct list_query q = { .sort = cases[i].column, .limit = 1000 };
		const struct page *page = world_fetch(&w, &q);

		for (size_t r = 1; r < page->nrows; r++)
			assert_true(cases[i].direction *
				compare_cells(&page->rows[r - 1], &page->rows[r], cases[i].column,
				    cases[i].kind) <=
			    0);
	}
	world_close(&w);
}

static void
seeks_find_their_row(void **state)
{
	struct world w = world_open("store_analyst");
	struct list_query q = { .sort = -1, .limit = 20 };
	const struct page *page = world_fetch(&w, &q);
	char id[ROW_ID_LEN + 1], ref[64], *key[ROW_KEYS] = { NULL };

	(void)state;
	assert_true(page->at_start);
	assert_false(page->at_end);
	assert_int_equal(page->nrows, 20);
	snprintf(id, sizeof id, "%s", page->rows[12].id);
	snprintf(ref, sizeof ref, "%s", page->rows[12].cell[GRID_LINE_REF]);
	for (size_t i = 0; i < ROW_KEYS; i++)
		q.key[i] = key[i] = page->rows[12].key[i] ? xstrdup(page->rows[12].key[i]) : NULL;
	q.seek = SEEK_FROM;
	assert_string_equal(world_fetch(&w, &q)->rows[0].id, id);
	q.seek = SEEK_ROW;
	q.id = id;
	assert_string_equal(world_fetch(&w, &q)->rows[0].id, id);
	q.sort = GRID_NAME;
	assert_string_equal(world_fetch(&w, &q)->rows[0].id, id);
	q.sort = -1;
	q.seek = SEEK_RANK;
	q.rank = 13;
	assert_string_equal(world_fetch(&w, &q)->rows[0].id, id);
	q.rank = 1000000;
	page = world_fetch(&w, &q);
	assert_int_equal(page->nrows, 1);
	assert_true(page->at_end);
	q.seek = SEEK_BEFORE;
	page = world_fetch(&w, &q);
	assert_int_equal(page->nrows, 12);
	assert_true(page->at_start);
	assert_false(page->at_end);
	/* By a word that only that line holds: from anywhere, either way, all the way round. */
	q.find = ref;
	q.seek = SEEK_FIND;
	assert_string_equal(world_fetch(&w, &q)->rows[0].id, id);
	q.seek = SEEK_FIND_BACK;
	assert_string_equal(world_fetch(&w, &q)->rows[0].id, id);
	q.key[0] = NULL;
	assert_string_equal(world_fetch(&w, &q)->rows[0].id, id);
	for (size_t i = 0; i < ROW_KEYS; i++)
		free(key[i]);
	world_close(&w);
}

static void
finding_steps_from_match_to_match(void **state)
{
	/* Rare: candidates. Common or short: the list is walked. */
	static const char *const words[] = { "alder", "OA", "also 1", "needle", "nosuchword" };
	struct world w = world_open("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct filter *filter;
		char *quoted = xasprintf("\"%s\"", words[i]), *key[ROW_KEYS] = { NULL };
		struct list_query q = {
			.sort = -1, .limit = 1, .find = words[i], .seek = SEEK_FIND
		};
		long matches, steps = 0;
		char first[64] = "";

		filter = world_filter(LISTING_GRID, quoted);
		q.filter = filter;
		matches = world_count(&w, &q);
		q.filter = NULL;
		while (steps <= matches) {
			const struct page *page = world_fetch(&w, &q);

			if (page->nrows == 0)
				break;
			if (strcmp(page->rows[0].cell[GRID_LINE_REF], first) == 0)
				break;
			if (!first[0])
				snprintf(
				    first, sizeof first, "%s", page->rows[0].cell[GRID_LINE_REF]);
			for (size_t k = 0; k < ROW_KEYS; k++) {
				free(key[k]);
				q.key[k] = key[k] =
				    page->rows[0].key[k] ? xstrdup(page->rows[0].key[k]) : NULL;
			}
			steps++;
		}
		assert_int_equal(steps, matches);
		for (size_t k = 0; k < ROW_KEYS; k++)
			free(key[k]);
		filter_free(filter);
		free(quoted);
	}
	world_close(&w);
}

struct weeks {
	struct past *part, *whole;
	bool done;
};

static void
take_past(void *arg, struct past *p, const struct error *err)
{
	struct weeks *weeks = arg;

	if (!p)
		fail_msg("%s", err->text);
	assert_null(weeks->whole);
	if (p->part)
		weeks->part = p;
	else
		weeks->whole = p;
	weeks->done = !p->part;
}

/* What fits a screen comes first, and all that is held begins with it. */
static void
a_past_week_comes_in_two_goes(void **state)
{
	struct world w = world_open("store_analyst");
	date_days today;
	struct weeks weeks = { .part = NULL };
	char week[WEEK_TEXT];

	(void)state;
	do { /* which day it is comes by itself, some time after the first answers */
		world_count(&w, &(struct list_query){ .limit = 1 });
		today = w.source->ops->session(w.source)->today;
	} while (today == DATE_NONE);
	week_format(week_of(today), week);
	w.source->ops->past(w.source, week, PAST_GRID, take_past, &weeks);
	store_pump(w.link, &weeks.done);
	assert_non_null(weeks.part);
	assert_true(weeks.part->more && weeks.whole->more);
	assert_in_range(weeks.part->n, 60, 120);
	assert_in_range(weeks.whole->n, 500, 1000);
	for (size_t i = 0; i < 60; i++)
		assert_string_equal(weeks.part->lines[i].id, weeks.whole->lines[i].id);
	past_free(weeks.part);
	past_free(weeks.whole);
	world_close(&w);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_order_is_walked_both_ways),
		cmocka_unit_test(orders_follow_their_columns),
		cmocka_unit_test(seeks_find_their_row),
		cmocka_unit_test(finding_steps_from_match_to_match),
		cmocka_unit_test(a_past_week_comes_in_two_goes),
	};

	(void)argc;
	store_world("grid", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
