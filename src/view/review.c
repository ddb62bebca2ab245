/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/list_request.h"
#include "view/review_impl.h"
#include "view/sheet.h"
#include "view/steps.h"

#define TICK_S 10 /* the clock of the meeting shows minutes */

bool
review_is_held(const struct review_view *v)
{
	return v->data && v->data->week;
}

const struct review_item *
review_current(const struct review_view *v)
{
	size_t at;

	if (!v->data || !v->data->n)
		return NULL;
	at = v->meeting ? review_find(v->data, v->id) : list_cursor(v->list);
	return at < v->data->n ? &v->data->items[at] : NULL;
}

/* Another review than before: what was looked at is over, and the next one is shown. */
static void
turn_to(struct review_view *v, const struct review *r)
{
	struct app_services *s = v->view.services;

	if (!review_is_held(v) || !r->week || strcmp(r->id, v->data->id) == 0)
		return;
	if (v->data->open && !v->week[0])
		s->message(s, MESSAGE_INFO, "the review of %s is closed and frozen; the next is %s",
		    v->data->week, r->week);
	if (v->meeting)
		review_leave_meeting(v);
	v->follow = true;
	v->id[0] = '\0';
	list_set_cursor(v->list, 0);
}

static void
on_review(void *arg, struct review *r, const struct error *err)
{
	struct review_view *v = arg;

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (r) {
		turn_to(v, r);
		review_free(v->data);
		v->data = r;
		v->ticks = 0;
		list_set_rows(v->list, r->n, true, true);
		if (list_cursor(v->list) >= r->n)
			list_set_cursor(v->list, 0);
		list_touch(v->list);
		review_caught_up(v);
		review_tell(v);
	} else if (!v->quiet) {
		v->view.services->message_error(v->view.services, err);
	}
	v->quiet = true;
	if (r && v->old)
		review_ask(v);
}

void
review_ask(struct review_view *v)
{
	struct source *source = v->view.services->source;

	v->old = v->ticket != 0;
	if (!v->ticket)
		v->ticket = source->ops->review(source, v->week[0] ? v->week : NULL, on_review, v);
}

/* To the closed review before or after it; behind the last of them is the one that is on. */
static void
step_week(struct review_view *v, bool back)
{
	struct app_services *s = v->view.services;
	const char *to;

	if (!review_is_held(v))
		return;
	to = back ? v->data->before : v->data->after;
	if (back ? !to[0] : !v->week[0]) {
		s->message(s, MESSAGE_INFO,
		    back ? "no review before this one was closed"
			 : "this is the latest review; nothing comes after it yet");
		return;
	}
	snprintf(v->week, sizeof v->week, "%s", to);
	if (v->ticket)
		s->source->ops->cancel(s->source, v->ticket);
	v->ticket = 0;
	v->quiet = false;
	review_ask(v);
}

static void
tick(void *arg)
{
	struct review_view *v = arg;
	struct app_services *s = v->view.services;

	v->ticks += TICK_S;
	if (v->meeting && review_is_held(v) && v->data->open &&
	    (v->data->meeting_s + v->ticks) % 60 < TICK_S) {
		v->view.dirty = v->view.full = true; /* a row more may be wanted */
		if (s->source->ops->session(s->source)->link == LINK_UP)
			review_ask(v); /* a follower whose link is gone sends no word */
	}
	s->timer(s, TICK_S * 1000, tick, v);
}

/* A decision that is still to be chosen. */
static const struct sheet_begin choose = { .name = NULL };

/* What is done to the meeting as a whole; where none is prepared, one can be. */
static void
meeting_steps(struct review_view *v)
{
	struct app_services *s = v->view.services;
	char *title;

	if (!review_is_held(v)) {
		s->push(s, sheet_new(s, "review_prepare", NULL));
		return;
	}
	title = xasprintf("Review of %s", v->data->week);
	s->push(s, steps_new(s, "review", v->data->id, title));
	free(title);
}

static enum request
item_request(struct review_view *v, enum request r, const char *arg)
{
	struct app_services *s = v->view.services;
	const struct review_item *item = review_current(v);

	if (!item)
		return r;
	if (r == REQ_DECIDE)
		s->push(s, sheet_new_begin(s, "review_decide", item->id, &choose));
	else if (r == REQ_STEP && arg)
		s->push(s, sheet_new(s, arg, item->id));
	else if (r == REQ_STEP)
		s->push(s, steps_new(s, "review_item", item->id, item->what));
	else if (r == REQ_RAISE && item->line_id[0])
		s->push(s, sheet_new(s, "task_raise", item->line_id));
	else
		return r;
	return REQ_NONE;
}

static void
follow(struct review_view *v)
{
	struct app_services *s = v->view.services;

	if (review_is_held(v) && v->data->open)
		review_follow(v);
	else
		s->message(s, MESSAGE_INFO, "no meeting is on");
}

enum request
review_common_request(struct review_view *v, enum request r, const char *arg)
{
	struct app_services *s = v->view.services;

	if (r == REQ_REFRESH) {
		v->quiet = false;
		review_ask(v);
	} else if (r == REQ_EDIT || r == REQ_MEETING || (r == REQ_STEP && !review_current(v))) {
		meeting_steps(v);
	} else if (r == REQ_NEW && review_is_held(v)) {
		s->push(s, sheet_new(s, "review_item_add", v->data->id));
	} else if (r == REQ_FOLLOW) {
		follow(v);
	} else if (r == REQ_WEEK_BACK || r == REQ_WEEK_ON) {
		step_week(v, r == REQ_WEEK_BACK);
	} else {
		return item_request(v, r, arg);
	}
	return REQ_NONE;
}

static enum request
review_request(struct view *view, enum request r, const char *arg)
{
	struct review_view *v = (struct review_view *)view;
	const struct review_item *item = review_current(v);

	view->dirty = true;
	r = review_common_request(v, r, arg);
	if (r == REQ_OPEN && item) {
		review_enter_meeting(v);
		v->follow = v->data->leads || strcmp(item->id, v->data->at) == 0;
		review_show(v, list_cursor(v->list));
		review_go(v);
		review_tell(v);
		return REQ_NONE;
	}
	if (r == REQ_OPEN && v->data && !v->data->n) { /* an agenda that is still to be built */
		meeting_steps(v);
		return REQ_NONE;
	}
	return list_request(v->list, v->data ? v->data->n : 0, r);
}

static bool
review_key(struct view *view, const struct key *key)
{
	struct review_view *v = (struct review_view *)view;

	return v->data && list_press(view, v->list, v->region, key);
}

static void
review_news(struct view *view, unsigned kinds)
{
	struct review_view *v = (struct review_view *)view;

	if (kinds & NEWS_BIT(NEWS_REVIEW))
		review_ask(v);
	if (v->meeting && v->id[0])
		review_card_ask(v);
}

static const char *
review_status(struct view *view)
{
	struct review_view *v = (struct review_view *)view;

	v->status[0] = '\0';
	if (review_is_held(v) && v->data->open && v->meeting && !v->data->leads)
		snprintf(v->status, sizeof v->status,
		    v->follow ? "following %.40s" : "on your own; = follows %.40s", v->data->chair);
	else if (review_is_held(v) && v->data->n)
		snprintf(v->status, sizeof v->status, "%zu/%zu%s",
		    (v->meeting ? review_find(v->data, v->id) : list_cursor(v->list)) + 1,
		    v->data->n, v->data->leads ? ", you lead" : "");
	return v->status;
}

static void
review_close(struct view *view)
{
	struct review_view *v = (struct review_view *)view;
	struct app_services *s = view->services;

	s->timer(s, -1, tick, v);
	if (v->ticket)
		s->source->ops->cancel(s->source, v->ticket);
	review_move_end(v);
	review_free(v->data);
	card_free(v->card);
	pane_free(v->pane);
	list_free(v->list);
	free(v);
}

static const enum request review_hints[] = { REQ_BACK, REQ_OPEN, REQ_EDIT, REQ_DECIDE, REQ_STEP,
	REQ_FOLLOW, REQ_NEW, REQ_WEEK_BACK, REQ_WEEK_ON, REQ_RAISE, REQ_HELP, REQ_NONE };

static const struct view_ops review_ops = {
	.name = "review",
	.title = "review",
	.hints = review_hints,
	.draw = review_draw,
	.request = review_request,
	.key = review_key,
	.changed = view_redraw,
	.news = review_news,
	.status = review_status,
	.close = review_close,
};

static const enum request meeting_hints[] = { REQ_BACK, REQ_ITEM_NEXT, REQ_ITEM_OPEN, REQ_MEETING,
	REQ_DECIDE, REQ_STEP, REQ_ITEM_BEFORE, REQ_FOLLOW, REQ_OPEN, REQ_RAISE, REQ_NEW, REQ_HELP,
	REQ_NONE };

static const struct view_ops meeting_ops = {
	.name = "review",
	.title = "the meeting",
	.meeting = true,
	.hints = meeting_hints,
	.draw = review_draw_meeting,
	.request = review_meeting_request,
	.changed = view_redraw,
	.news = review_news,
	.status = review_status,
	.close = review_close,
};

void
review_enter_meeting(struct review_view *v)
{
	v->meeting = true;
	v->view.ops = &meeting_ops;
	v->view.dirty = v->view.full = true;
}

void
review_leave_meeting(struct review_view *v)
{
	v->meeting = false;
	v->view.ops = &review_ops;
	v->view.dirty = v->view.full = true;
	review_tell(v);
}

struct view *
review_new(struct app_services *services)
{
	struct review_view *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &review_ops, .services = services, .full = true };
	v->list = review_list_new(v);
	v->pane = pane_new();
	v->follow = true;
	review_ask(v);
	services->timer(services, TICK_S * 1000, tick, v);
	return &v->view;
}
