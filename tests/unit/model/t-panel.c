/* SPDX-License-Identifier: MIT
 *
 * Panels of figures: how they are gathered, how a cursor goes about in them, what a card shows.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "model/panel_chart.h"

static void
cells_find_their_place(void **state)
{
	struct panel *p = panel_new();

	(void)state;
	assert_int_equal(p->nseries, 0);
	assert_int_equal(panel_value(p, 0, 0), 0);
	panel_add(p, "2022/23", "Apr", 19, "a note");
	panel_add(p, "2022/23", "May", 20, NULL);
	panel_add(p, "2021/22", "Apr", 1, "");
	panel_add(p, "2021/22", "Jun", 3, NULL);
	panel_add(p, "2022/23", "Apr", 1, NULL); /* adds up */
	assert_int_equal(p->nseries, 2);
	assert_int_equal(p->nlabels, 3);
	assert_string_equal(p->note, "a note");
	assert_int_equal(panel_value(p, 0, 0), 20);
	assert_int_equal(panel_total(p, 0), 40);
	assert_int_equal(panel_sum_to(p, 0, 1), 40);
	assert_false(panel_has(p, 0, 2));
	assert_true(panel_has(p, 1, 2));
	assert_int_equal(panel_value(p, 1, 1), 0);
	assert_int_equal(panel_label(p, "Jun"), 2);
	assert_int_equal(panel_label(p, "Dec"), 3);
	assert_int_equal(panel_series(p, "2021/22"), 1);
	panel_add(p, "2021/22", "Jun", LONG_MAX, NULL);
	assert_true(panel_total(p, 1) == LONG_MAX);
	panel_free(p);
	panel_free(NULL);
}

static void
tiles_are_read(void **state)
{
	struct panel *p = panel_new();
	const char *name;
	int row, col;

	(void)state;
	panel_add(p, "Lines", "BW", 3, "2 13 Birmingham West");
	panel_add(p, "Lines", "Kent", 1, "Kent");
	panel_add(p, "Lines", "X", 1, NULL);
	panel_add(p, "Lines", "Y", 1, "-1 2 Nowhere");
	panel_add(p, "Lines", "Z", 1, "7");
	assert_true(panel_tile(p, 0, &row, &col, &name));
	assert_int_equal(row, 2);
	assert_int_equal(col, 13);
	assert_string_equal(name, "Birmingham West");
	assert_false(panel_tile(p, 1, &row, &col, &name));
	assert_string_equal(name, "Kent");
	assert_false(panel_tile(p, 2, &row, &col, &name));
	assert_string_equal(name, "X");
	assert_false(panel_tile(p, 3, &row, &col, &name));
	assert_false(panel_tile(p, 4, &row, &col, &name));
	panel_free(p);
}

static struct panel *
years(void)
{
	struct panel *p = panel_new();

	panel_add(p, "2022/23", "Apr", 19, NULL);
	panel_add(p, "2022/23", "May", 20, NULL);
	panel_add(p, "2021/22", "Apr", 1, NULL);
	panel_add(p, "2021/22", "May", 2, NULL);
	panel_add(p, "2021/22", "Jun", 3, NULL);
	return p;
}

static void
the_cursor_stays_on_cells(void **state)
{
	struct panel_cursor c = { 0, 0 };
	struct panel *p = years();

	(void)state;
	panel_cursor_move(&c, "type1", p, PANEL_LEFT);
	panel_cursor_move(&c, "type1", p, PANEL_UP);
	assert_int_equal(c.series + c.label, 0);
	panel_cursor_move(&c, "type1", p, PANEL_RIGHT);
	panel_cursor_move(&c, "type1", p, PANEL_RIGHT); /* June is not over */
	assert_int_equal(c.label, 1);
	panel_cursor_move(&c, "type1", p, PANEL_DOWN);
	panel_cursor_move(&c, "type1", p, PANEL_RIGHT);
	assert_int_equal(c.label, 2);
	panel_cursor_move(&c, "type1", p, PANEL_UP); /* nor is it up there */
	assert_int_equal(c.series, 1);
	c = (struct panel_cursor){ 0, 0 };
	panel_cursor_move(&c, "charges", p, PANEL_DOWN); /* bars go down the labels */
	assert_int_equal(c.label, 1);
	panel_cursor_move(&c, "charges", p, PANEL_LEFT);
	assert_int_equal(c.label, 1);
	panel_free(p);
}

/* Every shape at every size, whole and as a card, with the cursor on every cell: the number under
 * the cursor is the cell's own, where it is shown. */
static void
numbers_stand_under_the_cursor(void **state)
{
	static const char *const codes[] = { "type1", "charges", "disruptions", "socex", "bands",
		"standing", "closing" };
	struct panel *p = years();
	int seen = 0;

	(void)state;
	for (size_t k = 0; k < sizeof codes / sizeof *codes; k++)
		for (int size = 0; size < 20 * 90; size++)
			for (size_t i = 0; i < p->nseries; i++) {
				struct panel_cursor c = { i, 1 };
				struct plate plate;
				struct plate_place at;
				char number[32], *shown;
				const char *row;
				size_t from, len;

				plate_init(&plate, size % 20, size / 20, size % 2);
				at = panel_chart_at(&plate, codes[k], p, &c);
				panel_chart(&plate, codes[k], p, &c);
				if (at.cells > 3 && at.row < plate.rows &&
				    at.col + at.cells <= plate.cols) {
					row = buf_str(&plate.row[at.row].text);
					from = text_fit(row, strlen(row), at.col, NULL);
					len = text_fit(
					    row + from, strlen(row + from), at.cells, NULL);
					shown = xstrndup(row + from, len);
					snprintf(number, sizeof number, "%ld",
					    strcmp(codes[k], "type1") == 0
						? panel_sum_to(p, i, 1)
						: panel_value(p,
						      panel_shape(codes[k]) == PANEL_BARS ? 0 : i,
						      1));
					assert_non_null(strstr(shown, number));
					free(shown);
					seen++;
				}
				plate_free(&plate);
				plate_init(&plate, size % 20, size / 20, size % 2);
				panel_card(&plate, codes[k], p);
				plate_free(&plate);
			}
	assert_true(seen > 10000);
	panel_free(p);
}

static void
an_empty_panel_is_drawn(void **state)
{
	static const char *const codes[] = { "type1", "charges", "disruptions", "bands",
		"standing" };
	struct panel *p = panel_new();
	struct panel_cursor c = { 0, 0 };

	(void)state;
	for (size_t k = 0; k < sizeof codes / sizeof *codes; k++) {
		struct plate plate;

		plate_init(&plate, 6, 26, true);
		panel_card(&plate, codes[k], p);
		plate_free(&plate);
		plate_init(&plate, 6, 26, true);
		panel_chart(&plate, codes[k], p, &c);
		assert_int_equal(panel_chart_at(&plate, codes[k], p, &c).cells, 0);
		plate_free(&plate);
	}
	panel_free(p);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_find_their_place),
		cmocka_unit_test(tiles_are_read),
		cmocka_unit_test(the_cursor_stays_on_cells),
		cmocka_unit_test(numbers_stand_under_the_cursor),
		cmocka_unit_test(an_empty_panel_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
