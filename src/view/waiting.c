/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/waiting.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "term/list.h"
#include "view/dossier.h"
#include "view/list_request.h"
#include "view/sheet.h"
#include "view/steps.h"

enum { COLUMN_DUE, COLUMN_WAITS, COLUMN_REF, COLUMN_NAME, COLUMN_WHAT, COLUMN_SINCE, COLUMN_WHO };

struct waiting_view {
	struct view view;
	struct list *list;
	struct waiting *data; /* NULL until it came */
	source_ticket ticket;
	bool quiet; /* nobody waits for what is asked */
	bool old;   /* and it may have been changed since */
	struct region region;
	char status[48], due[24]; /* due: a day, with a sign where it is late */
};

static const struct list_column columns[] = {
	{ .id = COLUMN_DUE, .title = "Due", .width = 11 },
	{ .id = COLUMN_WAITS, .title = "Waits for", .width = 13 },
	{ .id = COLUMN_REF, .title = "Line", .width = 10 },
	{ .id = COLUMN_WHAT, .title = "What", .width = 40 },
	{ .id = COLUMN_NAME, .title = "Name", .width = 18 },
	{ .id = COLUMN_SINCE, .title = "Since", .width = 10 },
	{ .id = COLUMN_WHO, .title = "By", .width = 21 },
};

static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	struct waiting_view *v = arg;
	const struct waiting_item *item = &v->data->items[row];

	*out = (struct list_cell){ .text = "", .style = STYLE_NORMAL };
	switch (column) {
	case COLUMN_DUE:
		snprintf(v->due, sizeof v->due, "%s%s", item->due, item->late ? "!" : "");
		out->text = v->due;
		out->style = item->late ? STYLE_WARNING : STYLE_NORMAL;
		break;
	case COLUMN_WAITS:
		out->text = item->kind;
		break;
	case COLUMN_REF:
		out->text = item->line_ref;
		break;
	case COLUMN_NAME:
		out->text = item->name;
		break;
	case COLUMN_WHAT:
		out->text = item->what;
		break;
	case COLUMN_SINCE:
		out->text = item->since;
		break;
	case COLUMN_WHO:
		out->text = item->who;
		break;
	default: /* a number, not an enum */
		break;
	}
}

static const struct list_ops list_ops = { .cell = cell };

static const struct waiting_item *
at(const struct waiting_view *v)
{
	return v->data && list_cursor(v->list) < v->data->n ? &v->data->items[list_cursor(v->list)]
							    : NULL;
}

/* The item the cursor was on, by now; the place it had if it is gone. */
static size_t
place_of(const struct waiting *w, const struct waiting_item *was, size_t place)
{
	for (size_t i = 0; was && i < w->n; i++)
		if (strcmp(w->items[i].id, was->id) == 0 &&
		    strcmp(w->items[i].kind, was->kind) == 0)
			return i;
	return w->n && place >= w->n ? w->n - 1 : place;
}

static void
take(struct waiting_view *v, struct waiting *w)
{
	const size_t cursor = list_cursor(v->list), top = list_top(v->list);
	const size_t now = place_of(w, at(v), cursor), offset = cursor - top;

	waiting_free(v->data);
	v->data = w;
	list_set_rows(v->list, w->n, true, true);
	list_set_cursor(v->list, now);
	/* Where the first is in sight, one that comes before it shall be, too. */
	if (top > 0 || now >= list_page(v->list))
		list_set_top(v->list, now > offset ? now - offset : 0);
	list_touch(v->list);
}

static void ask(struct waiting_view *v);

static void
on_waiting(void *arg, struct waiting *w, const struct error *err)
{
	struct waiting_view *v = arg;

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (w)
		take(v, w);
	else if (!v->quiet)
		v->view.services->message_error(v->view.services, err);
	v->quiet = true;
	if (w && v->old)
		ask(v);
}

static void
ask(struct waiting_view *v)
{
	struct source *source = v->view.services->source;

	v->old = v->ticket != 0;
	if (!v->ticket)
		v->ticket = source->ops->waiting(source, on_waiting, v);
}

static void
waiting_news(struct view *view, unsigned kinds)
{
	(void)kinds; /* whatever is changed, some of it waits for somebody */
	ask((struct waiting_view *)view);
}

static void
waiting_draw(struct view *view, struct region r)
{
	struct waiting_view *v = (struct waiting_view *)view;

	if (view->full)
		region_clear(r);
	region_text(r, 0, 1, STYLE_TITLE, "What waits for a decision");
	v->region = region_part(r, 1, 0, r.rows - 1, r.cols);
	if (v->data && v->data->n)
		list_draw(v->list, v->region, view->full);
	else
		region_text(r, 2, 2, STYLE_DIM, v->data ? "Nothing does." : "Reading...");
	view->dirty = view->full = false;
}

static enum request
item_request(
    struct waiting_view *v, const struct waiting_item *item, enum request r, const char *arg)
{
	struct app_services *s = v->view.services;
	char *title = xasprintf("%s %s", item->line_ref, item->name);

	if (r == REQ_OPEN)
		s->push(s, dossier_new(s, item->line_id, title));
	else if (r == REQ_STEP && arg)
		s->push(s, sheet_new(s, arg, item->id));
	else if (r == REQ_STEP)
		s->push(s, steps_new(s, item->object, item->id, title));
	else
		s->push(s, sheet_new(s, "line_edit", item->line_id));
	free(title);
	return REQ_NONE;
}

static enum request
waiting_request(struct view *view, enum request r, const char *arg)
{
	struct waiting_view *v = (struct waiting_view *)view;
	const struct waiting_item *item = at(v);

	view->dirty = true;
	if (r == REQ_REFRESH) {
		v->quiet = false;
		ask(v);
		return REQ_NONE;
	}
	if (item && (r == REQ_OPEN || r == REQ_STEP || r == REQ_EDIT))
		return item_request(v, item, r, arg);
	return list_request(v->list, v->data ? v->data->n : 0, r);
}

static bool
waiting_key(struct view *view, const struct key *key)
{
	struct waiting_view *v = (struct waiting_view *)view;

	return v->data && list_press(view, v->list, v->region, key);
}

static const char *
waiting_status(struct view *view)
{
	struct waiting_view *v = (struct waiting_view *)view;

	v->status[0] = '\0';
	if (v->data && v->data->n)
		snprintf(
		    v->status, sizeof v->status, "%zu/%zu", list_cursor(v->list) + 1, v->data->n);
	return v->status;
}

static void
waiting_close(struct view *view)
{
	struct waiting_view *v = (struct waiting_view *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	waiting_free(v->data);
	list_free(v->list);
	free(v);
}

static const enum request waiting_hints[] = { REQ_BACK, REQ_STEP, REQ_OPEN, REQ_REFRESH, REQ_HELP,
	REQ_NONE };

static const struct view_ops waiting_ops = {
	.name = "waiting",
	.title = "what waits",
	.hints = waiting_hints,
	.draw = waiting_draw,
	.request = waiting_request,
	.key = waiting_key,
	.changed = view_redraw,
	.news = waiting_news,
	.status = waiting_status,
	.close = waiting_close,
};

struct view *
waiting_new(struct app_services *services)
{
	struct waiting_view *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &waiting_ops, .services = services, .full = true };
	v->list = list_new(&list_ops, v);
	list_set_columns(v->list, columns, ARRAY_LEN(columns));
	ask(v);
	return &v->view;
}
