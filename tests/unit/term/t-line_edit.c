/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include "base/text.h"
#include "term/line_edit.h"

static void
press(void *arg, const struct key *key)
{
	line_edit_key(arg, key);
}

/* The text with a bar where the cursor is. */
static char *
shown(struct line_edit *e)
{
	const char *text = line_edit_text(e);
	size_t at = line_edit_at(e);

	assert_in_range(at, 0, strlen(text));
	return xasprintf("%.*s|%s", (int)at, text, text + at);
}

static void
check(const char *text, const char *keys, const char *expected)
{
	struct line_edit *e = line_edit_new(text, NULL);
	char *got;

	screen_test_keys(keys, press, e);
	got = shown(e);
	if (strcmp(got, expected) != 0)
		fail_msg("\"%s\" after %s: %s, not %s", text, keys, got, expected);
	free(got);
	line_edit_free(e);
}

static void
keys_edit(void **state)
{
	static const struct {
		const char *text, *keys, *expected;
	} cases[] = {
		{ "", "a b c", "abc|" },
		{ "abc", "Left Left x", "ax|bc" },
		{ "abc", "Home x End y", "xabcy|" },
		{ "abc", "C-a x C-e y", "xabcy|" },
		{ "abc", "C-a C-f C-f C-b x", "ax|bc" },
		{ "abc", "Backspace Backspace", "a|" },
		{ "abc", "C-a Backspace", "|abc" },
		{ "abc", "C-a Del C-d", "|c" },
		{ "abc", "Del", "abc|" },
		{ "abc def", "Left Left C-k", "abc d|" },
		{ "abc def", "Left Left C-u", "|ef" },
		{ "band:high npu:BE", "C-w", "band:high |" },
		{ "band:high npu:BE", "C-w C-w C-w", "|" },
		{ "band:high npu:BE", "M-Backspace", "band:high npu:|" },
		{ "band:high npu:BE", "M-b M-b M-b x", "band:x|high npu:BE" },
		{ "band:high npu:BE", "C-a M-f M-f x", "band:highx| npu:BE" },
		{ "band:high npu:BE", "C-a M-d M-d", "| npu:BE" },
		{ "band:high", "M-Left M-Left M-Right x", "bandx|:high" },
		{ "abc def", "C-w C-a C-y", "def|abc " },
		{ "abc", "C-y", "abc|" },
		{ "日本é", "Left Backspace", "日|é" },
		{ "日本é", "C-a Right x", "日x|本é" },
		{ "abc", "Up Down", "abc|" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check(cases[i].text, cases[i].keys, cases[i].expected);
}

static void
marks_go_with_their_character(void **state)
{
	(void)state;
	/* e with two marks, then x */
	check("e\u0301\u0302x", "Left Left y", "y|e\u0301\u0302x");
	check("e\u0301\u0302x", "Left Backspace", "|x");
	check("e\u0301\u0302x", "C-a Del", "|x");
}

static void
what_keys_do_is_told(void **state)
{
	struct line_edit *e = line_edit_new("ab", NULL);
	struct key key = { .code = 'x' };

	(void)state;
	assert_int_equal(line_edit_key(e, &key), LINE_EDIT_CHANGED);
	key.code = KEYC_LEFT;
	assert_int_equal(line_edit_key(e, &key), LINE_EDIT_MOVED);
	key.code = KEYC_HOME;
	line_edit_key(e, &key);
	key.code = KEYC_BACKSPACE;
	assert_int_equal(line_edit_key(e, &key), LINE_EDIT_MOVED);
	key.code = KEYC_F1;
	assert_int_equal(line_edit_key(e, &key), LINE_EDIT_UNUSED);
	key.code = KEYC_ENTER;
	assert_int_equal(line_edit_key(e, &key), LINE_EDIT_UNUSED);
	key.code = KEYC_ALT | 'x';
	assert_int_equal(line_edit_key(e, &key), LINE_EDIT_UNUSED);
	line_edit_free(e);
}

static void
paste_is_text(void **state)
{
	static const uint32_t keys[] = { KEYC_PASTE, 'a', '\r', 1, 0x1B, '\t', 0x202E, 'b',
		KEYC_PASTE_END, KEYC_CTRL('a'), 'x' };
	struct line_edit *e = line_edit_new("", NULL);
	char *got;

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		line_edit_key(e, &(struct key){ .code = keys[i] });
	got = shown(e);
	assert_string_equal(got, "x|a    <U+202E>b");
	assert_true(text_is_clean(line_edit_text(e), strlen(line_edit_text(e)), TEXT_LINE));
	free(got);
	line_edit_free(e);
}

static void
length_is_bounded(void **state)
{
	struct line_edit *e = line_edit_new("", NULL);

	(void)state;
	for (int i = 0; i < LINE_EDIT_MOST + 10; i++)
		line_edit_key(e, &(struct key){ .code = 'a' });
	assert_int_equal(strlen(line_edit_text(e)), LINE_EDIT_MOST);
	assert_int_equal(line_edit_key(e, &(struct key){ .code = 'a' }), LINE_EDIT_MOVED);
	line_edit_free(e);
}

static void
parts_are_replaced(void **state)
{
	struct line_edit *e = line_edit_new("band:hi npu:BE", NULL);
	char *got;

	(void)state;
	line_edit_replace(e, 5, 7, "high");
	got = shown(e);
	assert_string_equal(got, "band:high| npu:BE");
	free(got);
	line_edit_replace(e, 100, 200, "!");
	assert_string_equal(line_edit_text(e), "band:high npu:BE!");
	line_edit_replace(e, 5, 2, "?");
	assert_string_equal(line_edit_text(e), "ba?nd:high npu:BE!");
	line_edit_set(e, "a\nb");
	assert_string_equal(line_edit_text(e), "a^Jb");
	line_edit_free(e);
}

static void
history_is_walked(void **state)
{
	struct line_history *h = line_history_new(3);
	struct line_edit *e;
	const char *const lines[] = { "one", "two", "", "three", "two", "four" };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		line_history_add(h, lines[i]);
	assert_int_equal(line_history_count(h), 3);
	assert_string_equal(line_history_at(h, 0), "three");
	assert_string_equal(line_history_at(h, 1), "two");
	assert_string_equal(line_history_at(h, 2), "four");
	line_history_add(h, line_history_at(h, 0)); /* one of its own */
	assert_string_equal(line_history_at(h, 2), "three");

	e = line_edit_new("typed", h);
	screen_test_keys("Up", press, e);
	assert_string_equal(line_edit_text(e), "three");
	screen_test_keys("Up Up Up Up", press, e);
	assert_string_equal(line_edit_text(e), "two");
	screen_test_keys("Down Down Down", press, e);
	assert_string_equal(line_edit_text(e), "typed");
	screen_test_keys("Down", press, e);
	assert_string_equal(line_edit_text(e), "typed");
	line_edit_free(e);
	line_history_free(h);
	line_history_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_edit),
		cmocka_unit_test(marks_go_with_their_character),
		cmocka_unit_test(what_keys_do_is_told),
		cmocka_unit_test(paste_is_text),
		cmocka_unit_test(length_is_bounded),
		cmocka_unit_test(parts_are_replaced),
		cmocka_unit_test(history_is_walked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
