/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/alloc.h"
#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "view/tasks_board_impl.h"

#define WIDE_COLS 100	/* from this width on columns stand side by side */
#define COLUMN_LEAST 30 /* cells of one of them */
#define CARD_ROWS 2	/* of a card in a column */

/* The numbers first: a label may be cut, they may not. */
static void
add_wide_heading(struct buf *out, const struct task_column *c)
{
	buf_clear(out);
	buf_addf(out, "%ld ", c->total);
	if (c->late)
		buf_addf(out, "(%ld late!) ", c->late);
	buf_adds(out, c->label);
}

static void
add_heading(struct buf *out, const struct task_column *c)
{
	buf_clear(out);
	buf_addf(out, "%s %ld", c->label, c->total);
	if (c->late)
		buf_addf(out, ", %ld late!", c->late);
}

static void
keep_place(struct tasks_board *v, struct region r, size_t column, size_t card)
{
	if (v->nplaces < BOARD_PLACES)
		v->places[v->nplaces++] = (struct board_place){ r, column, card };
}

static bool
here(const struct tasks_board *v, size_t column, size_t card)
{
	return v->column == column && v->card == card;
}

/* The mark of the cursor, and the real one with it. */
static void
mark_cursor(struct region r)
{
	region_text(r, 0, 0, STYLE_CURSOR, ">");
	region_restyle(region_span(r, 0, 0, r.cols < 9 ? r.cols : 9), STYLE_CURSOR);
	screen_cursor(r.screen, r.row, r.col, false);
}

static enum style
card_style(const struct tasking_item *t)
{
	return t->late ? STYLE_WARNING : STYLE_NORMAL;
}

/* A card in a column: what, then by when and by whom. */
static void
draw_card(struct tasks_board *v, struct region r, size_t column, size_t card)
{
	const struct tasking_item *t = &v->data->columns[column].items[card];

	region_clear(r);
	region_cell(region_span(r, 0, 1, r.cols - 2), STYLE_NORMAL, false, t->title);
	buf_clear(&v->text);
	buf_addf(&v->text, "%s%s %s %s", t->due, t->late ? "!" : "",
	    v->by_unit ? t->state_label : t->unit, t->line_ref);
	region_cell(region_span(r, 1, 3, r.cols - 4), card_style(t), false, buf_str(&v->text));
	if (here(v, column, card))
		mark_cursor(r);
	keep_place(v, r, column, card);
}

static void
draw_more(struct tasks_board *v, struct region r, long more)
{
	if (more <= 0 || r.rows <= 0)
		return;
	buf_clear(&v->text);
	buf_addf(&v->text, "   and %ld more", more);
	region_clear(region_part(r, 0, 0, 1, r.cols));
	region_text(r, 0, 0, STYLE_DIM, buf_str(&v->text));
}

static void
draw_column(struct tasks_board *v, struct region r, size_t column)
{
	const struct task_column *c = &v->data->columns[column];
	int fit = (r.rows - 2) / CARD_ROWS, row = 1;
	size_t from = 0;

	region_clear(r);
	add_wide_heading(&v->text, c);
	region_cell(region_span(r, 0, 1, r.cols - 2), c->late ? STYLE_WARNING : STYLE_TITLE, false,
	    buf_str(&v->text));
	if (column == v->column && v->card >= (size_t)fit)
		from = v->card - (size_t)fit + 1;
	for (size_t i = from; i < c->n && i < from + (size_t)fit; i++, row += CARD_ROWS)
		draw_card(v, region_part(r, row, 0, CARD_ROWS, r.cols), column, i);
	draw_more(v, region_part(r, row, 0, r.rows - row, r.cols),
	    c->total - (long)(row / CARD_ROWS) - (long)from);
	if (from > 0)
		region_text(r, 1, r.cols - 1, STYLE_DIM, "^");
	v->page = fit > 0 ? fit : 1;
}

/* Columns without a card take no room: they are named below the others. */
static void
draw_empty(struct tasks_board *v, struct region r)
{
	buf_clear(&v->text);
	for (size_t i = 0; i < v->data->n; i++)
		if (v->data->columns[i].n == 0)
			buf_addf(&v->text, "%s%s",
			    v->text.len ? ", " : "None: ", v->data->columns[i].label);
	region_text(r, 0, 1, STYLE_DIM, buf_str(&v->text));
}

/* The columns that have cards, by place; returns how many. at: which of them has the cursor. */
static size_t
filled_columns(const struct tasks_board *v, size_t *filled, size_t *at)
{
	size_t n = 0;

	*at = 0;
	for (size_t i = 0; i < v->data->n; i++) {
		if (i == v->column)
			*at = n;
		if (v->data->columns[i].n)
			filled[n++] = i;
	}
	return n;
}

static void
draw_wide(struct tasks_board *v, struct region r)
{
	size_t *filled = xcalloc(v->data->n, sizeof *filled);
	size_t at, n = filled_columns(v, filled, &at), fit = (size_t)(r.cols / COLUMN_LEAST);
	int width;

	fit = fit > n ? n : fit;
	width = fit ? r.cols / (int)fit : r.cols;
	if (at < v->first)
		v->first = at;
	if (at >= v->first + fit)
		v->first = at - fit + 1;
	if (v->first + fit > n)
		v->first = n - fit;
	for (size_t i = 0; i < fit; i++)
		draw_column(
		    v, region_part(r, 0, (int)i * width, r.rows - 1, width), filled[v->first + i]);
	if (v->first > 0)
		region_text(r, 0, 0, STYLE_TITLE, "<");
	if (v->first + fit < n)
		region_text(r, 0, r.cols - 1, STYLE_TITLE, ">");
	draw_empty(v, region_part(r, r.rows - 1, 0, 1, r.cols));
	free(filled);
}

/* Lines of a column among those below each other: its heading, cards, and how many more. */
static long
lines_of(const struct task_column *c)
{
	return 1 + (long)c->n + (c->total > (long)c->n);
}

static void
draw_line(struct tasks_board *v, struct region r, size_t column, long line)
{
	const struct task_column *c = &v->data->columns[column];
	const struct tasking_item *t;

	region_clear(r);
	if (line == 0) {
		add_heading(&v->text, c);
		region_text(r, 0, 0, c->late ? STYLE_WARNING : STYLE_TITLE, buf_str(&v->text));
		return;
	}
	if (line > (long)c->n) {
		draw_more(v, r, c->total - (long)c->n);
		return;
	}
	t = &c->items[line - 1];
	buf_clear(&v->text);
	buf_addf(&v->text, "%s%s", t->due, t->late ? "!" : "");
	region_text(r, 0, 2, card_style(t), buf_str(&v->text));
	buf_clear(&v->text);
	if (r.cols >= 60)
		buf_addf(&v->text, "%-9s %-9s ", t->ref, t->line_ref);
	buf_addf(&v->text, "%s  %s", t->title, v->by_unit ? t->state_label : t->unit);
	region_cell(region_span(r, 0, 14, r.cols - 14), STYLE_NORMAL, false, buf_str(&v->text));
	if (here(v, column, (size_t)line - 1))
		mark_cursor(r);
	keep_place(v, r, column, (size_t)line - 1);
}

static void
draw_stacked(struct tasks_board *v, struct region r)
{
	long at = 0, cursor = 0, all = 0, line;
	size_t i;

	for (i = 0; i < v->data->n; i++) {
		if (i == v->column)
			cursor = all + 1 + (long)v->card;
		all += lines_of(&v->data->columns[i]);
	}
	if (v->top > cursor - 1) /* with the heading of the first */
		v->top = cursor - 1;
	if (v->top < cursor - r.rows + 1)
		v->top = cursor - r.rows + 1;
	if (v->top > all - r.rows)
		v->top = all - r.rows;
	if (v->top < 0)
		v->top = 0;
	for (i = 0; i < v->data->n; i++)
		for (line = 0; line < lines_of(&v->data->columns[i]); line++, at++)
			if (at >= v->top && at < v->top + r.rows)
				draw_line(
				    v, region_part(r, (int)(at - v->top), 0, 1, r.cols), i, line);
	v->page = r.rows > 1 ? r.rows - 1 : 1;
}

void
board_draw(struct view *view, struct region r)
{
	struct tasks_board *v = (struct tasks_board *)view;

	if (view->full)
		region_clear(r);
	v->head_region = r;
	v->nplaces = 0;
	tasks_head_draw(view->services, r, TASKS_BOARD);
	r = region_part(r, 1, 0, r.rows - 1, r.cols);
	region_clear(r);
	v->wide = r.cols >= WIDE_COLS;
	if (!v->data || v->data->n == 0)
		region_text(r, 1, 2, STYLE_DIM, v->data ? "No tasking is open." : "Reading...");
	else if (v->wide)
		draw_wide(v, r);
	else
		draw_stacked(v, r);
	view->dirty = view->full = false;
}
