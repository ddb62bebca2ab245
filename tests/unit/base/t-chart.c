/* SPDX-License-Identifier: MIT
 *
 * Charts as text: what they look like, and that no number and no width breaks them.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/chart.h"
#include "base/text.h"

static void
expect(struct plate *p, const char *text)
{
	struct buf got = BUF_INIT;

	plate_text(p, &got);
	plate_free(p);
	assert_string_equal(buf_str(&got), text);
	buf_free(&got);
}

static void
values_are_in_scale(void **state)
{
	char text[32];

	(void)state;
	assert_int_equal(chart_eighths(0, 10, 20), 0);
	assert_int_equal(chart_eighths(-5, 10, 20), 0);
	assert_int_equal(chart_eighths(10, 10, 20), 160);
	assert_int_equal(chart_eighths(5, 10, 20), 80);
	assert_int_equal(chart_eighths(1, 1000000, 20), 1); /* something is never nothing */
	assert_int_equal(chart_eighths(20, 10, 20), 160);
	assert_int_equal(chart_eighths(1, 0, 20), 0);
	assert_int_equal(chart_shade(0, 100), 0);
	assert_int_equal(chart_shade(1, LONG_MAX), 1);
	assert_int_equal(chart_shade(25, 100), 1);
	assert_int_equal(chart_shade(26, 100), 2);
	assert_int_equal(chart_shade(100, 100), 4);
	assert_int_equal(chart_shade(-1, 100), 0);
	assert_int_equal(chart_round_up(-3), 1);
	assert_int_equal(chart_round_up(174), 200);
	assert_int_equal(chart_round_up(21), 50);
	assert_true(chart_round_up(LONG_MAX) == LONG_MAX);
	assert_true(chart_add(LONG_MAX, 1) == LONG_MAX);
	assert_true(chart_add(LONG_MIN, -1) == LONG_MIN);
	assert_string_equal(chart_number(1234567, 9, text), "1,234,567");
	assert_string_equal(chart_number(1234567, 7, text), "1234567");
	assert_string_equal(chart_number(1234567, 5, text), "1234k");
	assert_string_equal(chart_number(1234567, 3, text), "1m");
	assert_string_equal(chart_number(-1500, 4, text), "-1k");
	assert_string_equal(chart_number(LONG_MIN, 40, text), "-9,223,372,036,854,775,808");
}

static void
bars_have_their_numbers(void **state)
{
	static const struct chart_bar bars[] = { { "High", 12, PLATE_MORE, "2 late" },
		{ "Medium", 24, PLATE_LESS, NULL }, { "Low", 0, PLATE_LEAST, NULL },
		{ "Change", -3, PLATE_PLAIN, NULL } };
	struct plate p;

	(void)state;
	plate_init(&p, 4, 30, true);
	assert_int_equal(chart_bars(&p, bars, 4), 4);
	expect(&p, "High   12 ██████▌ 2 late\nMedium 24 █████████████\nLow     0\nChange -3\n");
	plate_init(&p, 3, 30, false);
	assert_int_equal(chart_bars(&p, bars, 4), 3);
	expect(&p, "High   12 ####### 2 late\nMedium 24 #############\nand 2 more\n");
	plate_init(&p, 4, 12, false);
	assert_int_equal(chart_bars(&p, bars, 4), 4);
	expect(&p, "High 12 ##\nMed~ 24 ####\nLow   0\nCha~ -3\n");
}

static void
parts_have_a_column_each(void **state)
{
	static const struct chart_parts parts = { { "Critical", "High", "Low" }, 3 };
	static const struct chart_stack stacks[] = { { "24 Oct", { 2, 4, 6 } },
		{ "31 Oct", { 4, 0, 20 } } };
	struct plate p;

	(void)state;
	plate_init(&p, 3, 60, true);
	assert_int_equal(chart_stacks(&p, &parts, stacks, 2), 3);
	expect(&p,
	    "       █ Critical ▓ High ▒ Low Total\n"
	    "24 Oct          2      4     6    12 ██▓▓▓▓▒▒▒▒▒▒\n"
	    "31 Oct          4      0    20    24 ████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒\n");
	plate_init(&p, 2, 30, false);
	assert_int_equal(chart_stacks(&p, &parts, stacks, 2), 2);
	expect(&p, "       # ~ + ~ = ~ Total\nand 2 more\n");
}

static void
lines_end_in_their_numbers(void **state)
{
	static const long now[] = { 10, 20, 40 }, then[] = { 5, 10, 15, 20 };
	static const char *const month[] = { "Apr", "May", "Jun", "Jul" };
	static const struct chart_axis axis = { month, 4 };
	static const struct chart_line lines[] = { { "22/23", now, 3 }, { "21/22", then, 4 } };
	struct plate p;

	(void)state;
	plate_init(&p, 8, 26, false);
	assert_int_equal(chart_lines(&p, &axis, lines, 2), 8);
	expect(&p,
	    "* 22/23 40   o 21/22 20\n"
	    "   50               *\n"
	    "                 ***\n"
	    "            *****ooooooooo\n"
	    "    0     **oooooo\n"
	    "        Apr  May  Jun  Jul\n"
	    "22/23    10   20   40\n"
	    "21/22     5   10   15   20\n");
	plate_init(&p, 3, 12, true);
	assert_int_equal(chart_lines(&p, &axis, lines, 1), 3);
	plate_free(&p);
}

static void
a_point_is_drawn(void **state)
{
	static const long one[] = { 7 };
	static const struct chart_axis axis = { NULL, 1 };
	static const struct chart_line line = { "All", one, 1 };
	struct plate p;

	(void)state;
	plate_init(&p, 4, 12, true);
	chart_lines(&p, &axis, &line, 1);
	expect(&p, "━ All 7\n 10        ⠄\n  0\nAll        7\n");
}

static void
a_matrix_shows_numbers_and_shades(void **state)
{
	static const char *const rows[] = { "Staffordshire", "Police Scotland" };
	static const char *const cols[] = { "BE", "BW", "Coventry" };
	static const long values[] = { 12, 3, 0, 1, 6, 9 };
	const struct chart_matrix m = { "Sold in", rows, cols, 2, 3, values, true, true };
	struct chart_matrix_fit fit;
	struct plate_place at;
	struct plate p;

	(void)state;
	plate_init(&p, 6, 60, true);
	chart_matrix_fit(&m, &p, (struct chart_cell){ 0, 0 }, &fit);
	assert_int_equal(chart_matrix(&p, &m, &fit), 4);
	expect(&p,
	    "Sold in               BE       BW Coventry Total\n"
	    "Staffordshire        12█       3░       ·     15\n"
	    "Police Scotland       1░       6▒       9▓    16\n"
	    "Total                13        9        9     31\n");
	at = chart_matrix_at(&fit, (struct chart_cell){ 1, 2 });
	assert_int_equal(at.row, 2);
	assert_int_equal(at.col, 15 + 2 * 9);
	assert_int_equal(chart_matrix_at(&fit, (struct chart_cell){ 2, 0 }).cells, 0);
	/* So narrow that a column is left out: the one asked for is in sight. */
	plate_init(&p, 3, 12, false);
	chart_matrix_fit(&m, &p, (struct chart_cell){ 1, 2 }, &fit);
	assert_int_equal(fit.col0, 1);
	assert_int_equal(fit.row0, 1);
	assert_true(fit.more_left);
	assert_false(fit.more_right);
	chart_matrix(&p, &m, &fit);
	expect(&p, "Sol~< BW Co~\nPol~  6:  9+\nTot~  9   9\n");
}

static void
tiles_stand_on_their_ground(void **state)
{
	static const struct chart_tile tiles[] = { { 0, 1, "WS", "Walsall", 4, NULL },
		{ 1, 0, "DY", "Dudley", 0, NULL }, { 1, 1, "BW", "Birmingham West", 8, NULL } };
	struct chart_tiles_fit fit;
	struct plate p;

	(void)state;
	plate_init(&p, 6, 20, false);
	chart_tiles_fit(tiles, 3, &p, &fit);
	assert_int_equal(chart_tiles(&p, tiles, 3, &fit), 6);
	expect(&p, "          Walsall\n          4 :::::::\n\nDudley    BW\n0 ------- 8 #######\n");
	plate_init(&p, 3, 20, false);
	chart_tiles_fit(tiles, 3, &p, &fit);
	assert_int_equal(fit.rows, 0);
	assert_int_equal(chart_tiles(&p, tiles, 3, &fit), 0);
	plate_free(&p);
}

static void
sparks_rise_and_fall(void **state)
{
	static const long rise[] = { 0, 1, 2, 3, 4, 5, 6, 7 }, flat[] = { 5, 5 };
	static const long wide[] = { LONG_MIN, 0, LONG_MAX };
	struct buf out = BUF_INIT;

	(void)state;
	chart_spark(&out, rise, 8, true);
	assert_string_equal(buf_str(&out), "▁▂▃▄▅▆▇█");
	buf_clear(&out);
	chart_spark(&out, rise, 8, false);
	assert_string_equal(buf_str(&out), "_.:-=+*#");
	buf_clear(&out);
	chart_spark(&out, flat, 2, false);
	assert_string_equal(buf_str(&out), "==");
	buf_clear(&out);
	chart_spark(&out, wide, 3, false);
	assert_string_equal(buf_str(&out), "_=#");
	buf_clear(&out);
	chart_spark(&out, NULL, 0, true);
	assert_string_equal(buf_str(&out), "");
	buf_free(&out);
}

#define MOST 6

/* Labels and numbers nobody should hand in. */
static const char *const labels[MOST] = { "", "a", "Ωμέγα", "宽的名字很长", "Devon & Cornwall",
	"a name that goes on and on and on and on and on and on" };
static const long numbers[MOST] = { 0, 1, -1, LONG_MAX, LONG_MIN, 999999 };

static void
draw(struct plate *p, int kind, size_t n)
{
	struct chart_bar bars[MOST];
	struct chart_stack stacks[MOST];
	struct chart_tile tiles[MOST];
	struct chart_parts parts = { .n = CHART_PARTS };
	const struct chart_axis axis = { labels, n };
	const struct chart_line lines[] = { { "one", numbers, n }, { "two", numbers + 1, n / 2 } };
	struct chart_matrix m = { labels[5], labels, labels, n, n, NULL, true, true };
	long values[MOST * MOST];
	struct chart_matrix_fit fit;
	struct chart_tiles_fit tiling;

	for (size_t i = 0; i < MOST; i++) {
		bars[i] =
		    (struct chart_bar){ labels[i], numbers[i], PLATE_PLAIN, labels[MOST - 1 - i] };
		stacks[i] = (struct chart_stack){ labels[i], { numbers[i], numbers[3], 5, 6 } };
		parts.name[i % CHART_PARTS] = labels[i];
		tiles[i] = (struct chart_tile){ (int)i / 3, (int)i % 3, "AB", labels[i], numbers[i],
			i % 2 ? labels[i] : NULL };
		for (size_t k = 0; k < MOST; k++)
			values[i * MOST + k] = numbers[(i + k) % MOST];
	}
	m.value = values;
	if (kind == 0)
		chart_bars(p, bars, n);
	else if (kind == 1)
		chart_stacks(p, &parts, stacks, n);
	else if (kind == 2)
		chart_lines(p, &axis, lines, 2);
	else if (kind == 3) {
		chart_matrix_fit(&m, p, (struct chart_cell){ n ? n - 1 : 0, n ? n - 1 : 0 }, &fit);
		chart_matrix(p, &m, &fit);
	} else {
		chart_tiles_fit(tiles, n, p, &tiling);
		chart_tiles(p, tiles, n, &tiling);
	}
}

/* Every kind at every size: nothing is written beside the plate, without UTF-8 only what came in is
 * not ASCII, and the text is valid. */
static void
any_size_and_number_will_do(void **state)
{
	(void)state;
	for (int kind = 0; kind < 5; kind++)
		for (int size = 0; size < 14 * 90; size++)
			for (size_t n = 0; n <= MOST; n += n ? 5 : 1) {
				struct plate p;

				plate_init(&p, size % 14, size / 14, size % 2);
				draw(&p, kind, n);
				for (int row = 0; row < p.rows; row++) {
					const char *text = buf_str(&p.row[row].text);

					assert_true(text_width(text, strlen(text)) <= p.cols);
					assert_true(text_is_clean(text, strlen(text), TEXT_LINE));
				}
				plate_free(&p);
			}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_in_scale),
		cmocka_unit_test(bars_have_their_numbers),
		cmocka_unit_test(parts_have_a_column_each),
		cmocka_unit_test(lines_end_in_their_numbers),
		cmocka_unit_test(a_point_is_drawn),
		cmocka_unit_test(a_matrix_shows_numbers_and_shades),
		cmocka_unit_test(tiles_stand_on_their_ground),
		cmocka_unit_test(sparks_rise_and_fall),
		cmocka_unit_test(any_size_and_number_will_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
