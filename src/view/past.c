/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/past.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "term/list.h"
#include "term/wrap.h"
#include "view/list_request.h"
#include "view/past_line.h"
#include "view/tasks_card.h"

enum { COLUMN_HOW = PAST_CELLS, COLUMN_RANK, COLUMN_REF };
enum { TOLD_ROWS = 2, ROOMY_ROWS = 12 }; /* on a low screen the list has all the room */

struct past_view {
	struct view view;
	struct list *list;
	struct past *data; /* what is shown; NULL until the first came */
	date_days week;	   /* Monday of the week that is wanted */
	enum past_kind kind;
	source_ticket ticket;
	char wanted[sizeof((struct past_line *)0)->id]; /* line the cursor was on, in any week */
	size_t place, set; /* where that was; where the cursor was put for it */
	struct region region;
	char status[48];
	char text[512]; /* a cell with its sign */
};

static const struct list_column columns[] = {
	{ .id = COLUMN_HOW, .title = "Since", .width = 7, .frozen = true },
	{ .id = COLUMN_RANK, .title = "Rank", .width = 4, .right = true, .frozen = true },
	{ .id = COLUMN_REF, .title = "Line", .width = 9, .frozen = true },
	{ .id = PAST_NAME, .title = "Name", .width = 17 },
	{ .id = PAST_SCORE, .title = "Score", .width = 5, .right = true },
	{ .id = PAST_BAND, .title = "Band", .width = 9 },
	{ .id = PAST_STATUS, .title = "Status", .width = 15 },
	{ .id = PAST_UNIT, .title = "NPU", .width = 6 },
	{ .id = PAST_OPEN, .title = "Open", .width = 5, .right = true },
	{ .id = PAST_LATE, .title = "Late", .width = 5, .right = true },
	{ .id = PAST_SEEN, .title = "Last seen", .width = 11 },
	{ .id = PAST_LRO, .title = "LRO", .width = 10 },
};

static const struct list_column tasking_columns[] = {
	{ .id = COLUMN_HOW, .title = "Since", .width = 7, .frozen = true },
	{ .id = PAST_DUE, .title = "Due", .width = 11, .frozen = true },
	{ .id = PAST_TITLE, .title = "What", .width = 27 },
	{ .id = PAST_STATE, .title = "State", .width = 13 },
	{ .id = PAST_TO_UNIT, .title = "Unit", .width = 7 },
	{ .id = PAST_IS_LATE, .title = "Late", .width = 5 },
	{ .id = PAST_OFFICER, .title = "Officer", .width = 12 },
	{ .id = PAST_LINE, .title = "Line", .width = 10 },
	{ .id = COLUMN_REF, .title = "Tasking", .width = 9 },
	{ .id = PAST_ROUTE, .title = "Route", .width = 9 },
	{ .id = PAST_OPERATION, .title = "Operation", .width = 12 },
};

static const struct {
	const char *sign;
	enum style style;
} hows[] = {
	[PAST_SAME] = { "", STYLE_NORMAL },
	[PAST_NEW] = { "+ new", STYLE_NEW },
	[PAST_GONE] = { "- gone", STYLE_DIM },
	[PAST_UP] = { "^ up", STYLE_UP },
	[PAST_DOWN] = { "v down", STYLE_DOWN },
	[PAST_CHANGED] = { "~ cells", STYLE_NORMAL },
};

static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	struct past_view *v = arg;
	const struct past_line *l = &v->data->lines[row];
	const enum style plain = l->how == PAST_GONE ? STYLE_DIM : STYLE_NORMAL;

	if (column == COLUMN_HOW)
		*out = (struct list_cell){ hows[l->how].sign, hows[l->how].style };
	else if (column == COLUMN_RANK)
		*out = (struct list_cell){ l->rank, plain };
	else if (column == COLUMN_REF)
		*out = (struct list_cell){ l->ref, plain };
	else if (l->changed >> column & 1) {
		snprintf(v->text, sizeof v->text, "%s*", l->cell[column]);
		*out = (struct list_cell){ v->text, STYLE_WARNING };
	} else
		*out = (struct list_cell){ l->cell[column], plain };
}

static const struct list_ops list_ops = { .cell = cell };

static const struct past_line *
at(const struct past_view *v)
{
	return v->data && list_cursor(v->list) < v->data->n ? &v->data->lines[list_cursor(v->list)]
							    : NULL;
}

/* The line wanted, in another week; the place it had if it is not there. */
static size_t
place_of(const struct past *p, const char *wanted, size_t place)
{
	for (size_t i = 0; wanted[0] && i < p->n; i++)
		if (strcmp(p->lines[i].id, wanted) == 0)
			return i;
	return p->n && place >= p->n ? p->n - 1 : place;
}

/* Where the cursor is; it is not taken from a part that it was put into and left where it was put:
 * the line may be in what follows. */
static void
keep_place(struct past_view *v)
{
	const struct past_line *l = at(v);

	if (v->data && v->data->part && list_cursor(v->list) == v->set)
		return;
	snprintf(v->wanted, sizeof v->wanted, "%s", l ? l->id : "");
	v->place = list_cursor(v->list);
}

static void
on_past(void *arg, struct past *p, const struct error *err)
{
	struct past_view *v = arg;

	if (!p || !p->part)
		v->ticket = 0;
	v->view.dirty = v->view.full = true;
	if (p) {
		keep_place(v);
		v->set = place_of(p, v->wanted, v->place);
		past_free(v->data);
		v->data = p;
		list_set_rows(v->list, p->n, true, true);
		list_set_cursor(v->list, v->set);
		list_touch(v->list);
	} else {
		v->view.services->message_error(v->view.services, err);
	}
}

static void
ask(struct past_view *v)
{
	struct source *source = v->view.services->source;
	char week[WEEK_TEXT];

	if (v->ticket)
		source->ops->cancel(source, v->ticket);
	week_format(week_of(v->week), week);
	v->ticket = source->ops->past(source, week, v->kind, on_past, v);
	v->view.dirty = v->view.full = true;
}

/* "3 new, 1 gone": how many lines differ in which way. */
static void
add_sums(const struct past *p, struct buf *out)
{
	static const char *const words[] = { "the same", "new", "gone", "up", "down", "changed" };
	size_t sums[ARRAY_LEN(words)] = { 0 };

	for (size_t i = 0; i < p->n; i++)
		sums[p->lines[i].how]++;
	for (size_t i = PAST_NEW; i < ARRAY_LEN(words); i++)
		if (sums[i])
			buf_addf(out, "%s%zu %s", out->len ? ", " : "", sums[i], words[i]);
	if (!out->len)
		buf_adds(out, "nothing changed");
}

static void
draw_head(struct past_view *v, struct region r)
{
	struct buf line = BUF_INIT;
	char week[WEEK_TEXT];
	bool reading;

	week_format(week_of(v->week), week);
	reading = v->ticket && !(v->data && v->data->part && strcmp(v->data->week, week) == 0);
	if (reading)
		buf_addf(&line, "%s  reading...", week);
	else if (!v->data)
		buf_addf(&line, "%s  not read; r tries again", week);
	else if (v->kind == PAST_TASKINGS)
		buf_addf(&line, "%s  the open taskings %s", week, v->data->said);
	else if (v->kind == PAST_REGION)
		buf_addf(&line, "%s  what the forces of %s share", week, v->data->whose);
	else
		buf_addf(&line, "%s  the grid %s", week, v->data->said);
	region_text(r, 0, 1, STYLE_TITLE, line.data);
	if (!reading && v->data && r.rows >= ROOMY_ROWS) {
		buf_clear(&line);
		add_sums(v->data, &line);
		buf_addf(&line, "%s since %s", v->data->part ? " so far" : "", v->data->before);
		region_text(r, 1, 1, STYLE_LABEL, line.data);
	}
	buf_free(&line);
}

/* What changed of the line under the cursor, in words. */
static void
draw_told(struct past_view *v, struct region r)
{
	const struct past_line *l = at(v);
	const struct region foot = region_part(r, r.rows - TOLD_ROWS, 1, TOLD_ROWS, r.cols - 2);
	const bool tasking = v->kind == PAST_TASKINGS;
	const char *told = l && l->told[0] ? l->told
	    : l && l->how == PAST_NEW	   ? (tasking ? "It was not open the week before."
						      : "It was not on the grid the week before.")
	    : l && l->how == PAST_GONE
	    ? (tasking ? "It is not open any more." : "It is not on the grid any more.")
	    : "As the week before.";
	const int lines = wrap_count(told, foot.cols);

	region_clear(foot);
	for (int i = 0; i < lines && i < TOLD_ROWS; i++) {
		struct buf line = BUF_INIT;
		size_t len;
		const char *text = wrap_nth(told, foot.cols, i, &len);

		buf_add(&line, text, len);
		region_text(foot, i, 0, STYLE_NORMAL, line.data);
		buf_free(&line);
	}
}

static void
past_draw(struct view *view, struct region r)
{
	struct past_view *v = (struct past_view *)view;
	const bool roomy = r.rows >= ROOMY_ROWS;
	const int head = roomy ? 2 : 1;

	if (view->full) {
		region_clear(r);
		draw_head(v, r);
	}
	v->region = region_part(r, head, 0, r.rows - head - (roomy ? TOLD_ROWS + 1 : 0), r.cols);
	if (v->data && v->data->n) {
		if (roomy)
			draw_told(v, r);
		list_draw(v->list, v->region, view->full);
	} else if (v->data) {
		region_text(r, head + 1, 2, STYLE_DIM,
		    v->kind == PAST_TASKINGS ? "No tasking that you see was open."
					     : "No line that you see was on the grid.");
	}
	view->dirty = view->full = false;
}

/* Weeks to step; beyond the present one the list as it is lies underneath. */
static void
step(struct past_view *v, int weeks)
{
	struct app_services *s = v->view.services;
	const date_days today = s->source->ops->session(s->source)->today;

	if (v->week + 7 * weeks > week_start(week_of(today))) {
		if (v->kind != PAST_REGION)
			s->pop(s, &v->view);
	} else {
		v->week += 7 * weeks;
		ask(v);
	}
}

static enum request
past_request(struct view *view, enum request r, const char *arg)
{
	struct past_view *v = (struct past_view *)view;
	struct app_services *s = view->services;
	const struct past_line *l = at(v);
	struct iso_week week;

	view->dirty = true;
	if (r == REQ_WEEK_BACK || r == REQ_WEEK_ON) {
		step(v, r == REQ_WEEK_BACK ? -1 : 1);
	} else if (r == REQ_WEEK && arg && week_parse(arg, &week)) {
		v->week = week_start(week);
		step(v, 0);
	} else if (r == REQ_REFRESH) {
		ask(v);
	} else if (r == REQ_OPEN && l) {
		char *title = xasprintf("%s %s", l->ref, l->cell[PAST_NAME]);

		s->push(s,
		    v->kind == PAST_TASKINGS ? tasks_card_of(s, l->id, "", title)
					     : past_line_new(s, l->id, title, v->week));
		free(title);
	} else {
		return list_request(v->list, v->data ? v->data->n : 0, r);
	}
	return REQ_NONE;
}

static bool
past_key(struct view *view, const struct key *key)
{
	struct past_view *v = (struct past_view *)view;

	return v->data && list_press(view, v->list, v->region, key);
}

static const char *
past_status(struct view *view)
{
	struct past_view *v = (struct past_view *)view;

	v->status[0] = '\0';
	if (v->data && v->data->n)
		snprintf(v->status, sizeof v->status, "%zu/%zu%s", list_cursor(v->list) + 1,
		    v->data->n, v->data->more ? "+" : "");
	return v->status;
}

static void
past_close(struct view *view)
{
	struct past_view *v = (struct past_view *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	past_free(v->data);
	list_free(v->list);
	free(v);
}

static const enum request past_hints[] = { REQ_BACK, REQ_WEEK_BACK, REQ_WEEK_ON, REQ_OPEN, REQ_WEEK,
	REQ_HELP, REQ_NONE };

static const struct view_ops past_ops = {
	.name = "past",
	.title = "a week of the grid",
	.hints = past_hints,
	.draw = past_draw,
	.request = past_request,
	.key = past_key,
	.changed = view_redraw,
	.status = past_status,
	.close = past_close,
};

/* Monday of the week that is asked for; DATE_NONE if there is none such, or it is to come. */
static date_days
monday_of(struct app_services *s, const char *text, enum past_kind kind)
{
	const date_days today = s->source->ops->session(s->source)->today;
	struct iso_week week;

	if (today == DATE_NONE) {
		s->message(s, MESSAGE_WARNING, "not connected yet: which week it is is not known");
		return DATE_NONE;
	}
	if (!text)
		return week_start(week_of(today)) - (kind == PAST_REGION ? 0 : 7);
	if (!week_parse(text, &week)) {
		s->message(s, MESSAGE_WARNING,
		    "%s is no week; weeks are written like 2022-W51, and few years have a 53rd",
		    text);
		return DATE_NONE;
	}
	if (week_start(week) > today) {
		s->message(s, MESSAGE_WARNING, "%s has not begun", text);
		return DATE_NONE;
	}
	return week_start(week);
}

struct view *
past_new(struct app_services *services, const char *week, enum past_kind kind)
{
	const date_days monday = monday_of(services, week, kind);
	struct past_view *v;

	if (monday == DATE_NONE)
		return NULL;
	v = xcalloc(1, sizeof *v);
	v->view = (struct view){ .ops = &past_ops, .services = services, .full = true };
	v->week = monday;
	v->kind = kind;
	v->list = list_new(&list_ops, v);
	if (kind == PAST_TASKINGS)
		list_set_columns(v->list, tasking_columns, ARRAY_LEN(tasking_columns));
	else
		list_set_columns(v->list, columns, ARRAY_LEN(columns));
	ask(v);
	return &v->view;
}
