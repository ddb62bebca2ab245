/* SPDX-License-Identifier: MIT
 *
 * Letters that the printed fonts lack but have the parts of: groff sets the accent over the letter.
 */
#include "config.h"

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

/* .fchar is for fonts without the character. The accent is set first, in the middle of the letter's
 * width, taking no room. */
void
groff_accents(struct buf *out)
{
	for (size_t i = 0; i < ARRAY_LEN(composed); i++) {
		char letter[6] = { composed[i].letter, '\0' };
		const char *accent = composed[i].accent;
		bool high = is_high(composed[i].letter, accent);

		if (composed[i].letter == 'i')
			memcpy(letter, "\\[.i]", sizeof "\\[.i]");
		buf_addf(out, ".fchar \\[u%04X] \\Z'%s\\h'(\\w'%s'u-\\w'\\[%s]'u/2u)'\\[%s]'%s\n",
		    (unsigned)composed[i].cp, high ? "\\v'-.2m'" : "", letter, accent, accent,
		    letter);
	}
}
