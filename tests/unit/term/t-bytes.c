/* SPDX-License-Identifier: MIT
 *
 * What a key costs a slow link, at 120x40: bytes are the same every time, so they may be held. The
 * screen is that of the console with the preview closed: a marking above, the list, and a row
 * counter in the bottom line.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"
#include "tests/unit/term/rows.h"

#include "term/pane.h"

#define MOVE_MOST 70	  /* bytes a cursor move inside the page */
#define PREVIEW_MOST 600  /* the same with a card of the row beside the list */
#define PAGE_MOST 13 / 10 /* times the bytes of a page's text */
#define SCROLL_MOST 2	  /* rows' text, for a move that scrolls by one */
#define ROWS_IN_ALL 1000

struct world {
	struct screen_test t;
	struct rows rows;
	struct list *list;
};

static void
draw(struct world *w, bool full)
{
	struct region r = screen_region(w->t.screen);
	char counter[32];

	if (full)
		region_text(r, 0, 0, STYLE_MARKING, "OFFICIAL-SENSITIVE (SYNTHETIC)");
	list_draw(w->list, region_part(r, 1, 0, r.rows - 2, r.cols), full);
	snprintf(counter, sizeof counter, "%zu/%d", list_cursor(w->list) + 1, ROWS_IN_ALL);
	region_cell(region_span(r, r.rows - 1, r.cols - 20, 20), STYLE_NORMAL, true, counter);
}

static void
open_world(struct world *w, const char *term)
{
	memset(w, 0, sizeof *w);
	w->rows.first = 1;
	screen_test_open(
	    &w->t, &(struct screen_test_setup){ .rows = 40, .cols = 120, .term = term });
	w->list = list_new(&rows_ops, &w->rows);
	list_set_columns(w->list, rows_columns, ROWS_COLUMNS);
	list_set_rows(w->list, ROWS_IN_ALL, true, true);
	list_set_sort(w->list, 3, true);
	draw(w, true);
	screen_test_sent(&w->t);
}

static void
close_world(struct world *w)
{
	list_free(w->list);
	screen_test_close(&w->t);
}

/* Bytes of the rows of the list as text, trailing blanks left out. */
static long
text_bytes(struct world *w)
{
	long bytes = 0;

	for (int row = 2; row < 39; row++) {
		char *text = screen_test_row(&w->t, row);
		bytes += (long)strlen(text);
		free(text);
	}
	return bytes;
}

static long
move_cost(struct world *w, enum list_move move)
{
	list_move(w->list, move, 1);
	draw(w, false);
	return screen_test_sent(&w->t);
}

static void
a_move_inside_the_page(void **state)
{
	static const char *const terms[] = { "xterm-256color", "screen-256color", "tmux-256color",
		"linux", "vt100" };

	(void)state;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct world w;
		long worst = 0, sum = 0;
		open_world(&w, terms[i]);
		for (int step = 0; step < 72; step++) {
			long bytes = move_cost(&w, step < 36 ? LIST_DOWN : LIST_UP);
			worst = bytes > worst ? bytes : worst;
			sum += bytes;
		}
		print_message(
		    "# %s: a move costs %ld bytes, %ld at most\n", terms[i], sum / 72, worst);
		assert_in_range(worst, 1, MOVE_MOST);
		close_world(&w);
	}
}

/* A card of the row, SYNTHETIC, as long as the pane is high. */
static void
fill_card(struct flow *f, size_t row)
{
	static const char *const factors[] = { "Children", "Adults", "Cuckooing", "Weapons",
		"Supply", "Reach", "Groups", "Harm" };
	static const char *const states[] = { "Active", "Developing", "Tasked", "Reported" };
	static const char *const names[] = { "Amber line", "Bravo", "Cobalt Two", "Ember Rock" };
	char text[96];

	flow_clear(f);
	snprintf(text, sizeof text, "WM-%05zu", row * 7919 % 100000);
	flow_pair(f, "Reference", text);
	flow_pair(f, "Name", names[row % 4]);
	flow_pair(f, "Status", states[row % 3]);
	flow_heading(f, "Threat");
	for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
		snprintf(text, sizeof text,
		    "%zu of 5: SYNTHETIC. %s: a reason as long as people "
		    "write them, and another one each time: %zu",
		    (row * 7 + i * 3) % 6, factors[i], row);
		flow_pair(f, factors[i], text);
	}
	flow_heading(f, "Taskings");
	for (size_t i = 0; i < row % 4; i++)
		flow_pair(f, "CLTF", "Visit the address, adopted, due 2022-12-19");
}

static void
a_move_with_a_card_beside_it(void **state)
{
	struct pane *pane = pane_new();
	struct world w;
	long sum = 0;

	(void)state;
	open_world(&w, "xterm-256color");
	flow_set_brief(pane_flow(pane), true);
	for (size_t step = 0; step < 31; step++) {
		struct region r = screen_region(w.t.screen);
		long bytes;
		list_move(w.list, LIST_DOWN, 1);
		list_draw(w.list, region_part(r, 1, 0, r.rows - 2, 70), step == 0);
		fill_card(pane_flow(pane), step);
		pane_draw(pane, region_part(r, 1, 71, r.rows - 2, 49), false);
		bytes = screen_test_sent(&w.t);
		if (step == 0) /* the pane opens */
			continue;
		assert_in_range(bytes, 1, PREVIEW_MOST);
		sum += bytes;
	}
	print_message("# a move with a card beside it costs %ld bytes\n", sum / 30);
	pane_free(pane);
	close_world(&w);
}

static void
a_move_that_scrolls(void **state)
{
	struct world w;
	long worst = 0;

	(void)state;
	open_world(&w, "xterm-256color");
	list_set_cursor(w.list, 36);
	draw(&w, false);
	screen_test_sent(&w.t);
	for (int step = 0; step < 20; step++) {
		long bytes = move_cost(&w, LIST_DOWN);
		worst = bytes > worst ? bytes : worst;
	}
	print_message("# a move that scrolls costs %ld bytes at most\n", worst);
	assert_in_range(worst, 1, SCROLL_MOST * text_bytes(&w) / 37);
	close_world(&w);
}

static void
a_page(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, "xterm-256color");
	for (int step = 0; step < 6; step++) {
		long bytes = move_cost(&w, step < 3 ? LIST_PAGE_DOWN : LIST_PAGE_UP);
		long text = text_bytes(&w);
		print_message("# a page of %ld bytes of text costs %ld\n", text, bytes);
		assert_in_range(bytes, 1, text * PAGE_MOST);
	}
	close_world(&w);
}

static void
standing_still_sends_nothing(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, "xterm-256color");
	for (int step = 0; step < 10; step++) {
		draw(&w, false);
		assert_int_equal(screen_test_sent(&w.t), 0);
	}
	draw(&w, true); /* nor does drawing the same again */
	assert_int_equal(screen_test_sent(&w.t), 0);
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_move_inside_the_page),
		cmocka_unit_test(a_move_with_a_card_beside_it),
		cmocka_unit_test(a_move_that_scrolls),
		cmocka_unit_test(a_page),
		cmocka_unit_test(standing_still_sends_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
