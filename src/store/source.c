/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/source.h"

#include <stdlib.h>

#include "store/source_job.h"
#include "store/statement.h"

struct store_source *
source_self(struct source *s)
{
	return (struct store_source *)(void *)s;
}

struct job *
job_new(struct store_source *s, void *arg)
{
	struct job *job = xcalloc(1, sizeof *job);

	job->owner = s;
	job->ticket = ++s->tickets;
	job->arg = arg;
	job->next = s->jobs;
	s->jobs = job;
	s->njobs++;
	return job;
}

void
job_end(struct job *job)
{
	struct job **at = &job->owner->jobs;

	while (*at != job)
		at = &(*at)->next;
	*at = job->next;
	job->owner->njobs--;
	for (size_t i = 0; i < ARRAY_LEN(job->texts); i++)
		free(job->texts[i]);
	filter_free(job->filter);
	free(job);
}

void
job_ask_sql(struct job *job, enum ask_kind kind, char *sql, struct params *params, ask_fn *fn)
{
	const struct ask ask = {
		.kind = kind, .sql = sql, .params = *params, .fn = fn, .arg = job
	};

	job->asked = link_ask(job->owner->link, &ask);
}

void
job_ask(
    struct job *job, enum ask_kind kind, const char *statement, struct params *params, ask_fn *fn)
{
	const char *sql = statement_find(statement);

	if (!sql)
		abort(); /* a name this program was not built with */
	job_ask_sql(job, kind, xstrdup(sql), params, fn);
}

static void
cancel(struct source *s, source_ticket ticket)
{
	struct store_source *self = source_self(s);

	for (struct job *job = self->jobs; job; job = job->next) {
		if (job->ticket != ticket)
			continue;
		link_drop(self->link, job->asked);
		job_end(job);
		return;
	}
}

static size_t
pending(const struct source *s)
{
	return ((const struct store_source *)(const void *)s)->njobs;
}

static const struct session *
session(const struct source *s)
{
	return link_session(((const struct store_source *)(const void *)s)->link);
}

static const struct news *
news(const struct source *s)
{
	return link_news(((const struct store_source *)(const void *)s)->link);
}

static const struct source_ops ops = {
	.page = source_page,
	.count = source_count,
	.standing = source_standing,
	.ids = source_ids,
	.summary = source_summary,
	.terms = source_terms,
	.card = source_card,
	.consult = source_consult,
	.dossier = source_dossier,
	.justifications = source_justifications,
	.waiting = source_waiting,
	.figures = source_figures,
	.review = source_review,
	.review_item = source_review_item,
	.review_follow = source_review_follow,
	.tasks_fresh = source_tasks_fresh,
	.tasks_seen = source_tasks_seen,
	.past = source_past,
	.line_as_at = source_line_as_at,
	.panels = source_panels,
	.panel = source_panel,
	.panel_rows = source_panel_rows,
	.steps = source_steps,
	.step_form = source_step_form,
	.step_version = source_step_version,
	.step_preview = source_step_preview,
	.step_take = source_step_take,
	.draft = source_draft,
	.step_many = source_step_many,
	.step_many_preview = source_step_many_preview,
	.taskings = source_taskings,
	.task_card = source_task_card,
	.task_board = source_task_board,
	.task_days = source_task_days,
	.task_loads = source_task_loads,
	.cancel = cancel,
	.pending = pending,
	.session = session,
	.news = news,
};

struct source *
store_source_new(struct link *l)
{
	struct store_source *self = xcalloc(1, sizeof *self);

	self->source.ops = &ops;
	self->link = l;
	self->words = words_new();
	self->turned = DATE_NONE;
	return &self->source;
}

void
store_source_free(struct source *s)
{
	struct store_source *self;

	if (!s)
		return;
	self = source_self(s);
	while (self->jobs)
		cancel(s, self->jobs->ticket);
	words_free(self->words);
	free(self);
}
