/* SPDX-License-Identifier: MIT
 *
 * Regions, drawing and the terminal itself.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include <fcntl.h>
#include <locale.h>

#include "base/alloc.h"
#include "base/text.h"

#define GOLDEN "tests/unit/term/golden/"

static void
check_row(struct screen_test *t, int row, const char *expected)
{
	char *got = screen_test_row(t, row);

	assert_string_equal(got, expected);
	free(got);
}

static void
regions_are_clipped(void **state)
{
	struct region r = { .rows = 10, .cols = 20 }, p;

	(void)state;
	p = region_part(r, 2, 3, 4, 5);
	assert_true(p.row == 2 && p.col == 3 && p.rows == 4 && p.cols == 5);
	p = region_part(p, 1, 1, 100, 100);
	assert_true(p.row == 3 && p.col == 4 && p.rows == 3 && p.cols == 4);
	p = region_part(r, 8, 18, 5, 5);
	assert_true(p.rows == 2 && p.cols == 2);
	p = region_part(r, 10, 0, 1, 20);
	assert_true(p.rows == 0 && p.cols == 20);
	p = region_part(r, -2, -3, 4, 5);
	assert_true(p.row == 0 && p.col == 0 && p.rows == 2 && p.cols == 2);
	p = region_part(r, 0, 0, -1, -1);
	assert_true(p.rows == 0 && p.cols == 0);
	p = region_part(r, 50, 50, 3, 3);
	assert_true(p.rows == 0 && p.cols == 0);
	p = region_span(r, 4, 5, 6);
	assert_true(p.row == 4 && p.rows == 1 && p.col == 5 && p.cols == 6);
}

static void
text_is_cut_at_the_edge(void **state)
{
	struct screen_test t;
	struct region r;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 6, .cols = 10 });
	r = screen_region(t.screen);
	assert_int_equal(region_text(r, 0, 0, STYLE_NORMAL, "abcdefghijklmn"), 10);
	assert_int_equal(region_text(r, 1, 8, STYLE_NORMAL, "日本"), 2);
	assert_int_equal(region_text(r, 2, 9, STYLE_NORMAL, "日"), 0);
	assert_int_equal(region_text(r, 3, 3, STYLE_NORMAL, "e\u0301\u0302x"), 2);
	assert_int_equal(region_text(r, 6, 0, STYLE_NORMAL, "below"), 0);
	assert_int_equal(region_text(r, -1, 0, STYLE_NORMAL, "above"), 0);
	assert_int_equal(region_text(r, 0, 10, STYLE_NORMAL, "right"), 0);
	assert_int_equal(region_text(r, 0, -1, STYLE_NORMAL, "left"), 0);
	assert_int_equal(region_text(r, 5, 0, STYLE_NORMAL, "0123456789"), 10);
	check_row(&t, 0, "abcdefghij");
	check_row(&t, 1, "        日");
	check_row(&t, 2, "");
	check_row(&t, 3, "   e\u0301\u0302x");
	check_row(&t, 5, "0123456789");
	screen_test_close(&t);
}

static void
cells_are_padded_and_cut(void **state)
{
	struct screen_test t;
	struct region r;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 8, .cols = 12 });
	r = screen_region(t.screen);
	region_fill(r, STYLE_NORMAL, '.');
	region_cell(region_span(r, 0, 1, 6), STYLE_NORMAL, false, "abc");
	region_cell(region_span(r, 1, 1, 6), STYLE_NORMAL, true, "abc");
	region_cell(region_span(r, 2, 1, 6), STYLE_NORMAL, false, "abcdefgh");
	region_cell(region_span(r, 3, 1, 6), STYLE_NORMAL, true, "abcdef");
	region_cell(region_span(r, 4, 1, 6), STYLE_NORMAL, false, "日本日本");
	region_cell(region_span(r, 5, 1, 0), STYLE_NORMAL, false, "abc");
	region_cell(region_span(r, 6, 9, 6), STYLE_NORMAL, false, "abc");
	region_cell(region_span(r, 7, 1, 6), STYLE_NORMAL, false, "");
	check_row(&t, 0, ".abc   .....");
	check_row(&t, 1, ".   abc.....");
	check_row(&t, 2, ".abcde….....");
	check_row(&t, 3, ".abcdef.....");
	check_row(&t, 4, ".日本… .....");
	check_row(&t, 5, "............");
	check_row(&t, 6, ".........abc");
	check_row(&t, 7, ".      .....");
	screen_test_close(&t);
}

static void
ascii_has_twins(void **state)
{
	struct screen_test t;
	struct region r;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 4, .cols = 12, .ascii = true });
	r = screen_region(t.screen);
	assert_false(screen_utf8(t.screen));
	region_text(r, 0, 0, STYLE_NORMAL, "▲3 ▼1 …│─");
	region_text(r, 1, 0, STYLE_NORMAL, "é日€");
	region_cell(region_span(r, 2, 0, 5), STYLE_NORMAL, false, "abcdefgh");
	region_hline(r, 3, STYLE_NORMAL);
	region_vline(r, 11, STYLE_NORMAL);
	check_row(&t, 0, "^3 v1 ~|-  |");
	check_row(&t, 1, "????       |");
	check_row(&t, 2, "abcd~      |");
	check_row(&t, 3, "-----------|");
	screen_test_close(&t);
}

static void
fill_rows(struct region r)
{
	char text[24];

	for (int row = 0; row < r.rows; row++) {
		snprintf(text, sizeof text, "row%d", row % 100);
		region_cell(region_span(r, row, 0, r.cols), STYLE_NORMAL, false, text);
	}
}

static void
check_scroll(struct region r, struct screen_test *t, int by)
{
	char expected[24];

	fill_rows(r);
	region_scroll(r, 1, 5, by);
	for (int row = 0; row < r.rows; row++) {
		int from = row >= 1 && row < 6 ? row + by : row;
		char *got = screen_test_row(t, r.row + row);
		snprintf(expected, sizeof expected, "row%d", from);
		if (row >= 1 && row < 6 && (from < 1 || from > 5))
			assert_null(strstr(got, "row"));
		else
			assert_non_null(strstr(got, expected));
		free(got);
	}
}

static void
rows_scroll(void **state)
{
	struct screen_test t;
	struct region r;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 8, .cols = 12 });
	r = screen_region(t.screen);
	for (int by = -7; by <= 7; by++) {
		check_scroll(r, &t, by);
		region_clear(r);
		check_scroll(region_part(r, 0, 2, 8, 6), &t, by); /* not as wide as the screen */
		region_clear(r);
	}
	region_fill(r, STYLE_NORMAL, '#');
	region_scroll(region_part(r, 0, 2, 8, 6), 1, 5, 2);
	check_row(&t, 1, "############");
	check_row(&t, 5, "##      ####");
	screen_test_close(&t);
}

static void
styles_in_colour_and_mono(void **state)
{
	static const struct {
		const char *name;
		struct screen_test_setup setup;
	} cases[] = {
		{ GOLDEN "styles-256", { .rows = STYLE_COUNT, .cols = 30 } },
		{ GOLDEN "styles-8", { .rows = STYLE_COUNT, .cols = 30, .colours = 8 } },
		{ GOLDEN "styles-mono", { .rows = STYLE_COUNT, .cols = 30, .colours = -1 } },
		{ GOLDEN "styles-vt100", { .rows = STYLE_COUNT, .cols = 30, .term = "vt100" } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct screen_test t;
		screen_test_open(&t, &cases[i].setup);
		for (int s = 0; s < STYLE_COUNT; s++)
			region_text(screen_region(t.screen), s, 0, (enum style)s,
			    style_name((enum style)s));
		screen_test_golden(&t, cases[i].name);
		screen_test_close(&t);
	}
}

static void
a_theme_is_obeyed(void **state)
{
	struct theme theme;
	struct screen_test t;

	(void)state;
	theme_defaults(&theme);
	theme.look[STYLE_TITLE] = (struct style_look){ "reverse", "", "" };
	theme.look[STYLE_GOOD] = (struct style_look){ "", "208", "bright-black" };
	theme.look[STYLE_NEW] = (struct style_look){ "", "", "" }; /* the default holds */
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 4, .cols = 8, .theme = &theme });
	region_text(screen_region(t.screen), 0, 0, STYLE_TITLE, "title");
	region_text(screen_region(t.screen), 1, 0, STYLE_GOOD, "good");
	region_text(screen_region(t.screen), 2, 0, STYLE_NEW, "new");
	screen_test_golden(&t, GOLDEN "styles-theme");
	screen_test_close(&t);
}

/* NO_COLOR takes the colours away where nothing was asked for; empty it says nothing. */
static void
no_color_is_heeded(void **state)
{
	static const struct {
		const char *value;
		char look;
	} cases[] = { { "1", 'b' }, { "", 'R' } };
	struct screen *s;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		FILE *null = fopen("/dev/null", "r+");
		char *dump;
		setenv("NO_COLOR", cases[i].value, 1);
		assert_true(screen_open(&s,
		    &(struct screen_options){ .colours = -1,
			.term = "xterm-256color",
			.in = null,
			.out = null,
			.rows = 1,
			.cols = 1 },
		    NULL, NULL));
		region_text(screen_region(s), 0, 0, STYLE_ERROR, "e");
		dump = screen_dump(s, true);
		assert_int_equal(dump[3], cases[i].look);
		free(dump);
		screen_close(s);
		fclose(null);
	}
	unsetenv("NO_COLOR");
}

/* Whatever is drawn, on every size, shrunk and grown: nothing falls over, everything fits. */
static void
any_size_will_do(void **state)
{
	static const int sizes[][2] = { { 24, 80 }, { 1, 1 }, { 2, 2 }, { 3, 10 }, { 100, 300 },
		{ 5, 20 }, { 1, 300 }, { 100, 1 }, { 23, 79 }, { 43, 132 } };
	struct screen_test t;
	struct key key;
	int wait;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 24, .cols = 80 });
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		struct region r;
		char *dump;
		screen_set_size(t.screen, sizes[i][0], sizes[i][1]);
		assert_true(screen_key(t.screen, &key, &wait));
		assert_int_equal(key.code, KEYC_RESIZE);
		assert_false(screen_key(t.screen, &key, &wait));
		r = screen_region(t.screen);
		assert_true(r.rows == sizes[i][0] && r.cols == sizes[i][1]);
		region_fill(r, STYLE_NORMAL, 'x');
		region_text(r, r.rows - 1, r.cols - 1, STYLE_TITLE, "日");
		region_text(r, r.rows / 2, 0, STYLE_TITLE, "some text that is long enough");
		region_scroll(r, 0, r.rows, 3);
		region_restyle(r, STYLE_MATCH);
		screen_cursor(t.screen, 1000, 1000, i % 2);
		screen_flush(t.screen);
		dump = screen_dump(t.screen, true);
		assert_true(strlen(dump) >= (size_t)(2 * r.rows * (r.cols + 1) + 1));
		free(dump);
	}
	screen_set_size(t.screen, 0, -5);
	assert_int_equal(screen_rows(t.screen), 1);
	assert_int_equal(screen_cols(t.screen), 1);
	screen_set_size(t.screen, 1000000, 1000000);
	assert_in_range(screen_rows(t.screen), 100, 1000);
	screen_test_close(&t);
}

/* Every code point that the sanitiser lets through leaves the next cell where it should be. */
static void
every_code_point_keeps_its_place(void **state)
{
	struct screen_test t;
	struct buf clean = BUF_INIT;
	size_t seen = 0;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 1, .cols = 24 });
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp += cp < 0x20000 ? 1 : 257) {
		char utf8[4], *row;
		int width;
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		buf_clear(&clean);
		text_clean(&clean, utf8, text_encode(utf8, cp), TEXT_LINE);
		width = text_width(buf_str(&clean), clean.len);
		if (text_class(cp) == TEXT_MARK)
			continue; /* needs a character to stand on */
		region_clear(screen_region(t.screen));
		assert_int_equal(
		    region_text(screen_region(t.screen), 0, 0, STYLE_NORMAL, buf_str(&clean)),
		    width);
		region_text(screen_region(t.screen), 0, width, STYLE_NORMAL, "|");
		row = screen_dump(t.screen, false);
		if (strncmp(row, buf_str(&clean), clean.len) != 0 || row[clean.len] != '|')
			fail_msg("U+%04X (%s) is shown as %s", (unsigned)cp, buf_str(&clean), row);
		free(row);
		seen++;
	}
	assert_true(seen > 100000);
	buf_free(&clean);
	screen_test_close(&t);
}

static void
keys_come_from_the_terminal(void **state)
{
	struct screen_test t;
	struct key key;
	int wait;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 2, .cols = 2 });
	assert_false(screen_key(t.screen, &key, &wait));
	assert_int_equal(wait, -1);
	assert_false(screen_at_end(t.screen));
	screen_test_bytes(&t, "j\033OB\033[1;2A\033", 11);
	assert_true(screen_key(t.screen, &key, &wait));
	assert_int_equal(key.code, 'j');
	assert_true(screen_key(t.screen, &key, &wait));
	assert_int_equal(key.code, KEYC_DOWN);
	assert_true(screen_key(t.screen, &key, &wait));
	assert_int_equal(key.code, KEYC_S_UP);
	if (!screen_key(t.screen, &key, &wait)) { /* unless the machine stood still for 25 ms */
		assert_in_range(wait, 1, 25);
		screen_test_bytes(&t, "x", 1);
		assert_true(screen_key(t.screen, &key, &wait));
		assert_int_equal(key.code, KEYC_ALT | 'x');
	}
	close(t.typing);
	t.typing = open("/dev/null", O_WRONLY);
	assert_false(screen_key(t.screen, &key, &wait));
	assert_true(screen_at_end(t.screen));
	screen_test_close(&t);
}

static void
unknown_terminals_fall_back(void **state)
{
	static const struct {
		const char *term, *warning;
	} cases[] = {
		{ "nonesuch",
		    "terminal type \"nonesuch\" is not known or too simple: using vt100" },
		{ "dumb", "terminal type \"dumb\" is not known or too simple: using vt100" },
		{ "", "TERM is not set: using vt100" },
		{ "a\033[2Jb",
		    "terminal type \"a^[[2Jb\" is not known or too simple: using vt100" },
		{ "../../etc/passwd",
		    "terminal type \"../../etc/passwd\" is not known or too simple: using vt100" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct error warning = ERROR_INIT, err = ERROR_INIT;
		FILE *null = fopen("/dev/null", "r+");
		struct screen *s;
		assert_true(screen_open(&s,
		    &(struct screen_options){
			.term = cases[i].term, .in = null, .out = null, .rows = 5, .cols = 5 },
		    &warning, &err));
		assert_string_equal(warning.text, cases[i].warning);
		assert_true(*warning.hint);
		screen_close(s);
		fclose(null);
	}
}

/* Without a terminal there is a message and a way out, and the process goes on. */
static void
no_terminal_is_an_error(void **state)
{
	struct error err = ERROR_INIT;
	struct screen *s = NULL;
	int kept = dup(STDIN_FILENO), null = open("/dev/null", O_RDONLY);

	(void)state;
	dup2(null, STDIN_FILENO);
	assert_false(
	    screen_open(&s, &(struct screen_options){ .term = "xterm-256color" }, NULL, &err));
	dup2(kept, STDIN_FILENO);
	close(kept);
	close(null);
	assert_string_equal(err.text, "standard input is not a terminal");
	assert_true(*err.hint);
	assert_null(s);
}

/* What the terminal was told to do at the start is taken back at the end. */
static void
modes_are_taken_back(void **state)
{
	static const char *const pairs[][2] = { { "\033[?1049h", "\033[?1049l" },
		{ "\033[?2004h", "\033[?2004l" }, { "\033[?1h", "\033[?1l" },
		{ "\033[?1000h", "\033[?1000l" }, { "\033[?1006h", "\033[?1006l" },
		{ "\033[?25l", "\033[?12l\033[?25h" } };
	FILE *null = fopen("/dev/null", "r"), *out = tmpfile();
	char *bytes = xcalloc(1, 65536);
	struct screen *s;

	(void)state;
	assert_true(screen_open(&s,
	    &(struct screen_options){
		.term = "xterm-256color", .mouse = true, .in = null, .out = out },
	    NULL, NULL));
	assert_true(screen_mouse(s));
	region_text(screen_region(s), 0, 0, STYLE_TITLE, "text");
	screen_cursor(s, 0, 0, false);
	screen_flush(s);
	screen_close(s);
	assert_true(pread(fileno(out), bytes, 65535, 0) > 0);
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		const char *on = strstr(bytes, pairs[i][0]);
		assert_non_null(on);
		assert_non_null(strstr(on, pairs[i][1]));
	}
	free(bytes);
	fclose(null);
	fclose(out);
}

static void
the_mouse_is_switched(void **state)
{
	struct screen_test t;

	(void)state;
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 2, .cols = 2 });
	assert_false(screen_mouse(t.screen));
	screen_set_mouse(t.screen, true);
	assert_true(screen_mouse(t.screen));
	screen_set_mouse(t.screen, false);
	assert_false(screen_mouse(t.screen));
	screen_test_close(&t);
	screen_test_open(&t, &(struct screen_test_setup){ .rows = 2, .cols = 2, .term = "vt100" });
	screen_set_mouse(t.screen, true);
	assert_false(screen_mouse(t.screen));
	screen_test_close(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(regions_are_clipped),
		cmocka_unit_test(text_is_cut_at_the_edge),
		cmocka_unit_test(cells_are_padded_and_cut),
		cmocka_unit_test(ascii_has_twins),
		cmocka_unit_test(rows_scroll),
		cmocka_unit_test(styles_in_colour_and_mono),
		cmocka_unit_test(a_theme_is_obeyed),
		cmocka_unit_test(no_color_is_heeded),
		cmocka_unit_test(any_size_will_do),
		cmocka_unit_test(every_code_point_keeps_its_place),
		cmocka_unit_test(keys_come_from_the_terminal),
		cmocka_unit_test(unknown_terminals_fall_back),
		cmocka_unit_test(no_terminal_is_an_error),
		cmocka_unit_test(modes_are_taken_back),
		cmocka_unit_test(the_mouse_is_switched),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
