/* SPDX-License-Identifier: MIT
 *
 * The layout of text as arithmetic, the pane that scrolls it, and a chart on the screen.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include <limits.h>

#include "base/alloc.h"
#include "term/chart.h"
#include "term/pane.h"

#define GOLDEN "tests/unit/term/golden/"

static struct flow *
card(struct flow *f)
{
	flow_heading(f, "Amber line");
	flow_pair(f, "Reference", "WM-00001");
	flow_pair(f, "Run from", "West Midlands, Birmingham East");
	flow_pair(f, "Sells in", "Telford, Hereford, Shrewsbury, Aberystwyth, Bangor and Rhyl");
	flow_heading(f, "Notes");
	flow_text(f,
	    "SYNTHETIC. A text of several words that must be broken at blanks, with a "
	    "averyveryverylongwordthatfitsnowhere in it.\nAnd a second line.");
	flow_pair(f, "Empty", "");
	return f;
}

static void
check(int cols, const char *expected)
{
	struct flow *f = card(flow_new());
	struct buf out = BUF_INIT;
	size_t n = flow_lines(f, cols);

	for (size_t i = 0; i < n; i++) {
		flow_line(f, i, &out);
		buf_addc(&out, '\n');
	}
	assert_string_equal(buf_str(&out), expected);
	buf_free(&out);
	flow_free(f);
}

static void
lines_are_broken(void **state)
{
	(void)state;
	check(60,
	    "Amber line\n"
	    "Reference  WM-00001\n"
	    "Run from   West Midlands, Birmingham East\n"
	    "Sells in   Telford, Hereford, Shrewsbury, Aberystwyth,\n"
	    "           Bangor and Rhyl\n"
	    "\n"
	    "Notes\n"
	    "SYNTHETIC. A text of several words that must be broken at\n"
	    "blanks, with a averyveryverylongwordthatfitsnowhere in it.\n"
	    "And a second line.\n"
	    "Empty  \n");
	check(24,
	    "Amber line\n"
	    "Reference\n"
	    "  WM-00001\n"
	    "Run from\n"
	    "  West Midlands,\n"
	    "  Birmingham East\n"
	    "Sells in\n"
	    "  Telford, Hereford,\n"
	    "  Shrewsbury,\n"
	    "  Aberystwyth, Bangor\n"
	    "  and Rhyl\n"
	    "\n"
	    "Notes\n"
	    "SYNTHETIC. A text of\n"
	    "several words that must\n"
	    "be broken at blanks,\n"
	    "with a\n"
	    "averyveryverylongwordtha\n"
	    "tfitsnowhere in it.\n"
	    "And a second line.\n"
	    "Empty\n");
}

/* In brief every block has one line, whatever is in it. */
static void
brief_lines_keep_their_places(void **state)
{
	struct flow *f = card(flow_new());
	struct screen_test t;
	char *row;

	(void)state;
	flow_set_brief(f, true);
	for (int cols = 1; cols < 100; cols += 7)
		assert_int_equal(flow_lines(f, cols), 8);
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 8, .cols = 30 });
	assert_int_equal(flow_lines(f, 30), 8);
	for (int i = 0; i < 8; i++)
		flow_draw(f, (size_t)i, region_span(screen_region(t.screen), i, 0, 30), NULL);
	row = screen_test_row(&t, 3);
	assert_string_equal(row, "Sells in   Telford, Hereford,…");
	free(row);
	flow_set_brief(f, false);
	assert_true(flow_lines(f, 30) > 8);
	flow_free(f);
	screen_test_close(&t);
}

/* However narrow, no text is lost and it comes to an end. */
static void
nothing_is_lost(void **state)
{
	static const char text[] = "日本 e\u0301\u0302 wörd\n\n end";

	(void)state;
	for (int cols = 1; cols < 30; cols++) {
		struct flow *f = flow_new();
		struct buf out = BUF_INIT;
		size_t n;
		flow_text(f, text);
		n = flow_lines(f, cols);
		for (size_t i = 0; i < n; i++)
			flow_line(f, i, &out);
		for (const char *s = text, *at = buf_str(&out); *s; s++) {
			if (*s == ' ' || *s == '\n')
				continue;
			at = strchr(at, *s);
			assert_non_null(at);
			at++;
		}
		buf_free(&out);
		flow_free(f);
	}
}

static void
words_are_found(void **state)
{
	struct flow *f = card(flow_new());

	(void)state;
	assert_int_equal(flow_lines(f, 60), 11);
	assert_int_equal(flow_find(f, 0, true, "RHYL"), 4);
	assert_int_equal(flow_find(f, 5, true, "rhyl"), -1);
	assert_int_equal(flow_find(f, 10, false, "rhyl"), 4);
	assert_int_equal(flow_find(f, 0, true, "run from"), 2); /* labels too */
	assert_int_equal(flow_find(f, 100, true, "x"), -1);
	flow_clear(f);
	assert_int_equal(flow_lines(f, 60), 0);
	flow_free(f);
	flow_free(NULL);
}

static void
draw(struct screen_test *t, struct pane *p, bool stale)
{
	pane_draw(p, screen_region(t->screen), stale);
}

static void
panes_scroll(void **state)
{
	struct screen_test t;
	struct pane *p = pane_new();

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 6, .cols = 50 });
	card(pane_flow(p));
	draw(&t, p, false);
	screen_test_golden(&t, GOLDEN "pane-top");
	assert_int_equal(pane_page(p), 6);
	assert_false(pane_scroll(p, -1));
	assert_true(pane_scroll(p, 2));
	pane_set_match(p, "be");
	draw(&t, p, false);
	screen_test_golden(&t, GOLDEN "pane-middle");
	assert_true(pane_scroll(p, 100));
	assert_false(pane_scroll(p, 1));
	draw(&t, p, true);
	screen_test_golden(&t, GOLDEN "pane-end-stale");
	assert_true(pane_search(p, "hereford", false));
	assert_int_equal(pane_line(p), 3);
	assert_false(pane_search(p, "hereford", false));
	assert_false(pane_search(p, "nowhere at all", true));
	pane_top(p);
	assert_int_equal(pane_line(p), 0);
	assert_false(pane_search(p, "amber", false));
	flow_clear(pane_flow(p)); /* shorter now: the pane follows */
	pane_goto(p, 3);
	draw(&t, p, false);
	assert_int_equal(pane_line(p), 0);
	pane_free(p);
	screen_test_close(&t);
}

static void
panes_fit_anywhere(void **state)
{
	static const int sizes[][2] = { { 1, 1 }, { 20, 5 }, { 2, 2 }, { 40, 20 }, { 132, 43 } };
	struct screen_test t;
	struct pane *p = pane_new();

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 6, .cols = 50 });
	card(pane_flow(p));
	pane_set_match(p, "a");
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		screen_set_size(t.screen, sizes[i][1], sizes[i][0]);
		for (int step = 0; step < 40; step++) {
			draw(&t, p, step % 2);
			screen_flush(t.screen);
			pane_scroll(p, step < 20 ? 1 : -1);
		}
	}
	pane_free(p);
	screen_test_close(&t);
}

/* Two columns hold the same lines as one, whatever their number and the height. */
static void
columns_hold_every_line(void **state)
{
	struct screen_test t;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 6, .cols = 50 });
	for (int lines = 0; lines < 30; lines++) {
		for (int rows = 1; rows < 20; rows += 3) {
			struct pane *p = pane_new();
			char *dump;
			screen_set_size(t.screen, rows, 50);
			pane_set_wide(p, 50);
			for (int i = 0; i < lines; i++)
				(i % 7 ? flow_text : flow_heading)(pane_flow(p), "a line");
			draw(&t, p, false);
			assert_int_equal(pane_page(p), 2 * rows);
			dump = screen_dump(t.screen, false);
			if (lines > 0 && lines + lines / 7 <= 2 * rows - 2) {
				int seen = 0;
				for (char *s = dump; (s = strstr(s, "a line")); s++)
					seen++;
				assert_int_equal(seen, lines);
			}
			free(dump);
			pane_free(p);
		}
	}
	screen_test_close(&t);
}

static void
paint_bars(struct screen_test *t)
{
	static const struct chart_bar bars[] = {
		{ "critical", 3, PLATE_MOST, NULL },
		{ "high", 12, PLATE_MORE, NULL },
		{ "medium", 24, PLATE_LESS, NULL },
		{ "low", 0, PLATE_LEAST, NULL },
		{ "a label that is too long", 1, PLATE_PLAIN, NULL },
	};
	struct plate p = chart_plate(screen_region(t->screen));

	chart_bars(&p, bars, ARRAY_LEN(bars));
	chart_paint(screen_region(t->screen), &p);
	plate_free(&p);
}

static void
charts_are_painted(void **state)
{
	struct screen_test t;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 6, .cols = 40 });
	paint_bars(&t);
	screen_test_golden(&t, GOLDEN "chart");
	screen_set_size(t.screen, 3, 40);
	paint_bars(&t);
	screen_test_golden(&t, GOLDEN "chart-short");
	screen_set_size(t.screen, 1, 1);
	paint_bars(&t);
	screen_test_close(&t);
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 6, .cols = 40, .ascii = true });
	paint_bars(&t);
	screen_test_golden(&t, GOLDEN "chart-ascii");
	screen_test_close(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_broken),
		cmocka_unit_test(brief_lines_keep_their_places),
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(words_are_found),
		cmocka_unit_test(panes_scroll),
		cmocka_unit_test(panes_fit_anywhere),
		cmocka_unit_test(columns_hold_every_line),
		cmocka_unit_test(charts_are_painted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
