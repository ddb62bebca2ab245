/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/tasks_load.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/tasks.h"
#include "view/tasks_load_impl.h"

#define SPAN_DAYS 84 /* twelve weeks of what was answered and done */

const struct task_load *
load_at(const struct tasks_load *v, size_t row)
{
	return &v->data->loads[v->shown[row]];
}

static bool
same(const struct task_load *a, const struct task_load *b, bool operation)
{
	return a->unit && strcmp(a->unit, b->unit) == 0 &&
	    (!operation || strcmp(a->operation, b->operation) == 0);
}

/* Units, or all rows; the cursor stays on what it is at. */
static void
show(struct tasks_load *v, const struct task_load *at)
{
	size_t i, n = 0, cursor = 0;
	size_t *shown = xcalloc(v->data->n + 1, sizeof *shown);

	for (i = 0; i < v->data->n; i++) {
		const struct task_load *l = &v->data->loads[i];

		if (l->operation[0] && !v->operations)
			continue;
		if (same(at, l, l->operation[0] != '\0'))
			cursor = n;
		shown[n++] = i;
	}
	free(v->shown);
	v->shown = shown;
	v->nshown = n;
	v->cursor = cursor;
	v->view.dirty = v->view.full = true;
}

static void ask(struct tasks_load *v);

static void
on_loads(void *arg, struct task_loads *loads, const struct error *err)
{
	struct tasks_load *v = arg;
	struct task_loads *old = v->data;
	struct task_load at = { .unit = NULL };

	v->ticket = 0;
	v->view.dirty = true;
	if (!loads) {
		if (!v->quiet)
			v->view.services->message_error(v->view.services, err);
		return;
	}
	if (v->cursor < v->nshown)
		at = *load_at(v, v->cursor);
	v->data = loads;
	show(v, &at);
	task_loads_free(old);
	if (v->old)
		ask(v);
}

static void
ask(struct tasks_load *v)
{
	struct source *source = v->view.services->source;
	date_days today = source->ops->session(source)->today;

	if (today == DATE_NONE)
		return;
	v->old = v->ticket != 0;
	if (v->ticket)
		return;
	v->to = today;
	v->from = today - SPAN_DAYS + 1;
	v->ticket = source->ops->task_loads(source, v->from, v->to, on_loads, v);
}

static void
go(struct tasks_load *v, long by)
{
	long at = (long)v->cursor + by;

	if (at >= (long)v->nshown)
		at = (long)v->nshown - 1;
	v->cursor = at < 0 ? 0 : (size_t)at;
}

static void
open_unit(struct tasks_load *v)
{
	struct app_services *s = v->view.services;
	const struct task_load *l = load_at(v, v->cursor);
	char *title = xasprintf("%s %s", l->unit, strcmp(l->unit, l->label) == 0 ? "" : l->label);

	s->push(s, tasks_of_new(s, TASKINGS_UNIT, l->unit, title));
	free(title);
}

static enum request
load_request(struct view *view, enum request r, const char *arg)
{
	struct tasks_load *v = (struct tasks_load *)view;
	long page = v->rows_region.rows / (v->lines ? v->lines : 1);

	(void)arg;
	view->dirty = true;
	r = tasks_head_request(view->services, TASKS_WORKLOAD, r);
	if (r == REQ_REFRESH) {
		v->quiet = false;
		ask(v);
		return REQ_NONE;
	}
	if (v->nshown == 0)
		return r;
	if (r == REQ_DOWN || r == REQ_UP)
		go(v, r == REQ_DOWN ? 1 : -1);
	else if (r == REQ_PAGE_DOWN || r == REQ_HALF_DOWN)
		go(v, page);
	else if (r == REQ_PAGE_UP || r == REQ_HALF_UP)
		go(v, -page);
	else if (r == REQ_FIRST || r == REQ_LAST)
		v->cursor = r == REQ_FIRST ? 0 : v->nshown - 1;
	else if (r == REQ_SORT) {
		v->operations = !v->operations;
		show(v,
		    &(struct task_load){ .unit = load_at(v, v->cursor)->unit,
			.operation = load_at(v, v->cursor)->operation });
	} else if (r == REQ_OPEN)
		open_unit(v);
	else
		return r;
	return REQ_NONE;
}

static bool
load_key(struct view *view, const struct key *key)
{
	struct tasks_load *v = (struct tasks_load *)view;
	int row = key->mouse.row - v->rows_region.row;
	size_t at;

	view->dirty = true;
	if (tasks_head_key(view->services, TASKS_WORKLOAD, v->head_region, key))
		return true;
	if (key->code != KEYC_MOUSE || v->nshown == 0)
		return false;
	if (key->mouse.kind == MOUSE_WHEEL_DOWN || key->mouse.kind == MOUSE_WHEEL_UP) {
		go(v, key->mouse.kind == MOUSE_WHEEL_DOWN ? 3 : -3);
		return true;
	}
	at = v->top + (size_t)(row / v->lines);
	if (row < 0 || row >= v->rows_region.rows || at >= v->nshown)
		return false;
	v->cursor = at;
	if (key->mouse.kind == MOUSE_DOUBLE)
		view->services->post(view->services, REQ_OPEN, NULL);
	return true;
}

static void
load_news(struct view *view, unsigned kinds)
{
	struct tasks_load *v = (struct tasks_load *)view;

	if (!(kinds & NEWS_BIT(NEWS_TASKING)))
		return;
	v->quiet = true;
	ask(v);
}

static void
load_changed(struct view *view)
{
	struct tasks_load *v = (struct tasks_load *)view;

	if (!v->data && !v->ticket)
		ask(v);
	view->dirty = view->full = true;
}

static const char *
load_status(struct view *view)
{
	struct tasks_load *v = (struct tasks_load *)view;

	buf_clear(&v->status);
	keymap_hint(view->services->keys, REQ_SORT,
	    v->operations ? " without operations" : " by operation, too", &v->status);
	return buf_str(&v->status);
}

static void
load_close(struct view *view)
{
	struct tasks_load *v = (struct tasks_load *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	task_loads_free(v->data);
	free(v->shown);
	buf_free(&v->text);
	buf_free(&v->status);
	free(v);
}

static const enum request load_hints[] = { REQ_HELP, REQ_OPEN, REQ_PANE_NEXT, REQ_REFRESH, REQ_BACK,
	REQ_NONE };

static const struct view_ops load_ops = {
	.name = "workload",
	.title = "workload of units",
	.hints = load_hints,
	.draw = load_draw,
	.request = load_request,
	.key = load_key,
	.changed = load_changed,
	.news = load_news,
	.status = load_status,
	.close = load_close,
};

struct view *
tasks_load_new(struct app_services *services)
{
	struct tasks_load *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &load_ops, .services = services, .full = true };
	ask(v);
	return &v->view;
}
