/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/panel.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "model/panel_chart.h"
#include "term/chart.h"
#include "term/wrap.h"
#include "view/grid.h"
#include "view/panel_rows.h"
#include "model/standing.h"

struct panel_view {
	struct view view;
	struct panel_heads *head; /* of one */
	struct panel *panel;	  /* NULL until it came */
	source_ticket ticket;
	struct panel_cursor at;
	struct buf status;
};

static const struct panel_head *
head_of(const struct panel_view *v)
{
	return &v->head->items[0];
}

static bool
is_standing(const struct panel_view *v)
{
	return strcmp(head_of(v)->code, "standing") == 0;
}

/* The cursor begins on the latest there is. */
static void
place_cursor(struct panel_view *v)
{
	const bool weeks = panel_shape(head_of(v)->code) == PANEL_STACKS;

	v->at = (struct panel_cursor){ weeks && v->panel->nseries ? v->panel->nseries - 1 : 0, 0 };
	if (panel_shape(head_of(v)->code) == PANEL_LINES)
		while (panel_has(v->panel, 0, v->at.label + 1))
			v->at.label++;
}

static void
on_panel(void *arg, struct panel *panel, const struct error *err)
{
	struct panel_view *v = arg;
	const bool first = !v->panel;

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (!panel) {
		v->view.services->message_error(v->view.services, err);
		return;
	}
	panel_free(v->panel);
	v->panel = panel;
	if (first || !panel_has(panel, v->at.series, v->at.label))
		place_cursor(v);
}

static void
ask(struct panel_view *v)
{
	struct source *source = v->view.services->source;

	if (is_standing(v))
		v->view.services->rows_stand(v->view.services);
	else if (!v->ticket)
		v->ticket = source->ops->panel(source, head_of(v)->code, on_panel, v);
}

/* The grid's summary comes by itself, and may be a newer one. */
static void
take_standing(struct panel_view *v)
{
	struct panel *p = is_standing(v) ? standing_panel(v->view.services->summary) : NULL;

	if (!p)
		return;
	panel_free(v->panel);
	v->panel = p;
}

/* Returns the rows it took. */
static int
draw_head(const struct panel_view *v, struct region r)
{
	const struct panel_head *head = head_of(v);
	char *who =
	    xasprintf("%s, %s; counted over %s", head->population, head->period, head->whose);
	int row = 1, lines;
	size_t len;

	region_text(r, 0, 1, STYLE_TITLE, head->title);
	for (int part = 0; part < 2; part++) {
		const char *text = part ? head->rule : who;

		lines = r.rows > 12 ? wrap_count(text, r.cols - 2) : 1;
		for (int i = 0; i < lines; i++) {
			const char *line = wrap_nth(text, r.cols - 2, i, &len);
			char *copy = xstrndup(line, len);

			region_text(r, row++, 1, part ? STYLE_DIM : STYLE_NORMAL, copy);
			free(copy);
		}
	}
	free(who);
	if (v->panel && *v->panel->note)
		region_text(r, row++, 1, STYLE_NORMAL, v->panel->note);
	return row + (r.rows > 12);
}

static void
draw_picture(struct panel_view *v, struct region r)
{
	struct plate p = chart_plate(r);
	const struct plate_place at = panel_chart_at(&p, head_of(v)->code, v->panel, &v->at);

	panel_chart(&p, head_of(v)->code, v->panel, &v->at);
	chart_paint(r, &p);
	plate_free(&p);
	if (at.cells == 0)
		return;
	region_restyle(region_span(r, at.row, at.col, at.cells), STYLE_CURSOR);
	screen_cursor(r.screen, r.row + at.row, r.col + at.col + at.cells - 1, false);
}

static void
panel_draw(struct view *view, struct region r)
{
	struct panel_view *v = (struct panel_view *)view;
	int top;

	take_standing(v);
	region_clear(r);
	top = draw_head(v, r);
	if (v->panel)
		draw_picture(v, region_part(r, top, 1, r.rows - top, r.cols - 2));
	else
		region_text(r, top, 1, STYLE_DIM, "Counting...");
	view->dirty = view->full = false;
}

/* The figure under the cursor in words. */
static void
say_figure(const struct panel_view *v, struct buf *out)
{
	const struct panel *p = v->panel;
	const char *series = p->series[v->at.series], *label = p->label[v->at.label];
	const long value = panel_value(p, v->at.series, v->at.label);

	buf_addf(out, "%s%s%s: %ld", series, *series ? ", " : "", label, value);
	if (panel_shape(head_of(v)->code) == PANEL_LINES)
		buf_addf(
		    out, ", with those before %ld", panel_sum_to(p, v->at.series, v->at.label));
}

/* What can be shown on the grid is: there it can be sorted, filtered on and marked. */
static bool
open_grid(struct panel_view *v)
{
	struct app_services *s = v->view.services;
	const struct panel *p = v->panel;
	struct buf filter = BUF_INIT;

	if (is_standing(v))
		buf_adds(&filter, standing_filter(v->at.label));
	else if (strcmp(head_of(v)->code, "bands") == 0 && v->at.series + 1 == p->nseries &&
	    s->summary)
		for (size_t i = 0; i < s->summary->nbands; i++)
			if (strcmp(s->summary->band[i].label, p->label[v->at.label]) == 0)
				buf_addf(&filter, "band:%s", s->summary->band[i].code);
	if (filter.len)
		s->push(s, grid_new(s, buf_str(&filter)));
	buf_free(&filter);
	return filter.len > 0;
}

static void
open_figure(struct panel_view *v)
{
	struct app_services *s = v->view.services;
	const struct panel_query q = { head_of(v)->code, v->panel->series[v->at.series],
		v->panel->label[v->at.label] };
	struct buf title = BUF_INIT;

	buf_addf(&title, "%s, %s. ", head_of(v)->title, head_of(v)->population);
	say_figure(v, &title);
	s->push(s, panel_rows_new_view(s, &q, buf_str(&title)));
	buf_free(&title);
}

static bool
cursor_request(struct panel_view *v, enum request r)
{
	static const struct {
		enum request request;
		enum panel_move move;
	} moves[] = { { REQ_UP, PANEL_UP }, { REQ_DOWN, PANEL_DOWN }, { REQ_LEFT, PANEL_LEFT },
		{ REQ_RIGHT, PANEL_RIGHT } };

	for (size_t i = 0; i < ARRAY_LEN(moves); i++)
		if (moves[i].request == r) {
			panel_cursor_move(&v->at, head_of(v)->code, v->panel, moves[i].move);
			return true;
		}
	return false;
}

static enum request
panel_request(struct view *view, enum request r, const char *arg)
{
	struct panel_view *v = (struct panel_view *)view;

	(void)arg;
	view->dirty = true;
	if (r == REQ_REFRESH) {
		ask(v);
		return REQ_NONE;
	}
	if (!v->panel || v->panel->nlabels == 0)
		return r;
	if (cursor_request(v, r))
		return REQ_NONE;
	if (r != REQ_OPEN)
		return r;
	if (!open_grid(v))
		open_figure(v);
	return REQ_NONE;
}

static const char *
panel_status(struct view *view)
{
	struct panel_view *v = (struct panel_view *)view;

	buf_clear(&v->status);
	if (v->panel && v->panel->nlabels)
		say_figure(v, &v->status);
	return buf_str(&v->status);
}

static void
panel_close(struct view *view)
{
	struct panel_view *v = (struct panel_view *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	panel_free(v->panel);
	panel_heads_free(v->head);
	buf_free(&v->status);
	free(v);
}

static const enum request panel_hints[] = { REQ_BACK, REQ_OPEN, REQ_REFRESH, REQ_HELP, REQ_COMMAND,
	REQ_QUIT, REQ_NONE };

static const struct view_ops panel_ops = {
	.name = "panel",
	.title = "panel of figures",
	.hints = panel_hints,
	.draw = panel_draw,
	.request = panel_request,
	.changed = view_redraw,
	.status = panel_status,
	.close = panel_close,
};

struct view *
panel_view_new(struct app_services *services, const struct panel_head *head)
{
	struct panel_view *v = xcalloc(1, sizeof *v);
	const char *const text[6] = { head->code, head->title, head->population, head->period,
		head->whose, head->rule };

	v->view = (struct view){ .ops = &panel_ops, .services = services, .full = true };
	v->head = panel_heads_new();
	panel_heads_add(v->head, text);
	ask(v);
	return &v->view;
}
