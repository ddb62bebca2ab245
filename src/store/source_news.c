/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/source_job.h"

static void
number_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_count_fn *fn = job->fn.count;
	void *to = job->arg;
	const long n = rows && rows_count(rows) ? rows_number(rows, 0, 0, -1) : -1;

	job_end(job);
	fn(to, n, err);
}

static void
seen_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_count_fn *fn = job->fn.count;
	void *to = job->arg;

	(void)rows;
	job_end(job);
	fn(to, err ? -1 : 0, err);
}

source_ticket
source_step_version(
    struct source *s, const char *step, const char *id, source_count_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.count = fn;
	params_text(&params, step);
	params_text(&params, id);
	job_ask(job, ASK_READ, "step_version", &params, number_reply);
	return job->ticket;
}

source_ticket
source_tasks_fresh(struct source *s, source_count_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.count = fn;
	job_ask(job, ASK_READ, "tasks_new", &params, number_reply);
	return job->ticket;
}

/* What became of it matters to nobody: it is counted anew. */
source_ticket
source_tasks_seen(struct source *s, source_count_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.count = fn;
	job_ask(job, ASK_WRITE, "tasks_seen", &params, seen_reply);
	return job->ticket;
}
