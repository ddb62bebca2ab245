/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/tasks_calendar.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "view/tasks.h"
#include "view/tasks_head.h"

#define WEEK_DAYS 7
#define WEEK_ROWS 2    /* of a week: the days, and what is due on them */
#define LONG_COLS 70   /* from this width on weeks and days are written out */
#define SHORT_CELL 8   /* in a cell of fewer than this "today" is a sign */
#define WEEKS_BEFORE 2 /* shown before the present one at first */
#define WEEKS_MOST 50
#define OTHER_ROWS 5 /* of the screen: banner, screens, the day in words, names, bottom line */

struct calendar {
	struct view view;
	struct task_days *data; /* NULL until it came */
	date_days from;		/* a Monday; DATE_NONE: the business clock is not known yet */
	date_days day;		/* under the cursor */
	int weeks;
	date_days asked; /* first day that was asked for, DATE_NONE: nothing */
	int asked_weeks;
	struct region head_region, days_region;
	int label; /* cells in front of the days */
	source_ticket ticket;
	bool old, quiet; /* read again when this answer is there; nobody asked for it */
	struct buf text, status;
};

static const char *const day_names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const month_names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
	"Sep", "Oct", "Nov", "Dec" };

static date_days
today_of(const struct calendar *v)
{
	const struct source *source = v->view.services->source;

	return source->ops->session(source)->today;
}

static void ask(struct calendar *v);

static void
on_days(void *arg, struct task_days *days, const struct error *err)
{
	struct calendar *v = arg;

	v->ticket = 0;
	v->view.dirty = true;
	if (!days) {
		if (!v->quiet)
			v->view.services->message_error(v->view.services, err);
		return;
	}
	task_days_free(v->data);
	v->data = days;
	if (v->old)
		ask(v);
}

static void
ask(struct calendar *v)
{
	struct source *source = v->view.services->source;

	if (v->from == DATE_NONE)
		return;
	/* The same days again can wait for the answer that is on its way; others are wanted now. */
	v->old = v->ticket && v->asked == v->from && v->asked_weeks == v->weeks;
	if (v->old)
		return;
	if (v->ticket)
		source->ops->cancel(source, v->ticket);
	v->asked = v->from;
	v->asked_weeks = v->weeks;
	v->ticket =
	    source->ops->task_days(source, v->from, v->from + v->weeks * WEEK_DAYS - 1, on_days, v);
}

static date_days
monday_of(date_days day)
{
	return day - (date_weekday(day) - 1);
}

/* The weeks that hold the day, as many as there is room for, and what falls due in them. */
static void
show_day(struct calendar *v)
{
	int weeks = (v->view.services->rows - OTHER_ROWS) / WEEK_ROWS;

	v->weeks = weeks < 1 ? 1 : weeks > WEEKS_MOST ? WEEKS_MOST : weeks;
	if (v->from == DATE_NONE) {
		if ((v->day = today_of(v)) == DATE_NONE)
			return;
		v->from = monday_of(v->day) - WEEKS_BEFORE * WEEK_DAYS;
	}
	if (v->day < v->from)
		v->from = monday_of(v->day);
	if (v->day >= v->from + v->weeks * WEEK_DAYS)
		v->from = monday_of(v->day) - (v->weeks - 1) * WEEK_DAYS;
	if (v->asked != v->from || v->asked_weeks != v->weeks)
		ask(v);
}

static const struct task_day *
find_day(const struct calendar *v, date_days day)
{
	for (size_t i = 0; v->data && i < v->data->n; i++)
		if (v->data->days[i].day == day)
			return &v->data->days[i];
	return NULL;
}

static void
add_day(struct buf *out, date_days day)
{
	struct civil c = date_to_civil(day);

	buf_addf(out, "%s %d %s %d", day_names[date_weekday(day) - 1], c.day,
	    month_names[c.month - 1], c.year);
}

/* The day under the cursor in words. */
static void
draw_words(struct calendar *v, struct region r)
{
	const struct task_day *d = find_day(v, v->day);
	char week[WEEK_TEXT];

	buf_clear(&v->text);
	add_day(&v->text, v->day);
	week_format(week_of(v->day), week);
	if (r.cols >= LONG_COLS)
		buf_addf(&v->text, " (%s)", week);
	if (d) {
		buf_addf(&v->text, ": %ld open", d->open);
		if (d->late)
			buf_addf(&v->text, ", %ld late!", d->late);
		if (d->closed)
			buf_addf(&v->text, ", %ld done", d->closed);
		if (d->holiday[0])
			buf_addf(&v->text, "; bank holiday: %s", d->holiday);
	}
	region_clear(region_part(r, 0, 0, 1, r.cols));
	region_text(r, 0, 1, STYLE_NORMAL, buf_str(&v->text));
}

/* "1 Jan BH", "31 today"; short: "1 BH", "31*". */
static void
draw_date(struct calendar *v, struct region r, date_days day, const struct task_day *d)
{
	struct civil c = date_to_civil(day);
	bool today = day == today_of(v), brief = r.cols < SHORT_CELL;

	buf_clear(&v->text);
	buf_addf(&v->text, "%d", c.day);
	if (!brief && (c.day == 1 || day == v->from))
		buf_addf(&v->text, " %s", month_names[c.month - 1]);
	if (today)
		buf_adds(&v->text, brief ? "*" : " today");
	if (d && d->holiday[0])
		buf_adds(&v->text, brief ? "BH" : " BH");
	region_text(r, 0, 1, today ? STYLE_TITLE : STYLE_LABEL, buf_str(&v->text));
}

static void
draw_cell(struct calendar *v, struct region r, date_days day)
{
	const struct task_day *d = find_day(v, day);

	draw_date(v, r, day, d);
	if (d && (d->open || d->closed)) {
		buf_clear(&v->text);
		if (d->open > d->late || !d->late)
			buf_addf(&v->text, "%ld", d->open - d->late);
		if (d->late)
			buf_addf(&v->text, "%s%ld!", v->text.len ? " " : "", d->late);
		if (!d->open)
			buf_clear(&v->text);
		if (d->closed && r.cols >= 14)
			buf_addf(&v->text, "%s%ld done", v->text.len ? ", " : "", d->closed);
		region_text(r, 1, 1, d->late ? STYLE_WARNING : STYLE_NORMAL, buf_str(&v->text));
	}
	if (day == v->day) {
		region_text(r, 0, 0, STYLE_CURSOR, ">");
		region_restyle(region_span(r, 0, 0, r.cols - 1), STYLE_CURSOR);
		screen_cursor(r.screen, r.row, r.col, false);
	}
}

static void
draw_week(struct calendar *v, struct region r, date_days monday)
{
	int width = (r.cols - v->label) / WEEK_DAYS;
	struct iso_week w = week_of(monday);
	char text[WEEK_TEXT];

	region_clear(r);
	week_format(w, text);
	region_text(r, 0, 0, STYLE_LABEL, v->label < WEEK_TEXT ? text + WEEK_TEXT - 3 : text);
	for (int i = 0; i < WEEK_DAYS; i++)
		draw_cell(v, region_part(r, 0, v->label + i * width, r.rows, width), monday + i);
}

static void
draw_names(const struct calendar *v, struct region r)
{
	int width = (r.cols - v->label) / WEEK_DAYS;

	region_clear(region_part(r, 0, 0, 1, r.cols));
	region_text(r, 0, 0, STYLE_TITLE, v->label < WEEK_TEXT ? "Wk" : "Week");
	for (int i = 0; i < WEEK_DAYS; i++)
		region_text(r, 0, v->label + i * width + 1, STYLE_TITLE, day_names[i]);
}

static void
calendar_draw(struct view *view, struct region r)
{
	struct calendar *v = (struct calendar *)view;

	if (view->full)
		region_clear(r);
	v->head_region = r;
	tasks_head_draw(view->services, r, TASKS_CALENDAR);
	v->label = r.cols >= LONG_COLS ? WEEK_TEXT : 3;
	view->dirty = view->full = false;
	if (v->from == DATE_NONE) {
		region_text(r, 2, 2, STYLE_DIM, "Reading...");
		return;
	}
	draw_words(v, region_part(r, 1, 0, 1, r.cols));
	draw_names(v, region_part(r, 2, 0, 1, r.cols));
	v->days_region = region_part(r, 3, 0, v->weeks * WEEK_ROWS, r.cols);
	for (int i = 0; i < v->weeks; i++)
		draw_week(v, region_part(v->days_region, i * WEEK_ROWS, 0, WEEK_ROWS, r.cols),
		    v->from + i * WEEK_DAYS);
}

static void
open_day(struct calendar *v)
{
	struct app_services *s = v->view.services;
	char day[DATE_TEXT];

	date_format(v->day, day);
	buf_clear(&v->text);
	buf_adds(&v->text, "Due ");
	add_day(&v->text, v->day);
	s->push(s, tasks_of_new(s, TASKINGS_DAY, day, buf_str(&v->text)));
}

static void
go(struct calendar *v, int days)
{
	if (v->day + days > DATE_MIN && v->day + days < DATE_MAX)
		v->day += days;
	show_day(v);
}

static enum request
calendar_request(struct view *view, enum request r, const char *arg)
{
	struct calendar *v = (struct calendar *)view;
	static const struct {
		enum request request;
		int days, pages;
	} moves[] = { { REQ_LEFT, -1, 0 }, { REQ_RIGHT, 1, 0 }, { REQ_UP, -WEEK_DAYS, 0 },
		{ REQ_DOWN, WEEK_DAYS, 0 }, { REQ_PAGE_UP, 0, -1 }, { REQ_PAGE_DOWN, 0, 1 },
		{ REQ_HALF_UP, -4 * WEEK_DAYS, 0 }, { REQ_HALF_DOWN, 4 * WEEK_DAYS, 0 } };

	(void)arg;
	view->dirty = true;
	r = tasks_head_request(view->services, TASKS_CALENDAR, r);
	if (r == REQ_NONE || v->from == DATE_NONE)
		return r;
	for (size_t i = 0; i < ARRAY_LEN(moves); i++)
		if (moves[i].request == r) {
			go(v, moves[i].days + moves[i].pages * v->weeks * WEEK_DAYS);
			return REQ_NONE;
		}
	if (r == REQ_FIRST)
		go(v, today_of(v) - v->day);
	else if (r == REQ_LAST)
		go(v, v->from + v->weeks * WEEK_DAYS - 1 - v->day);
	else if (r == REQ_OPEN)
		open_day(v);
	else if (r == REQ_REFRESH) {
		v->quiet = false;
		ask(v);
	} else
		return r;
	return REQ_NONE;
}

static bool
calendar_key(struct view *view, const struct key *key)
{
	struct calendar *v = (struct calendar *)view;
	struct region r = v->days_region;
	int width = (r.cols - v->label) / WEEK_DAYS, col, row;

	view->dirty = true;
	if (tasks_head_key(view->services, TASKS_CALENDAR, v->head_region, key))
		return true;
	if (key->code != KEYC_MOUSE || v->from == DATE_NONE)
		return false;
	if (key->mouse.kind == MOUSE_WHEEL_DOWN || key->mouse.kind == MOUSE_WHEEL_UP) {
		go(v, key->mouse.kind == MOUSE_WHEEL_DOWN ? WEEK_DAYS : -WEEK_DAYS);
		return true;
	}
	row = key->mouse.row - r.row;
	col = key->mouse.col - r.col - v->label;
	if (width < 1 || row < 0 || row >= r.rows || col < 0 || col >= width * WEEK_DAYS)
		return false;
	go(v, v->from + row / WEEK_ROWS * WEEK_DAYS + col / width - v->day);
	if (key->mouse.kind == MOUSE_DOUBLE)
		view->services->post(view->services, REQ_OPEN, NULL);
	return true;
}

static void
calendar_news(struct view *view, unsigned kinds)
{
	struct calendar *v = (struct calendar *)view;

	if (!(kinds & NEWS_BIT(NEWS_TASKING)))
		return;
	v->quiet = true;
	ask(v);
}

static void
calendar_changed(struct view *view)
{
	struct calendar *v = (struct calendar *)view;

	show_day(v);
	view->dirty = view->full = true;
}

static const char *
calendar_status(struct view *view)
{
	struct calendar *v = (struct calendar *)view;

	buf_clear(&v->status);
	buf_adds(
	    &v->status, view->services->cols >= LONG_COLS ? "open, late!  BH bank holiday" : "");
	return buf_str(&v->status);
}

static void
calendar_close(struct view *view)
{
	struct calendar *v = (struct calendar *)view;

	if (v->ticket)
		view->services->source->ops->cancel(view->services->source, v->ticket);
	task_days_free(v->data);
	buf_free(&v->text);
	buf_free(&v->status);
	free(v);
}

static const enum request calendar_hints[] = { REQ_HELP, REQ_OPEN, REQ_FIRST, REQ_PAGE_DOWN,
	REQ_PAGE_UP, REQ_PANE_NEXT, REQ_REFRESH, REQ_BACK, REQ_NONE };

static const struct view_ops calendar_ops = {
	.name = "calendar",
	.title = "calendar of taskings",
	.hints = calendar_hints,
	.draw = calendar_draw,
	.request = calendar_request,
	.key = calendar_key,
	.changed = calendar_changed,
	.news = calendar_news,
	.status = calendar_status,
	.close = calendar_close,
};

struct view *
tasks_calendar_new(struct app_services *services)
{
	struct calendar *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &calendar_ops, .services = services, .full = true };
	v->from = v->asked = v->day = DATE_NONE;
	show_day(v);
	return &v->view;
}
