/* SPDX-License-Identifier: MIT
 *
 * The sanitiser: every code point, every string of two bytes, marks, and the measuring of what came
 * out of it. What is expected is stated here once more, independently of the table in base/.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <locale.h>
#include <wchar.h>

#include "base/text.h"

static void
assert_cleans(const char *in, size_t len, enum text_mode mode, const char *want)
{
	struct buf out = BUF_INIT;

	text_clean(&out, in, len, mode);
	assert_string_equal(buf_str(&out), want);
	assert_true(text_is_clean(buf_str(&out), out.len, mode));
	assert_int_equal(
	    text_is_clean(in, len, mode), out.len == len && !memcmp(buf_str(&out), in, len));
	buf_free(&out);
}

static void
assert_line(const char *in, const char *want)
{
	assert_cleans(in, strlen(in), TEXT_LINE, want);
}

struct range {
	uint32_t first, last;
};

static bool
within(const struct range *r, size_t n, uint32_t cp)
{
	for (size_t i = 0; i < n; i++)
		if (cp >= r[i].first && cp <= r[i].last)
			return true;
	return false;
}

/* reference: Unicode's Bidi_Control, Cf, Zl, Zp, Default_Ignorable_Code_Point, Co */
static const struct range obeyed[] = {
	{ 0x80, 0x9F },
	{ 0xAD, 0xAD },
	{ 0x34F, 0x34F },
	{ 0x600, 0x605 },
	{ 0x61C, 0x61C },
	{ 0x6DD, 0x6DD },
	{ 0x70F, 0x70F },
	{ 0x890, 0x891 },
	{ 0x8E2, 0x8E2 },
	{ 0x115F, 0x1160 },
	{ 0x17B4, 0x17B5 },
	{ 0x180B, 0x180F },
	{ 0x200B, 0x200F },
	{ 0x2028, 0x202E },
	{ 0x2060, 0x206F },
	{ 0x3164, 0x3164 },
	{ 0xE000, 0xF8FF },
	{ 0xFE00, 0xFE0F },
	{ 0xFEFF, 0xFEFF },
	{ 0xFFA0, 0xFFA0 },
	{ 0xFFF0, 0xFFFB },
	{ 0x110BD, 0x110BD },
	{ 0x110CD, 0x110CD },
	{ 0x13430, 0x13438 },
	{ 0x1BCA0, 0x1BCA3 },
	{ 0x1D173, 0x1D17A },
	{ 0xE0000, 0xE0FFF },
	{ 0xF0000, 0x10FFFF },
};

static bool
is_noncharacter(uint32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

/* What must become of "a", the code point, "b" on one line. */
static void
expectation(uint32_t cp, const char *encoded, char *want, size_t size)
{
	if (cp < 0x20 || cp == 0x7F)
		snprintf(want, size, "a^%cb", cp == 0x7F ? '?' : (char)(cp + '@'));
	else if (is_noncharacter(cp) || (cp >= 0xD800 && cp <= 0xDFFF))
		snprintf(want, size,
		    "a\xEF\xBF\xBD"
		    "b");
	else if (within(obeyed, ARRAY_LEN(obeyed), cp) || wcwidth((wchar_t)cp) < 0)
		snprintf(want, size, "a<U+%04X>b", (unsigned)cp);
	else
		snprintf(want, size, "a%sb", encoded);
}

static void
every_code_point(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char in[8] = "a", encoded[5] = "", want[24];
		struct buf out = BUF_INIT;
		size_t n = text_encode(encoded, cp);

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue; /* encoded they are bad bytes, see bad_bytes() */
		memcpy(in + 1, encoded, n);
		in[1 + n] = 'b';
		expectation(cp, encoded, want, sizeof want);
		text_clean(&out, in, n + 2, TEXT_LINE);
		if (strcmp(buf_str(&out), want) != 0)
			fail_msg("U+%04X gives %s, not %s", (unsigned)cp, buf_str(&out), want);
		buf_free(&out);
	}
}

static void
width_is_wcwidth(void **state)
{
	(void)state;
	for (uint32_t cp = 0x20; cp <= 0x10FFFF; cp++) {
		char s[8] = "a";
		size_t n = 1 + text_encode(s + 1, cp);

		if (!text_is_clean(s, n, TEXT_LINE))
			continue;
		if (text_width(s, n) != 1 + wcwidth((wchar_t)cp))
			fail_msg("U+%04X is %d wide, wcwidth says %d", (unsigned)cp,
			    text_width(s, n) - 1, wcwidth((wchar_t)cp));
	}
}

static void
round_trip(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char s[4];
		size_t n = text_encode(s, cp);
		uint32_t back;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		assert_int_equal(text_decode(s, n, &back), n);
		assert_int_equal(back, cp);
	}
}

/* Can a sequence that begins with these two bytes still become a character? */
static bool
may_go_on(unsigned char lead, unsigned char second)
{
	uint32_t low;

	if (lead < 0xF0) {
		low = (lead & 0xFu) << 12 | (second & 0x3Fu) << 6;
		return low >= 0x800 && !(low >= 0xD800 && low < 0xE000);
	}
	low = (lead & 0x7u) << 18 | (second & 0x3Fu) << 12;
	return lead < 0xF8 && low >= 0x10000 && low <= 0x10FFFF;
}

/* The C library's decoder says which pairs are characters, bad, or too short; of the last it takes
 * some that can come to nothing. */
static void
every_two_bytes(void **state)
{
	(void)state;
	for (unsigned pair = 0; pair < 0x10000; pair++) {
		char s[3] = { (char)(pair >> 8), (char)(pair & 0xFF), '\0' };
		mbstate_t ps = { 0 };
		wchar_t wc = 0;
		uint32_t cp;
		size_t took = text_decode(s, 2, &cp), libc = mbrtowc(&wc, s, 2, &ps);

		if (libc == (size_t)-1) {
			assert_int_equal(took, 1);
			assert_int_equal(cp, 0xFFFD);
		} else if (libc == (size_t)-2) {
			assert_int_equal(
			    took, may_go_on((unsigned char)s[0], (unsigned char)s[1]) ? 2 : 1);
			assert_int_equal(cp, 0xFFFD);
		} else {
			assert_int_equal(took, libc ? libc : 1);
			assert_int_equal(cp, (uint32_t)wc);
		}
	}
}

static void
two_bytes_come_out_clean(void **state)
{
	(void)state;
	for (unsigned pair = 0; pair < 0x10000; pair++) {
		char s[2] = { (char)(pair >> 8), (char)(pair & 0xFF) };
		struct buf once = BUF_INIT, twice = BUF_INIT;

		text_clean(&once, s, 2, TEXT_LINE);
		text_clean(&twice, once.data, once.len, TEXT_LINE);
		assert_true(once.len >= 2); /* nothing is dropped */
		assert_string_equal(buf_str(&once), buf_str(&twice));
		for (size_t i = 0; i < once.len; i++)
			assert_true((unsigned char)once.data[i] >= 0x20 && once.data[i] != 0x7F);
		buf_free(&once);
		buf_free(&twice);
	}
}

/* One U+FFFD for each maximal bad part (Unicode 3.9, table 3-8 and 3-11). */
static void
bad_bytes(void **state)
{
#define R "\xEF\xBF\xBD"
	(void)state;
	assert_line("\x80", R);
	assert_line("\xC0\xAF", R R);
	assert_line("\xE0\x80\xAF", R R R);
	assert_line("\xF0\x80\x80\xAF", R R R R);
	assert_line("\xED\xA0\x80", R R R);	  /* a surrogate */
	assert_line("\xF4\x90\x80\x80", R R R R); /* beyond U+10FFFF */
	assert_line("\xE2\x82x", R "x");
	assert_line("\xF0\x9F\x98", R);
	assert_line("a\xF1\x80\x80\xE1\x80\xC2"
		    "b\x80"
		    "c",
	    "a" R R R "b" R "c");
	assert_line("\xEF\xBF\xBD", R);
	assert_line("\xEF\xBF\xBF", R); /* U+FFFF */
	assert_cleans("a\0b", 3, TEXT_LINE, "a^@b");
#undef R
}

static void
controls_are_shown(void **state)
{
	(void)state;
	assert_line("\033[31mred\007", "^[[31mred^G");
	assert_line("a\tb\r\nc", "a^Ib^M^Jc");
	assert_line("\xC2\x9B"
		    "2J",
	    "<U+009B>2J");
	assert_line("Sm\xE2\x80\x8Bith", "Sm<U+200B>ith");
	assert_line("\xE2\x80\xAEgnp.exe", "<U+202E>gnp.exe");
	assert_cleans("a\tb\r\nc\x7F", 7, TEXT_BLOCK, "a\tb^M\nc^?");
}

#define ACUTE "\xCC\x81"

static void
marks_are_bounded(void **state)
{
	(void)state;
	assert_line("e" ACUTE, "e" ACUTE);
	assert_line("e" ACUTE ACUTE ACUTE ACUTE, "e" ACUTE ACUTE ACUTE ACUTE);
	assert_line("e" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "x" ACUTE,
	    "e" ACUTE ACUTE ACUTE ACUTE "<U+0301><U+0301>x" ACUTE);
	assert_line(ACUTE ACUTE "a", "<U+0301><U+0301>a");
	assert_cleans("a\n" ACUTE, 4, TEXT_BLOCK, "a\n<U+0301>");
}

static void
null_is_empty(void **state)
{
	char *s = text_clean_dup(NULL, TEXT_LINE);

	(void)state;
	assert_string_equal(s, "");
	free(s);
	s = text_clean_dup("a\033", TEXT_LINE);
	assert_string_equal(s, "a^[");
	free(s);
}

#define WIDE "\xE6\xBC\xA2" /* a character of two cells */

static void
fit_keeps_characters_whole(void **state)
{
	int used;

	(void)state;
	assert_int_equal(text_fit("abc", 3, 2, &used), 2);
	assert_int_equal(used, 2);
	assert_int_equal(text_fit("ae" ACUTE "c", 5, 2, &used), 4);
	assert_int_equal(text_fit("a" WIDE, 4, 2, &used), 1);
	assert_int_equal(used, 1);
	assert_int_equal(text_fit("a" WIDE, 4, 3, NULL), 4);
	assert_int_equal(text_fit("abc", 3, 0, &used), 0);
	assert_int_equal(text_width("a" WIDE "e" ACUTE, 7), 4);
}

static void
assert_cell(const char *s, int cells, bool right, const char *ellipsis, const char *want)
{
	struct buf out = BUF_INIT;

	text_cell(&out, s, cells, right, ellipsis);
	assert_string_equal(buf_str(&out), want);
	buf_free(&out);
}

static void
cells_are_exact(void **state)
{
	(void)state;
	assert_cell("abc", 5, false, "~", "abc  ");
	assert_cell("abc", 5, true, "~", "  abc");
	assert_cell("abcdef", 5, false, "~", "abcd~");
	assert_cell("abcdef", 5, false, "", "abcde");
	assert_cell("abcde", 5, false, "~", "abcde");
	assert_cell(WIDE WIDE, 3, false, "~", WIDE "~");
	assert_cell(WIDE WIDE, 2, false, "~", "~ ");
	assert_cell("ab", 1, false, "~", "~");
	assert_cell("ab", 0, false, "~", "");
	assert_cell("", 2, false, "~", "  ");
}

static void
ascii_has_twins(void **state)
{
	static const char in[] = "\xE2\x96\xB2"
				 "3 \xE2\x94\x82 caf\xC3\xA9 " WIDE "e" ACUTE "\xE2\x80\xA6";
	struct buf out = BUF_INIT;

	(void)state;
	text_ascii(&out, in, sizeof in - 1);
	assert_string_equal(buf_str(&out), "^3 | caf? ??e~");
	assert_int_equal(text_width(buf_str(&out), out.len), text_width(in, sizeof in - 1));
	buf_free(&out);
}

static void
case_is_folded_for_ascii_only(void **state)
{
	(void)state;
	assert_true(text_same("Bw", "bW"));
	assert_false(text_same("bw", "bwx"));
	assert_false(text_same("\xC3\x89", "\xC3\xA9"));
	assert_true(text_starts("West Midlands", "west"));
	assert_true(text_starts("a", ""));
	assert_false(text_starts("we", "west"));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point),
		cmocka_unit_test(width_is_wcwidth),
		cmocka_unit_test(round_trip),
		cmocka_unit_test(every_two_bytes),
		cmocka_unit_test(two_bytes_come_out_clean),
		cmocka_unit_test(bad_bytes),
		cmocka_unit_test(controls_are_shown),
		cmocka_unit_test(marks_are_bounded),
		cmocka_unit_test(null_is_empty),
		cmocka_unit_test(fit_keeps_characters_whole),
		cmocka_unit_test(cells_are_exact),
		cmocka_unit_test(ascii_has_twins),
		cmocka_unit_test(case_is_folded_for_ascii_only),
	};

	if (!setlocale(LC_ALL, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
