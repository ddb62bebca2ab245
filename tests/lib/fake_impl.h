/* SPDX-License-Identifier: MIT
 *
 * The inside of the fake source, for fake_*.c alone.
 */
#ifndef GRIDLINE_TESTS_FAKE_IMPL_H
#define GRIDLINE_TESTS_FAKE_IMPL_H

#include "fake_rows.h"
#include "fake_source.h"
#include "fake_step.h"
#include "fake_task.h"

#define JOBS_MAX 64

/* What was asked, held until the test lets it be answered. Answers are made at that time, as a
 * database would. */
struct job {
	source_ticket ticket;
	enum job_kind {
		JOB_PAGE,
		JOB_COUNT,
		JOB_STANDING,
		JOB_IDS,
		JOB_SUMMARY,
		JOB_TERMS,
		JOB_CARD,
		JOB_STEPS,
		JOB_STEP_FORM,
		JOB_STEP_VERSION,
		JOB_STEP_PREVIEW,
		JOB_STEP_TAKE,
		JOB_DRAFT,
		JOB_CONSULT,
		JOB_DOSSIER,
		JOB_WHYS,
		JOB_WAITING,
		JOB_FIGURES,
		JOB_REVIEW,
		JOB_REVIEW_ITEM,
		JOB_REVIEW_FOLLOW,
		JOB_TASKS_FRESH,
		JOB_TASKS_SEEN,
		JOB_MANY,
		JOB_MANY_PREVIEW,
		JOB_TASKINGS,
		JOB_TASK_CARD,
		JOB_BOARD,
		JOB_DAYS,
		JOB_LOADS,
		JOB_PAST,
		JOB_LINE_AS_AT,
		JOB_PANELS,
		JOB_PANEL,
		JOB_PANEL_ROWS
	} kind;
	struct list_query q;
	char *filter;
	char key[16], id[ROW_ID_LEN + 1], find[64];
	char (*ids)[ROW_ID_LEN + 1];
	size_t nids;
	char object[24];
	char panel[24], *series, *label; /* of a panel; NULL: all */
	struct fake_taking taking;
	enum tasking_scope scope;
	date_days from, to;
	union {
		source_page_fn *page;
		source_count_fn *count;
		source_standing_fn *standing;
		source_ids_fn *ids;
		source_summary_fn *summary;
		source_terms_fn *terms;
		source_card_fn *card;
		source_steps_fn *steps;
		source_step_form_fn *step_form;
		source_step_fn *step;
		source_draft_fn *draft;
		source_consult_fn *consult;
		source_dossier_fn *dossier;
		source_justifications_fn *whys;
		source_waiting_fn *waiting;
		source_figures_fn *figures;
		source_review_fn *review;
		source_step_many_fn *many;
		source_taskings_fn *taskings;
		source_task_board_fn *board;
		source_task_days_fn *days;
		source_task_loads_fn *loads;
		source_past_fn *past;
		source_panels_fn *panels;
		source_panel_fn *panel;
		source_panel_rows_fn *panel_rows;
	} fn;
	void *arg;
};

struct fake {
	struct source source;
	struct session session;
	struct {
		char ref[48], next[48];
	} gone[16]; /* rows taken away, and the one behind each */
	size_t ngone;
	struct news news;
	long fresh; /* taskings others did something to */
	struct fake_row *rows[LISTING_SCREENS];
	size_t n[LISTING_SCREENS];
	struct job jobs[JOBS_MAX];
	size_t njobs, asked;
	size_t reviews; /* times the review was asked for */
	bool hidden;	/* the meeting is at an item that the user does not see */
	bool closed;	/* it was closed, and the next is prepared */
	bool follows;	/* the user said that they follow */
	struct fake_record record;
	struct fake_tasks tasks;
	source_ticket next;
	unsigned failures;
	char failure[128];
};

/* The listing as the query wants it: positions of rows in f->rows, in order. */
struct fake_order {
	const struct fake *f;
	const struct job *j;
	size_t *at;
	size_t n;
};

struct fake_order fake_order(const struct fake *f, const struct job *j); /* free(at) */
const struct fake_row *fake_row_at(const struct fake_order *o, size_t i);
/* First and one past the last row of the page. */
void fake_seek(const struct fake_order *o, size_t *from, size_t *to);

/* fake_ask.c: the calls of source.h that keep a question for later. */
extern const struct source_ops fake_ops;
void fake_job_free(struct job *j);
/* fake_fail.c: it is answered with a failure. */
void fake_job_fail(struct fake *f, struct job *j, const struct error *err);
struct job *fake_job_add(struct source *s, enum job_kind kind, void *arg);

/* fake_ask_task.c: the same for taskings and for steps on many, and their answers; err: they fail.
 */
source_ticket fake_ask_many(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg);
source_ticket fake_ask_many_preview(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg);
source_ticket fake_ask_taskings(
    struct source *s, const struct tasking_ask *ask, source_taskings_fn *fn, void *arg);
source_ticket fake_ask_task_card(struct source *s, const char *id, source_card_fn *fn, void *arg);
source_ticket fake_ask_board(struct source *s, const char *by, source_task_board_fn *fn, void *arg);
source_ticket fake_ask_days(
    struct source *s, date_days from, date_days to, source_task_days_fn *fn, void *arg);
source_ticket fake_ask_loads(
    struct source *s, date_days from, date_days to, source_task_loads_fn *fn, void *arg);
void fake_answer_task(struct fake *f, struct job *j, const struct error *err);

/* fake_dashboard.c: panels. err: the answer is this failure. */
void fake_dashboard_answer(const struct fake *f, const struct job *j, const struct error *err);

/* fake_review.c: the weekly review, and one of its items. */
void fake_answer_review(struct fake *f, const struct job *j);

#endif
