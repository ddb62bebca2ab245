/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/dossier_read.h"
#include "store/gate.h"
#include "store/source_job.h"

/* Columns of sql/query/dossier.sql. */
enum {
	COLUMN_PANE,
	COLUMN_OBJECT,
	COLUMN_ID,
	COLUMN_CELLS,
	COLUMN_MORE = 10,
	COLUMN_MARK,
	COLUMN_HEAD_MORE
};

static void
consult_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_consult_fn *fn = job->fn.consult;
	void *to = job->arg;
	char token[STEP_OP_SIZE] = "";
	struct error lost = ERROR_INIT;

	if (rows && rows_count(rows))
		snprintf(token, sizeof token, "%s", rows_text(rows, 0, 0));
	/* A consultation that was logged and not read harms nobody. */
	if (err && strcmp(err->sqlstate, GATE_UNKNOWN_OUTCOME) == 0) {
		error_set(&lost, "the connection was lost while this was being consulted");
		error_hint(&lost, "open it again; it may be logged twice");
		err = &lost;
	}
	job_end(job);
	fn(to, token, err);
}

source_ticket
source_consult(
    struct source *s, const char *id, const char *justification, source_consult_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.consult = fn;
	params_text(&params, "line");
	params_text(&params, id);
	params_text(&params, justification);
	job_ask(job, ASK_WRITE, "consult", &params, consult_reply);
	return job->ticket;
}

static void
read_head(struct dossier *d, const struct rows *rows, size_t i)
{
	snprintf(d->id, sizeof d->id, "%s", rows_text(rows, i, COLUMN_ID));
	for (size_t c = 0; c < DOSSIER_HEAD; c++)
		d->head[c] = rows_clean(rows, i,
		    c < DOSSIER_CELLS ? COLUMN_CELLS + c : COLUMN_HEAD_MORE + c - DOSSIER_CELLS);
}

static void
read_row(struct dossier *d, const struct rows *rows, size_t i)
{
	enum dossier_pane pane = dossier_pane_find(rows_text(rows, i, COLUMN_PANE));
	struct dossier_row *row;

	if (pane == DOSSIER_PANE_COUNT) {
		if (strcmp(rows_text(rows, i, COLUMN_PANE), "head") == 0)
			read_head(d, rows, i);
		return;
	}
	row = dossier_add(d, pane);
	snprintf(row->object, sizeof row->object, "%s", rows_text(rows, i, COLUMN_OBJECT));
	snprintf(row->id, sizeof row->id, "%s", rows_text(rows, i, COLUMN_ID));
	for (size_t c = 0; c < DOSSIER_CELLS; c++)
		row->cells[c] = rows_clean(rows, i, COLUMN_CELLS + c);
	row->more = text_clean_dup(rows_text(rows, i, COLUMN_MORE), TEXT_BLOCK);
	row->mark = rows_clean(rows, i, COLUMN_MARK);
}

struct dossier *
dossier_read(const struct rows *rows)
{
	struct dossier *d = xcalloc(1, sizeof *d);

	for (size_t i = 0; i < rows_count(rows); i++)
		read_row(d, rows, i);
	for (size_t c = 0; c < DOSSIER_HEAD; c++)
		if (!d->head[c])
			d->head[c] = xstrdup("");
	return d;
}

static void
dossier_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_dossier_fn *fn = job->fn.dossier;
	void *to = job->arg;
	struct dossier *d = rows ? dossier_read(rows) : NULL;

	job_end(job);
	fn(to, d, err);
}

source_ticket
source_dossier(struct source *s, const char *token, source_dossier_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.dossier = fn;
	params_text(&params, token);
	job_ask(job, ASK_READ, "dossier", &params, dossier_reply);
	return job->ticket;
}

static void
justifications_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_justifications_fn *fn = job->fn.justifications;
	void *to = job->arg;
	size_t n = rows ? rows_count(rows) : 0;
	char **texts = xcalloc(n + 1, sizeof *texts);

	for (size_t i = 0; i < n; i++)
		texts[i] = rows_clean(rows, i, 0);
	job_end(job);
	fn(to, (const char *const *)texts, n, err);
	for (size_t i = 0; i < n; i++)
		free(texts[i]);
	free(texts);
}

/* What is wrong the dossier itself will tell. */
static void
warm_reply(void *arg, const struct rows *rows, const struct error *err)
{
	(void)rows;
	(void)err;
	job_end(arg);
}

/* A dossier is about to be opened: while the reason is typed the server gets ready for it. */
source_ticket
source_justifications(struct source *s, source_justifications_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct job *warm = job_new(source_self(s), NULL);
	struct params none = PARAMS_INIT, params = PARAMS_INIT;

	job->fn.justifications = fn;
	job_ask(job, ASK_READ, "justifications", &params, justifications_reply);
	job_ask(warm, ASK_SPARE, "dossier_warm", &none, warm_reply);
	return job->ticket;
}
