/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/review.h"

#include <getopt.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "app/command_verb.h"
#include "app/connect.h"
#include "app/listing.h"
#include "app/settings.h"
#include "app/task_impl.h"

enum {
	OPTION_CHAIR = TASK_OPTION_OWN,
	OPTION_ATTENDEES,
	OPTION_DECIDED_BY,
	OPTION_NOTE,
	OPTION_RATIONALE,
	OPTION_REASON,
	OPTION_SERIES,
	OPTION_STATE
};

const struct command_option review_options[] = {
	{ "state", OPTION_STATE, "STATE", "list: prepared, open or closed; any (if not given)" },
	{ "rationale", OPTION_RATIONALE, "TEXT", "field: why it is decided so" },
	{ "decided-by", OPTION_DECIDED_BY, "LOGIN", "field: the chair, or who decides for them" },
	{ "reason", OPTION_REASON, "TEXT", "field: why" },
	{ "note", OPTION_NOTE, "TEXT", "field: what a note or a correction says" },
	{ "series", OPTION_SERIES, "NAME", "field: which weekly review; the first if not given" },
	{ "chair", OPTION_CHAIR, "LOGIN", "field: who chairs it" },
	{ "attendees", OPTION_ATTENDEES, "LOGINS", "field: who is there, separated by ;" },
	{ "set", OPTION_SET, "NAME=VALUE", "any other field of the step; may be repeated" },
	{ "seen", OPTION_SEEN, "VERSION", "the version you saw; refused if it has changed since" },
	{ "operation", OPTION_OPERATION_KEY, "KEY", "a key of your own: done once, however often" },
	{ "format", OPTION_FORMAT, "FORMAT", "text, csv or json (default text)" },
	{ "output", 'o', "FILE", "write to FILE instead of standard output" },
	{ NULL, 0, NULL, NULL },
};

/* What is done to a review, an item or neither: operands are the week, then the item, then the one
 * `field` names. */
struct verb {
	struct command_verb verb;
	const char *step;
	bool on_item;
	const char *field; /* the operand behind fills it */
};

static const struct verb verbs[] = {
	{ { "list", "", 0, 0 }, NULL, false, NULL },
	{ { "show", "WEEK", 1, 1 }, NULL, false, NULL },
	{ { "prepare", "WEEK", 1, 1 }, "review_prepare", false, NULL },
	{ { "refresh", "WEEK", 1, 1 }, "review_refresh", false, NULL },
	{ { "open", "WEEK", 1, 1 }, "review_open", false, NULL },
	{ { "attend", "WEEK", 1, 1 }, "review_attend", false, NULL },
	{ { "add", "WEEK", 1, 1 }, "review_item_add", false, NULL },
	{ { "go", "WEEK ITEM", 2, 2 }, "review_go", false, "item" },
	{ { "move", "WEEK ITEM PLACE", 3, 3 }, "review_item_move", true, "to" },
	{ { "decide", "WEEK ITEM DECISION", 3, 3 }, "review_decide", true, "decision" },
	{ { "defer", "WEEK ITEM", 2, 2 }, "review_item_defer", true, NULL },
	{ { "note", "WEEK [ITEM]", 1, 2 }, "review_note", false, "item" },
	{ { "correct", "WEEK ITEM", 2, 2 }, "review_correct", false, "item" },
	{ { "chair", "WEEK hand-over|delegate|end", 2, 2 }, "review_chair", false, "act" },
	{ { "close", "WEEK", 1, 1 }, "review_close", false, NULL },
};

static const char *
field_of(int code)
{
	switch (code) {
	case OPTION_RATIONALE:
		return "rationale";
	case OPTION_DECIDED_BY:
		return "decided_by";
	case OPTION_REASON:
		return "reason";
	case OPTION_NOTE:
		return "note";
	case OPTION_SERIES:
		return "series";
	case OPTION_CHAIR:
		return "chair";
	case OPTION_ATTENDEES:
		return "attendees";
	default: /* codes of getopt, not an enum */
		return NULL;
	}
}

static const struct column list_columns[] = {
	{ "week", "Week", 8, COLUMN_TERM, 0 },
	{ "series", "Review", 20, COLUMN_TEXT, 0 },
	{ "meets_on", "Meets on", 10, COLUMN_DATE, 0 },
	{ "state", "State", 8, COLUMN_TERM, 0 },
	{ "chair", "Chair", 11, COLUMN_TEXT, 0 },
	{ "items", "Items", 5, COLUMN_NUMBER, 0 },
	{ "decided", "Decided", 7, COLUMN_NUMBER, 0 },
	{ "deferred", "Deferred", 8, COLUMN_NUMBER, 0 },
	{ "opened", "Opened", 16, COLUMN_TEXT, 0 },
	{ "closed", "Closed", 16, COLUMN_TEXT, 0 },
	{ "frozen_hash", "Hash", 64, COLUMN_TEXT, 0 },
	{ "version", "Version", 7, COLUMN_NUMBER, 0 },
};
enum { LIST_SHORT = 8 }; /* for people: as much as a terminal has room for */

static const struct column agenda_columns[] = {
	{ "position", "Item", 4, COLUMN_NUMBER, 0 },
	{ "kind", "Kind", 10, COLUMN_TERM, 0 },
	{ "line_ref", "Line", 10, COLUMN_TEXT, 0 },
	{ "name", "Name", 16, COLUMN_TEXT, 0 },
	{ "group_ref", "Group", 8, COLUMN_TEXT, 0 },
	{ "subject", "Subject", 20, COLUMN_TEXT, 0 },
	{ "why", "Why", 40, COLUMN_TEXT, 0 },
	{ "state", "State", 8, COLUMN_TERM, 0 },
	{ "decision", "Decision", 10, COLUMN_TERM, 0 },
	{ "rationale", "Rationale", 40, COLUMN_TEXT, 0 },
	{ "decided_by", "Decided by", 11, COLUMN_TEXT, 0 },
	{ "decided_at", "At", 16, COLUMN_TEXT, 0 },
	{ "authority", "Authority", 9, COLUMN_TERM, 0 },
	{ "recorded_by", "Recorded by", 11, COLUMN_TEXT, 0 },
	{ "referred_to", "Referred to", 11, COLUMN_TEXT, 0 },
	{ "taskings", "Taskings", 10, COLUMN_LIST, 0 },
	{ "version", "Version", 7, COLUMN_NUMBER, 0 },
};

static int
review_list(struct task *t)
{
	const struct writer_options options = { .format = t->format,
		.columns = list_columns,
		.ncolumns = t->format == WRITER_TEXT ? LIST_SHORT : ARRAY_LEN(list_columns),
		.marking = t->marking,
		.title = "Weekly reviews" };
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	struct error err = ERROR_INIT;
	bool ok;

	params_text(&p, t->state);
	ok = run_query(t->run, "review_list", &p, &rows, &err) &&
	    listing_write(t->path, &options, rows, &err);
	params_free(&p);
	rows_free(rows);
	return ok ? COMMAND_OK : command_fail(t->ctx, &err);
}

static int
review_show(struct task *t, const char *week)
{
	const struct task_card card = { "review_find",
		t->format == WRITER_TEXT ? "review_card" : "review_agenda", agenda_columns,
		ARRAY_LEN(agenda_columns) };

	return task_show_card(t, &card, week);
}

/* The item by its number, which with its week is its reference; others by the week. */
static int
run_verb(struct task *t, const struct verb *v, char **operands, int n)
{
	struct error err = ERROR_INIT;
	char id[UUID_TEXT];
	char *ref = v->on_item ? xasprintf("%s:%s", operands[0], operands[1]) : NULL;
	const bool made = strcmp(v->verb.name, "prepare") == 0;
	bool ok = true;

	if (v->field && n > 1)
		ok = task_set(t, v->field, operands[n - 1]);
	if (made)
		ok = task_set(t, "week", operands[0]);
	if (!ok) {
		free(ref);
		return command_usage(t->ctx, "too many fields");
	}
	if (!made)
		ok = task_find(
		    t, ref ? "item_find" : "review_find", ref ? ref : operands[0], id, &err);
	free(ref);
	return ok ? task_step(t, v->step, made ? NULL : id) : command_fail(t->ctx, &err);
}

static int
parse_option(struct task *t, int code)
{
	const char *field = field_of(code);

	if (field && !task_set(t, field, optarg))
		return command_usage(t->ctx, "too many fields");
	if (code == OPTION_STATE) {
		t->state = optarg;
		if (!text_same(optarg, "any") && !text_same(optarg, "prepared") &&
		    !text_same(optarg, "open") && !text_same(optarg, "closed"))
			return command_usage(t->ctx,
			    "--state takes prepared, open, closed or any, not '%s'", optarg);
	}
	return task_option(t, code);
}

static int
parse(struct task *t, int argc, char **argv, const struct verb **verb)
{
	int c, status;

	while ((c = command_next(t->ctx, argc, argv)) >= 0) {
		status = parse_option(t, c);
		if (status != COMMAND_OK)
			return status;
	}
	if (c != COMMAND_NEXT_END)
		return c == COMMAND_NEXT_DONE ? -1 : COMMAND_USAGE;
	*verb = command_verb(t->ctx, COMMAND_VERBS(verbs), argc, argv);
	if (*verb == NULL)
		return COMMAND_USAGE;
	if ((*verb)->step == NULL && (t->n > 0 || t->seen || t->operation))
		return command_usage(t->ctx, "review %s takes no fields", (*verb)->verb.name);
	return COMMAND_OK;
}

int
command_review(struct command_context *ctx, int argc, char **argv)
{
	struct task t = { .ctx = ctx, .format = WRITER_TEXT, .state = "any" };
	const struct verb *v = NULL;
	struct error err = ERROR_INIT;
	struct conf conf = { .marking = NULL };
	int status = parse(&t, argc, argv, &v);
	char **operands = argv + optind + 1;

	if (status == COMMAND_OK) {
		if (settings_conf(&conf, ctx->config, &err))
			t.run = connect_open(ctx, NULL, NULL, &err);
		t.marking = conf.marking;
		if (t.run == NULL)
			status = command_fail(ctx, &err);
		else if (v->step)
			status = run_verb(&t, v, operands, argc - optind - 1);
		else
			status = v->verb.least ? review_show(&t, operands[0]) : review_list(&t);
		run_close(t.run);
		conf_free(&conf);
	}
	for (size_t i = 0; i < t.ngiven; i++)
		free(t.given[i]);
	return status < 0 ? COMMAND_OK : status;
}
