/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/buf.h"
#include "term/list_layout.h"

static const struct list_column columns[] = {
	{ 0, "Rank", 5, true, true },
	{ 1, "Reference", 10, false, true },
	{ 2, "Name", 16, false, false },
	{ 3, "Score", 5, true, false },
	{ 4, "Band", 8, false, false },
};

/* "column@col+width ..." and a '>' where something is left out or cut. */
static void
check(int scroll, int cols, const char *expected)
{
	struct list_place places[ARRAY_LEN(columns)];
	struct list_layout l = { .places = places };
	struct buf out = BUF_INIT;

	list_layout(&l, columns, ARRAY_LEN(columns), scroll, cols);
	for (size_t i = 0; i < l.n; i++)
		buf_addf(&out, "%zu@%d+%d ", places[i].column, places[i].col, places[i].width);
	if (l.more)
		buf_adds(&out, ">");
	assert_string_equal(buf_str(&out), expected);
	buf_free(&out);
}

static void
columns_follow_each_other(void **state)
{
	(void)state;
	check(0, 80, "0@2+5 1@8+10 2@19+16 3@36+5 4@42+8 ");
	check(0, 50, "0@2+5 1@8+10 2@19+16 3@36+5 4@42+8 ");
	check(0, 49, "0@2+5 1@8+10 2@19+16 3@36+5 4@42+7 >");
	check(0, 45, "0@2+5 1@8+10 2@19+16 3@36+5 4@42+3 >");
	check(0, 44, "0@2+5 1@8+10 2@19+16 3@36+5 >");
	check(0, 40, "0@2+5 1@8+10 2@19+16 3@36+4 >");
}

static void
scrolling_keeps_the_frozen(void **state)
{
	(void)state;
	check(1, 40, "0@2+5 1@8+10 3@19+5 4@25+8 ");
	check(2, 40, "0@2+5 1@8+10 4@19+8 ");
}

/* On a narrow screen frozen columns scroll too, or nothing else could be seen. */
static void
narrow_screens_freeze_less(void **state)
{
	(void)state;
	assert_int_equal(list_layout_frozen(columns, ARRAY_LEN(columns), 80), 2);
	assert_int_equal(list_layout_frozen(columns, ARRAY_LEN(columns), 29), 2);
	assert_int_equal(list_layout_frozen(columns, ARRAY_LEN(columns), 20), 1);
	assert_int_equal(list_layout_frozen(columns, ARRAY_LEN(columns), 10), 0);
	check(0, 20, "0@2+5 1@8+10 >");
	check(1, 20, "0@2+5 2@8+12 >");
	check(0, 10, "0@2+5 >");
	check(4, 10, "4@2+8 ");
	check(4, 4, "4@2+2 >");
	check(0, 2, ">");
	check(0, 0, ">");
}

static void
scroll_ends_with_the_last_column(void **state)
{
	(void)state;
	assert_int_equal(list_layout_most(columns, ARRAY_LEN(columns), 80), 0);
	assert_int_equal(list_layout_most(columns, ARRAY_LEN(columns), 50), 0);
	assert_int_equal(list_layout_most(columns, ARRAY_LEN(columns), 49), 1);
	assert_int_equal(list_layout_most(columns, ARRAY_LEN(columns), 32), 2);
	assert_int_equal(list_layout_most(columns, ARRAY_LEN(columns), 20), 3);
	assert_int_equal(list_layout_most(columns, ARRAY_LEN(columns), 1), 4);
	assert_int_equal(list_layout_most(columns, 0, 80), 0);
	assert_int_equal(list_layout_most(columns, 2, 80), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_follow_each_other),
		cmocka_unit_test(scrolling_keeps_the_frozen),
		cmocka_unit_test(narrow_screens_freeze_less),
		cmocka_unit_test(scroll_ends_with_the_last_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
