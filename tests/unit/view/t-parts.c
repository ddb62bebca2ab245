/* SPDX-License-Identifier: MIT
 *
 * The parts of the screens that are arithmetic: marks, keys, columns that fit, the banner, cards.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/text.h"
#include "term/key.h"
#include "view/banner.h"
#include "view/card_grid.h"
#include "view/cells.h"
#include "view/fit.h"
#include "view/keymap.h"
#include "view/marks.h"
#include "view/place_filter.h"

static void
name_of(char id[ROW_ID_LEN + 1], unsigned i)
{
	snprintf(id, ROW_ID_LEN + 1, "00000000-0000-4000-8000-%012u", i);
}

static void
marks_are_a_set(void **state)
{
	struct marks m = MARKS_INIT;
	char id[ROW_ID_LEN + 1];
	unsigned i;

	(void)state;
	marks_remove(&m, "none");
	assert_false(marks_has(&m, "none"));
	for (i = 0; i < 500; i++) {
		name_of(id, i);
		marks_add(&m, id);
		marks_add(&m, id);
	}
	assert_int_equal(m.n, 500);
	for (i = 0; i < 500; i += 3) {
		name_of(id, i);
		marks_remove(&m, id);
	}
	for (i = 0; i < 500; i++) {
		name_of(id, i);
		assert_int_equal(marks_has(&m, id), i % 3 != 0);
	}
	marks_clear(&m);
	assert_int_equal(m.n, 0);
}

static void
keys_are_the_users(void **state)
{
	struct keymap *k = keymap_new();
	struct error err = ERROR_INIT;
	struct buf keys = BUF_INIT;

	(void)state;
	assert_int_equal(keymap_request(k, 'j'), REQ_DOWN);
	assert_int_equal(keymap_request(k, KEYC_CTRL('n')), REQ_DOWN);
	assert_true(keymap_bind(k, REQ_QUIT, "j x", &err));
	assert_int_equal(keymap_request(k, 'j'), REQ_QUIT);
	assert_int_equal(keymap_request(k, 'q'), REQ_NONE);
	keymap_keys(k, REQ_QUIT, &keys);
	assert_string_equal(buf_str(&keys), "j x");
	buf_clear(&keys);
	keymap_keys(k, REQ_DOWN, &keys);
	assert_string_equal(buf_str(&keys), "Down C-n");
	assert_false(keymap_bind(k, REQ_QUIT, "q NoSuchKeyOfAnyLengthWhatever", &err));
	assert_true(error_is_set(&err));
	assert_int_equal(keymap_request(k, 'j'), REQ_QUIT);
	assert_true(keymap_bind(k, REQ_QUIT, "", &err));
	assert_int_equal(keymap_request(k, 'x'), REQ_NONE);
	buf_free(&keys);
	keymap_free(k);
}

/* Keys of the meeting come first on its screen, and nowhere else. */
static void
keys_of_the_meeting_are_apart(void **state)
{
	struct keymap *k = keymap_new();
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(keymap_request(k, 'M'), REQ_SCREEN_MIDDLE);
	assert_int_equal(keymap_request_meeting(k, 'M'), REQ_MONITOR);
	assert_int_equal(keymap_request_meeting(k, 'j'), REQ_DOWN);
	assert_int_equal(keymap_request(k, 'K'), REQ_NONE);
	assert_true(keymap_bind(k, REQ_ADOPT, "M q", &err));
	assert_int_equal(keymap_request_meeting(k, 'M'), REQ_ADOPT);
	assert_int_equal(keymap_request_meeting(k, 'A'), REQ_MARK_NONE);
	assert_int_equal(keymap_request(k, 'M'), REQ_SCREEN_MIDDLE);
	assert_int_equal(keymap_request(k, 'q'), REQ_QUIT);
	assert_true(keymap_bind(k, REQ_QUIT, "M", &err));
	assert_int_equal(keymap_request_meeting(k, 'M'), REQ_ADOPT);
	keymap_free(k);
}

/* No two requests share a default key: the later one would silently take it. */
static void
default_keys_are_each_of_one_request(void **state)
{
	struct keymap *k = keymap_new();
	struct buf keys = BUF_INIT;
	int r;

	(void)state;
	for (r = REQ_NONE + 1; r < REQ_COUNT; r++) {
		buf_clear(&keys);
		keymap_keys(k, (enum request)r, &keys);
		assert_string_equal(buf_str(&keys), request_info((enum request)r)->keys);
	}
	buf_free(&keys);
	keymap_free(k);
}

static int
cells_down_to(const struct fit *fit, int column)
{
	int cells = 1;
	size_t i;

	for (i = 0; i < fit->n; i++) {
		cells += fit->columns[i].width + 1;
		if (fit->columns[i].id == column)
			return cells;
	}
	return -1;
}

/* The bottom line has words, not names made for typing; a new request needs none of its own. */
static void
hints_are_words(void **state)
{
	char hint[REQUEST_HINT_MAX];
	int r;

	(void)state;
	for (r = REQ_NONE + 1; r < REQ_COUNT; r++) {
		request_hint((enum request)r, hint);
		assert_int_not_equal(hint[0], '\0');
		assert_null(strpbrk(hint, "-="));
	}
	request_hint(REQ_PANE_NEXT, hint);
	assert_string_equal(hint, "next pane");
	request_hint(REQ_HALF_DOWN, hint);
	assert_string_equal(hint, "half down");
	request_hint(REQ_VIEW_DELETE, hint);
	assert_string_equal(hint, "view delete");
}

static void
shipped_columns_fit(void **state)
{
	struct layout layout;
	struct fit fit;

	(void)state;
	layout_default(LISTING_GRID, &layout);
	fit_layout(&layout, 40, 100, &fit);
	assert_true(fit.letters);
	assert_in_range(cells_down_to(&fit, GRID_CHANGE), 1, 40);
	assert_in_range(cells_down_to(&fit, GRID_BAND), 1, 40);
	fit_layout(&layout, 80, 100, &fit);
	assert_false(fit.letters);
	assert_in_range(cells_down_to(&fit, GRID_OVERDUE_TASKINGS), 1, 79);
	fit_layout(&layout, 132, 100, &fit);
	assert_in_range(cells_down_to(&fit, fit.columns[fit.n - 1].id), 1, 132);
	fit_layout(&layout, 80, 1000000, &fit);
	assert_int_equal(fit.columns[0].id, GRID_RANK);
	assert_int_equal(fit.columns[0].width, 7);
	layout.columns[3].width = 30;
	fit_layout(&layout, 40, 100, &fit);
	assert_int_equal(fit.columns[3].width, 30); /* the user's own stay */
}

static void
a_widened_name_leaves_the_rest_in_place(void **state)
{
	struct layout layout;
	struct fit fit;

	(void)state;
	layout_default(LISTING_GRID, &layout);
	assert_int_equal(layout.columns[2].column, GRID_NAME);
	layout.columns[2].width = 18;
	fit_layout(&layout, 80, 100, &fit);
	assert_int_equal(fit.columns[2].width, 18);
	assert_in_range(cells_down_to(&fit, GRID_OVERDUE_TASKINGS), 1, 80);
	fit_layout(&layout, 40, 100, &fit);
	assert_true(fit.letters);
	assert_in_range(cells_down_to(&fit, GRID_SCORE), 1, 40);
	layout.columns[2].shown = false; /* own columns are not arranged */
	fit_layout(&layout, 40, 100, &fit);
	assert_false(fit.letters);
	assert_int_equal(cells_down_to(&fit, GRID_NAME), -1);
}

static void
banner_leaves_out_what_matters_least(void **state)
{
	struct session s = { .link = LINK_UP,
		.login = "analyst1",
		.role = "analyst",
		.unit = "CLTF",
		.training = true,
		.clock_us = INT64_C(1672477200000000) };
	struct buf text = BUF_INIT;
	int cells;

	(void)state;
	banner_text(&text, &s, 0, 61 * INT64_C(1000000), 200);
	assert_string_equal(
	    buf_str(&text), "TRAINING 31 Dec 2022 09:01  analyst1 (analyst, CLTF)  connected");
	assert_int_equal(banner_next_ms(&s, 61 * INT64_C(1000000)), 59001);
	banner_text(&text, &s, 0, 0, 21);
	assert_string_equal(buf_str(&text), "TRAINING 31 Dec 09:00");
	banner_text(&text, &s, 3, 0, 28);
	assert_string_equal(buf_str(&text), "3 new  TRAINING 31 Dec 09:00");
	/* Neither is lost on forty columns beside the marking. */
	banner_text(&text, &s, 3, 0, 21);
	assert_string_equal(buf_str(&text), "3 new TRAINING 31 Dec");
	banner_text(&text, &s, 1000, 0, 21);
	assert_string_equal(buf_str(&text), "99+ new  TRAINING");
	banner_text(&text, &s, 3, 0, 14);
	assert_string_equal(buf_str(&text), "");
	s.training = false;
	banner_text(&text, &s, 1000, 0, 21);
	assert_string_equal(buf_str(&text), "99+ new  31 Dec 09:00");
	banner_text(&text, &s, 3, 0, 10);
	assert_string_equal(buf_str(&text), "3 new");
	s.training = true;
	s.link = LINK_LOST;
	banner_text(&text, &s, 0, 0, 21);
	assert_string_equal(buf_str(&text), "TRAINING 31 Dec  LOST");
	banner_text(&text, &s, 3, 0, 10);
	assert_string_equal(buf_str(&text), "LOST");
	for (cells = 4; cells < 120; cells++) {
		banner_text(&text, &s, 0, 0, cells);
		assert_true(text_width(buf_str(&text), text.len) <= cells);
		assert_non_null(strstr(buf_str(&text), "LOST"));
	}
	buf_free(&text);
}

static void
cells_say_what_they_mean(void **state)
{
	struct list_cell cell = { .text = "" };
	struct buf out = BUF_INIT;

	(void)state;
	cells_change(&out, "+3", &cell);
	assert_string_equal(cell.text, "▲3");
	assert_int_equal(cell.style, STYLE_UP);
	buf_clear(&out);
	cells_change(&out, "-12", &cell);
	assert_string_equal(cell.text, "▼12");
	buf_clear(&out);
	cells_list(&out, "a;b;c", &cell);
	assert_string_equal(cell.text, "a, b, c");
	buf_clear(&out);
	cells_count(&out, "0", '!', STYLE_WARNING, &cell);
	assert_string_equal(cell.text, "");
	cells_count(&out, "2", '!', STYLE_WARNING, &cell);
	assert_string_equal(cell.text, "2!");
	buf_free(&out);
	assert_true(cells_fall(LISTING_GRID, GRID_SCORE));
	assert_false(cells_fall(LISTING_GRID, GRID_RANK));
	assert_false(cells_fall(LISTING_GRID, GRID_NAME));
}

/* At every size each card can be brought to sight whole, and none lies beside the screen. */
static void
cards_are_in_sight(void **state)
{
	(void)state;
	for (int rows = 1; rows < 60; rows++)
		for (int cols = 1; cols < 250; cols++)
			for (size_t n = 1; n < 12; n += 3) {
				struct card_grid g;
				int top = 0;

				card_grid_fit(&g, n, rows, cols);
				assert_true(g.across * g.step <= cols + 1);
				assert_true(g.shown * g.rows <= rows);
				assert_true((size_t)(g.across * g.down) >= n);
				for (size_t i = 0; i < 2 * n; i++) {
					const size_t card = i < n ? i : 2 * n - 1 - i;
					const int row = (int)card / g.across;

					top = card_grid_top(&g, top, card);
					assert_true(top >= 0 && row >= top && row < top + g.shown);
				}
			}
}

static void
at_home_nine_cards_are_seen(void **state)
{
	struct card_grid g;

	(void)state;
	card_grid_fit(&g, 10, 21, 80);
	assert_int_equal(g.across, 3);
	assert_int_equal(g.shown, 3);
	card_grid_fit(&g, 10, 40, 132);
	assert_int_equal(g.across, 2);
	assert_int_equal(g.shown, 5);
	card_grid_fit(&g, 10, 17, 40);
	assert_int_equal(g.across, 1);
	assert_int_equal(g.shown, 3);
}

static void
places_are_units_or_forces(void **state)
{
	static const char *const wanted[] = { "npu:\"BW\"", "force:\"Devon & Cornwall\"",
		"force:\"BTP\"", "force:\"PSNI\"" };
	static const char *const places[] = { "BW", "Devon & Cornwall", "BTP", "PSNI" };
	struct terms terms = { .n = 0 };
	struct buf got = BUF_INIT;

	(void)state;
	terms_add(&terms, VOCABULARY_NPU, "BW", "Birmingham West", 1);
	for (size_t i = 0; i < 4; i++) {
		buf_clear(&got);
		place_filter(&got, &terms, places[i]);
		assert_string_equal(buf_str(&got), wanted[i]);
		if (i == 3)
			break;
		buf_clear(&got);
		place_filter(&got, NULL, places[i]);
		assert_string_equal(buf_str(&got), wanted[i]);
	}
	buf_free(&got);
	terms_free(&terms);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_a_set),
		cmocka_unit_test(keys_are_the_users),
		cmocka_unit_test(keys_of_the_meeting_are_apart),
		cmocka_unit_test(default_keys_are_each_of_one_request),
		cmocka_unit_test(hints_are_words),
		cmocka_unit_test(shipped_columns_fit),
		cmocka_unit_test(a_widened_name_leaves_the_rest_in_place),
		cmocka_unit_test(banner_leaves_out_what_matters_least),
		cmocka_unit_test(cells_say_what_they_mean),
		cmocka_unit_test(cards_are_in_sight),
		cmocka_unit_test(at_home_nine_cards_are_seen),
		cmocka_unit_test(places_are_units_or_forces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
