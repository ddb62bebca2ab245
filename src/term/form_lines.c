/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "term/form_impl.h"

/* Bytes of the line that begins at s: up to a newline, or what fits, broken after a blank. */
static size_t
line_length(const char *s, int width, bool *broken)
{
	size_t len = strcspn(s, "\n"), fit = text_fit(s, len, width > 1 ? width : 1, NULL), at;

	*broken = fit < len;
	if (!*broken)
		return len;
	for (at = fit; at > 0 && s[at - 1] != ' '; at--)
		continue;
	if (at == 0)
		at = fit;
	return at ? at : 1;
}

size_t
form_lines(const char *text, int width, size_t *starts, size_t n)
{
	size_t at = 0, lines = 0;
	bool broken;

	for (;;) {
		if (lines < n)
			starts[lines] = at;
		lines++;
		at += line_length(text + at, width, &broken);
		if (broken)
			continue;
		if (text[at] != '\n')
			return lines;
		at++;
	}
}

size_t
form_line_of(const char *text, int width, size_t at, int *col)
{
	size_t start = 0, line = 0, len;
	bool broken;

	for (;;) {
		len = line_length(text + start, width, &broken);
		/* The end of a soft line is the beginning of the next. */
		if (at < start + len || (at == start + len && !broken)) {
			*col = text_width(text + start, at - start);
			return line;
		}
		start += len + !broken;
		line++;
	}
}

size_t
form_line_at(const char *text, int width, size_t line, int col)
{
	size_t start = 0, len;
	bool broken;

	for (;;) {
		len = line_length(text + start, width, &broken);
		if (line == 0 || (!broken && text[start + len] != '\n'))
			break;
		start += len + !broken;
		line--;
	}
	if (broken && len)
		len--; /* the blank it is broken after */
	return start + text_fit(text + start, len, col, NULL);
}
