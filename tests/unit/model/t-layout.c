/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "model/layout.h"

static void
assert_whole(const struct layout *l)
{
	size_t n, seen = 0;

	column_table(l->listing, &n);
	assert_int_equal(l->n, n);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < l->n; j++)
			seen += l->columns[j].column == (int)i;
	assert_int_equal(seen, n);
}

static void
default_shows_all_but_the_hidden(void **state)
{
	(void)state;
	for (int listing = 0; listing < LISTING_COUNT; listing++) {
		struct layout l;
		size_t n;
		const struct column *c = column_table((enum listing)listing, &n);

		layout_default((enum listing)listing, &l);
		assert_whole(&l);
		assert_int_equal(l.sort, -1);
		for (size_t i = 0; i < n; i++) {
			const struct column *column = &c[l.columns[i].column];

			assert_int_equal(l.columns[i].width, column->width);
			assert_int_equal(l.columns[i].shown, !(column->flags & COLUMN_HIDDEN));
		}
	}
}

static void
text_round_trip(void **state)
{
	struct layout l, back;
	char *text, *again;

	(void)state;
	layout_parse(LISTING_GRID, "score:7 -name:30 drugs:20 sort=-score", &l);
	assert_whole(&l);
	assert_int_equal(l.columns[0].column, GRID_SCORE);
	assert_int_equal(l.columns[0].width, 7);
	assert_true(l.columns[0].shown);
	assert_int_equal(l.columns[1].column, GRID_NAME);
	assert_false(l.columns[1].shown);
	assert_true(l.columns[2].shown); /* though hidden as shipped */
	assert_int_equal(l.columns[3].column, GRID_RANK);
	assert_int_equal(l.sort, GRID_SCORE);
	assert_true(l.descending);
	text = layout_text(&l);
	layout_parse(LISTING_GRID, text, &back);
	again = layout_text(&back);
	assert_string_equal(text, again);
	free(text);
	free(again);
}

static void
reading_forgives(void **state)
{
	static const char *const odd[] = {
		"", "   ", "weather:9", "rank rank:3 -rank", "rank:", "rank:x", "sort=weather",
		"sort=", "-", "-:", ":5", "rank:99999999999999999999",
		"a-word-that-is-far-longer-than-any-column-name-could-ever-be-and-still-goes-on:5"
	};
	struct layout l;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(odd); i++) {
		layout_parse(LISTING_GROUPS, odd[i], &l);
		assert_whole(&l);
		layout_parse(LISTING_GRID, odd[i], &l);
		assert_whole(&l);
		assert_int_equal(l.sort, -1);
	}
	layout_parse(LISTING_GRID, "rank:0 name:999", &l);
	assert_int_equal(l.columns[0].width, 1);
	assert_int_equal(l.columns[1].width, 200);
}

static void
built_in_views_have_names_and_known_sorts(void **state)
{
	size_t n;
	const struct saved_view *v = saved_view_builtin(&n);

	(void)state;
	assert_true(n > 0);
	for (size_t i = 0; i < n; i++) {
		assert_true(v[i].built_in);
		assert_true(v[i].name[0] != '\0');
		assert_true(!v[i].sort[0] || column_find(v[i].listing, v[i].sort) >= 0);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(default_shows_all_but_the_hidden),
		cmocka_unit_test(text_round_trip),
		cmocka_unit_test(reading_forgives),
		cmocka_unit_test(built_in_views_have_names_and_known_sorts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
