/* SPDX-License-Identifier: MIT
 *
 * How wide a text is printed, so that columns and labels are given the room they take: no more, and
 * none is cut.
 */
#include "config.h"

#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "report/groff_text.h"

#define FIRST 0x20
#define NUMBER 4800 /* <U+8336> */
#define OTHER 600   /* of a letter that is not ASCII; capitals are wider, small letters narrower */

/* Helvetica's, in thousandths of an em. */
static const short plain[] = { 278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,
	278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
	722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
	556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556,
	500, 722, 500, 500, 500, 334, 260, 334, 584 };
static const short bold[] = { 278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333,
	278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
	975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778,
	722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556,
	611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611,
	556, 778, 556, 556, 500, 389, 280, 389, 584 };

static int
width_of(uint32_t cp, bool is_bold)
{
	const struct groff_letter *letter;

	if (cp >= FIRST && cp < FIRST + ARRAY_LEN(plain))
		return is_bold ? bold[cp - FIRST] : plain[cp - FIRST];
	if (cp == 0x2026)
		return 1000;
	letter = groff_letter(cp);
	if (letter != NULL)
		return is_bold ? letter->bold : letter->plain;
	if (groff_marks(cp))
		return 0;
	if (groff_has(cp) || groff_composes(cp))
		return OTHER;
	return NUMBER;
}

double
groff_ems(const char *s, bool is_bold)
{
	size_t len = strlen(s);
	int sum = 0;

	for (size_t at = 0; at < len;) {
		uint32_t cp;

		at += text_decode(s + at, len - at, &cp);
		sum += width_of(cp, is_bold);
	}
	return sum / 1000.0;
}
