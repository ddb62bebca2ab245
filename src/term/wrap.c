/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/wrap.h"

#include <string.h>

#include "base/text.h"

/* Bytes that a cell takes at most: a character and its marks, four bytes each. */
#define CELL_BYTES ((size_t)4 * (TEXT_MARKS_MAX + 1))

static size_t
one_character(const char *s, size_t len)
{
	uint32_t cp;
	size_t at = text_decode(s, len, &cp), took;

	while (at < len) {
		took = text_decode(s + at, len - at, &cp);
		if (text_class(cp) != TEXT_MARK)
			break;
		at += took;
	}
	return at;
}

/* After the last blank of what fits; all of it where there is none. */
static size_t
break_at(const char *s, size_t fit)
{
	size_t at = fit;

	while (at > 0 && s[at - 1] != ' ')
		at--;
	return at > 0 ? at : fit;
}

struct wrap_line
wrap_line(const char *s, size_t len, int cells)
{
	size_t near = CELL_BYTES * ((size_t)(cells < 1 ? 1 : cells) + 1), fit;
	const char *newline = len ? memchr(s, '\n', len < near ? len : near) : NULL;
	size_t most = newline ? (size_t)(newline - s) : len;

	fit = text_fit(s, most < near ? most : near, cells < 1 ? 1 : cells, NULL);
	if (fit == most)
		return (struct wrap_line){ fit, fit + (newline != NULL), false, !newline };
	if (fit == 0)
		fit = one_character(s, most);
	else if (s[fit] == ' ') /* it hangs over, unseen */
		return (struct wrap_line){ fit, fit + 1, true, false };
	else
		fit = break_at(s, fit);
	return (struct wrap_line){ fit, fit, fit < most || newline, fit == len };
}

int
wrap_count(const char *s, int cells)
{
	size_t len = strlen(s), at = 0;
	int n = 0;

	for (;;) {
		struct wrap_line line = wrap_line(s + at, len - at, cells);

		n++;
		if (line.last)
			return n;
		at += line.next;
	}
}

const char *
wrap_nth(const char *s, int cells, int n, size_t *len)
{
	size_t left = strlen(s);
	struct wrap_line line = wrap_line(s, left, cells);

	for (; n > 0 && !line.last; n--) {
		s += line.next;
		left -= line.next;
		line = wrap_line(s, left, cells);
	}
	*len = line.len;
	if (n > 0) { /* it takes fewer */
		*len = 0;
		return s + left;
	}
	while (*len > 0 && s[*len - 1] == ' ')
		(*len)--;
	return s;
}
