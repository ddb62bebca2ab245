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

void
groff_text(struct buf *out, const char *s)
{
	char *clean = text_clean_dup(s, TEXT_LINE);
	size_t len = strlen(clean);

	buf_adds(out, "\\&");
	for (size_t at = 0; at < len;) {
		uint32_t cp;

		at += text_decode(clean + at, len - at, &cp);
		if (is_harmless(cp))
			buf_addc(out, (char)cp);
		else if (groff_has(cp) || groff_composes(cp))
			buf_addf(out, "\\[u%04X]", (unsigned)cp);
		else
			buf_addf(out, "<U\\[u002B]%04X>", (unsigned)cp);
	}
	free(clean);
}
