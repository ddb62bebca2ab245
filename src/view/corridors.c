/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/corridors.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "term/chart.h"
#include "term/wrap.h"
#include "view/grid.h"
#include "view/place_filter.h"

#define LINES_RUN "Lines run from here"
#define SHARE "Share of all, %"

struct corridors {
	struct view view;
	struct panel *panel; /* series are where lines sell, the first the lines themselves */
	source_ticket ticket;
	struct chart_cell at; /* its last row is that of the lines themselves */
	struct buf status;
};

/* The places lines sell in; the lines themselves stand first in the panel. */
static struct chart_matrix
matrix_of(const struct panel *p)
{
	const size_t first = p->nseries && !*p->series[0];

	return (struct chart_matrix){ .corner = "Sells in \\ run from",
		.row = (const char *const *)p->series + first,
		.col = (const char *const *)p->label,
		.nrows = p->nseries - first,
		.ncols = p->nlabels,
		.value = p->value + first * p->nlabels,
		.across = true };
}

static size_t
rows_of(const struct panel *p)
{
	return matrix_of(p).nrows;
}

static bool
is_place(const struct panel *p, size_t row)
{
	return row < rows_of(p);
}

/* Of a row of the matrix: the place's own series, or the lines themselves. */
static size_t
series_of(const struct panel *p, size_t row)
{
	return is_place(p, row) ? row + (p->nseries - rows_of(p)) : 0;
}

static void
on_panel(void *arg, struct panel *panel, const struct error *err)
{
	struct corridors *c = arg;

	c->ticket = 0;
	c->view.dirty = c->view.full = true;
	if (!panel) {
		c->view.services->message_error(c->view.services, err);
		return;
	}
	panel_free(c->panel);
	c->panel = panel;
	if (c->at.row > rows_of(panel) || c->at.col >= panel->nlabels)
		c->at = (struct chart_cell){ 0, 0 };
}

static void
ask(struct corridors *c)
{
	struct source *source = c->view.services->source;

	if (!c->ticket)
		c->ticket = source->ops->panel(source, "corridors", on_panel, c);
}

/* Two rows below the matrix: how many lines a place runs, and its share of all. */
static void
put_lines(struct plate *plate, const struct panel *p, const struct chart_matrix_fit *fit, int row)
{
	const long all = panel_total(p, 0);
	struct plate_place at = { .row = row, .cells = fit->label };
	char text[32];

	plate_cell(
	    plate, at, PLATE_TITLE, (int)strlen(LINES_RUN) <= fit->label ? LINES_RUN : "Lines");
	plate_cell(plate, (struct plate_place){ row + 1, 0, fit->label, false }, PLATE_DIM,
	    (int)strlen(SHARE) <= fit->label ? SHARE : "Share, %");
	at = (struct plate_place){ row, fit->label, fit->cell - 1, true };
	for (size_t i = 0; i < fit->ncols; i++, at.col += fit->cell) {
		const long value = panel_value(p, 0, fit->col0 + i);
		struct plate_place share = { row + 1, at.col, at.cells, true };

		plate_cell(plate, at, PLATE_TITLE, chart_number(value, at.cells, text));
		snprintf(text, sizeof text, "%ld", all > 0 ? (value * 100 + all / 2) / all : 0);
		plate_cell(plate, share, PLATE_DIM, text);
	}
	at.cells = fit->total;
	if (fit->total)
		plate_cell(plate, at, PLATE_TITLE, chart_number(all, at.cells, text));
}

static void
draw_matrix(struct corridors *c, struct region r)
{
	const struct chart_matrix m = matrix_of(c->panel);
	struct plate p = chart_plate(r), top;
	struct chart_matrix_fit fit;
	struct plate_place at;
	int rows;

	/* What is fitted has two rows less: the lines' own stand below it. */
	plate_init(&top, r.rows - 2, r.cols, p.utf8);
	chart_matrix_fit(&m, &top, c->at, &fit);
	plate_free(&top);
	rows = chart_matrix(&p, &m, &fit);
	put_lines(&p, c->panel, &fit, rows);
	chart_paint(r, &p);
	plate_free(&p);
	at = chart_matrix_at(&fit, c->at);
	if (!is_place(c->panel, c->at.row)) {
		at = chart_matrix_at(&fit, (struct chart_cell){ fit.row0, c->at.col });
		at.row = rows;
	}
	if (at.cells == 0)
		return;
	region_restyle(region_span(r, at.row, at.col, at.cells), STYLE_CURSOR);
	screen_cursor(r.screen, r.row + at.row, r.col + at.col + at.cells - 2, false);
}

/* Returns the row after it. */
static int
draw_share(const struct corridors *c, struct region r)
{
	const int lines = *c->panel->note ? wrap_count(c->panel->note, r.cols - 2) : 0;
	size_t len;

	for (int i = 0; i < lines; i++) {
		const char *line = wrap_nth(c->panel->note, r.cols - 2, i, &len);
		char *copy = xstrndup(line, len);

		region_text(r, 1 + i, 1, STYLE_NORMAL, copy);
		free(copy);
	}
	return 1 + lines;
}

static void
corridors_draw(struct view *view, struct region r)
{
	struct corridors *c = (struct corridors *)view;
	int col, top;

	region_clear(r);
	col = region_text(r, 0, 1, STYLE_TITLE, "Corridors") + 3;
	region_text(r, 0, col, STYLE_DIM, "open lines you see, now");
	top = c->panel ? draw_share(c, r) : 2;
	if (!c->panel)
		region_text(r, 2, 1, STYLE_DIM, "Counting...");
	else if (c->panel->nlabels == 0)
		region_text(r, 2, 1, STYLE_DIM, "You see no open line.");
	else
		draw_matrix(c, region_part(r, top, 1, r.rows - top, r.cols - 2));
	view->dirty = view->full = false;
}

static void
open_cell(struct corridors *c)
{
	struct app_services *s = c->view.services;
	struct buf filter = BUF_INIT;

	place_filter(&filter, s->terms, c->panel->label[c->at.col]);
	if (is_place(c->panel, c->at.row))
		buf_addf(
		    &filter, " import:\"%s\"", c->panel->series[series_of(c->panel, c->at.row)]);
	s->push(s, grid_new(s, buf_str(&filter)));
	buf_free(&filter);
}

static enum request
corridors_request(struct view *view, enum request r, const char *arg)
{
	struct corridors *c = (struct corridors *)view;
	size_t last_row, last_col;

	(void)arg;
	view->dirty = true;
	if (r == REQ_REFRESH) {
		ask(c);
		return REQ_NONE;
	}
	if (!c->panel || c->panel->nlabels == 0)
		return r;
	last_row = rows_of(c->panel);
	last_col = c->panel->nlabels - 1;
	if (r == REQ_OPEN)
		open_cell(c);
	else if (r == REQ_UP)
		c->at.row -= c->at.row > 0;
	else if (r == REQ_DOWN)
		c->at.row += c->at.row < last_row;
	else if (r == REQ_LEFT)
		c->at.col -= c->at.col > 0;
	else if (r == REQ_RIGHT)
		c->at.col += c->at.col < last_col;
	else if (r == REQ_FIRST || r == REQ_LAST)
		c->at.row = r == REQ_FIRST ? 0 : last_row;
	else if (r == REQ_PAGE_DOWN)
		c->at.row = c->at.row + 10 < last_row ? c->at.row + 10 : last_row;
	else if (r == REQ_PAGE_UP)
		c->at.row = c->at.row > 10 ? c->at.row - 10 : 0;
	else
		return r;
	return REQ_NONE;
}

static const char *
corridors_status(struct view *view)
{
	struct corridors *c = (struct corridors *)view;
	const struct panel *p = c->panel;

	buf_clear(&c->status);
	if (!p || p->nlabels == 0)
		return "";
	buf_addf(&c->status, "%s", p->label[c->at.col]);
	if (is_place(p, c->at.row))
		buf_addf(&c->status, " to %s", p->series[series_of(p, c->at.row)]);
	buf_addf(&c->status, ": %ld", panel_value(p, series_of(p, c->at.row), c->at.col));
	return buf_str(&c->status);
}

static void
corridors_close(struct view *view)
{
	struct corridors *c = (struct corridors *)view;

	if (c->ticket)
		view->services->source->ops->cancel(view->services->source, c->ticket);
	panel_free(c->panel);
	buf_free(&c->status);
	free(c);
}

static const enum request corridors_hints[] = { REQ_BACK, REQ_OPEN, REQ_MAP, REQ_REFRESH, REQ_HELP,
	REQ_COMMAND, REQ_QUIT, REQ_NONE };

static const struct view_ops corridors_ops = {
	.name = "corridors",
	.title = "corridors",
	.hints = corridors_hints,
	.draw = corridors_draw,
	.request = corridors_request,
	.changed = view_redraw,
	.status = corridors_status,
	.close = corridors_close,
};

struct view *
corridors_new(struct app_services *services)
{
	struct corridors *c = xcalloc(1, sizeof *c);

	c->view = (struct view){ .ops = &corridors_ops, .services = services, .full = true };
	ask(c);
	return &c->view;
}
