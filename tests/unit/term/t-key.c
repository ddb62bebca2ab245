/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "base/text.h"
#include "term/key.h"

static void
every_key_reads_back(void **state)
{
	char name[24];
	size_t seen = 0;

	(void)state;
	for (uint32_t code = 1; code < KEYC_SPECIAL + 64; code++) {
		if (code >= 0x3000 && code < KEYC_SPECIAL)
			continue; /* planes of characters, alike */
		key_format(code, name);
		/* control bytes that have a key's name are no codes of their own */
		if (!*name || (code < 0x20 && key_control((unsigned char)code) != code) ||
		    code == 0x7F || (code >= 0x80 && code < 0xA0))
			continue;
		assert_int_equal(key_parse(name), code);
		key_format(code | KEYC_ALT, name);
		assert_int_equal(key_parse(name), code | KEYC_ALT);
		seen++;
	}
	assert_in_range(seen, 0x2F00, 0x3100);
}

static void
names_are_as_written(void **state)
{
	static const struct {
		const char *name;
		uint32_t code;
	} cases[] = {
		{ "j", 'j' },
		{ "G", 'G' },
		{ "<", '<' },
		{ "é", 0xE9 },
		{ "C", 'C' },
		{ "M", 'M' },
		{ "-", '-' },
		{ "C-d", 4 },
		{ "C-D", 4 },
		{ "c-d", 4 },
		{ "M-x", KEYC_ALT | 'x' },
		{ "M-C-x", KEYC_ALT | 24 },
		{ "M-Enter", KEYC_ALT | KEYC_ENTER },
		{ "Space", ' ' },
		{ "pgdn", KEYC_PGDN },
		{ "PageDown", KEYC_PGDN },
		{ "S-Tab", KEYC_BTAB },
		{ "F1", KEYC_F1 },
		{ "f12", KEYC_F12 },
		{ "C-i", KEYC_TAB },
		{ "C-m", KEYC_ENTER },
		{ "C-[", KEYC_ESC },
		{ "C-h", KEYC_BACKSPACE },
		{ "C-_", 31 },
	};
	static const char *const not_names[] = { "", "jj", "F0", "F13", "F1x", "F01", "C-", "M-",
		"C-ab", "C-1", "C-@", "S-x", "Banana", "\x1b", "\x7f", "M-M-x" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(key_parse(cases[i].name), cases[i].code);
	for (size_t i = 0; i < ARRAY_LEN(not_names); i++)
		assert_int_equal(key_parse(not_names[i]), KEYC_NONE);
}

static void
nobody_presses_the_mouse(void **state)
{
	char name[24] = "x";

	(void)state;
	key_format(KEYC_MOUSE, name);
	assert_string_equal(name, "");
	key_format(KEYC_PASTE_END, name);
	assert_string_equal(name, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_reads_back),
		cmocka_unit_test(names_are_as_written),
		cmocka_unit_test(nobody_presses_the_mouse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
