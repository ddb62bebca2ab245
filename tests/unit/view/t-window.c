/* SPDX-License-Identifier: MIT
 *
 * The window with pages of three rows and room for nine: every move over a listing held whole
 * beside it, with answers that come at once, late or in the middle; both ends; rows that come and
 * go between two pages.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "fake_source.h"
#include "term/list.h"
#include "view/window.h"

#define LINES 40
#define ROWS 5 /* of the screen: a title and four lines */

struct world {
	struct fake *fake;
	struct list *list;
	struct window *window;
	struct screen *screen;
	FILE *in, *out;
	unsigned loaded, missed, failed;
};

static void
no_cell(void *arg, size_t row, int column, struct list_cell *cell)
{
	(void)arg;
	(void)row;
	(void)column;
	*cell = (struct list_cell){ .text = "x", .style = STYLE_NORMAL };
}

static bool
no_mark(void *arg, size_t row)
{
	(void)arg;
	(void)row;
	return false;
}

static void
on_changed(void *arg)
{
	struct world *w = arg;

	if (w->screen)
		list_draw(w->list, screen_region(w->screen), false);
}

static void
on_loaded(void *arg)
{
	((struct world *)arg)->loaded++;
}

static void
on_missed(void *arg, enum seek_kind kind)
{
	(void)kind;
	((struct world *)arg)->missed++;
}

static void
on_failed(void *arg, const struct error *err)
{
	assert_true(error_is_set(err));
	((struct world *)arg)->failed++;
}

static void
world_open(struct world *w, size_t lines, const struct window_query *q)
{
	static const struct list_ops list_ops = { .cell = no_cell, .marked = no_mark };
	static const struct window_events events = { on_changed, on_loaded, on_missed, on_failed };
	static const struct list_column column = { .id = 1, .title = "x", .width = 4 };
	struct theme theme;
	struct screen_options options = {
		.theme = &theme, .term = "vt100", .rows = ROWS, .cols = 20
	};

	*w = (struct world){ .in = fopen("/dev/null", "re"), .out = fopen("/dev/null", "we") };
	theme_defaults(&theme);
	options.in = w->in;
	options.out = w->out;
	assert_true(screen_open(&w->screen, &options, NULL, NULL));
	w->fake = fake_new(lines, 0);
	w->list = list_new(&list_ops, w);
	list_set_columns(w->list, &column, 1);
	w->window = window_new(fake_source(w->fake), LISTING_GRID, w->list, &events, w);
	list_draw(w->list, screen_region(w->screen), true);
	window_open(w->window, q, ROWS - 1, NULL);
}

static void
world_close(struct world *w)
{
	window_free(w->window);
	list_free(w->list);
	screen_close(w->screen);
	assert_int_equal(fake_source(w->fake)->ops->pending(fake_source(w->fake)), 0);
	fake_free(w->fake);
	fclose(w->in);
	fclose(w->out);
}

static const struct window_query everything = { .sort = -1 };

/* Lines of the fake source stand in ranked order: its number is a line's place, from 0. */
static long
place(const struct world *w)
{
	const struct row *row = window_current(w->window);

	return row ? strtol(row->id + 24, NULL, 10) : -1;
}

static void
first_page_first(void **state)
{
	struct world w;

	(void)state;
	world_open(&w, LINES, &everything);
	assert_int_equal(fake_asked(w.fake), 1);
	assert_false(window_settled(w.window));
	assert_true(window_busy(w.window));
	assert_null(window_current(w.window));
	fake_answer(w.fake);
	assert_int_equal(w.loaded, 1);
	assert_int_equal(window_rows(w.window), ROWS - 1);
	assert_int_equal(place(&w), 0);
	assert_string_equal(window_rank_of(w.window, 0), "");
	fake_answer_all(w.fake);
	assert_string_equal(window_rank_of(w.window, 0), "1");
	assert_int_equal(window_position(w.window), 1);
	assert_int_equal(window_total(w.window), LINES);
	world_close(&w);
}

/* A step of a walk; returns where the cursor then is in a listing held whole. */
static long
step(struct world *w, unsigned kind, long at)
{
	switch (kind % 6) {
	case 0:
		window_move(w->window, LIST_DOWN, 1);
		return at + 1 < LINES ? at + 1 : at;
	case 1:
		window_move(w->window, LIST_UP, 1);
		return at > 0 ? at - 1 : at;
	case 2:
		window_move(w->window, LIST_DOWN, 7);
		return at + 7 < LINES ? at + 7 : LINES - 1;
	case 3:
		window_move(w->window, LIST_UP, 7);
		return at > 7 ? at - 7 : 0;
	case 4:
		window_first(w->window);
		return 0;
	default:
		window_last(w->window);
		return LINES - 1;
	}
}

static void
every_move_as_if_all_were_held(void **state)
{
	struct world w;
	unsigned random = 12345, i;
	long at = 0;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer_all(w.fake);
	for (i = 0; i < 3000; i++) {
		random = random * 1103515245u + 12345u;
		at = step(&w, random >> 16, at);
		fake_answer_all(w.fake);
		assert_int_equal(place(&w), at);
		assert_true(window_rows(w.window) <= WINDOW_MAX + 4 * (7 + ROWS));
		if (window_position(w.window))
			assert_int_equal(window_position(w.window), at + 1);
	}
	world_close(&w);
}

static void
moves_go_on_when_rows_come(void **state)
{
	struct world w;
	int i;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer(w.fake);
	for (i = 0; i < 30; i++)
		window_move(w.window, LIST_DOWN, 1);
	assert_true(window_busy(w.window));
	assert_int_equal(place(&w), ROWS - 2); /* as far as rows are held */
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 30);
	assert_false(window_busy(w.window));
	for (i = 0; i < 3; i++)
		window_move(w.window, LIST_PAGE_UP, 1);
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 30 - 3 * (ROWS - 1));
	world_close(&w);
}

static void
a_move_back_takes_back_what_was_wanted(void **state)
{
	struct world w;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer(w.fake);
	window_move(w.window, LIST_DOWN, 20);
	window_move(w.window, LIST_UP, 1);
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), ROWS - 3);
	world_close(&w);
}

static void
inside_what_is_held_nobody_is_asked(void **state)
{
	struct world w;
	size_t asked;

	(void)state;
	world_open(&w, 8, &everything);
	fake_answer_all(w.fake);
	assert_true(window_whole(w.window));
	asked = fake_asked(w.fake);
	window_move(w.window, LIST_DOWN, 1);
	window_last(w.window);
	window_first(w.window);
	window_move(w.window, LIST_PAGE_DOWN, 1);
	assert_int_equal(fake_asked(w.fake), asked);
	assert_int_equal(place(&w), ROWS - 1);
	world_close(&w);
}

static void
jumps_lead_where_they_say(void **state)
{
	struct world w;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer_all(w.fake);
	window_rank(w.window, 31);
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 30);
	window_rank(w.window, 1000);
	fake_answer_all(w.fake);
	assert_int_equal(w.missed, 1);
	assert_int_equal(place(&w), 30);
	window_find(w.window, "L-1074", false); /* the third: round the end */
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 2);
	window_find(w.window, "L-1037", true);
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 1);
	window_find(w.window, "nowhere", false);
	fake_answer_all(w.fake);
	assert_int_equal(w.missed, 2);
	assert_int_equal(place(&w), 1);
	world_close(&w);
}

static void
a_reload_follows_the_row(void **state)
{
	struct world w;
	size_t offset;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer_all(w.fake);
	window_rank(w.window, 21);
	fake_answer_all(w.fake);
	window_move(w.window, LIST_DOWN, 2);
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 22);
	offset = list_cursor(w.list) - list_top(w.list);
	fake_insert(w.fake, "L-9001", 99);
	fake_insert(w.fake, "L-9002", 99);
	window_reload(w.window);
	assert_int_equal(place(&w), 22); /* the rows of before stay meanwhile */
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 22);
	assert_int_equal(list_cursor(w.list) - list_top(w.list), offset);
	fake_remove(w.fake, "L-1814"); /* that row */
	window_reload(w.window);
	fake_answer_all(w.fake);
	assert_non_null(window_current(w.window));
	assert_int_equal(w.failed, 0);
	world_close(&w);
}

static void
rows_that_move_between_pages_are_held_once(void **state)
{
	struct world w;
	size_t i, k;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer(w.fake);
	fake_insert(w.fake, "L-9001", 99); /* all of the next page is one row further down */
	window_move(w.window, LIST_DOWN, 12);
	fake_answer_all(w.fake);
	for (i = 0; i < window_rows(w.window); i++)
		for (k = 0; k < i; k++)
			assert_string_not_equal(
			    window_row(w.window, i)->id, window_row(w.window, k)->id);
	assert_int_equal(place(&w), 12);
	world_close(&w);
}

static void
failures_leave_the_rows(void **state)
{
	struct world w;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer_all(w.fake);
	fake_fail(w.fake, 1, "no more");
	window_last(w.window);
	fake_answer(w.fake);
	assert_int_equal(w.failed, 1);
	assert_int_equal(place(&w), 0);
	assert_true(window_settled(w.window));
	fake_answer_all(w.fake);
	window_last(w.window);
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), LINES - 1);
	world_close(&w);
}

static void
a_cancelled_jump_leaves_the_rows(void **state)
{
	struct world w;

	(void)state;
	world_open(&w, LINES, &everything);
	fake_answer_all(w.fake);
	window_last(w.window);
	assert_true(window_cancel(w.window));
	assert_false(window_busy(w.window));
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 0);
	assert_false(window_cancel(w.window));
	world_close(&w);
}

static void
a_limit_is_the_end(void **state)
{
	static const struct window_query top = { .sort = -1, .limit = 6 };
	struct world w;

	(void)state;
	world_open(&w, LINES, &top);
	fake_answer_all(w.fake);
	assert_true(window_whole(w.window));
	assert_int_equal(window_total(w.window), 6);
	window_last(w.window);
	assert_int_equal(place(&w), 5);
	window_move(w.window, LIST_DOWN, 3);
	fake_answer_all(w.fake);
	assert_int_equal(place(&w), 5);
	world_close(&w);
}

static void
nothing_at_all(void **state)
{
	struct world w;

	(void)state;
	world_open(&w, 0, &everything);
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
	world_close(&w);
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
