/* SPDX-License-Identifier: MIT
 *
 * Characters that the fonts of every PDF reader lack, as groff is told of them: Nimbus Sans has
 * most; a letter they have the parts of is set as letter and accent; the rest is given by its
 * number.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "report/groff_text.h"

/* accent: groff's name of the spacing one. */
static const struct {
	uint32_t cp;
	char letter, accent[3];
} composed[] = {
	{ 0x0100, 'A', "a-" },
	{ 0x0101, 'a', "a-" },
	{ 0x0102, 'A', "ab" },
	{ 0x0103, 'a', "ab" },
	{ 0x0104, 'A', "ho" },
	{ 0x0105, 'a', "ho" },
	{ 0x0108, 'C', "a^" },
	{ 0x0109, 'c', "a^" },
	{ 0x010A, 'C', "a." },
	{ 0x010B, 'c', "a." },
	{ 0x010C, 'C', "ah" },
	{ 0x010D, 'c', "ah" },
	{ 0x010E, 'D', "ah" },
	{ 0x010F, 'd', "ah" },
	{ 0x0112, 'E', "a-" },
	{ 0x0113, 'e', "a-" },
	{ 0x0114, 'E', "ab" },
	{ 0x0115, 'e', "ab" },
	{ 0x0116, 'E', "a." },
	{ 0x0117, 'e', "a." },
	{ 0x0118, 'E', "ho" },
	{ 0x0119, 'e', "ho" },
	{ 0x011A, 'E', "ah" },
	{ 0x011B, 'e', "ah" },
	{ 0x011C, 'G', "a^" },
	{ 0x011D, 'g', "a^" },
	{ 0x0120, 'G', "a." },
	{ 0x0121, 'g', "a." },
	{ 0x0122, 'G', "ac" },
	{ 0x0123, 'g', "ac" },
	{ 0x0124, 'H', "a^" },
	{ 0x0125, 'h', "a^" },
	{ 0x0128, 'I', "a~" },
	{ 0x0129, 'i', "a~" },
	{ 0x012A, 'I', "a-" },
	{ 0x012B, 'i', "a-" },
	{ 0x012C, 'I', "ab" },
	{ 0x012D, 'i', "ab" },
	{ 0x012E, 'I', "ho" },
	{ 0x012F, 'i', "ho" },
	{ 0x0134, 'J', "a^" },
	{ 0x0135, 'j', "a^" },
	{ 0x0136, 'K', "ac" },
	{ 0x0137, 'k', "ac" },
	{ 0x0139, 'L', "aa" },
	{ 0x013A, 'l', "aa" },
	{ 0x013B, 'L', "ac" },
	{ 0x013C, 'l', "ac" },
	{ 0x013D, 'L', "ah" },
	{ 0x013E, 'l', "ah" },
	{ 0x0143, 'N', "aa" },
	{ 0x0144, 'n', "aa" },
	{ 0x0145, 'N', "ac" },
	{ 0x0146, 'n', "ac" },
	{ 0x0147, 'N', "ah" },
	{ 0x0148, 'n', "ah" },
	{ 0x014C, 'O', "a-" },
	{ 0x014D, 'o', "a-" },
	{ 0x014E, 'O', "ab" },
	{ 0x014F, 'o', "ab" },
	{ 0x0150, 'O', "a\"" },
	{ 0x0151, 'o', "a\"" },
	{ 0x0154, 'R', "aa" },
	{ 0x0155, 'r', "aa" },
	{ 0x0156, 'R', "ac" },
	{ 0x0157, 'r', "ac" },
	{ 0x0158, 'R', "ah" },
	{ 0x0159, 'r', "ah" },
	{ 0x015A, 'S', "aa" },
	{ 0x015B, 's', "aa" },
	{ 0x015C, 'S', "a^" },
	{ 0x015D, 's', "a^" },
	{ 0x0162, 'T', "ac" },
	{ 0x0163, 't', "ac" },
	{ 0x0164, 'T', "ah" },
	{ 0x0165, 't', "ah" },
	{ 0x0168, 'U', "a~" },
	{ 0x0169, 'u', "a~" },
	{ 0x016A, 'U', "a-" },
	{ 0x016B, 'u', "a-" },
	{ 0x016C, 'U', "ab" },
	{ 0x016D, 'u', "ab" },
	{ 0x016E, 'U', "ao" },
	{ 0x016F, 'u', "ao" },
	{ 0x0170, 'U', "a\"" },
	{ 0x0171, 'u', "a\"" },
	{ 0x0172, 'U', "ho" },
	{ 0x0173, 'u', "ho" },
	{ 0x0174, 'W', "a^" },
	{ 0x0175, 'w', "a^" },
	{ 0x0176, 'Y', "a^" },
	{ 0x0177, 'y', "a^" },
	{ 0x0179, 'Z', "aa" },
	{ 0x017A, 'z', "aa" },
	{ 0x017B, 'Z', "a." },
	{ 0x017C, 'z', "a." },
	{ 0x0218, 'S', "ac" },
	{ 0x0219, 's', "ac" },
	{ 0x021A, 'T', "ac" },
	{ 0x021B, 't', "ac" },
	{ 0x1E80, 'W', "ga" },
	{ 0x1E81, 'w', "ga" },
	{ 0x1E82, 'W', "aa" },
	{ 0x1E83, 'w', "aa" },
	{ 0x1E84, 'W', "ad" },
	{ 0x1E85, 'w', "ad" },
};

bool
groff_composes(uint32_t cp)
{
	for (size_t i = 0; i < ARRAY_LEN(composed); i++)
		if (composed[i].cp == cp)
			return true;
	return false;
}

/* A capital or a tall letter has its accent higher; those that hang below stay. */
static bool
is_high(char letter, const char *accent)
{
	bool below = strcmp(accent, "ac") == 0 || strcmp(accent, "ho") == 0;

	return !below && ((letter >= 'A' && letter <= 'Z') || letter == 'h' || letter == 'l');
}

/* Marks by themselves, that stand on the letter before them. */
static const struct {
	uint32_t cp;
	char accent[3];
} marks[] = {
	{ 0x0300, "ga" },
	{ 0x0301, "aa" },
	{ 0x0302, "a^" },
	{ 0x0303, "a~" },
	{ 0x0304, "a-" },
	{ 0x0306, "ab" },
	{ 0x0307, "a." },
	{ 0x0308, "ad" },
	{ 0x030A, "ao" },
	{ 0x030B, "a\"" },
	{ 0x030C, "ah" },
	{ 0x0327, "ac" },
	{ 0x0328, "ho" },
};

bool
groff_marks(uint32_t cp)
{
	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (marks[i].cp == cp)
			return true;
	return false;
}

/* The accent is set first, in the middle of the letter's width, taking no room. */
static void
define_composed(struct buf *out, uint32_t cp)
{
	for (size_t i = 0; i < ARRAY_LEN(composed); i++) {
		char letter[6] = { composed[i].letter, '\0' };
		const char *accent = composed[i].accent;
		bool high = is_high(composed[i].letter, accent);

		if (composed[i].cp != cp)
			continue;
		if (composed[i].letter == 'i')
			memcpy(letter, "\\[.i]", sizeof "\\[.i]");
		buf_addf(out, ".schar \\[gl%04X] \\Z'%s\\h'(\\w'%s'u-\\w'\\[%s]'u/2u)'\\[%s]'%s\n",
		    (unsigned)cp, high ? "\\v'-.2m'" : "", letter, accent, accent, letter);
	}
}

/* .schar is for what no font has. */
static void
define(struct buf *out, uint32_t cp)
{
	if (groff_composes(cp))
		define_composed(out, cp);
	else if (groff_has(cp))
		buf_addf(out, ".schar \\[gl%04X] \\[u%04X]\n", (unsigned)cp, (unsigned)cp);
	else
		buf_addf(out, ".schar \\[gl%04X] <U\\[u002B]%04X>\n", (unsigned)cp, (unsigned)cp);
}

static void
define_mark(struct buf *out, uint32_t cp)
{
	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (marks[i].cp == cp)
			buf_addf(out, ".char \\[gx%04X] \\Z'\\h'-.26m-(\\w'\\[%s]'u/2u)'\\[%s]'\n",
			    (unsigned)cp, marks[i].accent, marks[i].accent);
}

uint32_t
groff_next(const char *source, size_t *at, bool *mark)
{
	const char *s = source + *at;
	uint32_t cp = 0;

	while ((s = strstr(s, "\\[g")) != NULL) {
		char *end;

		s += 3;
		*mark = *s == 'x';
		if (*s != 'l' && *s != 'x')
			continue;
		cp = (uint32_t)strtoul(s + 1, &end, 16);
		if (*end == ']')
			break;
		cp = 0;
	}
	*at = s != NULL ? (size_t)(s - source) : strlen(source);
	return cp;
}

void
groff_define(struct buf *out, const char *source)
{
	unsigned char *done = xcalloc(0x10000 / 8, 1);
	size_t at = 0;
	uint32_t cp;
	bool mark;

	while ((cp = groff_next(source, &at, &mark)) != 0) {
		if (cp >= 0x10000 || (done[cp / 8] & 1U << cp % 8) != 0)
			continue;
		done[cp / 8] |= (unsigned char)(1U << cp % 8);
		if (mark)
			define_mark(out, cp);
		else
			define(out, cp);
	}
	free(done);
}
