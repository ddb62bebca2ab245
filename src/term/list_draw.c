/* SPDX-License-Identifier: MIT
 *
 * What a list shows. Only what differs from the last drawing goes to curses: rows that came into
 * view, rows that were touched, the two rows between which the cursor moved. The selected row is
 * said by a '>' and one reversed cell: a reversed row would cost a terminal ten times the bytes.
 */
#include "config.h"

#include "term/list_impl.h"

#include "base/text.h"

#include "term/match.h"

#define CURSOR_CELLS 8 /* of the first column that are reversed with the marker */

struct canvas {
	struct list *list;
	struct region titles, body;
};

static struct canvas
canvas_of(struct list *l, struct region r)
{
	int titles = r.rows > 1 ? 1 : 0;

	return (struct canvas){ l, region_part(r, 0, 0, titles, r.cols),
		region_part(r, titles, 0, r.rows - titles, r.cols) };
}

static const struct list_column *
column_at(const struct list *l, size_t place)
{
	return &l->columns[l->drawn.layout.places[place].column];
}

/* The sort sign stands after the title: in the blank behind the column where the title fills it. */
static void
draw_title(const struct canvas *c, size_t place)
{
	const struct list *l = c->list;
	const struct list_place *p = &l->drawn.layout.places[place];
	const struct list_column *column = column_at(l, place);
	int width = text_width(column->title, strlen(column->title));

	region_cell(
	    region_span(c->titles, 0, p->col, p->width), STYLE_TITLE, column->right, column->title);
	if (column->id == l->sort)
		region_text(c->titles, 0,
		    p->col + (column->right || width > p->width ? p->width : width), STYLE_TITLE,
		    l->descending ? "↓" : "↑");
}

static void
draw_titles(const struct canvas *c)
{
	const struct list *l = c->list;

	region_clear(c->titles);
	for (size_t i = 0; i < l->drawn.layout.n; i++)
		draw_title(c, i);
	if (l->scroll > 0)
		region_text(c->titles, 0, 1, STYLE_DIM, "<");
	if (l->drawn.layout.more)
		region_text(c->titles, 0, c->titles.cols - 1, STYLE_DIM, ">");
}

static void
show_match(struct region cell, const char *text, const char *word, bool right)
{
	int width = text_width(text, strlen(text));

	if (right && width < cell.cols)
		cell = region_span(cell, 0, cell.cols - width, width);
	match_show(cell, text, word);
}

/* A number that has lost a digit says something else: what does not fit is not shown at all. */
static const char *
whole_or_none(const struct list_column *column, const char *text, int width)
{
	return column->right && text_width(text, strlen(text)) > width ? "…" : text;
}

static void
draw_cells(const struct canvas *c, int line, size_t row)
{
	struct list *l = c->list;

	for (size_t i = 0; i < l->drawn.layout.n; i++) {
		const struct list_place *p = &l->drawn.layout.places[i];
		const struct list_column *column = column_at(l, i);
		struct region cell = region_span(c->body, line, p->col, p->width);
		struct list_cell content = { "", STYLE_NORMAL };
		l->ops->cell(l->arg, row, column->id, &content);
		content.text = whole_or_none(column, content.text, p->width);
		region_cell(cell, content.style, column->right, content.text);
		if (l->match)
			show_match(cell, content.text, l->match, column->right);
	}
}

static void
draw_cursor(const struct canvas *c, int line)
{
	const struct list_layout *layout = &c->list->drawn.layout;
	int cells = LIST_GUTTER;

	if (layout->n > 0)
		cells +=
		    layout->places[0].width < CURSOR_CELLS ? layout->places[0].width : CURSOR_CELLS;
	region_text(c->body, line, 0, STYLE_CURSOR, ">");
	region_restyle(region_span(c->body, line, 0, cells), STYLE_CURSOR);
}

static void
draw_line(const struct canvas *c, int line)
{
	struct list *l = c->list;
	size_t row = l->top + (size_t)line;

	region_clear(region_span(c->body, line, 0, c->body.cols));
	if (row >= l->rows) {
		if (row == l->rows && !l->last_known) /* more is on its way */
			region_text(c->body, line, LIST_GUTTER, STYLE_DIM, "…");
		return;
	}
	draw_cells(c, line, row);
	if (l->ops->marked && l->ops->marked(l->arg, row))
		region_text(c->body, line, 1, STYLE_MARKED, "*");
	if (row == l->cursor)
		draw_cursor(c, line);
}

/* Does a line show something else than before, the scrolling apart? */
static bool
line_differs(const struct list *l, int line)
{
	long row = (long)l->top + line;
	bool end_moved = l->drawn.rows != (long)l->rows || l->drawn.last_known != l->last_known;

	if ((row == (long)l->cursor || row == l->drawn.cursor) &&
	    l->drawn.cursor != (long)l->cursor)
		return true;
	if (end_moved && (row >= l->drawn.rows || row >= (long)l->rows))
		return true;
	for (size_t i = 0; i < l->drawn.ntouched; i++)
		if ((long)l->drawn.touched[i] == row)
			return true;
	return false;
}

static void
draw_changes(const struct canvas *c)
{
	const struct list *l = c->list;
	long by = (long)l->top - l->drawn.top;
	int rows = c->body.rows;

	if (by > -rows && by < rows)
		region_scroll(c->body, 0, rows, (int)by);
	for (int line = 0; line < rows; line++)
		if (line + by < 0 || line + by >= rows || line_differs(l, line))
			draw_line(c, line);
}

static void
draw_all(const struct canvas *c)
{
	draw_titles(c);
	for (int line = 0; line < c->body.rows; line++)
		draw_line(c, line);
}

static bool
same_place(const struct region *a, const struct region *b)
{
	return a->screen == b->screen && a->row == b->row && a->col == b->col &&
	    a->rows == b->rows && a->cols == b->cols;
}

void
list_draw(struct list *l, struct region r, bool full)
{
	struct canvas c = canvas_of(l, r);
	int most = list_layout_most(l->columns, l->ncolumns, r.cols);

	if (full || !same_place(&r, &l->drawn.region))
		l->drawn.valid = false;
	if (l->scroll > most)
		l->scroll = most;
	l->drawn.region = r;
	l->page = c.body.rows > 0 ? c.body.rows : 1;
	list_settle(l);
	if (!l->drawn.valid) {
		list_layout(&l->drawn.layout, l->columns, l->ncolumns, l->scroll, r.cols);
		draw_all(&c);
	} else {
		draw_changes(&c);
	}
	l->drawn.valid = true;
	l->drawn.top = (long)l->top;
	l->drawn.cursor = (long)l->cursor;
	l->drawn.rows = (long)l->rows;
	l->drawn.last_known = l->last_known;
	l->drawn.ntouched = 0;
	if (l->rows > 0 && c.body.rows > 0)
		screen_cursor(r.screen, c.body.row + (int)(l->cursor - l->top), c.body.col, false);
}

long
list_row_at(const struct list *l, int row)
{
	long at = l->drawn.top + row;

	if (!l->drawn.valid || row < 0 || row >= l->page || at >= (long)l->rows)
		return -1;
	return at;
}

int
list_title_at(const struct list *l, int col)
{
	for (size_t i = 0; i < l->drawn.layout.n; i++) {
		const struct list_place *p = &l->drawn.layout.places[i];
		if (col >= p->col && col <= p->col + p->width)
			return column_at(l, i)->id;
	}
	return -1;
}
