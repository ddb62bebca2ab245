/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include "base/text.h"
#include "term/block_edit.h"
#include "term/wrap.h"

#define MOST 262144

static void
press(void *arg, const struct key *key)
{
	block_edit_key(arg, key);
}

static enum line_edit_result
code(struct block_edit *b, uint32_t c)
{
	return block_edit_key(b, &(struct key){ .code = c });
}

static void
paste(struct block_edit *b, const char *text)
{
	code(b, KEYC_PASTE);
	for (; *text; text++)
		assert_int_equal(code(b, (unsigned char)*text), LINE_EDIT_CHANGED);
	code(b, KEYC_PASTE_END);
}

/* The lines as they are shown, each in bars, with a caret where the cursor is. */
static char *
shown(struct block_edit *b)
{
	struct buf out = BUF_INIT;
	const char *text = block_edit_text(b);
	size_t at = block_edit_at(b), line, len;
	int col;

	block_edit_cursor(b, &line, &col);
	for (size_t i = 0; i < block_edit_lines(b); i++) {
		const char *s = block_edit_line(b, i, &len);
		size_t before = i == line ? at - (size_t)(s - text) : 0;
		buf_addc(&out, '|');
		if (i != line) {
			buf_add(&out, s, len);
			continue;
		}
		assert_int_equal(col, text_width(s, before));
		buf_add(&out, s, before < len ? before : len);
		buf_addc(&out, '^');
		if (before < len)
			buf_add(&out, s + before, len - before);
	}
	return buf_take(&out);
}

static void
is_shown(struct block_edit *b, const char *expected)
{
	char *got = shown(b);

	assert_string_equal(got, expected);
	free(got);
}

static void
check(const char *text, int width, const char *keys, const char *expected)
{
	struct block_edit *b = block_edit_new(text, MOST);
	char *got;

	block_edit_set_width(b, width);
	screen_test_keys(keys, press, b);
	got = shown(b);
	if (strcmp(got, expected) != 0)
		fail_msg("\"%s\" after %s: %s, not %s", text, keys, got, expected);
	free(got);
	block_edit_free(b);
}

static void
lines_are_broken(void **state)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
		{ "", "|^" },
		{ "abc", "|abc^" },
		{ "abc\n", "|abc|^" },
		{ "\n\n", "|||^" },
		{ "one two three", "|one two|three^" }, /* the blank hangs over */
		{ "one  two three", "|one  |two |three^" },
		{ "abcdefghij", "|abcdefg|hij^" },
		{ "abcdefg", "|abcdefg^" },
		{ "abcdefg ", "|abcdefg|^" },
		{ "abcdefg\nh", "|abcdefg|h^" },
		{ "ab cdefghijk", "|ab |cdefghi|jk^" },
		{ "日本語日本", "|日本語|日本^" },
		{ "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e",
		    "|e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301|e^" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		check(cases[i].text, 7, "", cases[i].expected);
	check("日本", 1, "", "|日|本^"); /* wider than the line: one a line, never none */
	check("ab", -3, "", "|a|b^");
}

static void
keys_edit(void **state)
{
	static const struct {
		const char *text, *keys, *expected;
	} cases[] = {
		{ "", "a Enter b", "|a|b^" },
		{ "ab", "Left Enter", "|a|^b" },
		{ "a\nb", "Home Backspace", "|a^b" },
		{ "a\nb", "Up End Del", "|a^b" },
		{ "one two three", "Home", "|one two|^three" },
		{ "one two three", "Up", "|one t^wo|three" }, /* a column short of its own */
		{ "one two three", "Up Home", "|^one two|three" },
		{ "one two three", "Up End", "|one two^|three" },
		{ "one two three", "Up End x", "|one |twox^ |three" },
		{ "abcdefghij", "Up End",
		    "|abcdef^g|hij" }, /* the place behind g is the next line's */
		{ "abcd\na\nabcd", "Up", "|abcd|a^|abcd" },
		{ "abcd\na\nabcd", "Up Up", "|abcd^|a|abcd" }, /* the column is kept */
		{ "abcd\na\nabcd", "Up Left Up", "|^abcd|a|abcd" },
		{ "ab\ncd", "Up Up Up", "|ab^|cd" },
		{ "ab\ncd", "Up C-a C-n C-e C-p", "|ab^|cd" },
		{ "ab cd\nef", "Up C-k", "|ab^|ef" },
		{ "ab cd\nef", "Up C-k C-k", "|ab^ef" },
		{ "ab cd\nef", "C-u C-u", "|ab cd^" },
		{ "ab cd\nef", "C-w C-w", "|ab ^" },
		{ "ab\ncd", "C-w C-y C-y", "|ab|cdcd^" },
		{ "ab\ncd", "M-b M-b M-d x", "|x^|cd" },
		{ "ab\ncd", "Left Left Left", "|ab^|cd" },
		{ "日本\n日x", "Left Up", "|日^本|日x" },
		{ "ab日\nabc", "Up", "|ab^日|abc" }, /* no half of a wide character */
		{ "e\u0301\u0302x", "Left Left y", "|y^e\u0301\u0302x" },
		{ "ae\u0301\nb", "Up Backspace", "|^e\u0301|b" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		check(cases[i].text, 7, cases[i].keys, cases[i].expected);
}

static void
what_keys_do_is_told(void **state)
{
	struct block_edit *b = block_edit_new("ab\ncd", MOST);

	(void)state;
	assert_int_equal(code(b, KEYC_DOWN), LINE_EDIT_UNUSED); /* leaves it at its edges */
	assert_int_equal(code(b, KEYC_UP), LINE_EDIT_MOVED);
	assert_int_equal(code(b, KEYC_UP), LINE_EDIT_UNUSED);
	assert_int_equal(code(b, KEYC_ENTER), LINE_EDIT_CHANGED);
	assert_int_equal(code(b, 'x'), LINE_EDIT_CHANGED);
	assert_int_equal(code(b, KEYC_LEFT), LINE_EDIT_MOVED);
	assert_int_equal(code(b, KEYC_F1), LINE_EDIT_UNUSED);
	assert_int_equal(code(b, KEYC_TAB), LINE_EDIT_UNUSED);
	assert_int_equal(code(b, KEYC_ESC), LINE_EDIT_UNUSED);
	block_edit_free(b);
	block_edit_free(NULL);
}

static void
a_paste_keeps_its_lines(void **state)
{
	struct block_edit *b = block_edit_new("<>", MOST);

	(void)state;
	code(b, KEYC_LEFT);
	paste(b, "a\rb\nc\r\nd\te\033f\001");
	assert_string_equal(block_edit_text(b), "<a\nb\nc\nd e f >");
	assert_int_equal(block_edit_at(b), strlen("<a\nb\nc\nd e f "));
	code(b, KEYC_PASTE);
	code(b, 'e');
	code(b, 0x301); /* a mark goes onto its letter, within a paste and after it */
	code(b, 0x202E);
	assert_string_equal(
	    block_edit_text(b), "<a\nb\nc\nd e f e\u0301<U+202E>>"); /* seen before its end */
	code(b, KEYC_PASTE_END);
	code(b, 'o');
	code(b, 0x308);
	assert_string_equal(block_edit_text(b), "<a\nb\nc\nd e f e\u0301<U+202E>o\u0308>");
	block_edit_free(b);
}

static void
texts_are_cleaned(void **state)
{
	struct block_edit *b = block_edit_new("a\tb\r\nc\033d\n", MOST);

	(void)state;
	assert_string_equal(block_edit_text(b), "a b\nc^[d\n");
	block_edit_set(b, "");
	is_shown(b, "|^");
	code(b, 0x301); /* nothing it could stand on */
	assert_string_equal(block_edit_text(b), "<U+0301>");
	block_edit_free(b);
}

static void
length_is_bounded(void **state)
{
	struct block_edit *b = block_edit_new("abcdefgh", 10);

	(void)state;
	paste(b, "12345");
	assert_string_equal(block_edit_text(b), "abcdefgh12");
	assert_int_equal(code(b, 'x'), LINE_EDIT_MOVED);
	assert_int_equal(code(b, KEYC_ENTER), LINE_EDIT_MOVED);
	assert_int_equal(code(b, KEYC_BACKSPACE), LINE_EDIT_CHANGED);
	assert_int_equal(code(b, 0x65E5), LINE_EDIT_MOVED); /* no part of a character */
	block_edit_set(b, "123456789e\u0301");
	assert_string_equal(block_edit_text(b), "123456789"); /* nor one without its marks */
	block_edit_free(b);
}

/* As much work as it is long: 100 kB into the middle of 100 kB, then a letter at each line. */
static void
a_huge_paste_is_quick(void **state)
{
	struct block_edit *b = block_edit_new("", MOST);
	size_t line;
	int col;

	(void)state;
	for (int part = 0; part < 2; part++) {
		code(b, KEYC_PASTE);
		for (int i = 0; i < 100000; i++)
			code(b, i % 11 == 10 ? ' ' : 'a' + (uint32_t)i % 26);
		code(b, KEYC_PASTE_END);
		block_edit_set_width(b, 40);
		block_edit_goto(b, block_edit_lines(b) / 2, 3);
	}
	assert_int_equal(strlen(block_edit_text(b)), 200000);
	for (int i = 0; i < 200; i++) {
		code(b, 'x');
		code(b, KEYC_UP);
		block_edit_cursor(b, &line, &col);
	}
	assert_int_equal(strlen(block_edit_text(b)), 200200);
	block_edit_free(b);
}

static void
the_cursor_is_put(void **state)
{
	struct block_edit *b = block_edit_new("one two three\nfour", MOST);

	(void)state;
	block_edit_set_width(b, 7);
	block_edit_goto(b, 1, 2);
	is_shown(b, "|one two|th^ree|four");
	block_edit_goto(b, 0, 99);
	is_shown(b, "|one two^|three|four");
	block_edit_goto(b, 99, -1);
	is_shown(b, "|one two|three|^four");
	block_edit_set_width(b, 40); /* and stays at its letter */
	is_shown(b, "|one two three|^four");
	block_edit_free(b);
}

static void
wrapped_texts(void **state)
{
	size_t len;
	const char *s;

	(void)state;
	assert_int_equal(wrap_count("", 5), 1);
	assert_int_equal(wrap_count("one two three", 7), 2);
	s = wrap_nth("one  two three", 7, 0, &len);
	assert_int_equal(len, 3); /* without what would hang over */
	assert_memory_equal(s, "one", len);
	s = wrap_nth("one  two three", 7, 1, &len);
	assert_int_equal(len, 3);
	assert_memory_equal(s, "two", len);
	s = wrap_nth("one", 7, 4, &len); /* it has none so far down */
	assert_int_equal(len, 0);
	assert_string_equal(s, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_broken),
		cmocka_unit_test(keys_edit),
		cmocka_unit_test(what_keys_do_is_told),
		cmocka_unit_test(a_paste_keeps_its_lines),
		cmocka_unit_test(texts_are_cleaned),
		cmocka_unit_test(length_is_bounded),
		cmocka_unit_test(a_huge_paste_is_quick),
		cmocka_unit_test(the_cursor_is_put),
		cmocka_unit_test(wrapped_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
