/* SPDX-License-Identifier: MIT
 *
 * The source behind store/source.h: one job for each ticket that has not been answered. Its files:
 * source.c (tickets and the table of calls), source_list.c (pages, counts, ids), source_read.c
 * (everything that is one plain statement), source_step.c (what is done to records),
 * source_many.c (to many at once), source_task.c (taskings), source_dossier.c (what is read in two
 * steps), source_news.c (what news makes one ask), source_past.c (a week of the grid),
 * source_dashboard.c (panels of figures), source_figure.c (figures of the board).
 */
#ifndef GRIDLINE_STORE_SOURCE_JOB_H
#define GRIDLINE_STORE_SOURCE_JOB_H

#include "store/link_ask.h"
#include "store/list_query.h"
#include "store/source.h"
#include "store/words.h"

struct store_source {
	struct source source; /* first: what the views hold */
	struct link *link;
	struct words *words;
	struct job *jobs;
	size_t njobs;
	source_ticket tickets;
	date_days turned; /* the day for which api.day_turn() was called, DATE_NONE: none */
};

/* A question a view waits for. What it needs to be answered with is in the part of its kind. */
struct job {
	struct job *next;
	struct store_source *owner;
	source_ticket ticket;
	uint64_t asked; /* the link's ticket for the statement under way */
	void *arg;
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
		source_waiting_fn *waiting;
		source_past_fn *past;
		source_panels_fn *panels;
		source_panel_fn *panel;
		source_panel_rows_fn *panel_rows;
		source_figures_fn *figures;
		source_review_fn *review;
		source_consult_fn *consult;
		source_dossier_fn *dossier;
		source_justifications_fn *justifications;
		source_step_many_fn *many;
		source_taskings_fn *taskings;
		source_task_board_fn *board;
		source_task_days_fn *days;
		source_task_loads_fn *loads;
	} fn;
	/* Of lists: what shall be asked once the words are known, and how to read the answer. */
	struct list_query q;
	char *texts[ROW_KEYS + 2]; /* the copies q points to */
	struct filter *filter;
	ask_fn *then;
	bool reversed;
	char id[ROW_ID_LEN + 1]; /* of a card */
	char op[STEP_OP_SIZE];	 /* of a step that is taken */
	enum past_kind past;	 /* of a week */
};

struct store_source *source_self(struct source *s);
struct job *job_new(struct store_source *s, void *arg);
/* The job is done or dropped; its memory goes. */
void job_end(struct job *job);
/* Ask a statement of sql/query; params are taken over. */
void job_ask(
    struct job *job, enum ask_kind kind, const char *statement, struct params *params, ask_fn *fn);
/* The same for a statement in hand; both are taken over. */
void job_ask_sql(struct job *job, enum ask_kind kind, char *sql, struct params *params, ask_fn *fn);

/* The calls of model/source.h. */
source_ticket source_page(
    struct source *s, const struct list_query *q, source_page_fn *fn, void *arg);
source_ticket source_count(
    struct source *s, const struct list_query *q, source_count_fn *fn, void *arg);
source_ticket source_ids(
    struct source *s, const struct list_query *q, source_ids_fn *fn, void *arg);
source_ticket source_standing(
    struct source *s, const char *const *ids, size_t n, source_standing_fn *fn, void *arg);
source_ticket source_summary(struct source *s, source_summary_fn *fn, void *arg);
source_ticket source_terms(struct source *s, source_terms_fn *fn, void *arg);
source_ticket source_card(
    struct source *s, enum listing listing, const char *id, source_card_fn *fn, void *arg);
source_ticket source_steps(
    struct source *s, const char *object, const char *id, source_steps_fn *fn, void *arg);
source_ticket source_step_form(
    struct source *s, const char *step, const char *id, source_step_form_fn *fn, void *arg);
source_ticket source_step_version(
    struct source *s, const char *step, const char *id, source_count_fn *fn, void *arg);
source_ticket source_step_preview(
    struct source *s, const struct step_taking *t, source_card_fn *fn, void *arg);
source_ticket source_step_take(
    struct source *s, const struct step_taking *t, source_step_fn *fn, void *arg);
source_ticket source_draft(
    struct source *s, const struct step_taking *t, source_draft_fn *fn, void *arg);
source_ticket source_consult(
    struct source *s, const char *id, const char *justification, source_consult_fn *fn, void *arg);
source_ticket source_dossier(struct source *s, const char *token, source_dossier_fn *fn, void *arg);
source_ticket source_justifications(struct source *s, source_justifications_fn *fn, void *arg);
source_ticket source_tasks_fresh(struct source *s, source_count_fn *fn, void *arg);
source_ticket source_tasks_seen(struct source *s, source_count_fn *fn, void *arg);
source_ticket source_figures(struct source *s, const char *id, source_figures_fn *fn, void *arg);
source_ticket source_waiting(struct source *s, source_waiting_fn *fn, void *arg);
source_ticket source_review(struct source *s, const char *week, source_review_fn *fn, void *arg);
source_ticket source_review_follow(
    struct source *s, const char *id, bool follow, source_count_fn *fn, void *arg);
source_ticket source_review_item(struct source *s, const char *id, source_card_fn *fn, void *arg);
source_ticket source_step_many(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg);
source_ticket source_step_many_preview(
    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg);
source_ticket source_taskings(
    struct source *s, const struct tasking_ask *ask, source_taskings_fn *fn, void *arg);
source_ticket source_task_card(struct source *s, const char *id, source_card_fn *fn, void *arg);
source_ticket source_task_board(
    struct source *s, const char *by, source_task_board_fn *fn, void *arg);
source_ticket source_task_days(
    struct source *s, date_days from, date_days to, source_task_days_fn *fn, void *arg);
source_ticket source_task_loads(
    struct source *s, date_days from, date_days to, source_task_loads_fn *fn, void *arg);
source_ticket source_past(
    struct source *s, const char *week, enum past_kind kind, source_past_fn *fn, void *arg);
source_ticket source_line_as_at(
    struct source *s, const char *id, const char *week, source_card_fn *fn, void *arg);
source_ticket source_panels(struct source *s, source_panels_fn *fn, void *arg);
source_ticket source_panel(struct source *s, const char *code, source_panel_fn *fn, void *arg);
source_ticket source_panel_rows(
    struct source *s, const struct panel_query *q, source_panel_rows_fn *fn, void *arg);
/* A card out of rows of section, label, text; id "" for none. */
struct card *source_card_read(const struct rows *rows, const char *id);
/* The card of one record: a statement of sql/query that takes its id. */
source_ticket source_card_ask(
    struct source *s, const char *statement, const char *id, source_card_fn *fn, void *arg);
/* The same as at a week; NULL: a statement that takes none. */
struct source_card_of {
	const char *statement, *id, *week;
};
source_ticket source_card_ask_as_at(
    struct source *s, const struct source_card_of *of, source_card_fn *fn, void *arg);

#endif
