/* SPDX-License-Identifier: MIT
 *
 * Decoding and cleaning; text_cell.c measures and cuts what this file made clean.
 */
#include "config.h"

#include "base/text.h"

#include "base/text_table.h"

#define REPLACEMENT 0xFFFDu

enum text_class
text_class(uint32_t cp)
{
	size_t low = 0, high = ARRAY_LEN(text_runs);

	if (cp >= 0x20 && cp < 0x7F)
		return TEXT_PLAIN;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (text_runs[middle] >> 2 <= cp)
			low = middle;
		else
			high = middle;
	}
	return (enum text_class)(text_runs[low] & 3u);
}

/* How long a sequence the lead byte promises, and which second bytes keep it from being overlong, a
 * surrogate or beyond U+10FFFF (Unicode, table 3-7); 0 for a byte that cannot lead. */
static size_t
lead_length(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	*high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

size_t
text_decode(const char *s, size_t len, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;
	unsigned char low, high;
	size_t want = lead_length(u[0], &low, &high);
	uint32_t value;

	*cp = REPLACEMENT;
	if (want <= 1) {
		if (want == 1)
			*cp = u[0];
		return 1;
	}
	value = u[0] & (0x7Fu >> want);
	for (size_t i = 1; i < want; i++) {
		if (i == len || u[i] < low || u[i] > high)
			return i;
		value = value << 6 | (u[i] & 0x3Fu);
		low = 0x80;
		high = 0xBF;
	}
	*cp = value;
	return want;
}

size_t
text_encode(char *out, uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

static bool
is_noncharacter(uint32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

static void
show(struct buf *out, uint32_t cp)
{
	if (cp < 0x20 || cp == 0x7F) {
		buf_addc(out, '^');
		buf_addc(out, (char)(cp ^ 0x40));
	} else if (is_noncharacter(cp)) {
		buf_adds(out, "\xEF\xBF\xBD");
	} else {
		buf_addf(out, "<U+%04X>", (unsigned)cp);
	}
}

/* One character: may it stay as it is? *marks counts those on the present character; full at the
 * start of a line, where a mark would fall on whatever stands to the left on the screen. */
static bool
may_stay(uint32_t cp, enum text_mode mode, int *marks)
{
	enum text_class class = text_class(cp);

	if (mode == TEXT_BLOCK && (cp == '\n' || cp == '\t')) {
		*marks = TEXT_MARKS_MAX;
		return true;
	}
	if (class == TEXT_MARK)
		return (*marks)++ < TEXT_MARKS_MAX;
	*marks = 0;
	return class != TEXT_SHOWN;
}

/* Was the U+FFFD that text_decode() gave for these bytes there as such? */
static bool
is_bad(const char *s, size_t took, uint32_t cp)
{
	return cp == REPLACEMENT && (took != 3 || memcmp(s, "\xEF\xBF\xBD", 3) != 0);
}

void
text_clean(struct buf *out, const char *s, size_t len, enum text_mode mode)
{
	int marks = TEXT_MARKS_MAX;

	for (size_t at = 0, took; at < len; at += took) {
		uint32_t cp;

		took = text_decode(s + at, len - at, &cp);
		if (!may_stay(cp, mode, &marks)) {
			show(out, cp);
		} else if (is_bad(s + at, took, cp)) {
			buf_adds(out, "\xEF\xBF\xBD");
		} else {
			buf_add(out, s + at, took);
		}
	}
}

char *
text_clean_dup(const char *s, enum text_mode mode)
{
	struct buf out = BUF_INIT;

	if (s)
		text_clean(&out, s, strlen(s), mode);
	return buf_take(&out);
}

bool
text_is_clean(const char *s, size_t len, enum text_mode mode)
{
	int marks = TEXT_MARKS_MAX;

	for (size_t at = 0, took; at < len; at += took) {
		uint32_t cp;

		took = text_decode(s + at, len - at, &cp);
		if (is_bad(s + at, took, cp) || !may_stay(cp, mode, &marks))
			return false;
	}
	return true;
}

bool
text_is_valid(const char *s, size_t len)
{
	for (size_t at = 0, took; at < len; at += took) {
		uint32_t cp;

		took = text_decode(s + at, len - at, &cp);
		if (is_bad(s + at, took, cp))
			return false;
	}
	return true;
}

bool
text_same(const char *a, const char *b)
{
	return text_starts(a, b) && strlen(a) == strlen(b);
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
text_starts(const char *s, const char *prefix)
{
	for (; *prefix; s++, prefix++)
		if (lower(*s) != lower(*prefix))
			return false;
	return true;
}
