/* SPDX-License-Identifier: MIT
 *
 * What others change, in a window: read anew without a move of the user noticing.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "window_world.h"

/* The same with readings that nobody asked for under way, at any stage of them. */
static void
a_refresh_changes_no_move(void **state)
{
	struct window_world w;
	unsigned random = 54321, i, answers;
	long at = 0;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	for (i = 0; i < 3000; i++) {
		random = random * 1103515245u + 12345u;
		window_refresh(w.window);
		assert_false(window_busy(w.window));
		for (answers = random >> 28; answers > 12; answers--)
			fake_answer(w.fake);
		at = window_world_step(&w, random >> 16, at);
		if (random & 0x100000)
			window_refresh(w.window);
		fake_answer_all(w.fake);
		assert_int_equal(window_world_place(&w), at);
		assert_int_equal(window_total(w.window), LINES);
		if (window_position(w.window))
			assert_int_equal(window_position(w.window), at + 1);
	}
	assert_int_equal(w.failed + w.missed, 0);
	window_world_close(&w);
}

static void
a_refresh_follows_the_row_and_keeps_what_is_the_same(void **state)
{
	struct window_world w;
	size_t offset, asked, one;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	window_move(w.window, LIST_DOWN, 20);
	fake_answer_all(w.fake);
	offset = list_cursor(w.list) - list_top(w.list);
	fake_insert(w.fake, "L-9001", 99);
	window_refresh(w.window);
	fake_answer(w.fake); /* the rows stand half way, and ranks are still to come */
	fake_answer(w.fake);
	assert_int_equal(window_world_place(&w), 20);
	assert_string_equal(window_rank_of(w.window, list_cursor(w.list)), "21");
	fake_answer_all(w.fake);
	assert_int_equal(list_cursor(w.list) - list_top(w.list), offset);
	window_recount(w.window);
	assert_int_equal(window_total(w.window), LINES);
	fake_answer_all(w.fake);
	assert_int_equal(window_total(w.window), LINES + 1);
	/* A hundred at once are the one under way and one more. */
	asked = fake_asked(w.fake);
	window_refresh(w.window);
	fake_answer_all(w.fake);
	one = fake_asked(w.fake) - asked;
	asked += one;
	for (int i = 0; i < 100; i++)
		window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_true(fake_asked(w.fake) - asked <= 2 * one);
	fake_remove(w.fake, "L-1740"); /* the row of the cursor */
	window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 21); /* the one behind it */
	fake_fail(w.fake, 1, "nobody waits for it");
	window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_int_equal(w.failed, 0);
	window_world_close(&w);
}

static void
what_comes_before_the_first_row_is_seen(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &window_everything);
	fake_answer_all(w.fake);
	fake_insert(w.fake, "L-9001", 99);
	window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 0);
	assert_int_equal(list_cursor(w.list), 1);
	assert_int_equal(list_top(w.list), 0);
	window_world_close(&w);
}

static void
a_limit_stays(void **state)
{
	static const struct window_query top = { .sort = -1, .limit = 6 };
	struct window_world w;

	(void)state;
	window_world_open(&w, LINES, &top);
	fake_answer_all(w.fake);
	window_move(w.window, LIST_DOWN, 4);
	fake_insert(w.fake, "L-9001", 99);
	window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 4);
	assert_int_equal(window_total(w.window), 6);
	fake_insert(w.fake, "L-9002", 99);
	window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_int_equal(window_world_place(&w), 3); /* its own has fallen out */
	window_world_close(&w);
}

static void
nothing_becomes_something(void **state)
{
	struct window_world w;

	(void)state;
	window_world_open(&w, 0, &window_everything);
	fake_answer_all(w.fake);
	assert_null(window_current(w.window));
	fake_insert(w.fake, "L-9001", 99);
	window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_non_null(window_current(w.window));
	assert_int_equal(window_total(w.window), 1);
	fake_remove(w.fake, "L-9001");
	window_refresh(w.window);
	fake_answer_all(w.fake);
	assert_null(window_current(w.window));
	assert_int_equal(window_total(w.window), 0);
	window_world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refresh_changes_no_move),
		cmocka_unit_test(a_refresh_follows_the_row_and_keeps_what_is_the_same),
		cmocka_unit_test(what_comes_before_the_first_row_is_seen),
		cmocka_unit_test(a_limit_stays),
		cmocka_unit_test(nothing_becomes_something),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
