/* SPDX-License-Identifier: MIT
 *
 * gridline task list and show.
 */
#include "config.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "app/listing.h"
#include "app/task_impl.h"

#define LIST_MOST 10000 /* rows; what is more is for gridline export taskings */

static const struct column all_columns[] = {
	{ "tasking_ref", "Reference", 9, COLUMN_TEXT, 0 },
	{ "line_ref", "Line", 9, COLUMN_TEXT, 0 },
	{ "group_ref", "Group", 9, COLUMN_TEXT, 0 },
	{ "title", "What", 30, COLUMN_TEXT, 0 },
	{ "unit", "Unit", 6, COLUMN_TERM, 0 },
	{ "officer", "Officer", 8, COLUMN_TEXT, 0 },
	{ "priority", "Priority", 8, COLUMN_TERM, 0 },
	{ "raised_on", "Raised", 10, COLUMN_DATE, 0 },
	{ "raised_by", "By", 10, COLUMN_TEXT, 0 },
	{ "due_on", "Due", 10, COLUMN_DATE, 0 },
	{ "answer_due", "Answer by", 10, COLUMN_DATE, 0 },
	{ "state", "State", 11, COLUMN_TERM, 0 },
	{ "late", "Late", 4, COLUMN_FLAG, 0 },
	{ "carried", "Carried", 7, COLUMN_NUMBER, 0 },
	{ "result", "Result", 20, COLUMN_TEXT, 0 },
	{ "row_version", "Version", 7, COLUMN_NUMBER, 0 },
};

/* For people, as much as a terminal has room for. */
static const struct column short_columns[] = {
	{ "tasking_ref", "Reference", 9, COLUMN_TEXT, 0 },
	{ "record", "On", 9, COLUMN_TEXT, 0 },
	{ "title", "What", 30, COLUMN_TEXT, 0 },
	{ "unit", "Unit", 6, COLUMN_TERM, 0 },
	{ "officer", "Officer", 8, COLUMN_TEXT, 0 },
	{ "due_on", "Due", 10, COLUMN_DATE, 0 },
	{ "state", "State", 11, COLUMN_TERM, 0 },
	{ "late", "Late", 4, COLUMN_FLAG, 0 },
};

static const struct column my_columns[] = {
	{ "tasking_ref", "Reference", 9, COLUMN_TEXT, 0 },
	{ "section", "Section", 8, COLUMN_TERM, 0 },
	{ "line_ref", "On", 9, COLUMN_TEXT, 0 },
	{ "title", "What", 30, COLUMN_TEXT, 0 },
	{ "unit", "Unit", 6, COLUMN_TERM, 0 },
	{ "officer", "Officer", 8, COLUMN_TEXT, 0 },
	{ "priority", "Priority", 8, COLUMN_TERM, 0 },
	{ "due_on", "Due", 10, COLUMN_DATE, 0 },
	{ "answer_due", "Answer by", 10, COLUMN_DATE, 0 },
	{ "state", "State", 11, COLUMN_TERM, 0 },
	{ "late", "Late", 4, COLUMN_FLAG, 0 },
	{ "row_version", "Version", 7, COLUMN_NUMBER, 0 },
};

static const struct column card_columns[] = {
	{ "section", "Section", 12, COLUMN_TEXT, 0 },
	{ "label", "Label", 16, COLUMN_TEXT, 0 },
	{ "text", "Text", 50, COLUMN_TEXT, 0 },
};

/* A list without rows may be a wrong question. */
static bool
check_words(struct task *t, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	char shown[TEXT_SHOWN_SIZE];
	bool ok;

	params_text(&p, t->unit);
	params_text(&p, t->state);
	ok = run_query(t->run, "task_words", &p, &rows, err);
	if (ok && !rows_flag(rows, 0, 0)) {
		error_set(err, "there is no unit %s", text_shown(t->unit, shown));
		ok = error_hint(err, "units are %s", rows_text(rows, 0, 2));
	} else if (ok && !rows_flag(rows, 0, 1)) {
		error_set(err, "there is no state %s", text_shown(t->state, shown));
		ok = error_hint(err, "states are open, any, %s", rows_text(rows, 0, 3));
	}
	params_free(&p);
	rows_free(rows);
	return ok;
}

/* As for any listing that leaves: who took how much of what is kept, where it can be. */
static bool
log_list(struct task *t, long n, struct error *err)
{
	struct session session;
	struct params p = PARAMS_INIT;
	char *asked;
	bool ok = run_session(t->run, &session, err);

	if (!ok || session.read_only || n == 0)
		return ok;
	asked = xasprintf("unit:%s state:%s%s%s", t->unit, t->state, t->late ? " late" : "",
	    t->mine ? " mine" : "");
	params_text(&p, "taskings");
	params_text(&p, asked);
	params_number(&p, n);
	params_text(&p, "");
	ok = run_query(t->run, "export_log", &p, NULL, err);
	params_free(&p);
	free(asked);
	return ok;
}

int
task_list(struct task *t)
{
	struct writer_options options = { .format = t->format,
		.columns = all_columns,
		.ncolumns = ARRAY_LEN(all_columns),
		.marking = t->marking,
		.title = t->mine ? "My taskings" : "Taskings" };
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	struct error err = ERROR_INIT;
	bool ok;

	if (t->mine) {
		options.columns = my_columns;
		options.ncolumns = ARRAY_LEN(my_columns);
	} else if (t->format == WRITER_TEXT) {
		options.columns = short_columns;
		options.ncolumns = ARRAY_LEN(short_columns);
	}
	params_text(&p, t->unit);
	params_text(&p, t->state);
	params_flag(&p, t->late);
	params_number(&p, LIST_MOST);
	ok = run_query(t->run, t->mine ? "task_list_mine" : "task_list", &p, &rows, &err);
	params_free(&p);
	ok = ok && (rows_count(rows) > 0 || check_words(t, &err)) &&
	    log_list(t, (long)rows_count(rows), &err) &&
	    listing_write(t->path, &options, rows, &err);
	if (ok && rows_count(rows) == LIST_MOST)
		command_say(t->ctx, "only the first %d: narrow it with --unit, --state or --late",
		    LIST_MOST);
	rows_free(rows);
	if (!ok && error_is_set(&err))
		command_fail(t->ctx, &err);
	return ok ? COMMAND_OK : COMMAND_FAILED;
}

/* For people: a heading a section, "label: text" a line, further lines of a text below it. */
static bool
print_card(struct task *t, const struct rows *rows, struct error *err)
{
	struct export_out out;
	const char *section = "";
	bool ok = export_out_open(&out, t->path, err);

	buf_addf(&out.buf, "%s\n", t->marking);
	for (size_t r = 0; ok && r < rows_count(rows); r++) {
		char *label = rows_clean(rows, r, 1);
		char *text = text_clean_dup(rows_text(rows, r, 2), TEXT_BLOCK);

		if (strcmp(section, rows_text(rows, r, 0)) != 0) {
			section = rows_text(rows, r, 0);
			buf_addf(&out.buf, "\n%s\n", section);
		}
		buf_addf(&out.buf, "  %s%s", label, *label != '\0' ? ": " : "");
		for (const char *s = text; *s != '\0'; s++) {
			buf_addc(&out.buf, *s);
			if (*s == '\n')
				buf_pad(&out.buf, ' ', 6);
		}
		buf_addc(&out.buf, '\n');
		free(label);
		free(text);
	}
	buf_addf(&out.buf, "\n%s\n", t->marking);
	ok = ok && export_out_done(&out, err);
	export_out_free(&out);
	return ok;
}

int
task_show_card(struct task *t, const struct task_card *card, const char *ref)
{
	const struct writer_options options = { .format = t->format,
		.columns = card->columns,
		.ncolumns = card->n,
		.marking = t->marking,
		.title = ref };
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	struct error err = ERROR_INIT;
	char id[UUID_TEXT];
	bool ok = task_find(t, card->find, ref, id, &err);

	if (ok) {
		params_text(&p, id);
		ok = run_query(t->run, card->statement, &p, &rows, &err);
		params_free(&p);
	}
	if (ok)
		ok = t->format == WRITER_TEXT ? print_card(t, rows, &err)
					      : listing_write(t->path, &options, rows, &err);
	rows_free(rows);
	if (!ok && error_is_set(&err))
		command_fail(t->ctx, &err);
	return ok ? COMMAND_OK : COMMAND_FAILED;
}

int
task_show(struct task *t, const char *ref)
{
	static const struct task_card card = { "task_find", "task_card", card_columns,
		ARRAY_LEN(card_columns) };

	return task_show_card(t, &card, ref);
}
