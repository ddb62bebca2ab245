/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/tasks_card.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "term/pane.h"
#include "view/dossier.h"
#include "view/quick.h"
#include "view/sheet.h"
#include "view/steps.h"
#include "view/tasks_head.h"

#define WIDE_COLS 110 /* from this width on in two columns */
#define LABEL_COLS 60 /* on less than this a long label stands in the text */
#define LABEL_MOST 12 /* and this is long */

struct tasks_card {
	struct view view;
	char id[ROW_ID_LEN + 1], line_id[ROW_ID_LEN + 1];
	char *title, *find;
	struct card *card; /* NULL until it came */
	struct pane *pane;
	struct quick *quick;
	source_ticket ticket;
	bool old, quiet; /* read again when this answer is there; nobody asked for it */
};

/* "2022-12-19 10:02 analyst1: is raised..." */
static void
add_run_in(struct flow *flow, const struct card_item *item)
{
	char *text = xasprintf("%s: %s", item->label, item->text);

	flow_text(flow, text);
	free(text);
}

static void
fill(struct tasks_card *v)
{
	struct flow *flow = pane_flow(v->pane);
	const char *section = "";

	flow_clear(flow);
	for (size_t i = 0; i < v->card->n; i++) {
		const struct card_item *item = &v->card->items[i];

		if (strcmp(item->section, section) != 0)
			flow_heading(flow, section = item->section);
		if (strlen(item->label) > LABEL_MOST && v->view.services->cols < LABEL_COLS)
			add_run_in(flow, item);
		else if (item->label[0])
			flow_pair(flow, item->label, item->text);
		else
			flow_text(flow, item->text);
	}
}

static void ask(struct tasks_card *v);

static void
on_card(void *arg, struct card *card, const struct error *err)
{
	struct tasks_card *v = arg;
	struct app_services *s = v->view.services;

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (!card || card->n == 0) {
		if (err && !v->quiet)
			s->message_error(s, err);
		else if (card)
			s->message(s, MESSAGE_WARNING, "this tasking is not there any more");
		card_free(card);
		if (!v->card)
			s->pop(s, &v->view);
		return;
	}
	card_free(v->card);
	v->card = card;
	fill(v);
	if (v->old)
		ask(v);
}

/* Read again; the text stays where it is. */
static void
ask(struct tasks_card *v)
{
	struct source *source = v->view.services->source;

	v->old = v->ticket != 0;
	if (!v->ticket)
		v->ticket = source->ops->task_card(source, v->id, on_card, v);
}

static void
again(void *arg)
{
	struct tasks_card *v = arg;

	v->quiet = false;
	ask(v);
}

static void
card_news(struct view *view, unsigned kinds)
{
	struct tasks_card *v = (struct tasks_card *)view;

	if (!(kinds & NEWS_BIT(NEWS_TASKING)))
		return;
	v->quiet = true;
	ask(v);
}

static void
card_draw(struct view *view, struct region r)
{
	struct tasks_card *v = (struct tasks_card *)view;

	if (view->full)
		region_clear(r);
	region_text(r, 0, 1, STYLE_TITLE, v->title);
	pane_set_wide(v->pane, WIDE_COLS);
	if (v->card)
		pane_draw(v->pane, region_part(r, 1, 1, r.rows - 1, r.cols - 1), false);
	else
		region_text(r, 1, 1, STYLE_DIM, "Reading...");
	screen_cursor(r.screen, r.row, r.col, false);
	view->dirty = view->full = false;
}

static void
search_done(void *arg, const char *text)
{
	struct tasks_card *v = arg;

	if (!text || !*text)
		return;
	free(v->find);
	v->find = xstrdup(text);
	pane_set_match(v->pane, v->find);
	if (!pane_search(v->pane, v->find, true))
		v->view.services->message(
		    v->view.services, MESSAGE_INFO, "nothing further down holds \"%s\"", v->find);
	v->view.dirty = v->view.full = true;
}

static enum request
search_request(struct tasks_card *v, enum request r, const char *arg)
{
	struct app_services *s = v->view.services;
	struct ask line = {
		.label = "search: ", .history = "search", .done = search_done, .arg = v
	};

	if (r == REQ_SEARCH && arg)
		search_done(v, arg);
	else if (r == REQ_SEARCH)
		s->ask(s, &line);
	else if ((r == REQ_SEARCH_NEXT || r == REQ_SEARCH_PREVIOUS) && v->find) {
		if (!pane_search(v->pane, v->find, r == REQ_SEARCH_NEXT))
			s->message(s, MESSAGE_INFO, "no further match of \"%s\"", v->find);
	} else
		return r;
	return REQ_NONE;
}

static enum request
move_request(struct tasks_card *v, enum request r)
{
	long page = pane_page(v->pane) > 1 ? pane_page(v->pane) - 1 : 1;

	if (r == REQ_DOWN || r == REQ_UP)
		pane_scroll(v->pane, r == REQ_DOWN ? 1 : -1);
	else if (r == REQ_PAGE_DOWN || r == REQ_PAGE_UP)
		pane_scroll(v->pane, r == REQ_PAGE_DOWN ? page : -page);
	else if (r == REQ_HALF_DOWN || r == REQ_HALF_UP)
		pane_scroll(v->pane, r == REQ_HALF_DOWN ? page / 2 : -(page / 2));
	else if (r == REQ_FIRST || r == REQ_LAST)
		pane_goto(v->pane, r == REQ_FIRST ? 0 : (size_t)-1 / 2);
	else
		return r;
	return REQ_NONE;
}

/* The dossier of its line. */
static void
open_line(struct tasks_card *v)
{
	struct app_services *s = v->view.services;

	if (v->line_id[0])
		s->push(s, dossier_new(s, v->line_id, v->title));
	else
		s->message(s, MESSAGE_INFO, "this tasking is about a group: it has no line");
}

static enum request
card_request(struct view *view, enum request r, const char *arg)
{
	struct tasks_card *v = (struct tasks_card *)view;
	struct app_services *s = view->services;
	const char *steps = tasks_steps(r);

	view->dirty = true;
	if (r == REQ_STEP && arg)
		s->push(s, sheet_new(s, arg, v->id));
	else if (r == REQ_STEP)
		s->push(s, steps_new(s, "tasking", v->id, v->title));
	else if (r == REQ_EDIT)
		s->push(s, sheet_new(s, steps, v->id));
	else if (steps)
		quick_take(v->quick, steps, v->id);
	else if (r == REQ_OPEN)
		open_line(v);
	else if (r == REQ_REFRESH)
		again(v);
	else
		return search_request(v, move_request(v, r), arg);
	return REQ_NONE;
}

static bool
card_key(struct view *view, const struct key *key)
{
	struct tasks_card *v = (struct tasks_card *)view;

	if (key->code != KEYC_MOUSE ||
	    (key->mouse.kind != MOUSE_WHEEL_DOWN && key->mouse.kind != MOUSE_WHEEL_UP))
		return false;
	pane_scroll(v->pane, key->mouse.kind == MOUSE_WHEEL_DOWN ? 3 : -3);
	view->dirty = true;
	return true;
}

static void
card_changed(struct view *view)
{
	struct tasks_card *v = (struct tasks_card *)view;

	if (v->card)
		fill(v);
	view->dirty = view->full = true;
}

static void
card_close(struct view *view)
{
	struct tasks_card *v = (struct tasks_card *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	quick_free(v->quick);
	card_free(v->card);
	pane_free(v->pane);
	free(v->title);
	free(v->find);
	free(v);
}

static const enum request card_hints[] = { REQ_BACK, REQ_STEP, REQ_ACCEPT, REQ_UPDATE, REQ_COMPLETE,
	REQ_UNDO, REQ_EDIT, REQ_OPEN, REQ_SEARCH, REQ_REFRESH, REQ_HELP, REQ_NONE };

static const struct view_ops card_ops = {
	.name = "tasking",
	.title = "tasking",
	.hints = card_hints,
	.draw = card_draw,
	.request = card_request,
	.key = card_key,
	.changed = card_changed,
	.news = card_news,
	.close = card_close,
};

struct view *
tasks_card_of(struct app_services *services, const char *id, const char *line_id, const char *title)
{
	struct tasks_card *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &card_ops, .services = services, .full = true };
	snprintf(v->id, sizeof v->id, "%s", id);
	snprintf(v->line_id, sizeof v->line_id, "%s", line_id);
	v->title = xstrdup(title);
	v->pane = pane_new();
	v->quick = quick_new(services, again, v);
	ask(v);
	return &v->view;
}

struct view *
tasks_card_new(struct app_services *services, const struct tasking_item *t)
{
	char *title = xasprintf("%s  %s", t->ref, t->title);
	struct view *v = tasks_card_of(services, t->id, t->line_id, title);

	free(title);
	return v;
}
