/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/dossier.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/dossier_impl.h"
#include "view/list_request.h"
#include "view/pager.h"
#include "view/sheet.h"
#include "view/steps.h"
#include "view/tasks_card.h"

#define MARK_CELLS 9 /* of the column that says what a row is marked as */

static const struct list_ops rows_ops = { .cell = dossier_cell };

const struct dossier_row *
dossier_at(const struct dossier_view *v)
{
	const struct dossier_rows *rows = &v->data->panes[v->pane];

	return list_cursor(v->list) < rows->n ? &rows->rows[list_cursor(v->list)] : NULL;
}

static bool
has_marks(const struct dossier_rows *rows)
{
	size_t i;

	for (i = 0; i < rows->n; i++)
		if (rows->rows[i].mark[0])
			return true;
	return false;
}

void
dossier_show(struct dossier_view *v, enum dossier_pane pane)
{
	struct list_column columns[DOSSIER_CELLS + 1];
	size_t n = 0;
	bool same = v->pane == pane;
	size_t cursor = same ? list_cursor(v->list) : 0;

	v->pane = pane;
	while (n < DOSSIER_CELLS && dossier_column(pane, n, v->titles[n], &columns[n].width)) {
		columns[n].id = (int)n;
		columns[n].title = v->titles[n];
		columns[n].right = false;
		columns[n].frozen = n == 0;
		n++;
	}
	if (has_marks(&v->data->panes[pane]) && pane != DOSSIER_SCORES)
		columns[n++] =
		    (struct list_column){ .id = DOSSIER_CELLS, .title = "", .width = MARK_CELLS };
	list_set_columns(v->list, columns, n);
	list_set_rows(v->list, v->data->panes[pane].n, true, true);
	list_set_cursor(v->list, cursor < v->data->panes[pane].n ? cursor : 0);
	pane_top(v->detail);
	v->view.full = v->view.dirty = true;
}

static void
turn(struct dossier_view *v, int by)
{
	dossier_show(
	    v, (enum dossier_pane)(((int)v->pane + by + DOSSIER_PANE_COUNT) % DOSSIER_PANE_COUNT));
}

static void
open_tasking(struct dossier_view *v, const struct dossier_row *row)
{
	struct app_services *s = v->view.services;
	char *name = xasprintf("%s  %s", row->cells[0], row->cells[4]);

	s->push(s, tasks_card_of(s, row->id, v->id, name));
	free(name);
}

/* The row in full, over the whole screen. */
static void
open_row(struct dossier_view *v)
{
	const struct dossier_row *row = dossier_at(v);
	struct pager *p;
	char title[24];
	int width;
	size_t c;

	if (!row)
		return;
	if (v->pane == DOSSIER_TASKINGS && strcmp(row->object, "tasking") == 0) {
		open_tasking(v, row);
		return;
	}
	p = pager_new(v->view.services, dossier_pane_title(v->pane));
	for (c = 0; c < DOSSIER_CELLS && dossier_column(v->pane, c, title, &width); c++)
		if (row->cells[c][0])
			flow_pair(pager_flow(p), title, row->cells[c]);
	if (row->mark[0])
		flow_pair(pager_flow(p), "Marked", row->mark);
	if (row->more[0]) {
		flow_heading(pager_flow(p), "In full");
		flow_text(pager_flow(p), row->more);
	}
	v->view.services->push(v->view.services, pager_view(p));
}

/* On a row that is a record of its own, what can be done to it; else to the line. */
static void
open_steps(struct dossier_view *v, const char *step)
{
	struct app_services *s = v->view.services;
	const struct dossier_row *row = dossier_at(v);
	bool own =
	    row && strcmp(row->object, "line") != 0 && row->id[0] && v->pane != DOSSIER_GROUPS;
	char *title = own
	    ? xasprintf("%s: %s", dossier_pane_title(v->pane),
		  row->cells[v->pane == DOSSIER_OUTCOMES ? 2 : 0])
	    : xasprintf("%s %s", v->data->head[DOSSIER_REF], v->data->head[DOSSIER_NAME]);

	if (step)
		s->push(
		    s, sheet_new(s, step, own && strcmp(step, "line_edit") != 0 ? row->id : v->id));
	else
		s->push(s, steps_new(s, own ? row->object : "line", own ? row->id : v->id, title));
	free(title);
}

static enum request
dossier_request(struct view *view, enum request r, const char *arg)
{
	struct dossier_view *v = (struct dossier_view *)view;

	if (!v->data)
		return r == REQ_REFRESH ? REQ_NONE : r;
	view->dirty = true;
	if (r == REQ_PANE_NEXT || r == REQ_RIGHT)
		turn(v, 1);
	else if (r == REQ_LEFT)
		turn(v, -1);
	else if (r == REQ_OPEN)
		open_row(v);
	else if (r == REQ_STEP)
		open_steps(v, arg);
	else if (r == REQ_EDIT)
		open_steps(v, "line_edit");
	else if (r == REQ_RAISE)
		view->services->push(
		    view->services, sheet_new(view->services, "task_raise", v->id));
	else if (r == REQ_REFRESH)
		dossier_again(v);
	else if (r == REQ_PREVIEW) {
		v->detail_off = !v->detail_off;
		view->full = true;
	} else {
		pane_top(v->detail);
		return list_request(v->list, v->data->panes[v->pane].n, r);
	}
	return REQ_NONE;
}

static bool
dossier_key(struct view *view, const struct key *key)
{
	struct dossier_view *v = (struct dossier_view *)view;

	if (v->data && key->code == KEYC_BTAB) {
		turn(v, -1);
		return true;
	}
	return v->data && list_press(view, v->list, v->list_region, key);
}

static const char *
dossier_status(struct view *view)
{
	struct dossier_view *v = (struct dossier_view *)view;

	buf_clear(&v->status);
	if (v->data && v->data->panes[v->pane].n)
		buf_addf(
		    &v->status, "%zu/%zu", list_cursor(v->list) + 1, v->data->panes[v->pane].n);
	return buf_str(&v->status);
}

static void
dossier_changed(struct view *view)
{
	view->full = view->dirty = true;
}

static void
dossier_close(struct view *view)
{
	struct dossier_view *v = (struct dossier_view *)view;
	struct source *source = view->services->source;
	size_t i;

	if (v->ticket)
		source->ops->cancel(source, v->ticket);
	for (i = 0; i < v->nwhys; i++)
		free(v->whys[i]);
	dossier_free(v->data);
	list_free(v->list);
	pane_free(v->detail);
	buf_free(&v->status);
	free(v->title);
	free(v->why);
	free(v);
}

static const enum request dossier_hints[] = { REQ_BACK, REQ_STEP, REQ_PANE_NEXT, REQ_OPEN, REQ_EDIT,
	REQ_RAISE, REQ_PREVIEW, REQ_REFRESH, REQ_HELP, REQ_NONE };

static const struct view_ops dossier_ops = {
	.name = "dossier",
	.title = "dossier",
	.hints = dossier_hints,
	.draw = dossier_draw,
	.request = dossier_request,
	.key = dossier_key,
	.changed = dossier_changed,
	.status = dossier_status,
	.close = dossier_close,
};

struct view *
dossier_new(struct app_services *services, const char *id, const char *title)
{
	struct dossier_view *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &dossier_ops, .services = services, .full = true };
	snprintf(v->id, sizeof v->id, "%s", id);
	v->title = xstrdup(title);
	v->status = (struct buf)BUF_INIT;
	v->list = list_new(&rows_ops, v);
	v->detail = pane_new();
	dossier_ask(v);
	return &v->view;
}
