/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "report/groff_text.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"

/* Above ASCII, what Helvetica and Symbol of groff's pdf device have; tests/cli/report.t asks groff
 * itself. */
static const struct {
	uint32_t first, last;
} known[] = {
	{ 0x00A1, 0x00AC },
	{ 0x00AE, 0x00FF },
	{ 0x0106, 0x0107 },
	{ 0x011E, 0x011F },
	{ 0x0130, 0x0133 },
	{ 0x0141, 0x0142 },
	{ 0x0152, 0x0153 },
	{ 0x015E, 0x0161 },
	{ 0x0178, 0x0178 },
	{ 0x017D, 0x017E },
	{ 0x0192, 0x0192 },
	{ 0x0391, 0x03A1 },
	{ 0x03A3, 0x03A9 },
	{ 0x03B1, 0x03C9 },
	{ 0x2010, 0x2010 },
	{ 0x2013, 0x2014 },
	{ 0x2018, 0x201A },
	{ 0x201C, 0x201E },
	{ 0x2020, 0x2022 },
	{ 0x2026, 0x2026 },
	{ 0x2030, 0x2030 },
	{ 0x2032, 0x2033 },
	{ 0x2039, 0x203A },
	{ 0x203E, 0x203E },
	{ 0x20AC, 0x20AC },
	{ 0x2122, 0x2122 },
	{ 0x2190, 0x2194 },
	{ 0x2212, 0x2212 },
	{ 0x2260, 0x2260 },
	{ 0x2264, 0x2265 },
	{ 0x2713, 0x2713 },
};

bool
groff_has(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 0x20 && cp < 0x7F;
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (cp >= known[i].first && cp <= known[i].last)
			return true;
	return false;
}

/* Letters, digits, blanks and the marks that mean nothing to troff, tbl and pic behind the leading
 * \&, which groff knows by no number; all else goes by number. Lines may break behind a hyphen. */
static bool
is_harmless(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9') ||
	    (cp < 0x80 && cp > 0 && strchr(" !%&()*,-.:;<>?_", (int)cp) != NULL);
}

#define NUMBER "<U\\[u002B]"

/* Greek is Symbol's, where there is no better. */
static bool
is_greek(uint32_t cp)
{
	return cp >= 0x0370 && cp <= 0x03FF;
}

/* One character, or the next of a run of numbers. Returns whether such a run is open. */
static bool
add_character(struct buf *out, uint32_t cp, bool run)
{
	const bool letter = groff_letter(cp) != NULL || groff_composes(cp);
	const bool common = groff_has(cp) && !(is_greek(cp) && letter);
	const bool by_number = !common && !letter && !groff_marks(cp);

	if (run && !by_number)
		buf_addc(out, '>');
	if (is_harmless(cp))
		buf_addc(out, (char)cp);
	else if (common)
		buf_addf(out, "\\[u%04X]", (unsigned)cp);
	else if (!by_number)
		buf_addf(out, "\\[%s%04X]%s", letter ? "gl" : "gx", (unsigned)cp,
		    letter && !groff_composes(cp) ? "\\*[gl-b]" : "");
	else
		buf_addf(out, "%s%04X", run ? " " : NUMBER, (unsigned)cp);
	return by_number;
}

/* Is the word that begins at s wider than that? ems 0: no matter. */
static bool
is_long(const char *s, size_t len, double ems)
{
	char *word = ems > 0 ? xstrndup(s, len) : NULL;
	const bool is = word != NULL && groff_ems(word, false) > ems;

	free(word);
	return is;
}

void
groff_text_narrow(struct buf *out, const char *s, double ems)
{
	char *clean = text_clean_dup(s, TEXT_LINE);
	size_t len = strlen(clean), word_end = 0;
	bool run = false, breaks = false;

	buf_adds(out, "\\&");
	for (size_t at = 0; at < len;) {
		uint32_t cp;

		if (at >= word_end) {
			const size_t word = strcspn(clean + at, " ");

			breaks = is_long(clean + at, word, ems);
			word_end = at + word + 1;
		}
		at += text_decode(clean + at, len - at, &cp);
		run = add_character(out, cp, run);
		if (breaks && !run && cp != ' ' && text_class(cp) != TEXT_MARK)
			buf_adds(out, "\\:");
	}
	if (run)
		buf_addc(out, '>');
	free(clean);
}

void
groff_text(struct buf *out, const char *s)
{
	groff_text_narrow(out, s, 0);
}

bool
groff_numbers(const char *source)
{
	return strstr(source, NUMBER) != NULL;
}
