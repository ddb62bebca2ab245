/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/gate.h"
#include "store/source_job.h"

static void
steps_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_steps_fn *fn = job->fn.steps;
	void *to = job->arg;
	struct step_offers *offers = NULL;

	if (rows) {
		offers = xcalloc(1, sizeof *offers);
		offers->n = rows_count(rows);
		offers->items = xcalloc(offers->n + 1, sizeof *offers->items);
		for (size_t i = 0; i < offers->n; i++)
			offers->items[i] = (struct step_offer){
				.step = rows_clean(rows, i, 0),
				.label = rows_clean(rows, i, 1),
				.help = rows_clean(rows, i, 2),
				.blocked = rows_clean(rows, i, 3),
			};
	}
	job_end(job);
	fn(to, offers, err);
}

source_ticket
source_steps(struct source *s, const char *object, const char *id, source_steps_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.steps = fn;
	params_text(&params, object);
	params_text(&params, id);
	job_ask(job, ASK_READ, "steps", &params, steps_reply);
	return job->ticket;
}

static void
waiting_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_waiting_fn *fn = job->fn.waiting;
	void *to = job->arg;
	struct waiting *w = NULL;

	if (rows) {
		w = xcalloc(1, sizeof *w);
		w->n = rows_count(rows);
		w->items = xcalloc(w->n + 1, sizeof *w->items);
	}
	for (size_t i = 0; w && i < w->n; i++) {
		struct waiting_item *item = &w->items[i];

		*item = (struct waiting_item){ .kind = rows_clean(rows, i, 0),
			.line_ref = rows_clean(rows, i, 4),
			.name = rows_clean(rows, i, 5),
			.what = rows_clean(rows, i, 6),
			.since = rows_clean(rows, i, 7),
			.due = rows_clean(rows, i, 8),
			.late = rows_flag(rows, i, 9),
			.who = rows_clean(rows, i, 10) };
		snprintf(item->object, sizeof item->object, "%s", rows_text(rows, i, 1));
		snprintf(item->id, sizeof item->id, "%s", rows_text(rows, i, 2));
		snprintf(item->line_id, sizeof item->line_id, "%s", rows_text(rows, i, 3));
	}
	job_end(job);
	fn(to, w, err);
}

source_ticket
source_waiting(struct source *s, source_waiting_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.waiting = fn;
	job_ask(job, ASK_READ, "waiting", &params, waiting_reply);
	return job->ticket;
}

static char *
block(const struct rows *rows, size_t row, size_t column)
{
	return text_clean_dup(rows_text(rows, row, column), TEXT_BLOCK);
}

static void
read_field(struct step_form *form, const struct rows *rows, size_t i)
{
	char *name = rows_clean(rows, i, 1), *section = rows_clean(rows, i, 2);
	char *label = rows_clean(rows, i, 3), *help = rows_clean(rows, i, 4);
	char *value = block(rows, i, 8), *note = rows_clean(rows, i, 9);
	char *draft = rows_null(rows, i, 10) ? NULL : block(rows, i, 10);
	char *choices = block(rows, i, 11);
	const struct step_field f = { .name = name,
		.section = section,
		.label = label,
		.help = help,
		.shape = step_shape_find(rows_text(rows, i, 5)),
		.required = rows_flag(rows, i, 6),
		.max = rows_number(rows, i, 7, 0),
		.value = value,
		.note = note,
		.draft = draft };

	step_form_add(form, &f, choices);
	free(name);
	free(section);
	free(label);
	free(help);
	free(value);
	free(note);
	free(draft);
	free(choices);
}

static struct step_form *
read_form(const struct rows *rows)
{
	struct step_form *form = xcalloc(1, sizeof *form);

	for (size_t i = 0; i < rows_count(rows); i++) {
		if (rows_text(rows, i, 1)[0]) {
			read_field(form, rows, i);
			continue;
		}
		form->draft_at = rows_clean(rows, i, 2);
		form->label = rows_clean(rows, i, 3);
		form->help = rows_clean(rows, i, 4);
		form->previewed = rows_text(rows, i, 5)[0] != '\0';
		form->version = rows_number(rows, i, 8, 0);
		form->record = rows_clean(rows, i, 9);
		form->draft_version = rows_number(rows, i, 10, 0);
	}
	return form;
}

static void
form_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_step_form_fn *fn = job->fn.step_form;
	void *to = job->arg;
	struct step_form *form = rows ? read_form(rows) : NULL;

	job_end(job);
	fn(to, form, err);
}

source_ticket
source_step_form(
    struct source *s, const char *step, const char *id, source_step_form_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.step_form = fn;
	params_text(&params, step);
	params_text(&params, id);
	job_ask(job, ASK_READ, "step_form", &params, form_reply);
	return job->ticket;
}

static void
add_cells(struct params *params, const struct step_cells *cells)
{
	params_array(params, cells->names, cells->n);
	params_array(params, cells->values, cells->n);
}

static void
preview_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_card_fn *fn = job->fn.card;
	void *to = job->arg;
	struct card *card = rows ? source_card_read(rows, "") : NULL;

	job_end(job);
	fn(to, card, err);
}

source_ticket
source_step_preview(struct source *s, const struct step_taking *t, source_card_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.card = fn;
	params_text(&params, t->step);
	params_text(&params, t->id);
	add_cells(&params, &t->cells);
	job_ask(job, ASK_READ, "step_preview", &params, preview_reply);
	return job->ticket;
}

static struct step_done *
read_done(const struct rows *rows)
{
	struct step_done *done = xcalloc(1, sizeof *done);

	snprintf(done->id, sizeof done->id, "%s", rows_text(rows, 0, 0));
	done->ref = rows_clean(rows, 0, 1);
	done->version = rows_number(rows, 0, 2, 0);
	done->said = rows_clean(rows, 0, 3);
	done->repeated = rows_flag(rows, 0, 4);
	return done;
}

static void
tell_done(struct job *job, const struct rows *rows, const struct error *err)
{
	source_step_fn *fn = job->fn.step;
	void *to = job->arg;
	struct step_done *done = rows && rows_count(rows) ? read_done(rows) : NULL;

	job_end(job);
	fn(to, done, err);
}

static void
outcome_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct error lost = ERROR_INIT;

	if (!rows || rows_count(rows)) {
		tell_done(arg, rows, err);
		return;
	}
	error_set(&lost, "the connection was lost before this was saved");
	error_hint(&lost, "everything typed is still here: save again");
	tell_done(arg, NULL, &lost);
}

/* A lost answer is looked up by its key, on the next connection: a write is never sent twice. */
static void
step_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	struct params params = PARAMS_INIT;

	if (!err || strcmp(err->sqlstate, GATE_UNKNOWN_OUTCOME) != 0) {
		tell_done(job, rows, err);
		return;
	}
	params_text(&params, job->op);
	job_ask(job, ASK_READ, "step_outcome", &params, outcome_reply);
}

source_ticket
source_step_take(struct source *s, const struct step_taking *t, source_step_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.step = fn;
	snprintf(job->op, sizeof job->op, "%s", t->op);
	params_text(&params, t->step);
	params_text(&params, t->id);
	params_number(&params, t->version);
	add_cells(&params, &t->cells);
	params_text(&params, t->op);
	job_ask(job, ASK_WRITE, "step", &params, step_reply);
	return job->ticket;
}

static void
draft_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_draft_fn *fn = job->fn.draft;
	void *to = job->arg;
	char *at = rows && rows_count(rows) && rows_columns(rows) == 1 ? rows_clean(rows, 0, 0)
								       : xstrdup("");

	job_end(job);
	fn(to, at, err);
	free(at);
}

source_ticket
source_draft(struct source *s, const struct step_taking *t, source_draft_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.draft = fn;
	params_text(&params, t->step);
	params_text(&params, t->id);
	if (t->cells.n) {
		params_number(&params, t->version);
		add_cells(&params, &t->cells);
	}
	job_ask(job, ASK_WRITE, t->cells.n ? "draft_save" : "draft_drop", &params, draft_reply);
	return job->ticket;
}
