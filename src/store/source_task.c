/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/source_job.h"

/* The columns of a tasking, in the order of every statement that lists them. */
enum {
	AT_ID,
	AT_LINE_ID,
	AT_VERSION,
	AT_SECTION,
	AT_SECTION_LABEL,
	AT_REF,
	AT_LINE_REF,
	AT_LINE_NAME,
	AT_TITLE,
	AT_UNIT,
	AT_OFFICER,
	AT_STATE,
	AT_STATE_LABEL,
	AT_PRIORITY,
	AT_DUE,
	AT_ANSWER_DUE,
	AT_WHO,
	AT_LATE,
	AT_FRESH
};

static void
read_item(struct tasking_item *t, const struct rows *rows, size_t i, size_t from)
{
	const struct {
		char **member;
		size_t at;
	} texts[] = {
		{ &t->section, AT_SECTION },
		{ &t->section_label, AT_SECTION_LABEL },
		{ &t->ref, AT_REF },
		{ &t->line_ref, AT_LINE_REF },
		{ &t->line_name, AT_LINE_NAME },
		{ &t->title, AT_TITLE },
		{ &t->unit, AT_UNIT },
		{ &t->officer, AT_OFFICER },
		{ &t->state, AT_STATE },
		{ &t->state_label, AT_STATE_LABEL },
		{ &t->priority, AT_PRIORITY },
		{ &t->due, AT_DUE },
		{ &t->answer_due, AT_ANSWER_DUE },
		{ &t->who, AT_WHO },
	};

	snprintf(t->id, sizeof t->id, "%s", rows_text(rows, i, from + AT_ID));
	snprintf(t->line_id, sizeof t->line_id, "%s", rows_text(rows, i, from + AT_LINE_ID));
	t->version = rows_number(rows, i, from + AT_VERSION, -1);
	for (size_t k = 0; k < ARRAY_LEN(texts); k++)
		tasking_set(texts[k].member, rows_clean(rows, i, from + texts[k].at));
	t->late = rows_flag(rows, i, from + AT_LATE);
	t->fresh = rows_flag(rows, i, from + AT_FRESH);
}

static void
taskings_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_taskings_fn *fn = job->fn.taskings;
	void *to = job->arg;
	struct tasking_list *list = rows ? xcalloc(1, sizeof *list) : NULL;

	for (size_t i = 0; list && i < rows_count(rows); i++)
		read_item(tasking_list_add(list), rows, i, 0);
	job_end(job);
	fn(to, list, err);
}

source_ticket
source_taskings(struct source *s, const struct tasking_ask *ask, source_taskings_fn *fn, void *arg)
{
	static const char *const statements[] = {
		[TASKINGS_MINE] = "my_tasks",
		[TASKINGS_DAY] = "tasks_of_day",
		[TASKINGS_UNIT] = "tasks_of_unit",
	};
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.taskings = fn;
	if (ask->scope != TASKINGS_MINE)
		params_text(&params, ask->what);
	job_ask(job, ASK_READ, statements[ask->scope], &params, taskings_reply);
	return job->ticket;
}

source_ticket
source_task_card(struct source *s, const char *id, source_card_fn *fn, void *arg)
{
	return source_card_ask(s, "task_card", id, fn, arg);
}

/* A row a card: key, label, how many there are, how many are late, and the card. */
static void
board_reply(void *arg, const struct rows *rows, const struct error *err)
{
	enum { KEY, LABEL, TOTAL, LATE, CARD };
	struct job *job = arg;
	source_task_board_fn *fn = job->fn.board;
	void *to = job->arg;
	struct task_board *board = rows ? xcalloc(1, sizeof *board) : NULL;
	struct task_column *column = NULL;

	for (size_t i = 0; board && i < rows_count(rows); i++) {
		char *key = rows_clean(rows, i, KEY), *label = rows_clean(rows, i, LABEL);

		if (!column || strcmp(column->key, key) != 0) {
			column = task_board_add(board, key, label);
			column->total = rows_number(rows, i, TOTAL, 0);
			column->late = rows_number(rows, i, LATE, 0);
		}
		if (!rows_null(rows, i, CARD + AT_ID))
			read_item(task_column_add(column), rows, i, CARD);
		free(key);
		free(label);
	}
	job_end(job);
	fn(to, board, err);
}

source_ticket
source_task_board(struct source *s, const char *by, source_task_board_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.board = fn;
	params_text(&params, by);
	job_ask(job, ASK_READ, "task_board", &params, board_reply);
	return job->ticket;
}

static void
days_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_task_days_fn *fn = job->fn.days;
	void *to = job->arg;
	struct task_days *days = NULL;

	if (rows) {
		days = xcalloc(1, sizeof *days);
		days->n = rows_count(rows);
		days->days = xcalloc(days->n + 1, sizeof *days->days);
	}
	for (size_t i = 0; days && i < days->n; i++)
		days->days[i] = (struct task_day){ .day = rows_date(rows, i, 0),
			.holiday = rows_clean(rows, i, 1),
			.open = rows_number(rows, i, 2, 0),
			.late = rows_number(rows, i, 3, 0),
			.closed = rows_number(rows, i, 4, 0) };
	job_end(job);
	fn(to, days, err);
}

source_ticket
source_task_days(struct source *s, date_days from, date_days to, source_task_days_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.days = fn;
	params_date(&params, from);
	params_date(&params, to);
	job_ask(job, ASK_READ, "task_days", &params, days_reply);
	return job->ticket;
}

static void
loads_reply(void *arg, const struct rows *rows, const struct error *err)
{
	struct job *job = arg;
	source_task_loads_fn *fn = job->fn.loads;
	void *to = job->arg;
	struct task_loads *loads = NULL;

	if (rows) {
		loads = xcalloc(1, sizeof *loads);
		loads->n = rows_count(rows);
		loads->loads = xcalloc(loads->n + 1, sizeof *loads->loads);
	}
	for (size_t i = 0; loads && i < loads->n; i++)
		loads->loads[i] = (struct task_load){ .unit = rows_clean(rows, i, 0),
			.label = rows_clean(rows, i, 1),
			.operation = rows_clean(rows, i, 2),
			.open = rows_number(rows, i, 3, 0),
			.late = rows_number(rows, i, 4, 0),
			.answered = rows_number(rows, i, 5, 0),
			.answered_in_time = rows_number(rows, i, 6, 0),
			.completed = rows_number(rows, i, 7, 0),
			.completed_in_time = rows_number(rows, i, 8, 0),
			.capacity = rows_number(rows, i, 9, -1) };
	job_end(job);
	fn(to, loads, err);
}

source_ticket
source_task_loads(
    struct source *s, date_days from, date_days to, source_task_loads_fn *fn, void *arg)
{
	struct job *job = job_new(source_self(s), arg);
	struct params params = PARAMS_INIT;

	job->fn.loads = fn;
	params_date(&params, from);
	params_date(&params, to);
	job_ask(job, ASK_READ, "workload", &params, loads_reply);
	return job->ticket;
}
