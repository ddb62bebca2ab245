/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/tasks_impl.h"

enum {
	COLUMN_SECTION,
	COLUMN_DUE,
	COLUMN_NEW,
	COLUMN_WHAT,
	COLUMN_LINE,
	COLUMN_STATE,
	COLUMN_UNIT,
	COLUMN_OFFICER,
	COLUMN_REF,
	COLUMN_ANSWER,
	COLUMN_WHO,
	COLUMN_NAME
};

static const struct list_column all_columns[] = {
	{ .id = COLUMN_SECTION, .title = "For", .width = 6, .frozen = true },
	{ .id = COLUMN_DUE, .title = "Due", .width = 11, .frozen = true },
	{ .id = COLUMN_NEW, .title = "", .width = 3 },
	{ .id = COLUMN_WHAT, .title = "What", .width = 18 },
	{ .id = COLUMN_LINE, .title = "Line", .width = 9 },
	{ .id = COLUMN_STATE, .title = "State", .width = 11 },
	{ .id = COLUMN_UNIT, .title = "Unit", .width = 7 },
	{ .id = COLUMN_OFFICER, .title = "Officer", .width = 12 },
	{ .id = COLUMN_REF, .title = "Tasking", .width = 9 },
	{ .id = COLUMN_ANSWER, .title = "Answer by", .width = 10 },
	{ .id = COLUMN_WHO, .title = "Waits for", .width = 20 },
	{ .id = COLUMN_NAME, .title = "Name", .width = 18 },
};

#define WHAT_MOST 44
#define NEW_COLS 60 /* on less than this what is new is not told row by row */
#define GUTTER 2    /* cells of the list in front of its columns */

const struct tasking_item *
tasks_at(const struct tasks_view *v, size_t row)
{
	return v->data && row < v->nshown ? &v->data->items[v->shown[row]] : NULL;
}

const struct tasking_item *
tasks_current(const struct tasks_view *v)
{
	return tasks_at(v, list_cursor(v->list));
}

/* "urgent: ..." where it presses. */
static void
add_what(struct buf *out, const struct tasking_item *t)
{
	bool presses = strcmp(t->priority, "urgent") == 0 || strcmp(t->priority, "high") == 0;

	buf_clear(out);
	buf_addf(out, "%s%s%s", presses ? t->priority : "", presses ? ": " : "", t->title);
}

static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	struct tasks_view *v = arg;
	const struct tasking_item *t = tasks_at(v, row);
	const struct {
		int column;
		const char *text;
	} plain[] = { { COLUMN_SECTION, t->section }, { COLUMN_LINE, t->line_ref },
		{ COLUMN_STATE, t->state }, { COLUMN_UNIT, t->unit },
		{ COLUMN_OFFICER, t->officer }, { COLUMN_REF, t->ref },
		{ COLUMN_ANSWER, t->answer_due }, { COLUMN_WHO, t->who },
		{ COLUMN_NAME, t->line_name } };

	*out = (struct list_cell){ .text = "", .style = STYLE_NORMAL };
	for (size_t i = 0; i < ARRAY_LEN(plain); i++)
		if (plain[i].column == column)
			out->text = plain[i].text;
	if (column == COLUMN_DUE) {
		buf_clear(&v->cell);
		buf_addf(&v->cell, "%s%s", t->due, t->late ? "!" : "");
		out->text = buf_str(&v->cell);
	} else if (column == COLUMN_WHAT) {
		add_what(&v->cell, t);
		out->text = buf_str(&v->cell);
	}
	if (t->late && (column == COLUMN_SECTION || column == COLUMN_DUE))
		out->style = STYLE_WARNING;
	if (column == COLUMN_NEW && t->fresh) {
		out->text = "new";
		out->style = STYLE_NEW;
	}
}

static bool
marked(void *arg, size_t row)
{
	struct tasks_view *v = arg;

	return marks_has(&v->marks, tasks_at(v, row)->id);
}

const struct list_ops tasks_list_ops = { .cell = cell, .marked = marked };

/* What is new is said of one's own, and where there is room for it. */
static bool
has_column(const struct tasks_view *v, int column, int cols)
{
	if (column == COLUMN_SECTION)
		return v->scope == TASKINGS_MINE;
	if (column == COLUMN_NEW)
		return v->scope == TASKINGS_MINE && cols >= NEW_COLS;
	return true;
}

/* What is asked takes the room that the columns beside it leave. */
void
tasks_fit(struct tasks_view *v, int cols)
{
	struct list_column columns[ARRAY_LEN(all_columns)];
	size_t n = 0, i, what = 0;
	int used = GUTTER;

	v->cols = cols;
	for (i = 0; i < ARRAY_LEN(all_columns); i++) {
		if (!has_column(v, all_columns[i].id, cols))
			continue;
		columns[n] = all_columns[i];
		if (columns[n].id == COLUMN_WHAT)
			what = n;
		if (columns[n].id <= COLUMN_UNIT)
			used += columns[n].width + 1;
		n++;
	}
	/* On a phone what is asked comes before everything else. */
	if (used > cols)
		columns[what].width = cols - GUTTER - 13 - (v->scope == TASKINGS_MINE ? 7 : 0);
	else
		columns[what].width += cols - used;
	if (columns[what].width < all_columns[COLUMN_WHAT].width)
		columns[what].width = all_columns[COLUMN_WHAT].width;
	if (columns[what].width > WHAT_MOST)
		columns[what].width = WHAT_MOST;
	list_set_columns(v->list, columns, n);
}

/* Does it hold every word of the filter? */
static bool
lets_through(struct tasks_view *v, const struct tasking_item *t)
{
	const char *at = v->filter;
	bool all = true;

	if (!at)
		return true;
	tasking_haystack(t, &v->hay);
	while (all && *(at += strspn(at, " "))) {
		size_t len = strcspn(at, " ");
		char *word = xstrndup(at, len);

		all = strstr(buf_str(&v->hay), word) != NULL;
		free(word);
		at += len;
	}
	return all;
}

/* Which are shown; the cursor goes to the row of that tasking, or stays where it is. */
static void
show(struct tasks_view *v, const char *id)
{
	const size_t was = list_cursor(v->list), top = list_top(v->list);
	size_t i, cursor = was;

	free(v->shown);
	v->shown = xcalloc((v->data ? v->data->n : 0) + 1, sizeof *v->shown);
	v->nshown = 0;
	for (i = 0; v->data && i < v->data->n; i++) {
		if (!lets_through(v, &v->data->items[i]))
			continue;
		if (strcmp(v->data->items[i].id, id) == 0)
			cursor = v->nshown;
		v->shown[v->nshown++] = i;
	}
	list_set_rows(v->list, v->nshown, true, true);
	if (cursor >= v->nshown)
		cursor = v->nshown ? v->nshown - 1 : 0;
	list_set_cursor(v->list, cursor);
	/* It keeps its place on the screen, unless the first row is in sight and can stay so. */
	if (top > 0 || cursor >= list_page(v->list))
		list_set_top(v->list, cursor > was - top ? cursor - (was - top) : 0);
	list_touch(v->list);
	v->view.dirty = v->view.full = true;
}

void
tasks_take(struct tasks_view *v, struct tasking_list *data)
{
	char id[ROW_ID_LEN + 1] = "";

	if (tasks_current(v))
		memcpy(id, tasks_current(v)->id, sizeof id);
	tasking_list_free(v->data);
	v->data = data;
	show(v, id);
}

static char *
lower(const char *text)
{
	char *out = xstrdup(text);

	for (char *c = out; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return out;
}

static void
set_filter(struct tasks_view *v, const char *text)
{
	char id[ROW_ID_LEN + 1] = "";

	if (tasks_current(v))
		memcpy(id, tasks_current(v)->id, sizeof id);
	free(v->filter);
	v->filter = text && text[strspn(text, " ")] ? lower(text) : NULL;
	show(v, id);
}

static void
filter_done(void *arg, const char *text)
{
	if (text)
		set_filter(arg, text);
}

static void
ask_filter(struct tasks_view *v)
{
	struct ask ask = { .label = "show only those with (words): ",
		.initial = v->filter,
		.history = "task-filter",
		.done = filter_done,
		.arg = v };

	v->view.services->ask(v->view.services, &ask);
}

/* To the next row that holds the word, round the end. */
static void
find(struct tasks_view *v, bool back)
{
	struct app_services *s = v->view.services;
	size_t at = list_cursor(v->list), i;

	if (!v->find) {
		s->message(s, MESSAGE_INFO, "nothing was searched for yet");
		return;
	}
	for (i = 0; i < v->nshown; i++) {
		at = (at + (back ? v->nshown - 1 : 1)) % v->nshown;
		tasking_haystack(tasks_at(v, at), &v->hay);
		if (strstr(buf_str(&v->hay), v->find)) {
			list_set_cursor(v->list, at);
			return;
		}
	}
	s->message(s, MESSAGE_INFO, "no tasking here holds \"%s\"", v->find);
}

static void
search(struct tasks_view *v, const char *text)
{
	free(v->find);
	v->find = text[strspn(text, " ")] ? lower(text) : NULL;
	list_set_match(v->list, v->find);
	list_touch(v->list);
	if (v->find)
		find(v, false);
	v->view.dirty = true;
}

static void
search_done(void *arg, const char *text)
{
	if (text)
		search(arg, text);
}

static void
ask_search(struct tasks_view *v)
{
	struct ask ask = {
		.label = "search: ", .history = "search", .done = search_done, .arg = v
	};

	v->view.services->ask(v->view.services, &ask);
}

enum request
tasks_find_request(struct tasks_view *v, enum request r, const char *arg)
{
	if (r == REQ_FILTER && arg)
		set_filter(v, arg);
	else if (r == REQ_FILTER)
		ask_filter(v);
	else if (r == REQ_FILTER_CLEAR)
		set_filter(v, NULL);
	else if (r == REQ_SEARCH && arg)
		search(v, arg);
	else if (r == REQ_SEARCH)
		ask_search(v);
	else if (r == REQ_SEARCH_NEXT || r == REQ_SEARCH_PREVIOUS)
		find(v, r == REQ_SEARCH_PREVIOUS);
	else
		return r;
	return REQ_NONE;
}
