/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/source_job.h"

static enum step_fate
fate_of(const struct rows *rows, size_t i)
{
	if (rows_null(rows, i, 2))
		return STEP_OPEN;
	return rows_flag(rows, i, 2) ? STEP_DONE : STEP_REFUSED;
}

static void
many_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_step_many_fn *fn = job->fn.many;
	void *to = job->arg;
	struct step_results *results = rows ? xcalloc(1, sizeof *results) : NULL;

	for (size_t i = 0; results && i < rows_count(rows); i++) {
		char *ref = rows_clean(rows, i, 1), *said = rows_clean(rows, i, 3);

		step_results_add(results, rows_text(rows, i, 0), ref, said, fate_of(rows, i));
		free(ref);
		free(said);
	}
	job_end(job);
	fn(to, results, err);
}

static void
add_versions(struct params *params, const struct step_many_taking *t)
{
	char(*texts)[24] = xcalloc(t->n + 1, sizeof *texts);
	const char **versions = xcalloc(t->n + 1, sizeof *versions);

	for (size_t i = 0; i < t->n; i++) {
		if (!t->versions || t->versions[i] < 0)
			continue;
		snprintf(texts[i], sizeof texts[i], "%ld", t->versions[i]);
		versions[i] = texts[i];
	}
	params_array(params, versions, t->n);
	free(versions);
	free(texts);
}

source_ticket
source_step_many(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.many = fn;
	params_text(&params, t->step);
	params_array(&params, t->ids, t->n);
	add_versions(&params, t);
	params_array(&params, t->cells.names, t->cells.n);
	params_array(&params, t->cells.values, t->cells.n);
	params_text(&params, t->op);
	job_ask(job, ASK_WRITE, "step_many", &params, many_reply);
	return job->ticket;
}

source_ticket
source_step_many_preview(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.many = fn;
	params_text(&params, t->step);
	params_array(&params, t->ids, t->n);
	params_array(&params, t->cells.names, t->cells.n);
	params_array(&params, t->cells.values, t->cells.n);
	job_ask(job, ASK_READ, "step_many_preview", &params, many_reply);
	return job->ticket;
}
