/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "store/source_job.h"

enum { PAST_FIRST = 60, PAST_AT_MOST = 500 }; /* what no screen is higher than; what is held */

/* Columns of sql/query/grid_week.sql and tasking_week.sql; the cells follow in the order of enum
 * past_cell. */
enum { COL_PLACE, COL_HOW, COL_ID, COL_RANK, COL_REF, COL_TOLD, COL_CHANGED, COL_CELLS };

static unsigned
bits_of(const char *names)
{
	unsigned bits = 0;
	char *copy = xstrdup(names), *rest = NULL;

	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
		bits |= past_bit(name);
	free(copy);
	return bits;
}

static void
line_read(struct past_line *l, const struct rows *rows, size_t row)
{
	snprintf(l->id, sizeof l->id, "%s", rows_text(rows, row, COL_ID));
	l->how = past_how_of(rows_text(rows, row, COL_HOW));
	l->rank = rows_clean(rows, row, COL_RANK);
	l->ref = rows_clean(rows, row, COL_REF);
	l->told = rows_clean(rows, row, COL_TOLD);
	l->changed = bits_of(rows_text(rows, row, COL_CHANGED));
	for (size_t c = 0; c < PAST_CELLS; c++)
		l->cell[c] = rows_clean(rows, row, COL_CELLS + c);
}

/* The first row is about the week itself. */
static struct past *
past_read(const struct rows *rows, const char *week, long asked)
{
	struct past *p = xcalloc(1, sizeof *p);
	const size_t n = rows_count(rows) - 1;

	p->week = xstrdup(week);
	p->moment = rows_clean(rows, 0, COL_REF);
	p->whose = rows_clean(rows, 0, COL_CELLS + PAST_NAME);
	p->said = rows_clean(rows, 0, COL_CELLS + PAST_STATUS);
	p->before = rows_clean(rows, 0, COL_TOLD);
	p->lines = xcalloc(n + 1, sizeof *p->lines);
	p->n = n;
	for (size_t i = 0; i < n; i++)
		line_read(&p->lines[i], rows, i + 1);
	p->more = n > 0 && rows_number(rows, n, COL_PLACE, 0) >= asked;
	return p;
}

static void past_ask(struct job *job, long at_most, ask_fn *reply);

static void
whole_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_past_fn *fn = job->fn.past;
	void *to = job->arg;
	struct past *p =
	    rows && rows_count(rows) > 0 ? past_read(rows, job->id, PAST_AT_MOST) : NULL;

	job_end(job);
	fn(to, p, err);
}

/* What the screen shows came first; all that is held follows. */
static void
first_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	struct past *p = rows && rows_count(rows) > 0 ? past_read(rows, job->id, PAST_FIRST) : NULL;
	source_past_fn *fn = job->fn.past;
	void *to = job->arg;

	if (p && p->more) {
		p->part = true;
		past_ask(job, PAST_AT_MOST, whole_reply); /* before fn, which may take it back */
	} else {
		job_end(job);
	}
	fn(to, p, err);
}

static void
past_ask(struct job *job, long at_most, ask_fn *reply)
{
	struct params params = PARAMS_INIT;

	params_text(&params, job->id);
	params_number(&params, at_most);
	if (job->past != PAST_TASKINGS)
		params_flag(&params, job->past == PAST_REGION);
	job_ask(job, ASK_READ, job->past == PAST_TASKINGS ? "tasking_week" : "grid_week", &params,
	    reply);
}

source_ticket
source_past(struct source *s, const char *week, enum past_kind kind, source_past_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	const source_ticket ticket = job->ticket;

	job->fn.past = fn;
	job->past = kind;
	snprintf(job->id, sizeof job->id, "%s", week);
	if (kind == PAST_TASKINGS)
		past_ask(job, PAST_AT_MOST, whole_reply);
	else
		past_ask(job, PAST_FIRST, first_reply);
	return ticket;
}

source_ticket
source_line_as_at(struct source *s, const char *id, const char *week, source_card_fn *fn, void *arg)
{
	return source_card_ask_as_at(s,
	    &(struct source_card_of){ .statement = "line_as_at", .id = id, .week = week }, fn, arg);
}
