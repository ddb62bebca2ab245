/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/now.h"
#include "store/source_job.h"
#include "store/statement.h"

/* The answer's column each cell is in, by name; -1 where it has none such. */
struct reading {
	int id, key[ROW_KEYS];
	int flag[5];
	int cell[32];
	size_t ncells;
};

static const struct {
	const char *column;
	unsigned flag;
} row_flags[] = {
	{ "is_new", ROW_NEW },
	{ "is_stale", ROW_STALE },
	{ "is_overdue", ROW_OVERDUE },
	{ "is_restricted", ROW_RESTRICTED },
	{ "is_mine", ROW_MINE },
};

static void
reading_init(struct reading *r, enum listing listing, const struct rows *rows)
{
	const struct column *columns = column_table(listing, &r->ncells);
	char name[8];

	r->id = rows_find(rows, "id");
	for (size_t i = 0; i < ROW_KEYS; i++) {
		snprintf(name, sizeof name, "key%zu", i);
		r->key[i] = rows_find(rows, name);
	}
	for (size_t i = 0; i < ARRAY_LEN(row_flags); i++)
		r->flag[i] = rows_find(rows, row_flags[i].column);
	for (size_t i = 0; i < r->ncells; i++)
		r->cell[i] = rows_find(rows, columns[i].name);
}

static const char *
text_of(const struct rows *rows, size_t row, int column)
{
	return column < 0 ? NULL : rows_text(rows, row, (size_t)column);
}

static void
read_row(struct page_builder *pb, const struct reading *r, const struct rows *rows, size_t row)
{
	const char *key[ROW_KEYS], *cell[ARRAY_LEN(r->cell)];
	char *cleaned[ARRAY_LEN(r->cell)] = { NULL };
	unsigned flags = 0;

	for (size_t i = 0; i < ROW_KEYS; i++)
		key[i] = text_of(rows, row, r->key[i]);
	for (size_t i = 0; i < ARRAY_LEN(row_flags); i++)
		if (r->flag[i] >= 0 && rows_flag(rows, row, (size_t)r->flag[i]))
			flags |= row_flags[i].flag;
	for (size_t i = 0; i < r->ncells; i++) {
		cell[i] = text_of(rows, row, r->cell[i]);
		if (cell[i] && !text_is_clean(cell[i], strlen(cell[i]), TEXT_LINE))
			cell[i] = cleaned[i] = text_clean_dup(cell[i], TEXT_LINE);
	}
	page_builder_row(pb, text_of(rows, row, r->id), key, cell, flags);
	for (size_t i = 0; i < r->ncells; i++)
		free(cleaned[i]);
}

/* One row more than wanted was asked for: did it come? */
static struct page *
read_page(const struct job *job, const struct rows *rows)
{
	const struct list_query *q = &job->q;
	const bool more = rows_count(rows) > q->limit;
	const size_t n = more ? q->limit : rows_count(rows);
	struct page_builder *pb = page_builder_new(q->listing);
	struct reading reading;

	reading_init(&reading, q->listing, rows);
	for (size_t i = 0; i < n; i++)
		read_row(pb, &reading, rows, i);
	if (job->reversed)
		return page_builder_end(pb, true, !more, q->seek == SEEK_LAST);
	return page_builder_end(pb, false, q->seek == SEEK_FIRST, !more);
}

static void
ignore_reply(void *arg, const struct rows *rows, const struct error *err)
{
	(void)arg;
	(void)rows;
	(void)err;
}

/* The first page of a day brings the database's day forward, once the screen is served. */
static void
turn_day(struct store_source *s)
{
	const struct session *session = link_session(s->link);
	const int64_t day_us = INT64_C(86400000000);
	struct ask ask = { .kind = ASK_SPARE, .params = PARAMS_INIT, .fn = ignore_reply };
	date_days today;

	if (session->today == DATE_NONE || session->read_only)
		return;
	today = (date_days)((session->clock_us + now_us() - session->clock_at) / day_us);
	if (today == s->turned)
		return;
	s->turned = today;
	ask.sql = xstrdup(statement_find("day_turn"));
	link_ask(s->link, &ask);
}

static void
page_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	struct store_source *s = job->owner;
	source_page_fn *fn = job->fn.page;
	void *to = job->arg;
	struct page *page = rows ? read_page(job, rows) : NULL;

	job_end(job);
	fn(to, page, err);
	if (rows)
		turn_day(s);
}

static void
count_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_count_fn *fn = job->fn.count;
	void *to = job->arg;

	job_end(job);
	fn(to, rows ? rows_number(rows, 0, 0, -1) : -1, err);
}

static void
ids_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_ids_fn *fn = job->fn.ids;
	void *to = job->arg;
	const size_t limit = job->q.limit, got = rows ? rows_count(rows) : 0;
	const size_t n = got > limit ? limit : got;
	const char **ids = xcalloc(n + 1, sizeof *ids);

	for (size_t i = 0; i < n; i++)
		ids[i] = rows_text(rows, i, 0);
	job_end(job);
	fn(to, err ? NULL : ids, n, got > limit, err);
	free(ids);
}

/* All words are known: ask what was wanted. */
static void
ask_list(struct job *job, const struct list_query *q)
{
	struct list_statement st;
	const struct words *words = job->owner->words;

	if (job->then == count_reply)
		list_query_count(&st, q, words);
	else if (job->then == ids_reply)
		list_query_ids(&st, q, words);
	else
		list_query_page(&st, q, words);
	job->reversed = st.reversed;
	job_ask_sql(
	    job, job->then == page_reply ? ASK_READ : ASK_SPARE, st.sql, &st.params, job->then);
}

static void
words_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;

	if (err) {
		job->then(job, NULL, err);
		return;
	}
	words_learn(job->owner->words, rows);
	ask_list(job, &job->q);
}

/* The query belongs to the caller; what outlives the call is copied. */
static void
keep_query(struct job *job)
{
	struct list_query *q = &job->q;
	const char **texts[ROW_KEYS + 2];
	struct filter_error err;
	size_t n = 0;

	for (size_t i = 0; i < ROW_KEYS; i++)
		texts[n++] = &q->key[i];
	texts[n++] = &q->find;
	texts[n++] = &q->id;
	for (size_t i = 0; i < n; i++)
		if (*texts[i])
			*texts[i] = job->texts[i] = xstrdup(*texts[i]);
	if (q->filter) {
		char *text = filter_text(q->filter);

		filter_parse(q->listing, text, &job->filter, &err);
		q->filter = job->filter;
		free(text);
	}
}

static source_ticket
start_list(struct job *job, const struct list_query *q, ask_fn *then)
{
	const bool finds = q->seek == SEEK_FIND || q->seek == SEEK_FIND_BACK;
	struct params params = PARAMS_INIT;

	job->q = *q;
	job->then = then;
	if (q->listing == LISTING_GRID &&
	    words_unknown(job->owner->words, q->filter, finds ? q->find : NULL, &params)) {
		keep_query(job);
		job_ask(job, ASK_READ, "word_search", &params, words_reply);
	} else {
		ask_list(job, q);
	}
	return job->ticket;
}

source_ticket
source_page(struct source *s, const struct list_query *q, source_page_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);

	job->fn.page = fn;
	return start_list(job, q, page_reply);
}

source_ticket
source_count(struct source *s, const struct list_query *q, source_count_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);

	job->fn.count = fn;
	return start_list(job, q, count_reply);
}

source_ticket
source_ids(struct source *s, const struct list_query *q, source_ids_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);

	job->fn.ids = fn;
	return start_list(job, q, ids_reply);
}
