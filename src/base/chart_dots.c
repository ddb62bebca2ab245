/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/chart.h"

#include <stdlib.h>

#include "base/alloc.h"

void
chart_dots_init(struct chart_dots *d, int rows, int cols)
{
	*d = (struct chart_dots){ .rows = rows > 0 ? rows : 0, .cols = cols > 0 ? cols : 0 };
	d->dot = xcalloc((size_t)d->rows * (size_t)d->cols + 1, 1);
	d->who = xcalloc((size_t)d->rows * (size_t)d->cols + 1, 1);
}

void
chart_dots_free(struct chart_dots *d)
{
	free(d->dot);
	free(d->who);
	*d = (struct chart_dots){ .rows = 0 };
}

void
chart_dots_set(struct chart_dots *d, int x, int y, int who)
{
	/* The bits of U+2800: the fourth row of dots came later and stands apart. */
	static const unsigned char bits[4][2] = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 },
		{ 0x40, 0x80 } };
	size_t at;

	if (x < 0 || y < 0 || x >= d->cols * 2 || y >= d->rows * 4)
		return;
	at = (size_t)(y / 4) * (size_t)d->cols + (size_t)(x / 2);
	d->dot[at] |= bits[y % 4][x % 2];
	if (!d->who[at])
		d->who[at] = (unsigned char)who;
}

void
chart_dots_line(struct chart_dots *d, struct chart_dot a, struct chart_dot b, int gap, int who)
{
	const int dx = abs(b.x - a.x), dy = abs(b.y - a.y), steps = dx > dy ? dx : dy;

	for (int i = 0; i <= steps; i++) {
		const int x = steps ? a.x + (b.x - a.x) * i / steps : a.x;
		const int y = steps ? a.y + (b.y - a.y) * i / steps : a.y;

		if (gap < 2 || (x + y) % gap == 0)
			chart_dots_set(d, x, y, who);
	}
}
