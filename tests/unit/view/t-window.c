/* SPDX-License-Identifier: MIT
 *
 * The window with pages of three rows and room for nine: every move over a listing held whole
 * beside it, with answers that come at once, late or in the middle; both ends; rows that come and
 * go between two pages.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "window_world.h"

static void
first_page_first(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	assert_int_equal(fake_asked(w.fake), 1);
	assert_false(window_settled(w.window));
	assert_true(window_busy(w.window));
	assert_null(window_current(w.window));
	fake_answer(w.fake);
	assert_int_equal(w.loaded, 1);
	assert_int_equal(window_rows(w.window), ROWS - 1);
	assert_int_equal(window_world_place(&w), 0);
	assert_string_equal(window_rank_of(w.window, 0), "");
	fake_answer_all(w.fake);
	assert_string_equal(window_rank_of(w.window, 0), "1");
	assert_int_equal(window_position(w.window), 1);
	assert_int_equal(window_total(w.window), LINES);
	window_world_close(&w);
}

static void
every_move_as_if_all_were_held(void **state)
{
	struct window_world w;
	unsigned random = 12345, i;
	long at = 0;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	for (i = 0; i < 3000; i++) {
		random = random * 1103515245u + 12345u;
		at = window_world_step(&w, random >> 16, at);
		fake_answer_all(w.fake);
		assert_int_equal(window_world_place(&w), at);
		assert_true(window_rows(w.window) <= WINDOW_MAX + 4 * (7 + ROWS));
		if (window_position(w.window))
			assert_int_equal(window_position(w.window), at + 1);
	}
	window_world_close(&w);
}

static void
moves_go_on_when_rows_come(void **state)
{
	struct window_world w;
	int i;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer(w.fake);
	for (i = 0; i < 30; i++)
		window_move(w.window, LIST_DOWN, 1);
	assert_true(window_busy(w.window));
	assert_int_equal(window_world_place(&w), ROWS - 2); /* as far as rows are held */
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 30);
	assert_false(window_busy(w.window));
	for (i = 0; i < 3; i++)
		window_move(w.window, LIST_PAGE_UP, 1);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 30 - 3 * (ROWS - 1));
	window_world_close(&w);
}

static void
a_move_back_takes_back_what_was_wanted(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer(w.fake);
	window_move(w.window, LIST_DOWN, 20);
	window_move(w.window, LIST_UP, 1);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), ROWS - 3);
	window_world_close(&w);
}

static void
inside_what_is_held_nobody_is_asked(void **state)
{
	struct window_world w;
	size_t asked;

	(void)state;
	window_world_open(&w, 8, &window_everything);
	fake_answer_all(w.fake);
	assert_true(window_whole(w.window));
	asked = fake_asked(w.fake);
	window_move(w.window, LIST_DOWN, 1);
	window_last(w.window);
	window_first(w.window);
	window_move(w.window, LIST_PAGE_DOWN, 1);
	assert_int_equal(fake_asked(w.fake), asked);
	assert_int_equal(window_world_place(&w), ROWS - 1);
	window_world_close(&w);
}

static void
jumps_lead_where_they_say(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	window_rank(w.window, 31);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 30);
	window_rank(w.window, 1000);
	fake_answer_all(w.fake);
	assert_int_equal(w.missed, 1);
	assert_int_equal(window_world_place(&w), 30);
	window_find(w.window, "L-1074", false); /* the third: round the end */
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 2);
	window_find(w.window, "L-1037", true);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 1);
	window_find(w.window, "nowhere", false);
	fake_answer_all(w.fake);
	assert_int_equal(w.missed, 2);
	assert_int_equal(window_world_place(&w), 1);
	window_world_close(&w);
}

static void
a_reload_follows_the_row(void **state)
{
	struct window_world w;
	size_t offset;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	window_rank(w.window, 21);
	fake_answer_all(w.fake);
	window_move(w.window, LIST_DOWN, 2);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 22);
	offset = list_cursor(w.list) - list_top(w.list);
	fake_insert(w.fake, "L-9001", 99);
	fake_insert(w.fake, "L-9002", 99);
	window_reload(w.window);
	assert_int_equal(window_world_place(&w), 22); /* the rows of before stay meanwhile */
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 22);
	assert_int_equal(list_cursor(w.list) - list_top(w.list), offset);
	fake_remove(w.fake, "L-1814"); /* that row */
	window_reload(w.window);
	fake_answer_all(w.fake);
	assert_non_null(window_current(w.window));
	assert_int_equal(w.failed, 0);
	window_world_close(&w);
}

static void
rows_that_move_between_pages_are_held_once(void **state)
{
	struct window_world w;
	size_t i, k;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer(w.fake);
	fake_insert(w.fake, "L-9001", 99); /* all of the next page is one row further down */
	window_move(w.window, LIST_DOWN, 12);
	fake_answer_all(w.fake);
	for (i = 0; i < window_rows(w.window); i++)
		for (k = 0; k < i; k++)
			assert_string_not_equal(
			    window_row(w.window, i)->id, window_row(w.window, k)->id);
	assert_int_equal(window_world_place(&w), 12);
	window_world_close(&w);
}

static void
failures_leave_the_rows(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	fake_fail(w.fake, 1, "no more");
	window_last(w.window);
	fake_answer(w.fake);
	assert_int_equal(w.failed, 1);
	assert_int_equal(window_world_place(&w), 0);
	assert_true(window_settled(w.window));
	fake_answer_all(w.fake);
	window_last(w.window);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), LINES - 1);
	window_world_close(&w);
}

static void
a_cancelled_jump_leaves_the_rows(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	window_last(w.window);
	assert_true(window_cancel(w.window));
	assert_false(window_busy(w.window));
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 0);
	assert_false(window_cancel(w.window));
	window_world_close(&w);
}

static void
a_limit_is_the_end(void **state)
{
	static const struct window_query top = { .sort = -1, .limit = 6 };
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &top);
	fake_answer_all(w.fake);
	assert_true(window_whole(w.window));
	assert_int_equal(window_total(w.window), 6);
	window_last(w.window);
	assert_int_equal(window_world_place(&w), 5);
	window_move(w.window, LIST_DOWN, 3);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 5);
	window_world_close(&w);
}

static void
nothing_at_all(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, 0, &window_everything);
	fake_answer_all(w.fake);
	assert_true(window_whole(w.window));
	assert_null(window_current(w.window));
	window_move(w.window, LIST_DOWN, 1);
	window_last(w.window);
	window_find(w.window, "x", false);
	window_reload(w.window);
	fake_answer_all(w.fake);
	assert_null(window_current(w.window));
	assert_int_equal(window_total(w.window), 0);
	window_world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_page_first),
		cmocka_unit_test(every_move_as_if_all_were_held),
		cmocka_unit_test(moves_go_on_when_rows_come),
		cmocka_unit_test(a_move_back_takes_back_what_was_wanted),
		cmocka_unit_test(inside_what_is_held_nobody_is_asked),
		cmocka_unit_test(jumps_lead_where_they_say),
		cmocka_unit_test(a_reload_follows_the_row),
		cmocka_unit_test(rows_that_move_between_pages_are_held_once),
		cmocka_unit_test(failures_leave_the_rows),
		cmocka_unit_test(a_cancelled_jump_leaves_the_rows),
		cmocka_unit_test(a_limit_is_the_end),
		cmocka_unit_test(nothing_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
