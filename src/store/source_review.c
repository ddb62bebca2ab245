/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "store/source_job.h"

/* Columns of the statement review_screen. */
enum {
	OF_ID,
	OF_WEEK,
	OF_STATE,
	OF_CHAIR,
	OF_LEADS,
	OF_AT,
	OF_VERSION,
	OF_MEETING,
	OF_ITEM_TIME,
	OF_ITEM,
	OF_LINE,
	OF_POSITION,
	OF_KIND,
	OF_WHAT,
	OF_WHY,
	OF_ITEM_STATE,
	OF_DECISION,
	OF_BEFORE,
	OF_AFTER,
	OF_FOLLOWERS
};

static void
read_head(struct review *r, const struct rows *rows)
{
	snprintf(r->id, sizeof r->id, "%s", rows_text(rows, 0, OF_ID));
	snprintf(r->at, sizeof r->at, "%s", rows_text(rows, 0, OF_AT));
	r->week = rows_clean(rows, 0, OF_WEEK);
	r->state = rows_clean(rows, 0, OF_STATE);
	r->chair = rows_clean(rows, 0, OF_CHAIR);
	r->before = rows_clean(rows, 0, OF_BEFORE);
	r->after = rows_clean(rows, 0, OF_AFTER);
	r->followers = rows_clean(rows, 0, OF_FOLLOWERS);
	r->open = strcmp(r->state, "open") == 0;
	r->over = strcmp(r->state, "closed") == 0;
	r->leads = rows_flag(rows, 0, OF_LEADS);
	r->version = rows_number(rows, 0, OF_VERSION, 0);
	r->meeting_s = rows_number(rows, 0, OF_MEETING, -1);
	r->item_s = rows_number(rows, 0, OF_ITEM_TIME, -1);
}

static void
read_item(struct review_item *item, const struct rows *rows, size_t i)
{
	snprintf(item->id, sizeof item->id, "%s", rows_text(rows, i, OF_ITEM));
	snprintf(item->line_id, sizeof item->line_id, "%s", rows_text(rows, i, OF_LINE));
	item->position = rows_number(rows, i, OF_POSITION, 0);
	item->kind = rows_clean(rows, i, OF_KIND);
	item->what = rows_clean(rows, i, OF_WHAT);
	item->why = rows_clean(rows, i, OF_WHY);
	item->decision = rows_clean(rows, i, OF_DECISION);
}

static void
review_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_review_fn *fn = job->fn.review;
	void *to = job->arg;
	struct review *r = NULL;

	if (rows) {
		r = xcalloc(1, sizeof *r);
		r->meeting_s = r->item_s = -1;
	}
	if (rows && rows_count(rows)) {
		read_head(r, rows);
		r->n = rows_null(rows, 0, OF_ITEM) ? 0 : rows_count(rows);
		r->items = xcalloc(r->n + 1, sizeof *r->items);
	}
	for (size_t i = 0; r && i < r->n; i++)
		read_item(&r->items[i], rows, i);
	job_end(job);
	fn(to, r, err);
}

source_ticket
source_review(struct source *s, const char *week, source_review_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.review = fn;
	params_text(&params, week);
	job_ask(job, ASK_READ, "review_screen", &params, review_reply);
	return job->ticket;
}

source_ticket
source_review_item(struct source *s, const char *id, source_card_fn *fn, void *arg)
{
	return source_card_ask(s, "review_item_card", id, fn, arg);
}

static void
follow_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_count_fn *fn = job->fn.count;
	void *to = job->arg;
	const long holds = rows && rows_count(rows) ? rows_flag(rows, 0, 0) : -1;

	job_end(job);
	fn(to, holds, err);
}

source_ticket
source_review_follow(struct source *s, const char *id, bool follow, source_count_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.count = fn;
	params_text(&params, id);
	params_flag(&params, follow);
	job_ask(job, ASK_WRITE, "review_follow", &params, follow_reply);
	return job->ticket;
}
