/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/tasks_board.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/sheet.h"
#include "view/steps.h"
#include "view/tasks_board_impl.h"
#include "view/tasks_card.h"

const struct tasking_item *
board_current(const struct tasks_board *v)
{
	if (!v->data || v->column >= v->data->n || v->card >= v->data->columns[v->column].n)
		return NULL;
	return &v->data->columns[v->column].items[v->card];
}

/* The next column on that side with a card in it; false if there is none. */
static bool
go_column(struct tasks_board *v, int by)
{
	long i;

	for (i = (long)v->column + by; i >= 0 && i < (long)v->data->n; i += by)
		if (v->data->columns[i].n) {
			v->column = (size_t)i;
			return true;
		}
	return false;
}

static size_t
last_card(const struct tasks_board *v)
{
	size_t n = v->data->columns[v->column].n;

	return n ? n - 1 : 0;
}

/* One card on; below each other the columns are one long list. */
static void
go_card(struct tasks_board *v, int by)
{
	if (by > 0 ? v->card < last_card(v) : v->card > 0)
		v->card += (size_t)by;
	else if (!v->wide && go_column(v, by))
		v->card = by > 0 ? 0 : last_card(v);
}

static void
go_cards(struct tasks_board *v, int n)
{
	for (int i = 0; i < abs(n); i++)
		go_card(v, n > 0 ? 1 : -1);
}

/* The cursor on that tasking, else where it was, else on the first there is. */
static void
find(struct tasks_board *v, const char *id)
{
	for (size_t i = 0; i < v->data->n; i++)
		for (size_t k = 0; k < v->data->columns[i].n; k++)
			if (strcmp(v->data->columns[i].items[k].id, id) == 0) {
				v->column = i;
				v->card = k;
				return;
			}
	if (v->column >= v->data->n)
		v->column = 0;
	if (v->data->n && v->data->columns[v->column].n == 0 && !go_column(v, 1))
		go_column(v, -1);
	if (v->data->n && v->card > last_card(v))
		v->card = last_card(v);
}

static void ask(struct tasks_board *v);

static void
on_board(void *arg, struct task_board *board, const struct error *err)
{
	struct tasks_board *v = arg;
	char id[ROW_ID_LEN + 1] = "";

	v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (!board) {
		if (!v->quiet)
			v->view.services->message_error(v->view.services, err);
		return;
	}
	if (board_current(v))
		memcpy(id, board_current(v)->id, sizeof id);
	task_board_free(v->data);
	v->data = board;
	find(v, id);
	if (v->old)
		ask(v);
}

static void
ask(struct tasks_board *v)
{
	struct source *source = v->view.services->source;

	v->old = v->ticket != 0;
	if (!v->ticket)
		v->ticket =
		    source->ops->task_board(source, v->by_unit ? "unit" : "state", on_board, v);
}

static void
again(void *arg)
{
	struct tasks_board *v = arg;

	v->quiet = false;
	ask(v);
}

static void
move_over(struct tasks_board *v, int by)
{
	if (go_column(v, by))
		v->card = v->wide && v->card <= last_card(v) ? v->card : 0;
}

static enum request
move_request(struct tasks_board *v, enum request r)
{
	if (r == REQ_DOWN || r == REQ_UP)
		go_card(v, r == REQ_DOWN ? 1 : -1);
	else if (r == REQ_PAGE_DOWN || r == REQ_HALF_DOWN)
		go_cards(v, r == REQ_PAGE_DOWN ? v->page : v->page / 2);
	else if (r == REQ_PAGE_UP || r == REQ_HALF_UP)
		go_cards(v, r == REQ_PAGE_UP ? -v->page : -(v->page / 2));
	else if (r == REQ_LEFT || r == REQ_RIGHT)
		move_over(v, r == REQ_RIGHT ? 1 : -1);
	else if (r == REQ_FIRST) {
		v->column = v->card = 0;
		find(v, "");
	} else if (r == REQ_LAST) {
		v->column = v->data->n - 1;
		if (v->data->columns[v->column].n == 0)
			go_column(v, -1);
		v->card = last_card(v);
	} else
		return r;
	return REQ_NONE;
}

static enum request
card_request(struct tasks_board *v, enum request r, const char *arg)
{
	struct app_services *s = v->view.services;
	const struct tasking_item *t = board_current(v);
	const char *steps = tasks_steps(r);

	if (!t)
		return r;
	if (r == REQ_OPEN)
		s->push(s, tasks_card_new(s, t));
	else if (r == REQ_STEP && !arg)
		s->push(s, steps_new(s, "tasking", t->id, t->ref));
	else if (r == REQ_STEP || r == REQ_EDIT)
		s->push(s, sheet_new(s, arg ? arg : steps, t->id));
	else if (steps)
		quick_take(v->quick, steps, t->id);
	else
		return r;
	return REQ_NONE;
}

static enum request
board_request(struct view *view, enum request r, const char *arg)
{
	struct tasks_board *v = (struct tasks_board *)view;

	view->dirty = true;
	r = tasks_head_request(view->services, TASKS_BOARD, r);
	if (r == REQ_REFRESH) {
		again(v);
		return REQ_NONE;
	}
	if (r == REQ_SORT) {
		v->by_unit = arg ? strcmp(arg, "unit") == 0 : !v->by_unit;
		again(v);
		return REQ_NONE;
	}
	if (!v->data || v->data->n == 0)
		return r;
	if (r != REQ_NONE)
		r = card_request(v, r, arg);
	return r == REQ_NONE ? r : move_request(v, r);
}

static bool
press(struct tasks_board *v, const struct key *key)
{
	for (size_t i = 0; i < v->nplaces; i++) {
		const struct board_place *p = &v->places[i];

		if (key->mouse.row < p->r.row || key->mouse.row >= p->r.row + p->r.rows ||
		    key->mouse.col < p->r.col || key->mouse.col >= p->r.col + p->r.cols)
			continue;
		v->column = p->column;
		v->card = p->card;
		if (key->mouse.kind == MOUSE_DOUBLE)
			v->view.services->post(v->view.services, REQ_OPEN, NULL);
		return true;
	}
	return false;
}

static bool
board_key(struct view *view, const struct key *key)
{
	struct tasks_board *v = (struct tasks_board *)view;

	view->dirty = true;
	if (tasks_head_key(view->services, TASKS_BOARD, v->head_region, key))
		return true;
	if (key->code != KEYC_MOUSE || !v->data)
		return false;
	if (key->mouse.kind == MOUSE_WHEEL_DOWN || key->mouse.kind == MOUSE_WHEEL_UP) {
		go_cards(v, key->mouse.kind == MOUSE_WHEEL_DOWN ? 3 : -3);
		return true;
	}
	return press(v, key);
}

static void
board_news(struct view *view, unsigned kinds)
{
	struct tasks_board *v = (struct tasks_board *)view;

	if (!(kinds & NEWS_BIT(NEWS_TASKING)))
		return;
	v->quiet = true;
	ask(v);
}

static const char *
board_status(struct view *view)
{
	struct tasks_board *v = (struct tasks_board *)view;

	buf_clear(&v->status);
	buf_addf(&v->status, "by %s; ", v->by_unit ? "unit" : "state");
	keymap_hint(
	    view->services->keys, REQ_SORT, v->by_unit ? " by state" : " by unit", &v->status);
	return buf_str(&v->status);
}

static void
board_close(struct view *view)
{
	struct tasks_board *v = (struct tasks_board *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	quick_free(v->quick);
	task_board_free(v->data);
	buf_free(&v->text);
	buf_free(&v->status);
	free(v);
}

static const enum request board_hints[] = { REQ_HELP, REQ_OPEN, REQ_STEP, REQ_ACCEPT, REQ_UPDATE,
	REQ_COMPLETE, REQ_PANE_NEXT, REQ_REFRESH, REQ_BACK, REQ_NONE };

static const struct view_ops board_ops = {
	.name = "board",
	.title = "board of taskings",
	.hints = board_hints,
	.draw = board_draw,
	.request = board_request,
	.key = board_key,
	.changed = view_redraw,
	.news = board_news,
	.status = board_status,
	.close = board_close,
};

struct view *
tasks_board_new(struct app_services *services)
{
	struct tasks_board *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &board_ops, .services = services, .full = true };
	v->quick = quick_new(services, again, v);
	ask(v);
	return &v->view;
}
