/* SPDX-License-Identifier: MIT
 *
 * Small pictures out of characters: bars with their numbers, and lines of eight heights. Nothing is
 * said by colour; every bar carries its number, and without UTF-8 a bar is '#' and a line is digits
 * from 0 to 7.
 */
#ifndef GRIDLINE_TERM_CHART_H
#define GRIDLINE_TERM_CHART_H

#include <stddef.h>

#include "base/buf.h"

#include "term/screen.h"

struct chart_bar {
	const char *label;
	long value; /* below 0 counts as 0 */
	enum style style;
};

/* One bar a row, on one scale from 0 to the greatest value; what does not fit is left out and the
 * last row says how many. Returns the rows used. */
int chart_bars(struct region r, const struct chart_bar *bars, size_t n);

/* Append one character a value, from the least to the greatest; equal values are in the middle. */
void chart_spark(struct buf *out, const long *values, size_t n, bool utf8);

/* Eighths of a cell that a value takes of `cells`, at least one if it is above 0. */
int chart_eighths(long value, long greatest, int cells);

#endif
