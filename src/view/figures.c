/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "term/list.h"
#include "view/dossier.h"
#include "view/list_request.h"

#define TEXT_ROWS 4 /* of the rule over its records; of the note under the list */

struct figures_view {
	struct view view;
	struct list *list;
	struct figures *data; /* NULL until they came */
	source_ticket ticket;
	struct region region;
	char id[64];	    /* of the figure whose records these are; "" for the list of figures */
	char *title, *rule; /* of that figure */
	char status[48];
};

static const struct list_column figure_columns[] = {
	{ .id = FIGURE_LABEL, .title = "Figure", .width = 30, .frozen = true },
	{ .id = FIGURE_VALUE, .title = "Value", .width = 7, .right = true },
	{ .id = FIGURE_UNIT, .title = "", .width = 9 },
	{ .id = FIGURE_BEFORE, .title = "Before", .width = 7, .right = true },
	{ .id = FIGURE_CHANGE, .title = "Change", .width = 15 },
	{ .id = FIGURE_PERIOD, .title = "Counted over", .width = 22 },
};
static const struct list_column record_columns[] = {
	{ .id = RECORD_REF, .title = "Record", .width = 14 },
	{ .id = RECORD_LINE, .title = "Line", .width = 10 },
	{ .id = RECORD_DAY, .title = "Day", .width = 10 },
	{ .id = RECORD_COUNTS, .title = "Counts", .width = 7, .right = true },
	{ .id = RECORD_UNIT, .title = "Unit", .width = 8 },
	{ .id = RECORD_WHAT, .title = "What", .width = 60 },
};

static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	const struct figures_view *v = arg;
	const char *text = v->data->items[row].cells[column];

	/* What counts for nothing stands beside what it belongs to. */
	*out = (struct list_cell){ .text = text,
		.style =
		    v->id[0] != '\0' && text_same(v->data->items[row].cells[RECORD_COUNTS], "0")
		    ? STYLE_DIM
		    : STYLE_NORMAL };
}

static const struct list_ops list_ops = { .cell = cell };

static const struct figure_item *
at(const struct figures_view *v)
{
	return v->data && list_cursor(v->list) < v->data->n ? &v->data->items[list_cursor(v->list)]
							    : NULL;
}

static void
on_figures(void *arg, struct figures *f, const struct error *err)
{
	struct figures_view *v = arg;

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (!f) {
		v->view.services->message_error(v->view.services, err);
		return;
	}
	figures_free(v->data);
	v->data = f;
	list_set_rows(v->list, f->n, true, true);
	list_touch(v->list);
}

static void
ask(struct figures_view *v)
{
	struct source *source = v->view.services->source;

	if (!v->ticket)
		v->ticket =
		    source->ops->figures(source, v->id[0] != '\0' ? v->id : NULL, on_figures, v);
}

/* A clean text over some rows; what has no room is left out. */
static void
draw_text(struct region r, const char *text)
{
	for (int row = 0; row < r.rows && *text != '\0'; row++) {
		size_t len = strlen(text), fit = text_fit(text, len, r.cols - 2, NULL), end = fit;
		char *line;

		while (fit < len && end > 0 && text[end] != ' ')
			end--;
		end = end > 0 ? end : fit;
		line = xstrndup(text, end);
		region_text(r, row, 1, STYLE_DIM, line);
		free(line);
		text += end;
		text += *text == ' ';
	}
}

static void
figures_draw(struct view *view, struct region r)
{
	struct figures_view *v = (struct figures_view *)view;
	const bool records = v->id[0] != '\0';
	const int room = r.rows >= 16 ? TEXT_ROWS : r.rows >= 10 ? 2 : 0;
	const struct region text = region_part(r, records ? 1 : r.rows - room, 0, room, r.cols);

	if (view->full)
		region_clear(r);
	region_clear(text);
	region_text(r, 0, 1, STYLE_TITLE, records ? v->title : "Figures of the board");
	v->region = region_part(r, records ? 1 + room : 1, 0, r.rows - 1 - room, r.cols);
	if (v->data && v->data->n)
		list_draw(v->list, v->region, view->full);
	else
		region_text(v->region, 1, 2, STYLE_DIM, v->data ? "None." : "Counting...");
	if (records)
		draw_text(text, v->rule);
	else if (at(v))
		draw_text(text, *at(v)->note != '\0' ? at(v)->note : at(v)->rule);
	view->dirty = view->full = false;
}

static struct view *view_make(struct app_services *services, const struct figure_item *of);

static void
open_row(struct figures_view *v, const struct figure_item *item)
{
	struct app_services *s = v->view.services;
	char *title;

	if (v->id[0] == '\0') {
		s->push(s, view_make(s, item));
	} else if (item->id[0] != '\0') {
		title = xasprintf("%s", item->cells[RECORD_LINE]);
		s->push(s, dossier_new(s, item->id, title));
		free(title);
	} else {
		s->message(s, MESSAGE_INFO, "this record belongs to no line that you may see");
	}
}

static enum request
figures_request(struct view *view, enum request r, const char *arg)
{
	struct figures_view *v = (struct figures_view *)view;

	(void)arg;
	view->dirty = true;
	if (r == REQ_REFRESH) {
		ask(v);
		return REQ_NONE;
	}
	if (r == REQ_OPEN && at(v)) {
		open_row(v, at(v));
		return REQ_NONE;
	}
	return list_request(v->list, v->data ? v->data->n : 0, r);
}

static bool
figures_key(struct view *view, const struct key *key)
{
	struct figures_view *v = (struct figures_view *)view;

	return v->data && list_press(view, v->list, v->region, key);
}

static const char *
figures_status(struct view *view)
{
	struct figures_view *v = (struct figures_view *)view;

	v->status[0] = '\0';
	if (v->data && v->data->n)
		snprintf(
		    v->status, sizeof v->status, "%zu/%zu", list_cursor(v->list) + 1, v->data->n);
	return v->status;
}

static void
figures_close(struct view *view)
{
	struct figures_view *v = (struct figures_view *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	figures_free(v->data);
	list_free(v->list);
	free(v->title);
	free(v->rule);
	free(v);
}

static const enum request figures_hints[] = { REQ_BACK, REQ_OPEN, REQ_REFRESH, REQ_HELP, REQ_NONE };

static const struct view_ops figures_ops = {
	.name = "figures",
	.title = "the figures",
	.hints = figures_hints,
	.draw = figures_draw,
	.request = figures_request,
	.key = figures_key,
	.changed = view_redraw,
	.status = figures_status,
	.close = figures_close,
};

/* of NULL: the list of them all. */
static struct view *
view_make(struct app_services *services, const struct figure_item *of)
{
	struct figures_view *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &figures_ops, .services = services, .full = true };
	v->list = list_new(&list_ops, v);
	if (of) {
		snprintf(v->id, sizeof v->id, "%s", of->id);
		v->title = xasprintf("%s: %s %s, %s", of->cells[FIGURE_LABEL],
		    of->cells[FIGURE_VALUE], of->cells[FIGURE_UNIT], of->cells[FIGURE_PERIOD]);
		v->rule = xasprintf("%s%s%s", of->rule, *of->note != '\0' ? " " : "", of->note);
		list_set_columns(v->list, record_columns, ARRAY_LEN(record_columns));
	} else {
		list_set_columns(v->list, figure_columns, ARRAY_LEN(figure_columns));
	}
	ask(v);
	return &v->view;
}

struct view *
figures_new(struct app_services *services)
{
	return view_make(services, NULL);
}
