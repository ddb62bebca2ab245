/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "fake_impl.h"

static source_ticket
keep_many(struct source *s, enum job_kind kind, const struct step_many_taking *t, void *arg)
{
	struct job *j = fake_job_add(s, kind, arg);

	fake_taking_copy(
	    &j->taking, &(struct step_taking){ .step = t->step, .cells = t->cells, .op = t->op });
	j->ids = xcalloc(t->n, sizeof *j->ids);
	j->nids = t->n;
	for (size_t i = 0; i < t->n; i++)
		snprintf(j->ids[i], sizeof j->ids[i], "%s", t->ids[i]);
	return j->ticket;
}

source_ticket
fake_ask_many(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg)
{
	source_ticket ticket = keep_many(s, JOB_MANY, t, arg);
	struct fake *f = (struct fake *)(uintptr_t)s;

	f->jobs[f->njobs - 1].fn.many = fn;
	return ticket;
}

source_ticket
fake_ask_many_preview(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg)
{
	source_ticket ticket = keep_many(s, JOB_MANY_PREVIEW, t, arg);
	struct fake *f = (struct fake *)(uintptr_t)s;

	f->jobs[f->njobs - 1].fn.many = fn;
	return ticket;
}

source_ticket
fake_ask_taskings(
    struct source *s, const struct tasking_ask *ask, source_taskings_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_TASKINGS, arg);

	j->scope = ask->scope;
	snprintf(j->find, sizeof j->find, "%s", ask->what ? ask->what : "");
	j->fn.taskings = fn;
	return j->ticket;
}

source_ticket
fake_ask_task_card(struct source *s, const char *id, source_card_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_TASK_CARD, arg);

	snprintf(j->id, sizeof j->id, "%s", id);
	j->fn.card = fn;
	return j->ticket;
}

source_ticket
fake_ask_board(struct source *s, const char *by, source_task_board_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_BOARD, arg);

	snprintf(j->find, sizeof j->find, "%s", by);
	j->fn.board = fn;
	return j->ticket;
}

source_ticket
fake_ask_days(struct source *s, date_days from, date_days to, source_task_days_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_DAYS, arg);

	j->from = from;
	j->to = to;
	j->fn.days = fn;
	return j->ticket;
}

source_ticket
fake_ask_loads(struct source *s, date_days from, date_days to, source_task_loads_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_LOADS, arg);

	j->from = from;
	j->to = to;
	j->fn.loads = fn;
	return j->ticket;
}

static void
answer_many(struct fake *f, struct job *j, const struct error *err)
{
	struct step_results *results = err ? NULL : xcalloc(1, sizeof *results);

	for (size_t i = 0; results && i < j->nids; i++)
		fake_task_take(&f->tasks, &j->taking, j->ids[i], j->kind == JOB_MANY, results);
	j->fn.many(j->arg, results, err);
}

void
fake_answer_task(struct fake *f, struct job *j, const struct error *err)
{
	if (j->kind == JOB_MANY || j->kind == JOB_MANY_PREVIEW)
		answer_many(f, j, err);
	else if (j->kind == JOB_TASKINGS)
		j->fn.taskings(
		    j->arg, err ? NULL : fake_tasking_list(&f->tasks, j->scope, j->find), err);
	else if (j->kind == JOB_TASK_CARD)
		j->fn.card(j->arg, err ? NULL : fake_task_card(&f->tasks, j->id), err);
	else if (j->kind == JOB_BOARD)
		j->fn.board(j->arg,
		    err ? NULL : fake_task_board(&f->tasks, strcmp(j->find, "unit") == 0), err);
	else if (j->kind == JOB_DAYS)
		j->fn.days(j->arg, err ? NULL : fake_task_days(&f->tasks, j->from, j->to), err);
	else
		j->fn.loads(j->arg, err ? NULL : fake_task_loads(), err);
}
