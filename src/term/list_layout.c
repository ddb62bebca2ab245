/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/list_layout.h"

size_t
list_layout_frozen(const struct list_column *columns, size_t n, int cols)
{
	int used = LIST_GUTTER;
	size_t i;

	for (i = 0; i < n && columns[i].frozen; i++) {
		used += columns[i].width + 1;
		if (used > cols * 2 / 3)
			break;
	}
	return i;
}

static int
frozen_width(const struct list_column *columns, size_t frozen)
{
	int used = LIST_GUTTER;

	for (size_t i = 0; i < frozen; i++)
		used += columns[i].width + 1;
	return used;
}

int
list_layout_most(const struct list_column *columns, size_t n, int cols)
{
	size_t frozen = list_layout_frozen(columns, n, cols), first = n;
	int room = cols - frozen_width(columns, frozen);

	while (first > frozen && (room -= columns[first - 1].width) >= 0) {
		first--;
		room--; /* the blank between */
	}
	if (first == n && n > frozen)
		first = n - 1;
	return (int)(first - frozen);
}

void
list_layout(
    struct list_layout *out, const struct list_column *columns, size_t n, int scroll, int cols)
{
	size_t frozen = list_layout_frozen(columns, n, cols);
	int at = LIST_GUTTER;

	out->n = 0;
	out->more = false;
	for (size_t i = 0; i < n; i++) {
		bool first = i == frozen + (size_t)scroll;
		int left = cols - at, width = columns[i].width;
		if (i >= frozen && i < frozen + (size_t)scroll)
			continue;
		if (left < width) {
			out->more = true;
			if (left < 1 || (left < LIST_LEAST && !first))
				return;
			width = left;
		}
		out->places[out->n++] = (struct list_place){ i, at, width };
		at += width + 1;
	}
}
