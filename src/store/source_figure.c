/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "store/source_job.h"

#define RECORDS_MOST 5000 /* of one figure, on the screen */

static void
figures_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_figures_fn *fn = job->fn.figures;
	void *to = job->arg;
	struct figures *f = NULL;

	if (rows) {
		f = xcalloc(1, sizeof *f);
		f->n = rows_count(rows);
		f->items = xcalloc(f->n + 1, sizeof *f->items);
	}
	for (size_t i = 0; f && i < f->n; i++) {
		struct figure_item *item = &f->items[i];

		snprintf(item->id, sizeof item->id, "%s", rows_text(rows, i, 0));
		for (size_t k = 0; k < FIGURE_CELLS; k++)
			item->cells[k] = rows_clean(rows, i, 1 + k);
		item->rule = rows_find(rows, "rule") < 0 ? xstrdup("") : rows_clean(rows, i, 7);
		item->note = rows_find(rows, "note") < 0 ? xstrdup("") : rows_clean(rows, i, 8);
	}
	job_end(job);
	fn(to, f, err);
}

source_ticket
source_figures(struct source *s, const char *id, source_figures_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.figures = fn;
	if (id) {
		params_text(&params, id);
		params_number(&params, RECORDS_MOST);
	}
	job_ask(job, ASK_READ, id ? "figure_rows" : "figures", &params, figures_reply);
	return job->ticket;
}
