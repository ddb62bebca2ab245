/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/panel_rows.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "term/list.h"
#include "view/dossier.h"
#include "view/list_request.h"

enum {
	COLUMN_DAY,
	COLUMN_REF,
	COLUMN_LINE,
	COLUMN_NAME,
	COLUMN_UNIT,
	COLUMN_COUNTS,
	COLUMN_WHAT,
};

struct rows_view {
	struct view view;
	struct list *list;
	struct panel_rows *data; /* NULL until they came */
	source_ticket ticket;
	char *title, *panel, *series, *label; /* of the question */
	struct region region;
	char counts[24], status[80];
};

static const struct list_column columns[] = {
	{ .id = COLUMN_DAY, .title = "Day", .width = 10 },
	{ .id = COLUMN_REF, .title = "Record", .width = 12 },
	{ .id = COLUMN_LINE, .title = "Line", .width = 10 },
	{ .id = COLUMN_NAME, .title = "Name", .width = 18 },
	{ .id = COLUMN_UNIT, .title = "Unit", .width = 6 },
	{ .id = COLUMN_COUNTS, .title = "Counts", .width = 6, .right = true },
	{ .id = COLUMN_WHAT, .title = "What", .width = 60 },
};

static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	struct rows_view *v = arg;
	const struct panel_row *item = &v->data->items[row];

	*out = (struct list_cell){ .text = "", .style = STYLE_NORMAL };
	switch (column) {
	case COLUMN_DAY:
		out->text = item->on_day;
		break;
	case COLUMN_REF:
		out->text = item->ref;
		break;
	case COLUMN_LINE:
		out->text = item->line_ref;
		break;
	case COLUMN_NAME:
		out->text = item->line_name;
		break;
	case COLUMN_UNIT:
		out->text = item->unit;
		break;
	case COLUMN_COUNTS:
		snprintf(v->counts, sizeof v->counts, "%ld", item->counts);
		out->text = v->counts;
		break;
	case COLUMN_WHAT:
		out->text = item->what;
		break;
	default: /* a number, not an enum */
		break;
	}
}

static const struct list_ops list_ops = { .cell = cell };

static void
on_rows(void *arg, struct panel_rows *rows, const struct error *err)
{
	struct rows_view *v = arg;

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (!rows) {
		v->view.services->message_error(v->view.services, err);
		return;
	}
	panel_rows_free(v->data);
	v->data = rows;
	list_set_rows(v->list, rows->n, true, true);
	if (list_cursor(v->list) >= rows->n)
		list_set_cursor(v->list, 0);
	list_touch(v->list);
}

static void
ask(struct rows_view *v)
{
	struct source *source = v->view.services->source;
	const struct panel_query q = { v->panel, v->series, v->label };

	if (!v->ticket)
		v->ticket = source->ops->panel_rows(source, &q, on_rows, v);
}

static void
rows_draw(struct view *view, struct region r)
{
	struct rows_view *v = (struct rows_view *)view;

	if (view->full)
		region_clear(r);
	region_text(r, 0, 1, STYLE_TITLE, v->title);
	v->region = region_part(r, 1, 0, r.rows - 1, r.cols);
	if (v->data && v->data->n)
		list_draw(v->list, v->region, view->full);
	else
		region_text(r, 2, 2, STYLE_DIM,
		    v->data ? "It counts no record you may see." : "Reading...");
	view->dirty = view->full = false;
}

static void
open_row(struct rows_view *v, const struct panel_row *row)
{
	struct app_services *s = v->view.services;
	char *title;

	if (!row->line_id[0]) {
		s->message(s, MESSAGE_INFO, "%s is of a group, not of a line", row->ref);
		return;
	}
	title = xasprintf("%s %s", row->line_ref, row->line_name);
	s->push(s, dossier_new(s, row->line_id, title));
	free(title);
}

static enum request
rows_request(struct view *view, enum request r, const char *arg)
{
	struct rows_view *v = (struct rows_view *)view;
	const size_t at = list_cursor(v->list);

	(void)arg;
	view->dirty = true;
	if (r == REQ_REFRESH) {
		ask(v);
		return REQ_NONE;
	}
	if (r == REQ_OPEN && v->data && at < v->data->n) {
		open_row(v, &v->data->items[at]);
		return REQ_NONE;
	}
	return list_request(v->list, v->data ? v->data->n : 0, r);
}

static bool
rows_key(struct view *view, const struct key *key)
{
	struct rows_view *v = (struct rows_view *)view;

	return v->data && list_press(view, v->list, v->region, key);
}

static const char *
rows_status(struct view *view)
{
	struct rows_view *v = (struct rows_view *)view;

	v->status[0] = '\0';
	if (v->data && v->data->n)
		snprintf(v->status, sizeof v->status, "%zu/%zu%s", list_cursor(v->list) + 1,
		    v->data->n, v->data->more ? ", the first of more" : "");
	return v->status;
}

static void
rows_close(struct view *view)
{
	struct rows_view *v = (struct rows_view *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	panel_rows_free(v->data);
	list_free(v->list);
	free(v->title);
	free(v->panel);
	free(v->series);
	free(v->label);
	free(v);
}

static const enum request rows_hints[] = { REQ_BACK, REQ_OPEN, REQ_REFRESH, REQ_HELP, REQ_NONE };

static const struct view_ops rows_ops = {
	.name = "figure",
	.title = "what a figure counts",
	.hints = rows_hints,
	.draw = rows_draw,
	.request = rows_request,
	.key = rows_key,
	.changed = view_redraw,
	.status = rows_status,
	.close = rows_close,
};

struct view *
panel_rows_new_view(struct app_services *services, const struct panel_query *q, const char *title)
{
	struct rows_view *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &rows_ops, .services = services, .full = true };
	v->title = xstrdup(title);
	v->panel = xstrdup(q->panel);
	v->series = q->series ? xstrdup(q->series) : NULL;
	v->label = q->label ? xstrdup(q->label) : NULL;
	v->list = list_new(&list_ops, v);
	list_set_columns(v->list, columns, ARRAY_LEN(columns));
	ask(v);
	return &v->view;
}
