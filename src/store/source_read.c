/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/panel_read.h"
#include "store/source_job.h"
#include "store/terms_read.h"

static void
standing_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_standing_fn *fn = job->fn.standing;
	void *to = job->arg;
	const size_t n = rows ? rows_count(rows) : 0;
	struct standing *all = xcalloc(n + 1, sizeof *all);

	for (size_t i = 0; i < n; i++) {
		snprintf(all[i].id, sizeof all[i].id, "%s", rows_text(rows, i, 0));
		snprintf(all[i].rank, sizeof all[i].rank, "%s", rows_text(rows, i, 1));
		snprintf(all[i].change, sizeof all[i].change, "%s", rows_text(rows, i, 2));
	}
	job_end(job);
	fn(to, err ? NULL : all, n, err);
	free(all);
}

source_ticket
source_standing(
    struct source *s, const char *const *ids, size_t n, source_standing_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.standing = fn;
	params_array(&params, ids, n);
	job_ask(job, ASK_READ, "standing", &params, standing_reply);
	return job->ticket;
}

static void
summary_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_summary_fn *fn = job->fn.summary;
	void *to = job->arg;
	struct summary summary = { .nbands = 0 };

	if (rows)
		summary_read(rows, &summary);
	job_end(job);
	fn(to, err ? NULL : &summary, err);
}

source_ticket
source_summary(struct source *s, source_summary_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.summary = fn;
	job_ask(job, ASK_SPARE, "summary", &params, summary_reply);
	return job->ticket;
}

static void
terms_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_terms_fn *fn = job->fn.terms;
	void *to = job->arg;
	struct terms *terms = rows ? terms_read(rows) : NULL;

	job_end(job);
	fn(to, terms, err);
}

source_ticket
source_terms(struct source *s, source_terms_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.terms = fn;
	job_ask(job, ASK_SPARE, "terms", &params, terms_reply);
	return job->ticket;
}

/* Columns of every card; the last one of few. */
enum { CARD_SECTION, CARD_LABEL, CARD_TEXT, CARD_WAS };

struct card *
source_card_read(const struct rows *rows, const char *id)
{
	struct card *card = xcalloc(1, sizeof *card);

	snprintf(card->id, sizeof card->id, "%s", id);
	for (size_t i = 0; i < rows_count(rows); i++) {
		char *section = rows_clean(rows, i, CARD_SECTION);
		char *label = rows_clean(rows, i, CARD_LABEL);
		char *text = text_clean_dup(rows_text(rows, i, CARD_TEXT), TEXT_BLOCK);

		card_add(card, section, label, text);
		if (rows_columns(rows) > CARD_WAS && !rows_null(rows, i, CARD_WAS))
			card->items[i].was =
			    text_clean_dup(rows_text(rows, i, CARD_WAS), TEXT_BLOCK);
		free(section);
		free(label);
		free(text);
	}
	return card;
}

static void
card_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_card_fn *fn = job->fn.card;
	void *to = job->arg;
	struct card *card = rows ? source_card_read(rows, job->id) : NULL;

	job_end(job);
	fn(to, card, err);
}

source_ticket
source_card_ask(
    struct source *s, const char *statement, const char *id, source_card_fn *fn, void *arg)
{
	return source_card_ask_as_at(
	    s, &(struct source_card_of){ .statement = statement, .id = id }, fn, arg);
}

source_ticket
source_card_ask_as_at(
    struct source *s, const struct source_card_of *of, source_card_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.card = fn;
	snprintf(job->id, sizeof job->id, "%s", of->id);
	params_text(&params, of->id);
	if (of->week)
		params_text(&params, of->week);
	job_ask(job, ASK_READ, of->statement, &params, card_reply);
	return job->ticket;
}

source_ticket
source_card(struct source *s, enum listing listing, const char *id, source_card_fn *fn, void *arg)
{
	return source_card_ask(
	    s, listing == LISTING_GROUPS ? "group_card" : "line_card", id, fn, arg);
}
