/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/sheet.h"
#include "view/steps.h"
#include "view/tasks_impl.h"

/* Those that are marked and still there. */
size_t
tasks_marked(const struct tasks_view *v)
{
	size_t n = 0, i;

	for (i = 0; v->marks.n && v->data && i < v->data->n; i++)
		n += marks_has(&v->marks, v->data->items[i].id);
	return n;
}

static void
mark(struct tasks_view *v)
{
	const struct tasking_item *t = tasks_current(v);

	if (!t)
		return;
	if (marks_has(&v->marks, t->id))
		marks_remove(&v->marks, t->id);
	else
		marks_add(&v->marks, t->id);
	memcpy(v->anchor, t->id, sizeof v->anchor);
	list_move(v->list, LIST_DOWN, 1);
}

static void
mark_range(struct tasks_view *v)
{
	struct app_services *s = v->view.services;
	size_t to = list_cursor(v->list), from, i;

	for (from = 0; from < v->nshown && strcmp(tasks_at(v, from)->id, v->anchor) != 0; from++)
		continue;
	if (from == v->nshown) {
		s->message(
		    s, MESSAGE_WARNING, "mark one end first, then the range from it to here");
		return;
	}
	for (i = from < to ? from : to; i <= (from < to ? to : from); i++)
		marks_add(&v->marks, tasks_at(v, i)->id);
}

enum request
tasks_mark_request(struct tasks_view *v, enum request r)
{
	if (r == REQ_MARK)
		mark(v);
	else if (r == REQ_MARK_RANGE)
		mark_range(v);
	else if (r == REQ_MARK_ALL)
		for (size_t i = 0; i < v->nshown; i++)
			marks_add(&v->marks, tasks_at(v, i)->id);
	else if (r == REQ_MARK_NONE)
		marks_clear(&v->marks);
	else
		return r;
	list_touch(v->list);
	return REQ_NONE;
}

/* What was done is not marked any more; what was refused is. */
static void
on_many(void *arg, const struct step_results *results)
{
	struct tasks_view *v = arg;

	for (size_t i = 0; i < results->n; i++)
		if (results->items[i].fate == STEP_DONE)
			marks_remove(&v->marks, results->items[i].id);
	tasks_ask(v);
}

static void
step_many(void *arg, const char *steps)
{
	struct tasks_view *v = arg;
	struct app_services *s = v->view.services;
	const char **ids = xcalloc(v->data->n + 1, sizeof *ids);
	long *versions = xcalloc(v->data->n + 1, sizeof *versions);
	struct sheet_many many = { .step = steps,
		.what = "taskings",
		.ids = ids,
		.versions = versions,
		.done = on_many,
		.arg = v };

	for (size_t i = 0; i < v->data->n; i++) {
		const struct tasking_item *t = &v->data->items[i];

		if (!marks_has(&v->marks, t->id))
			continue;
		ids[many.n] = t->id;
		versions[many.n++] = t->version;
	}
	if (many.n)
		s->push(s, sheet_many_new(s, &many));
	free(ids);
	free(versions);
}

static const struct tasking_item *
first_marked(const struct tasks_view *v)
{
	for (size_t i = 0; i < v->data->n; i++)
		if (marks_has(&v->marks, v->data->items[i].id))
			return &v->data->items[i];
	return NULL;
}

/* The menu of steps, of the marked ones where there are any. */
static void
open_menu(struct tasks_view *v, const struct tasking_item *t, size_t marked)
{
	struct app_services *s = v->view.services;
	char *title =
	    marked ? xasprintf("%zu taskings", marked) : xasprintf("%s %s", t->ref, t->title);

	if (marked)
		s->push(s,
		    steps_for_new(s,
			&(struct steps_for){ .object = "tasking",
			    .id = first_marked(v)->id,
			    .title = title,
			    .chosen = step_many,
			    .arg = v }));
	else
		s->push(s, steps_new(s, "tasking", t->id, title));
	free(title);
}

enum request
tasks_step_request(struct tasks_view *v, enum request r, const char *arg)
{
	struct app_services *s = v->view.services;
	const struct tasking_item *t = tasks_current(v);
	const char *steps = tasks_steps(r);
	size_t marked = tasks_marked(v);

	if (!steps && r != REQ_STEP)
		return r;
	if (r == REQ_STEP && arg)
		steps = arg;
	if (!t && !marked)
		s->message(s, MESSAGE_INFO, "no tasking is listed here");
	else if (!steps)
		open_menu(v, t, marked);
	else if (marked && r != REQ_EDIT)
		step_many(v, steps);
	else if (r == REQ_STEP || r == REQ_EDIT)
		s->push(s, sheet_new(s, steps, t->id));
	else
		quick_take(v->quick, steps, t->id);
	return REQ_NONE;
}
