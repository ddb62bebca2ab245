/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "term/style.h"

static void
defaults_are_in_order(void **state)
{
	struct theme theme;
	struct error err = ERROR_INIT;

	(void)state;
	theme_defaults(&theme);
	for (int i = 0; i < STYLE_COUNT; i++) {
		assert_true(style_look_check(&theme.look[i], &err));
		assert_int_equal(style_find(style_name((enum style)i)), i);
	}
	assert_int_equal(style_find("Band1"), STYLE_BAND_1);
	assert_int_equal(style_find("bandit"), -1);
}

static void
looks_are_parsed(void **state)
{
	static const struct {
		struct style_look look;
		struct style_paint paint;
	} cases[] = {
		{ { "", "", "" }, { 0, -1, -1 } },
		{ { "bold", "red", "" }, { STYLE_BIT_BOLD, 1, -1 } },
		{ { " Bold,underline  reverse", "bright-black", "15" },
		    { STYLE_BIT_BOLD | STYLE_BIT_UNDERLINE | STYLE_BIT_REVERSE, 8, 15 } },
		{ { "dim blink", "255", "default" }, { STYLE_BIT_DIM | STYLE_BIT_BLINK, 255, -1 } },
		{ { "", "0", "Bright-White" }, { 0, 0, 15 } },
	};
	struct style_paint paint;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(style_look_parse(&cases[i].look, &paint, NULL));
		assert_int_equal(paint.bits, cases[i].paint.bits);
		assert_int_equal(paint.foreground, cases[i].paint.foreground);
		assert_int_equal(paint.background, cases[i].paint.background);
	}
}

static void
wrong_looks_are_named(void **state)
{
	static const struct {
		struct style_look look;
		const char *said;
	} cases[] = {
		{ { "bald", "", "" }, "\"bald\" is not an attribute" },
		{ { "bold underlined", "", "" }, "\"underlined\" is not an attribute" },
		{ { "", "reddish", "" }, "\"reddish\" is not a colour" },
		{ { "", "256", "" }, "\"256\" is not a colour" },
		{ { "", "-1", "" }, "\"-1\" is not a colour" },
		{ { "", "12x", "" }, "\"12x\" is not a colour" },
		{ { "", "", "bright-" }, "\"bright-\" is not a colour" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct error err = ERROR_INIT;
		assert_false(style_look_check(&cases[i].look, &err));
		assert_string_equal(err.text, cases[i].said);
		assert_true(*err.hint);
	}
}

static void
colours_fall_to_the_nearest(void **state)
{
	(void)state;
	assert_int_equal(style_colour_nearest(200, 256), 200);
	assert_int_equal(style_colour_nearest(7, 8), 7);
	assert_int_equal(style_colour_nearest(9, 8), 1);
	assert_int_equal(style_colour_nearest(196, 16), 9);  /* pure red */
	assert_int_equal(style_colour_nearest(16, 8), 0);    /* black */
	assert_int_equal(style_colour_nearest(231, 16), 15); /* white */
	assert_int_equal(style_colour_nearest(244, 16), 8);  /* grey */
	for (int colour = 0; colour < 256; colour++) {
		assert_in_range(style_colour_nearest(colour, 8), 0, 7);
		assert_in_range(style_colour_nearest(colour, 16), 0, 15);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_are_in_order),
		cmocka_unit_test(looks_are_parsed),
		cmocka_unit_test(wrong_looks_are_named),
		cmocka_unit_test(colours_fall_to_the_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
