/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/tasks.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/list_request.h"
#include "view/past.h"
#include "view/tasks_card.h"
#include "view/tasks_impl.h"

static void
on_taskings(void *arg, struct tasking_list *list, const struct error *err)
{
	struct tasks_view *v = arg;
	struct app_services *s = v->view.services;

	v->ticket = 0;
	if (!list) {
		if (!v->quiet)
			s->message_error(s, err);
		v->view.dirty = true;
		return;
	}
	tasks_take(v, list);
	preview_refresh(v->preview);
	if (v->old)
		tasks_ask(v);
}

void
tasks_ask(struct tasks_view *v)
{
	struct source *source = v->view.services->source;
	const struct tasking_ask ask = { .scope = v->scope, .what = v->what };

	v->old = v->ticket != 0;
	if (!v->ticket)
		v->ticket = source->ops->taskings(source, &ask, on_taskings, v);
}

static void
again(void *arg)
{
	struct tasks_view *v = arg;

	v->quiet = false;
	tasks_ask(v);
}

static void
preview_changed(void *arg)
{
	struct tasks_view *v = arg;

	v->view.dirty = true;
}

/* Keys while what is asked has them. */
static enum request
preview_request(struct tasks_view *v, enum request r)
{
	long page = preview_page(v->preview) > 1 ? preview_page(v->preview) - 1 : 1;

	if (!v->preview_focus || !tasks_preview_open(v))
		return r;
	if (r == REQ_DOWN || r == REQ_UP)
		preview_scroll(v->preview, r == REQ_DOWN ? 1 : -1);
	else if (r == REQ_PAGE_DOWN || r == REQ_HALF_DOWN)
		preview_scroll(v->preview, page);
	else if (r == REQ_PAGE_UP || r == REQ_HALF_UP)
		preview_scroll(v->preview, -page);
	else if (r == REQ_BACK)
		v->preview_focus = false;
	else
		return r;
	return REQ_NONE;
}

static enum request
show_request(struct tasks_view *v, enum request r, const char *arg)
{
	struct app_services *s = v->view.services;
	const struct tasking_item *t = tasks_current(v);

	if (r == REQ_OPEN && t) {
		s->push(s, tasks_card_new(s, t));
	} else if (r == REQ_PREVIEW) {
		v->preview_wish = !tasks_preview_open(v);
		v->preview_focus = false;
		v->view.full = true;
	} else if (r == REQ_REFRESH) {
		again(v);
	} else if (r == REQ_WEEK_BACK || r == REQ_WEEK) {
		struct view *past = past_new(s, arg, PAST_TASKINGS);

		if (past)
			s->push(s, past);
	} else if (r == REQ_WEEK_ON) {
		s->message(s, MESSAGE_INFO, "these are the taskings as they stand now");
	} else {
		return r;
	}
	return REQ_NONE;
}

static enum request
tasks_request(struct view *view, enum request r, const char *arg)
{
	struct tasks_view *v = (struct tasks_view *)view;

	view->dirty = true;
	r = preview_request(v, r);
	if (r != REQ_NONE)
		r = show_request(v, r, arg);
	if (r != REQ_NONE && v->scope == TASKINGS_MINE)
		r = tasks_head_request(view->services, TASKS_LIST, r);
	if (r != REQ_NONE)
		r = tasks_step_request(v, r, arg);
	if (r != REQ_NONE)
		r = tasks_mark_request(v, r);
	if (r != REQ_NONE)
		r = tasks_find_request(v, r, arg);
	if (r != REQ_NONE)
		r = list_request(v->list, v->nshown, r);
	return r;
}

static bool
inside(struct region r, const struct key *key)
{
	return key->mouse.row >= r.row && key->mouse.row < r.row + r.rows &&
	    key->mouse.col >= r.col && key->mouse.col < r.col + r.cols;
}

static bool
tasks_key(struct view *view, const struct key *key)
{
	struct tasks_view *v = (struct tasks_view *)view;

	view->dirty = true;
	if (v->scope == TASKINGS_MINE &&
	    tasks_head_key(view->services, TASKS_LIST, v->head_region, key))
		return true;
	if (key->code != KEYC_MOUSE || !v->data)
		return false;
	if (inside(v->preview_region, key)) {
		if (key->mouse.kind == MOUSE_WHEEL_DOWN || key->mouse.kind == MOUSE_WHEEL_UP)
			preview_scroll(v->preview, key->mouse.kind == MOUSE_WHEEL_DOWN ? 3 : -3);
		return true;
	}
	return list_press(view, v->list, v->list_region, key);
}

static void
tasks_news(struct view *view, unsigned kinds)
{
	struct tasks_view *v = (struct tasks_view *)view;

	if (!(kinds & NEWS_BIT(NEWS_TASKING)))
		return;
	v->quiet = true;
	tasks_ask(v);
}

static const char *
tasks_status(struct view *view)
{
	struct tasks_view *v = (struct tasks_view *)view;
	size_t marked = tasks_marked(v);

	buf_clear(&v->status);
	if (v->nshown)
		buf_addf(&v->status, "%zu/%zu", list_cursor(v->list) + 1, v->nshown);
	if (marked)
		buf_addf(&v->status, "  %zu marked", marked);
	if (v->filter)
		buf_addf(&v->status, "  only: %s", v->filter);
	return buf_str(&v->status);
}

static void
tasks_close(struct view *view)
{
	struct tasks_view *v = (struct tasks_view *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	quick_free(v->quick);
	preview_free(v->preview);
	tasking_list_free(v->data);
	marks_clear(&v->marks);
	list_free(v->list);
	buf_free(&v->cell);
	buf_free(&v->status);
	buf_free(&v->hay);
	free(v->shown);
	free(v->filter);
	free(v->find);
	free(v->what);
	free(v->title);
	free(v);
}

static const enum request tasks_hints[] = { REQ_HELP, REQ_OPEN, REQ_ACCEPT, REQ_UPDATE,
	REQ_COMPLETE, REQ_STEP, REQ_UNDO, REQ_GRID, REQ_FILTER, REQ_MARK, REQ_PANE_NEXT,
	REQ_PREVIEW, REQ_WEEK_BACK, REQ_REFRESH, REQ_NONE };

static const struct view_ops tasks_ops = {
	.name = "tasks",
	.title = "my taskings",
	.hints = tasks_hints,
	.draw = tasks_draw,
	.request = tasks_request,
	.key = tasks_key,
	.changed = view_redraw,
	.news = tasks_news,
	.status = tasks_status,
	.close = tasks_close,
};

static const enum request of_hints[] = { REQ_BACK, REQ_OPEN, REQ_ACCEPT, REQ_UPDATE, REQ_COMPLETE,
	REQ_STEP, REQ_UNDO, REQ_FILTER, REQ_MARK, REQ_PREVIEW, REQ_REFRESH, REQ_HELP, REQ_NONE };

/* One day's, one unit's: who looks at them has not looked at their own. */
static const struct view_ops of_ops = {
	.name = "some-taskings",
	.title = "taskings",
	.hints = of_hints,
	.draw = tasks_draw,
	.request = tasks_request,
	.key = tasks_key,
	.changed = view_redraw,
	.news = tasks_news,
	.status = tasks_status,
	.close = tasks_close,
};

static struct view *
make(struct app_services *services, enum tasking_scope scope, const char *what, const char *title)
{
	struct tasks_view *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = scope == TASKINGS_MINE ? &tasks_ops : &of_ops,
		.services = services,
		.full = true };
	v->scope = scope;
	v->what = what ? xstrdup(what) : NULL;
	v->title = title ? xstrdup(title) : NULL;
	v->list = list_new(&tasks_list_ops, v);
	v->quick = quick_new(services, again, v);
	v->preview = preview_new_taskings(services, preview_changed, v);
	v->preview_wish = -1;
	tasks_fit(v, services->cols);
	tasks_ask(v);
	return &v->view;
}

struct view *
tasks_new(struct app_services *services)
{
	return make(services, TASKINGS_MINE, NULL, NULL);
}

struct view *
tasks_of_new(
    struct app_services *services, enum tasking_scope scope, const char *what, const char *title)
{
	return make(services, scope, what, title);
}
