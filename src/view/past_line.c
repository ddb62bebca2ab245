/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/past_line.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/date.h"
#include "term/pane.h"
#include "view/card_flow.h"
#include "view/dossier.h"

struct past_line_view {
	struct view view;
	char id[ROW_ID_LEN + 1];
	char *title;
	date_days week; /* Monday of the one that is wanted */
	struct card *card;
	struct pane *pane;
	source_ticket ticket;
	bool unfilled; /* the card is to be put into the pane */
};

static void
on_card(void *arg, struct card *card, const struct error *err)
{
	struct past_line_view *v = arg;

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (!card) {
		v->view.services->message_error(v->view.services, err);
		return;
	}
	card_free(v->card);
	v->card = card;
	v->unfilled = true;
}

static void
ask(struct past_line_view *v)
{
	struct source *source = v->view.services->source;
	char week[WEEK_TEXT];

	if (v->ticket)
		source->ops->cancel(source, v->ticket);
	week_format(week_of(v->week), week);
	v->ticket = source->ops->line_as_at(source, v->id, week, on_card, v);
	v->view.dirty = v->view.full = true;
}

static void
past_line_draw(struct view *view, struct region r)
{
	struct past_line_view *v = (struct past_line_view *)view;
	char week[WEEK_TEXT], *text;

	if (view->full)
		region_clear(r);
	week_format(week_of(v->week), week);
	text = xasprintf("%s  %s%s", week, v->title, v->ticket ? "  reading..." : "");
	region_cell(region_span(r, 0, 1, r.cols - 1), STYLE_TITLE, false, text);
	free(text);
	if (v->unfilled)
		card_flow_fill(pane_flow(v->pane), v->card, screen_utf8(r.screen));
	v->unfilled = false;
	if (v->card && r.rows > 2)
		pane_draw(v->pane, region_part(r, 2, 1, r.rows - 2, r.cols - 1), v->ticket != 0);
	view->dirty = view->full = false;
}

static void
step(struct past_line_view *v, int weeks)
{
	struct app_services *s = v->view.services;
	const date_days today = s->source->ops->session(s->source)->today;

	if (v->week + 7 * weeks > week_start(week_of(today))) {
		s->message(
		    s, MESSAGE_INFO, "this week is not over; Enter opens the line as it is now");
		return;
	}
	v->week += 7 * weeks;
	ask(v);
}

static enum request
past_line_request(struct view *view, enum request r, const char *arg)
{
	struct past_line_view *v = (struct past_line_view *)view;
	const long page = pane_page(v->pane) > 1 ? pane_page(v->pane) - 1 : 1;

	(void)arg;
	view->dirty = true;
	if (r == REQ_WEEK_BACK || r == REQ_WEEK_ON)
		step(v, r == REQ_WEEK_BACK ? -1 : 1);
	else if (r == REQ_REFRESH)
		ask(v);
	else if (r == REQ_OPEN)
		view->services->push(view->services, dossier_new(view->services, v->id, v->title));
	else if (r == REQ_DOWN || r == REQ_UP)
		pane_scroll(v->pane, r == REQ_DOWN ? 1 : -1);
	else if (r == REQ_PAGE_DOWN || r == REQ_PAGE_UP)
		pane_scroll(v->pane, r == REQ_PAGE_DOWN ? page : -page);
	else if (r == REQ_FIRST)
		pane_top(v->pane);
	else
		return r;
	return REQ_NONE;
}

static void
past_line_close(struct view *view)
{
	struct past_line_view *v = (struct past_line_view *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	card_free(v->card);
	pane_free(v->pane);
	free(v->title);
	free(v);
}

static const enum request past_line_hints[] = { REQ_BACK, REQ_WEEK_BACK, REQ_WEEK_ON, REQ_OPEN,
	REQ_HELP, REQ_NONE };

static const struct view_ops past_line_ops = {
	.name = "past-line",
	.title = "a line as it stood",
	.hints = past_line_hints,
	.draw = past_line_draw,
	.request = past_line_request,
	.changed = view_redraw,
	.close = past_line_close,
};

struct view *
past_line_new(struct app_services *services, const char *id, const char *title, date_days monday)
{
	struct past_line_view *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &past_line_ops, .services = services, .full = true };
	snprintf(v->id, sizeof v->id, "%s", id);
	v->title = xstrdup(title);
	v->week = monday;
	v->pane = pane_new();
	ask(v);
	return &v->view;
}
