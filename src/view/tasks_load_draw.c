/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/text.h"
#include "view/tasks_load_impl.h"

#define WIDE_COLS 110 /* all columns with their full titles */
#define LINE_COLS 70  /* on less than this a unit has two lines */

struct shape {
	int label, bar, open, late, answered, done, room; /* cells, 0: not shown */
};

static struct shape
shape_of(int cols)
{
	struct shape s = { .label = 22, .open = 6, .late = 6, .answered = 10, .done = 10 };

	if (cols >= WIDE_COLS) {
		s.label = 30;
		s.answered = s.done = 17;
		s.room = 10;
	}
	s.bar = cols - s.label - s.open - s.late - s.answered - s.done - s.room - 3;
	return s;
}

static long
greatest(const struct tasks_load *v)
{
	long most = 1;

	for (size_t i = 0; i < v->nshown; i++) {
		const struct task_load *l = load_at(v, i);

		if (l->open > most)
			most = l->open;
		if (l->capacity > most)
			most = l->capacity;
	}
	return most;
}

static int
cells_of(long value, long most, int cells)
{
	int n = (int)(value * cells / most);

	return n == 0 && value > 0 ? 1 : n;
}

/* What is late comes first, as '!'; then the rest of what is open; '|' is where the unit is full.
 */
static void
draw_bar(struct tasks_load *v, struct region r, const struct task_load *l, long most)
{
	int late = cells_of(l->late, most, r.cols), open = cells_of(l->open, most, r.cols), i;

	buf_clear(&v->text);
	for (i = 0; i < late; i++)
		buf_addc(&v->text, '!');
	region_text(r, 0, 0, STYLE_WARNING, buf_str(&v->text));
	buf_clear(&v->text);
	for (i = late; i < open; i++)
		buf_adds(&v->text, screen_utf8(r.screen) ? "█" : "#");
	region_text(r, 0, late, STYLE_NORMAL, buf_str(&v->text));
	if (l->capacity >= 0) {
		i = cells_of(l->capacity, most, r.cols);
		region_text(r, 0, i < r.cols ? i : r.cols - 1,
		    l->open > l->capacity ? STYLE_WARNING : STYLE_DIM, "|");
	}
}

static void
add_share(struct buf *out, long part, long all)
{
	if (all)
		buf_addf(out, "%ld of %ld", part, all);
	else
		buf_adds(out, "-");
}

static void
number(struct tasks_load *v, struct region *r, int cells, enum style style)
{
	region_cell(region_span(*r, 0, 0, cells - 1), style, true, buf_str(&v->text));
	*r = region_part(*r, 0, cells, r->rows, r->cols - cells);
	buf_clear(&v->text);
}

static void
draw_numbers(struct tasks_load *v, struct region r, const struct task_load *l, struct shape s)
{
	buf_clear(&v->text);
	buf_addf(&v->text, "%ld", l->open);
	number(v, &r, s.open, STYLE_NORMAL);
	buf_addf(&v->text, "%ld%s", l->late, l->late ? "!" : " ");
	number(v, &r, s.late, l->late ? STYLE_WARNING : STYLE_NORMAL);
	add_share(&v->text, l->answered_in_time, l->answered);
	number(v, &r, s.answered, STYLE_NORMAL);
	add_share(&v->text, l->completed_in_time, l->completed);
	number(v, &r, s.done, STYLE_NORMAL);
	if (s.room && l->capacity >= 0)
		buf_addf(&v->text, "%ld%s", l->capacity, l->open > l->capacity ? " full!" : "");
	if (s.room)
		number(v, &r, s.room, l->open > l->capacity ? STYLE_WARNING : STYLE_NORMAL);
}

static void
add_label(struct buf *out, const struct task_load *l)
{
	buf_clear(out);
	if (l->operation[0])
		buf_addf(out, "  %s", l->operation);
	else
		buf_addf(out, "%-6s %s", l->unit, strcmp(l->unit, l->label) == 0 ? "" : l->label);
}

static void
draw_row(struct tasks_load *v, struct region r, size_t row, long most)
{
	const struct task_load *l = load_at(v, row);
	struct shape s = shape_of(r.cols);

	region_clear(r);
	add_label(&v->text, l);
	if (v->lines == 1) {
		region_cell(
		    region_span(r, 0, 1, s.label - 1), STYLE_NORMAL, false, buf_str(&v->text));
		draw_bar(v, region_span(r, 0, s.label + 1, s.bar), l, most);
		draw_numbers(v,
		    region_part(r, 0, s.label + s.bar + 2, 1, r.cols - s.label - s.bar - 2), l, s);
	} else {
		buf_addf(&v->text, ": %ld open", l->open);
		if (l->late)
			buf_addf(&v->text, ", %ld late!", l->late);
		region_cell(region_span(r, 0, 1, r.cols - 1),
		    l->late ? STYLE_WARNING : STYLE_NORMAL, false, buf_str(&v->text));
		buf_clear(&v->text);
		add_share(&v->text, l->answered_in_time, l->answered);
		buf_adds(&v->text, ", ");
		add_share(&v->text, l->completed_in_time, l->completed);
		region_cell(
		    region_span(r, 1, r.cols - 19, 19), STYLE_LABEL, true, buf_str(&v->text));
		draw_bar(v, region_span(r, 1, 3, r.cols - 23), l, most);
	}
	if (row == v->cursor) {
		region_text(r, 0, 0, STYLE_CURSOR, ">");
		region_restyle(region_span(r, 0, 0, 8), STYLE_CURSOR);
		screen_cursor(r.screen, r.row, r.col, false);
	}
}

static void
add_day(struct buf *out, date_days day)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };
	struct civil c = date_to_civil(day);

	buf_addf(out, "%d %s", c.day, months[c.month - 1]);
}

static void
draw_titles(struct tasks_load *v, struct region r)
{
	struct shape s = shape_of(r.cols);
	bool wide = r.cols >= WIDE_COLS;
	struct region n;

	region_clear(r);
	if (v->lines > 1) {
		region_text(r, 0, 1, STYLE_TITLE, "! late");
		region_cell(region_span(r, 0, r.cols - 25, 25), STYLE_LABEL, true,
		    "answered, done in time");
		return;
	}
	buf_clear(&v->text);
	buf_adds(&v->text, "Unit");
	if (v->data) {
		buf_adds(&v->text, "  (since ");
		add_day(&v->text, v->from);
		buf_addc(&v->text, ')');
	}
	region_cell(region_span(r, 0, 1, s.label - 1), STYLE_TITLE, false, buf_str(&v->text));
	region_cell(region_span(r, 0, s.label + 1, s.bar), STYLE_TITLE, false,
	    s.bar > 30 ? "Open now: ! late, | as much as it can carry" : "! late, | full");
	n = region_part(r, 0, s.label + s.bar + 2, 1, r.cols - s.label - s.bar - 2);
	buf_clear(&v->text);
	buf_adds(&v->text, "Open");
	number(v, &n, s.open, STYLE_TITLE);
	buf_adds(&v->text, "Late ");
	number(v, &n, s.late, STYLE_TITLE);
	buf_adds(&v->text, wide ? "Answered in time" : "Answered");
	number(v, &n, s.answered, STYLE_TITLE);
	buf_adds(&v->text, wide ? "Done in time" : "Done");
	number(v, &n, s.done, STYLE_TITLE);
	if (s.room) {
		buf_adds(&v->text, "Can carry");
		number(v, &n, s.room, STYLE_TITLE);
	}
}

void
load_draw(struct view *view, struct region r)
{
	struct tasks_load *v = (struct tasks_load *)view;
	size_t fit;

	if (view->full)
		region_clear(r);
	v->head_region = r;
	v->lines = r.cols >= LINE_COLS ? 1 : 2;
	tasks_head_draw(view->services, r, TASKS_WORKLOAD);
	draw_titles(v, region_part(r, 1, 0, 1, r.cols));
	r = region_part(r, 2, 0, r.rows - 2, r.cols);
	v->rows_region = r;
	region_clear(r);
	fit = r.rows >= v->lines ? (size_t)(r.rows / v->lines) : 1;
	if (v->cursor < v->top)
		v->top = v->cursor;
	if (v->cursor >= v->top + fit)
		v->top = v->cursor - fit + 1;
	if (v->nshown == 0)
		region_text(
		    r, 1, 2, STYLE_DIM, v->data ? "No unit has anything to do." : "Reading...");
	for (size_t i = v->top; i < v->nshown && i < v->top + fit; i++)
		draw_row(v, region_part(r, (int)(i - v->top) * v->lines, 0, v->lines, r.cols), i,
		    greatest(v));
	view->dirty = view->full = false;
}
