/* SPDX-License-Identifier: MIT
 *
 * The list on screens of all sizes, and its moves over a window that shifts below it. What partial
 * drawing leaves on the screen is held against a drawing from scratch after every step.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"
#include "tests/unit/term/rows.h"

#include "base/alloc.h"

#define GOLDEN "tests/unit/term/golden/"

struct world {
	struct screen_test t;
	struct rows rows;
	struct list *list;
};

static void
open_world(struct world *w, const struct screen_test_setup *setup)
{
	memset(w, 0, sizeof *w);
	w->rows.first = 1;
	screen_test_open(&w->t, setup);
	w->list = list_new(&rows_ops, &w->rows);
	list_set_columns(w->list, rows_columns, ROWS_COLUMNS);
	list_set_rows(w->list, 100, true, true);
}

static void
close_world(struct world *w)
{
	list_free(w->list);
	screen_test_close(&w->t);
}

static void
draw(struct world *w, bool full)
{
	list_draw(w->list, screen_region(w->t.screen), full);
}

/* Draw what changed; the screen must be as if all of it had been drawn. */
static void
draw_and_compare(struct world *w)
{
	char *partial, *whole;

	draw(w, false);
	screen_flush(w->t.screen);
	partial = screen_dump(w->t.screen, true);
	region_clear(screen_region(w->t.screen));
	draw(w, true);
	screen_flush(w->t.screen);
	whole = screen_dump(w->t.screen, true);
	assert_string_equal(partial, whole);
	free(partial);
	free(whole);
}

static void
sizes(void **state)
{
	static const struct {
		const char *name;
		struct screen_test_setup setup;
	} cases[] = {
		{ GOLDEN "list-80x24", { .rows = 24, .cols = 80 } },
		{ GOLDEN "list-132x43", { .rows = 43, .cols = 132 } },
		{ GOLDEN "list-40x20", { .rows = 20, .cols = 40 } },
		{ GOLDEN "list-20x5", { .rows = 5, .cols = 20 } },
		{ GOLDEN "list-1x1", { .rows = 1, .cols = 1 } },
		{ GOLDEN "list-80x24-mono", { .colours = -1 } },
		{ GOLDEN "list-80x24-ascii", { .ascii = true } },
		{ GOLDEN "list-80x24-linux", { .term = "linux" } },
		{ GOLDEN "list-80x24-vt100", { .term = "vt100" } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct world w;
		open_world(&w, &cases[i].setup);
		list_set_sort(w.list, 3, true);
		draw(&w, true);
		list_move(w.list, LIST_DOWN, 2);
		draw(&w, false);
		screen_test_golden(&w.t, cases[i].name);
		close_world(&w);
	}
}

static void
sideways(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 8, .cols = 80 });
	list_set_sort(w.list, 2, false);
	draw(&w, true);
	list_move(w.list, LIST_RIGHT, 3);
	draw_and_compare(&w);
	assert_int_equal(list_scroll(w.list), 3);
	screen_test_golden(&w.t, GOLDEN "list-scrolled");
	list_move(w.list, LIST_RIGHT, 100);
	draw_and_compare(&w);
	screen_test_golden(&w.t, GOLDEN "list-scrolled-end");
	screen_test_sent(&w.t);
	list_move(w.list, LIST_RIGHT, 1); /* no further */
	draw(&w, false);
	assert_int_equal(screen_test_sent(&w.t), 0);
	list_move(w.list, LIST_LEFT, 100);
	draw_and_compare(&w);
	assert_int_equal(list_scroll(w.list), 0);
	close_world(&w);
}

static void
matches_are_shown(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 10, .cols = 80 });
	list_set_match(w.list, "LINE");
	draw(&w, true);
	draw_and_compare(&w);
	screen_test_golden(&w.t, GOLDEN "list-match");
	list_set_match(w.list, "1"); /* in right-aligned cells too */
	draw_and_compare(&w);
	screen_test_golden(&w.t, GOLDEN "list-match-number");
	list_set_match(w.list, NULL);
	draw_and_compare(&w);
	close_world(&w);
}

/* A number is shown whole or not at all. */
static void
numbers_are_never_cut(void **state)
{
	static const struct list_column narrow[] = { { 0, "Rank", 4, true, true },
		{ 1, "Reference", 6, false, false } };
	struct world w;
	char *row;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 4, .cols = 20 });
	list_set_columns(w.list, narrow, ARRAY_LEN(narrow));
	w.rows.first = 9999;
	draw(&w, true);
	row = screen_test_row(&w.t, 1);
	assert_string_equal(row, "> 9999 WM-82…");
	free(row);
	row = screen_test_row(&w.t, 2);
	assert_string_equal(row, "     … WM-90…");
	free(row);
	close_world(&w);
}

static void
hostile_text(void **state)
{
	static const struct {
		const char *name;
		struct screen_test_setup setup;
	} cases[] = {
		{ GOLDEN "list-hostile", { .rows = 14, .cols = 60 } },
		{ GOLDEN "list-hostile-ascii", { .rows = 14, .cols = 60, .ascii = true } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct world w;
		open_world(&w, &cases[i].setup);
		w.rows.hostile = true;
		draw(&w, true);
		screen_test_golden(&w.t, cases[i].name);
		for (int step = 0; step < 20; step++) {
			list_move(w.list, LIST_DOWN, 1);
			draw_and_compare(&w);
		}
		close_world(&w);
	}
}

static void
check_place(const struct list *l, size_t cursor, size_t top)
{
	assert_int_equal(list_cursor(l), cursor);
	assert_int_equal(list_top(l), top);
}

static void
moves(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 11, .cols = 80 });
	draw(&w, true);
	assert_int_equal(list_page(w.list), 10);
	assert_int_equal(list_move(w.list, LIST_UP, 1), 0);
	check_place(w.list, 0, 0);
	list_move(w.list, LIST_DOWN, 9);
	check_place(w.list, 9, 0);
	list_move(w.list, LIST_DOWN, 1);
	check_place(w.list, 10, 1);
	list_move(w.list, LIST_PAGE_DOWN, 1);
	check_place(w.list, 20, 11);
	list_move(w.list, LIST_TOP_ROW, 1);
	check_place(w.list, 11, 11);
	list_move(w.list, LIST_MIDDLE_ROW, 1);
	check_place(w.list, 15, 11);
	list_move(w.list, LIST_BOTTOM_ROW, 3);
	check_place(w.list, 18, 11);
	list_move(w.list, LIST_HALF_UP, 1);
	check_place(w.list, 13, 6);
	list_move(w.list, LIST_PAGE_UP, 9);
	check_place(w.list, 0, 0);
	list_move(w.list, LIST_PAGE_DOWN, 100);
	check_place(w.list, 99, 90);
	list_set_cursor(w.list, 50);
	check_place(w.list, 50, 50);
	list_set_top(w.list, 20);
	check_place(w.list, 29, 20);
	list_set_top(w.list, 1000);
	check_place(w.list, 99, 90);
	list_set_cursor(w.list, 1000);
	check_place(w.list, 99, 90);
	list_set_rows(w.list, 5, true, true);
	check_place(w.list, 4, 0);
	list_move(w.list, LIST_BOTTOM_ROW, 1);
	check_place(w.list, 4, 0);
	list_move(w.list, LIST_TOP_ROW, 50);
	check_place(w.list, 4, 0);
	list_set_rows(w.list, 0, true, true);
	check_place(w.list, 0, 0);
	for (int move = LIST_UP; move <= LIST_RIGHT; move++)
		assert_int_equal(list_move(w.list, (enum list_move)move, 3), 0);
	draw_and_compare(&w);
	close_world(&w);
}

/* A move beyond what is held says how much is missing, unless there is nothing further. */
static void
missing_rows_are_told(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 11, .cols = 80 });
	list_set_rows(w.list, 30, false, false);
	draw(&w, true);
	assert_int_equal(list_move(w.list, LIST_UP, 3), -3);
	assert_int_equal(list_move(w.list, LIST_PAGE_DOWN, 4), 11);
	check_place(w.list, 29, 20);
	assert_int_equal(list_move(w.list, LIST_DOWN, 1), 1);
	list_set_rows(w.list, 30, true, true);
	assert_int_equal(list_move(w.list, LIST_DOWN, 1), 0);
	list_set_cursor(w.list, 0);
	assert_int_equal(list_move(w.list, LIST_PAGE_UP, 1), 0);
	list_set_rows(w.list, 0, false, false);
	assert_int_equal(list_move(w.list, LIST_DOWN, 2), 3);
	close_world(&w);
}

/* The window moves over the world while the cursor stays on its row, and nothing is drawn for it.
 */
static void
windows_shift(void **state)
{
	struct world w;
	size_t fetched;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 11, .cols = 80 });
	w.rows.first = 500;
	list_set_rows(w.list, 60, false, false);
	draw(&w, true);
	list_set_cursor(w.list, 20);
	draw(&w, false);
	screen_test_sent(&w.t);
	fetched = w.rows.fetched;

	w.rows.first = 460; /* forty rows came in front, ten behind went */
	list_shift(w.list, 40);
	list_set_rows(w.list, 90, false, false);
	check_place(w.list, 60, 51);
	draw(&w, false);
	assert_int_equal(w.rows.fetched, fetched);
	assert_int_equal(screen_test_sent(&w.t), 0);
	draw_and_compare(&w);

	w.rows.first = 505; /* and now those in front go */
	list_shift(w.list, -45);
	list_set_rows(w.list, 100, false, true);
	check_place(w.list, 15, 6);
	draw_and_compare(&w);
	list_move(w.list, LIST_UP, 10);
	draw_and_compare(&w);

	w.rows.first = 1000; /* all of them: the cursor falls on the first */
	list_shift(w.list, -495);
	list_set_rows(w.list, 5, true, true);
	check_place(w.list, 0, 0);
	list_touch(w.list);
	draw_and_compare(&w);
	close_world(&w);
}

/* Rows that come while the end of the list is in sight are drawn; so is the sign that more comes.
 */
static void
the_end_is_drawn_when_it_comes(void **state)
{
	struct world w;
	char *row;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 11, .cols = 80 });
	list_set_rows(w.list, 4, true, false);
	draw(&w, true);
	row = screen_test_row(&w.t, 5);
	assert_string_equal(row, "  …");
	free(row);
	list_set_rows(w.list, 8, true, false);
	draw_and_compare(&w);
	list_set_rows(w.list, 8, true, true);
	draw_and_compare(&w);
	row = screen_test_row(&w.t, 9);
	assert_string_equal(row, "");
	free(row);
	list_set_rows(w.list, 3, true, true);
	draw_and_compare(&w);
	close_world(&w);
}

static void
touched_rows_are_drawn(void **state)
{
	struct world w;
	size_t fetched;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 11, .cols = 80 });
	draw(&w, true);
	fetched = w.rows.fetched;
	draw(&w, false);
	assert_int_equal(w.rows.fetched, fetched);
	list_touch_row(w.list, 3);
	list_touch_row(w.list, 50); /* out of sight */
	draw(&w, false);
	assert_in_range(w.rows.fetched, fetched + 1, fetched + ROWS_COLUMNS);
	w.rows.hostile = true;
	for (size_t i = 0; i < 40; i++)
		list_touch_row(w.list, i);
	draw_and_compare(&w);
	close_world(&w);
}

/* Every move there is, many times over, on many sizes, resized in between. */
static void
walks_leave_the_screen_right(void **state)
{
	static const int sizes[][2] = { { 24, 80 }, { 11, 40 }, { 5, 20 }, { 2, 3 }, { 1, 1 },
		{ 30, 132 } };
	struct world w;
	uint32_t seed = 7;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 24, .cols = 80 });
	draw(&w, true);
	for (int step = 0; step < 600; step++) {
		seed = seed * 1664525u + 1013904223u;
		list_move(w.list, (enum list_move)(seed >> 24) % (LIST_RIGHT + 1),
		    (long)(seed >> 20) % 4 + 1);
		if (step % 50 == 49) {
			const int *size = sizes[seed >> 16 & 3 ? step / 50 % 6 : 0];
			screen_set_size(w.t.screen, size[0], size[1]);
		}
		draw_and_compare(&w);
	}
	close_world(&w);
}

static void
the_mouse_finds_rows_and_titles(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 11, .cols = 80 });
	assert_int_equal(list_row_at(w.list, 0), -1);
	list_set_rows(w.list, 15, true, true);
	list_set_cursor(w.list, 14);
	draw(&w, true);
	assert_int_equal(list_row_at(w.list, 0), 5);
	assert_int_equal(list_row_at(w.list, 9), 14);
	assert_int_equal(list_row_at(w.list, 10), -1);
	assert_int_equal(list_row_at(w.list, -1), -1);
	assert_int_equal(list_title_at(w.list, 0), -1);
	assert_int_equal(list_title_at(w.list, 2), 0);
	assert_int_equal(list_title_at(w.list, 19), 2);
	assert_int_equal(list_title_at(w.list, 500), -1);
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes),
		cmocka_unit_test(sideways),
		cmocka_unit_test(matches_are_shown),
		cmocka_unit_test(numbers_are_never_cut),
		cmocka_unit_test(hostile_text),
		cmocka_unit_test(moves),
		cmocka_unit_test(missing_rows_are_told),
		cmocka_unit_test(windows_shift),
		cmocka_unit_test(the_end_is_drawn_when_it_comes),
		cmocka_unit_test(touched_rows_are_drawn),
		cmocka_unit_test(walks_leave_the_screen_right),
		cmocka_unit_test(the_mouse_finds_rows_and_titles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
