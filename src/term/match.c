/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/match.h"

#include <wctype.h>

#include "base/text.h"

size_t
match_here(const char *text, const char *word)
{
	size_t at = 0, len = strlen(text), word_len = strlen(word);

	for (size_t i = 0; i < word_len;) {
		uint32_t a, b;
		if (at >= len)
			return 0;
		at += text_decode(text + at, len - at, &a);
		i += text_decode(word + i, word_len - i, &b);
		if (a != b && towlower((wint_t)a) != towlower((wint_t)b))
			return 0;
	}
	return at;
}

static size_t
character_len(const char *text)
{
	uint32_t cp;

	return text_decode(text, strlen(text), &cp);
}

long
match_find(const char *text, const char *word)
{
	for (size_t at = 0; text[at]; at += character_len(text + at))
		if (match_here(text + at, word) > 0)
			return (long)at;
	return -1;
}

void
match_show(struct region row, const char *text, const char *word)
{
	long found;
	int col = 0;

	while ((found = match_find(text, word)) >= 0) {
		size_t len = match_here(text + found, word);
		int width = text_width(text + found, len);
		col += text_width(text, (size_t)found);
		region_restyle(region_span(row, 0, col, width), STYLE_MATCH);
		col += width;
		text += (size_t)found + len;
	}
}
