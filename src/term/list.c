/* SPDX-License-Identifier: MIT
 *
 * Where the cursor and the page are. Drawing is in list_draw.c.
 */
#include "config.h"

#include "term/list_impl.h"

struct list *
list_new(const struct list_ops *ops, void *arg)
{
	struct list *l = xcalloc(1, sizeof *l);

	l->ops = ops;
	l->arg = arg;
	l->sort = -1;
	l->page = 1;
	return l;
}

void
list_free(struct list *l)
{
	if (!l)
		return;
	free(l->columns);
	free(l->drawn.layout.places);
	free(l->match);
	free(l);
}

void
list_set_columns(struct list *l, const struct list_column *columns, size_t n)
{
	size_t at = 0;

	l->columns = xreallocarray(l->columns, n ? n : 1, sizeof *l->columns);
	l->drawn.layout.places =
	    xreallocarray(l->drawn.layout.places, n ? n : 1, sizeof *l->drawn.layout.places);
	for (size_t i = 0; i < n; i++)
		if (columns[i].frozen)
			l->columns[at++] = columns[i];
	for (size_t i = 0; i < n; i++)
		if (!columns[i].frozen)
			l->columns[at++] = columns[i];
	l->ncolumns = n;
	l->drawn.layout.n = 0;
	list_touch(l);
}

const struct list_column *
list_columns(const struct list *l, size_t *n)
{
	*n = l->ncolumns;
	return l->columns;
}

void
list_set_sort(struct list *l, int column_id, bool descending)
{
	l->sort = column_id;
	l->descending = descending;
	list_touch(l);
}

void
list_set_match(struct list *l, const char *word)
{
	free(l->match);
	l->match = word && *word ? xstrdup(word) : NULL;
	list_touch(l);
}

void
list_settle(struct list *l)
{
	size_t page = (size_t)l->page;

	if (l->rows == 0) {
		l->cursor = l->top = 0;
		return;
	}
	if (l->cursor >= l->rows)
		l->cursor = l->rows - 1;
	if (l->top + page > l->rows && l->last_known)
		l->top = l->rows > page ? l->rows - page : 0;
	if (l->cursor < l->top)
		l->top = l->cursor;
	if (l->cursor >= l->top + page)
		l->top = l->cursor - page + 1;
}

void
list_set_rows(struct list *l, size_t rows, bool first_known, bool last_known)
{
	l->rows = rows;
	l->first_known = first_known;
	l->last_known = last_known;
	list_settle(l);
}

static size_t
moved(size_t position, long by)
{
	if (by < 0 && position < (size_t)-by)
		return 0;
	return by < 0 ? position - (size_t)-by : position + (size_t)by;
}

void
list_shift(struct list *l, long by)
{
	l->cursor = moved(l->cursor, by);
	l->top = moved(l->top, by);
	l->drawn.top += by;
	l->drawn.cursor += by;
	l->drawn.rows += by;
	for (size_t i = 0; i < l->drawn.ntouched; i++)
		l->drawn.touched[i] = moved(l->drawn.touched[i], by);
}

void
list_touch(struct list *l)
{
	l->drawn.valid = false;
}

void
list_touch_row(struct list *l, size_t row)
{
	if (l->drawn.ntouched == LIST_TOUCHED)
		l->drawn.valid = false;
	else
		l->drawn.touched[l->drawn.ntouched++] = row;
}

size_t
list_cursor(const struct list *l)
{
	return l->cursor;
}

size_t
list_top(const struct list *l)
{
	return l->top;
}

size_t
list_page(const struct list *l)
{
	return (size_t)l->page;
}

void
list_set_cursor(struct list *l, size_t row)
{
	l->cursor = row;
	list_settle(l);
}

void
list_set_top(struct list *l, size_t row)
{
	size_t page = (size_t)l->page;

	l->top = l->rows > 0 && row >= l->rows ? l->rows - 1 : row;
	if (l->cursor < l->top)
		l->cursor = l->top;
	if (l->cursor >= l->top + page)
		l->cursor = l->top + page - 1;
	list_settle(l);
}

int
list_scroll(const struct list *l)
{
	return l->scroll;
}

/* The cursor by `by` rows, the page with it when `paging`. Returns what is missing. */
static long
move_rows(struct list *l, long by, bool paging)
{
	long cursor = (long)l->cursor + by, last = (long)l->rows - 1, missing = 0;

	if (cursor < 0) {
		missing = l->first_known ? 0 : cursor;
		cursor = 0;
	} else if (cursor > last) {
		missing = l->last_known ? 0 : cursor - last;
		cursor = last < 0 ? 0 : last;
	}
	if (paging) {
		long most = (long)l->rows - l->page;
		long top = (long)l->top + by;
		l->top = (size_t)(top < 0 || most < 0 ? 0 : top > most ? most : top);
	}
	l->cursor = (size_t)cursor;
	list_settle(l);
	return missing;
}

static void
move_within(struct list *l, enum list_move move, long count)
{
	size_t shown = l->rows - l->top, step = (size_t)count - 1;

	if (l->rows == 0)
		return;
	if (shown > (size_t)l->page)
		shown = (size_t)l->page;
	if (step > shown - 1)
		step = shown - 1;
	if (move == LIST_TOP_ROW)
		l->cursor = l->top + step;
	else if (move == LIST_MIDDLE_ROW)
		l->cursor = l->top + (shown - 1) / 2;
	else
		l->cursor = l->top + shown - 1 - step;
}

static void
move_sideways(struct list *l, long by)
{
	int most = list_layout_most(l->columns, l->ncolumns, l->drawn.region.cols);
	long to = l->scroll + by;

	to = to > most ? most : to < 0 ? 0 : to;
	if (to != l->scroll)
		list_touch(l);
	l->scroll = (int)to;
}

long
list_move(struct list *l, enum list_move move, long count)
{
	long half = l->page > 1 ? l->page / 2 : 1;

	switch (move) {
	case LIST_UP:
		return move_rows(l, -count, false);
	case LIST_DOWN:
		return move_rows(l, count, false);
	case LIST_PAGE_UP:
		return move_rows(l, -count * l->page, true);
	case LIST_PAGE_DOWN:
		return move_rows(l, count * l->page, true);
	case LIST_HALF_UP:
		return move_rows(l, -count * half, true);
	case LIST_HALF_DOWN:
		return move_rows(l, count * half, true);
	case LIST_TOP_ROW:
	case LIST_MIDDLE_ROW:
	case LIST_BOTTOM_ROW:
		move_within(l, move, count);
		break;
	case LIST_LEFT:
		move_sideways(l, -count);
		break;
	case LIST_RIGHT:
		move_sideways(l, count);
		break;
	}
	return 0;
}
