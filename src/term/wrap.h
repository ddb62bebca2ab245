/* SPDX-License-Identifier: MIT
 *
 * Where text that is edited or shown in a form is broken into lines: at its newlines, and softly
 * after a blank where a line is full. Arithmetic without a screen. Unlike in a flow every byte has
 * its place on a line, for the cursor may stand at each.
 */
#ifndef GRIDLINE_TERM_WRAP_H
#define GRIDLINE_TERM_WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap_line {
	size_t len;  /* bytes shown; at most so many cells as asked, but always a character */
	size_t next; /* bytes to the line after it: len, a blank or newline more, or the end */
	bool soft;   /* broken where there was no newline */
	bool last;   /* there is no line after it */
};

/* The line that begins at s, of which len bytes are left. Looks no further than the line goes. */
struct wrap_line wrap_line(const char *s, size_t len, int cells);
/* Lines that clean text takes; at least 1. */
int wrap_count(const char *s, int cells);
/* The n-th of them, from 0, without the blank it is broken after; its bytes go to *len. */
const char *wrap_nth(const char *s, int cells, int n, size_t *len);

#endif
