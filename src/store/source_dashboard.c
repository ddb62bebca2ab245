/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "store/panel_read.h"
#include "store/source_job.h"

static void
panels_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_panels_fn *fn = job->fn.panels;
	void *to = job->arg;
	struct panel_heads *heads = rows ? panel_heads_read(rows) : NULL;

	job_end(job);
	fn(to, heads, err);
}

source_ticket
source_panels(struct source *s, source_panels_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.panels = fn;
	job_ask(job, ASK_READ, "dashboard_panels", &params, panels_reply);
	return job->ticket;
}

static void
panel_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_panel_fn *fn = job->fn.panel;
	void *to = job->arg;
	struct panel *panel = rows ? panel_read(rows) : NULL;

	job_end(job);
	fn(to, panel, err);
}

/* Spare: on a large grid a panel takes its time, and whatever the user asks for goes first. */
source_ticket
source_panel(struct source *s, const char *code, source_panel_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;
	const char *statement;

	job->fn.panel = fn;
	statement = panel_statement(code, &params);
	job_ask(job, ASK_SPARE, statement, &params, panel_reply);
	return job->ticket;
}

static void
read_row(struct panel_row *row, const struct rows *rows, size_t i)
{
	snprintf(row->line_id, sizeof row->line_id, "%s", rows_text(rows, i, 0));
	row->ref = rows_clean(rows, i, 1);
	row->on_day = rows_clean(rows, i, 2);
	row->unit = rows_clean(rows, i, 3);
	row->line_ref = rows_clean(rows, i, 4);
	row->line_name = rows_clean(rows, i, 5);
	row->what = rows_clean(rows, i, 6);
	row->counts = rows_number(rows, i, 7, 0);
}

static void
panel_rows_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_panel_rows_fn *fn = job->fn.panel_rows;
	void *to = job->arg;
	const size_t n = rows ? rows_count(rows) : 0;
	const size_t shown = n < PANEL_ROWS_MOST ? n : PANEL_ROWS_MOST;
	struct panel_rows *all = rows ? panel_rows_new(shown) : NULL;

	for (size_t i = 0; i < shown; i++)
		read_row(&all->items[i], rows, i);
	if (all)
		all->more = n > shown;
	job_end(job);
	fn(to, all, err);
}

source_ticket
source_panel_rows(
    struct source *s, const struct panel_query *q, source_panel_rows_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.panel_rows = fn;
	params_text(&params, q->panel);
	params_text(&params, q->series);
	params_text(&params, q->label);
	params_number(&params, PANEL_ROWS_MOST + 1);
	job_ask(job, ASK_READ, "dashboard_rows", &params, panel_rows_reply);
	return job->ticket;
}
