/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/alloc.h"
#include "fake_impl.h"

static struct fake *
of(const struct source *s)
{
	return (struct fake *)(uintptr_t)s;
}

struct job *
fake_job_add(struct source *s, enum job_kind kind, void *arg)
{
	struct fake *f = of(s);
	struct job *j = &f->jobs[f->njobs];

	if (f->njobs == JOBS_MAX)
		abort();
	f->njobs++;
	f->asked++;
	*j = (struct job){ .ticket = ++f->next, .kind = kind, .arg = arg };
	return j;
}

static void
keep_query(struct job *j, const struct list_query *q)
{
	j->q = *q;
	j->filter = q->filter ? filter_text(q->filter) : NULL;
	j->q.filter = NULL;
	snprintf(j->key, sizeof j->key, "%s", q->key[0] ? q->key[0] : "");
	snprintf(j->id, sizeof j->id, "%s", q->id ? q->id : "");
	snprintf(j->find, sizeof j->find, "%s", q->find ? q->find : "");
}

static source_ticket
ask_page(struct source *s, const struct list_query *q, source_page_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_PAGE, arg);

	keep_query(j, q);
	j->fn.page = fn;
	return j->ticket;
}

static source_ticket
ask_count(struct source *s, const struct list_query *q, source_count_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_COUNT, arg);

	keep_query(j, q);
	j->fn.count = fn;
	return j->ticket;
}

static source_ticket
ask_standing(struct source *s, const char *const *ids, size_t n, source_standing_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_STANDING, arg);
	size_t i;

	j->ids = xcalloc(n, sizeof *j->ids);
	j->nids = n;
	for (i = 0; i < n; i++)
		snprintf(j->ids[i], sizeof j->ids[i], "%s", ids[i]);
	j->fn.standing = fn;
	return j->ticket;
}

static source_ticket
ask_ids(struct source *s, const struct list_query *q, source_ids_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_IDS, arg);

	keep_query(j, q);
	j->fn.ids = fn;
	return j->ticket;
}

static source_ticket
ask_summary(struct source *s, source_summary_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_SUMMARY, arg);

	j->fn.summary = fn;
	return j->ticket;
}

static source_ticket
ask_terms(struct source *s, source_terms_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_TERMS, arg);

	j->fn.terms = fn;
	return j->ticket;
}

static source_ticket
ask_card(struct source *s, enum listing listing, const char *id, source_card_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_CARD, arg);

	j->q.listing = listing;
	snprintf(j->id, sizeof j->id, "%s", id);
	j->fn.card = fn;
	return j->ticket;
}

static source_ticket
ask_steps(struct source *s, const char *object, const char *id, source_steps_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_STEPS, arg);

	snprintf(j->object, sizeof j->object, "%s", object);
	snprintf(j->id, sizeof j->id, "%s", id);
	j->fn.steps = fn;
	return j->ticket;
}

static source_ticket
ask_step_form(
    struct source *s, const char *step, const char *id, source_step_form_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_STEP_FORM, arg);

	fake_taking_copy(&j->taking, &(struct step_taking){ .step = step, .id = id });
	j->fn.step_form = fn;
	return j->ticket;
}

static source_ticket
ask_step_version(struct source *s, const char *step, const char *id, source_count_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_STEP_VERSION, arg);

	(void)step;
	(void)id; /* there is one record */
	j->fn.count = fn;
	return j->ticket;
}

static source_ticket
ask_step_preview(struct source *s, const struct step_taking *t, source_card_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_STEP_PREVIEW, arg);

	fake_taking_copy(&j->taking, t);
	j->fn.card = fn;
	return j->ticket;
}

static source_ticket
ask_step_take(struct source *s, const struct step_taking *t, source_step_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_STEP_TAKE, arg);

	fake_taking_copy(&j->taking, t);
	j->fn.step = fn;
	return j->ticket;
}

static source_ticket
ask_draft(struct source *s, const struct step_taking *t, source_draft_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_DRAFT, arg);

	fake_taking_copy(&j->taking, t);
	j->fn.draft = fn;
	return j->ticket;
}

/* The token is the line's id. */
static source_ticket
ask_consult(
    struct source *s, const char *id, const char *justification, source_consult_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_CONSULT, arg);

	snprintf(j->id, sizeof j->id, "%s", justification[0] ? id : "");
	j->fn.consult = fn;
	return j->ticket;
}

static source_ticket
ask_dossier(struct source *s, const char *token, source_dossier_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_DOSSIER, arg);

	snprintf(j->id, sizeof j->id, "%s", token);
	j->fn.dossier = fn;
	return j->ticket;
}

static source_ticket
ask_whys(struct source *s, source_justifications_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_WHYS, arg);

	j->fn.whys = fn;
	return j->ticket;
}

static source_ticket
ask_past(struct source *s, const char *week, enum past_kind kind, source_past_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_PAST, arg);

	snprintf(j->key, sizeof j->key, "%s", week);
	snprintf(j->object, sizeof j->object, "%s",
	    kind == PAST_REGION		? "region"
		: kind == PAST_TASKINGS ? "taskings"
					: "");
	j->fn.past = fn;
	return j->ticket;
}

static source_ticket
ask_line_as_at(struct source *s, const char *id, const char *week, source_card_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_LINE_AS_AT, arg);

	snprintf(j->id, sizeof j->id, "%s", id);
	snprintf(j->key, sizeof j->key, "%s", week);
	j->fn.card = fn;
	return j->ticket;
}

static source_ticket
ask_review(struct source *s, const char *week, source_review_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_REVIEW, arg);

	j->fn.review = fn;
	snprintf(j->key, sizeof j->key, "%s", week ? week : "");
	return j->ticket;
}

static source_ticket
ask_review_follow(struct source *s, const char *id, bool follow, source_count_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_REVIEW_FOLLOW, arg);

	snprintf(j->id, sizeof j->id, "%s", id);
	snprintf(j->key, sizeof j->key, "%s", follow ? "yes" : "no");
	j->fn.count = fn;
	return j->ticket;
}

static source_ticket
ask_review_item(struct source *s, const char *id, source_card_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_REVIEW_ITEM, arg);

	snprintf(j->id, sizeof j->id, "%s", id);
	j->fn.card = fn;
	return j->ticket;
}

static source_ticket
ask_waiting(struct source *s, source_waiting_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_WAITING, arg);

	j->fn.waiting = fn;
	return j->ticket;
}

static source_ticket
ask_figures(struct source *s, const char *id, source_figures_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_FIGURES, arg);

	snprintf(j->id, sizeof j->id, "%s", id ? id : "");
	j->fn.figures = fn;
	return j->ticket;
}

static source_ticket
ask_tasks_fresh(struct source *s, source_count_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_TASKS_FRESH, arg);

	j->fn.count = fn;
	return j->ticket;
}

static source_ticket
ask_tasks_seen(struct source *s, source_count_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_TASKS_SEEN, arg);

	j->fn.count = fn;
	return j->ticket;
}

static source_ticket
ask_panels(struct source *s, source_panels_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_PANELS, arg);

	j->fn.panels = fn;
	return j->ticket;
}

static source_ticket
ask_panel(struct source *s, const char *code, source_panel_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_PANEL, arg);

	snprintf(j->panel, sizeof j->panel, "%s", code);
	j->fn.panel = fn;
	return j->ticket;
}

static source_ticket
ask_panel_rows(struct source *s, const struct panel_query *q, source_panel_rows_fn *fn, void *arg)
{
	struct job *j = fake_job_add(s, JOB_PANEL_ROWS, arg);

	snprintf(j->panel, sizeof j->panel, "%s", q->panel);
	j->series = q->series ? xstrdup(q->series) : NULL;
	j->label = q->label ? xstrdup(q->label) : NULL;
	j->fn.panel_rows = fn;
	return j->ticket;
}

void
fake_job_free(struct job *j)
{
	free(j->series);
	free(j->label);
	free(j->filter);
	free(j->ids);
	fake_taking_clear(&j->taking);
}

static void
cancel(struct source *s, source_ticket ticket)
{
	struct fake *f = of(s);
	size_t i;

	for (i = 0; i < f->njobs; i++)
		if (f->jobs[i].ticket == ticket) {
			fake_job_free(&f->jobs[i]);
			f->njobs--;
			memmove(f->jobs + i, f->jobs + i + 1, (f->njobs - i) * sizeof *f->jobs);
			return;
		}
}

static size_t
pending(const struct source *s)
{
	return of(s)->njobs;
}

static const struct session *
session(const struct source *s)
{
	return &of(s)->session;
}

static const struct news *
news(const struct source *s)
{
	return &of(s)->news;
}

const struct source_ops fake_ops = {
	.page = ask_page,
	.count = ask_count,
	.standing = ask_standing,
	.ids = ask_ids,
	.summary = ask_summary,
	.terms = ask_terms,
	.card = ask_card,
	.steps = ask_steps,
	.step_form = ask_step_form,
	.step_version = ask_step_version,
	.step_preview = ask_step_preview,
	.step_take = ask_step_take,
	.draft = ask_draft,
	.consult = ask_consult,
	.dossier = ask_dossier,
	.justifications = ask_whys,
	.waiting = ask_waiting,
	.figures = ask_figures,
	.review = ask_review,
	.review_item = ask_review_item,
	.review_follow = ask_review_follow,
	.tasks_fresh = ask_tasks_fresh,
	.tasks_seen = ask_tasks_seen,
	.step_many = fake_ask_many,
	.step_many_preview = fake_ask_many_preview,
	.taskings = fake_ask_taskings,
	.task_card = fake_ask_task_card,
	.task_board = fake_ask_board,
	.task_days = fake_ask_days,
	.task_loads = fake_ask_loads,
	.past = ask_past,
	.line_as_at = ask_line_as_at,
	.panels = ask_panels,
	.panel = ask_panel,
	.panel_rows = ask_panel_rows,
	.cancel = cancel,
	.pending = pending,
	.session = session,
	.news = news,
};
