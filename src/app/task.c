/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/task.h"

#include <getopt.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "app/command_verb.h"
#include "app/connect.h"
#include "app/settings.h"
#include "app/task_impl.h"

enum {
	OPTION_ASKED = TASK_OPTION_OWN,
	OPTION_DUE,
	OPTION_EVIDENCE,
	OPTION_GROUP,
	OPTION_LATE,
	OPTION_LINE,
	OPTION_MINE,
	OPTION_OFFICER,
	OPTION_PRIORITY,
	OPTION_REASON,
	OPTION_RESULT,
	OPTION_ROUTE,
	OPTION_STATE,
	OPTION_TITLE,
	OPTION_UNIT
};

const struct command_option task_options[] = {
	{ "unit", OPTION_UNIT, "UNIT", "list: of that unit; raise: the unit that is to do it" },
	{ "state", OPTION_STATE, "STATE", "list: in that state; open (if not given), any" },
	{ "late", OPTION_LATE, NULL, "list: late ones only" },
	{ "mine", OPTION_MINE, NULL, "list: my own list, by section" },
	{ "line", OPTION_LINE, "REF", "raise: on that line" },
	{ "group", OPTION_GROUP, "REF", "raise: on that group" },
	{ "title", OPTION_TITLE, "TEXT", "field: what is to be done, in a few words" },
	{ "asked", OPTION_ASKED, "TEXT", "field: the same in full" },
	{ "reason", OPTION_REASON, "TEXT", "field: why" },
	{ "officer", OPTION_OFFICER, "LOGIN", "field: officer of the unit" },
	{ "due", OPTION_DUE, "DAY", "field: 2023-01-09, 5wd, next review" },
	{ "priority", OPTION_PRIORITY, "WORD", "field: urgent, high, normal or low" },
	{ "route", OPTION_ROUTE, "WORD", "field: local, force, regional or national" },
	{ "result", OPTION_RESULT, "TEXT", "field: what came of it" },
	{ "evidence", OPTION_EVIDENCE, "TEXT", "field: where that is evidenced" },
	{ "set", OPTION_SET, "NAME=VALUE", "any other field of the step; may be repeated" },
	{ "seen", OPTION_SEEN, "VERSION", "the version you saw; refused if it has changed since" },
	{ "operation", OPTION_OPERATION_KEY, "KEY", "a key of your own: done once, however often" },
	{ "format", OPTION_FORMAT, "FORMAT", "text, csv or json (default text)" },
	{ "output", 'o', "FILE", "write to FILE instead of standard output" },
	{ NULL, 0, NULL, NULL },
};

struct verb {
	struct command_verb verb;
	bool (*takes)(int code); /* which options, besides --format and --output */
	int (*run)(struct task *t, char **operands);
};

/* Options that fill a field, by the field's name. */
static const char *
field_of(int code)
{
	static const struct {
		int code;
		const char *name;
	} fields[] = {
		{ OPTION_TITLE, "title" },
		{ OPTION_ASKED, "asked" },
		{ OPTION_REASON, "reason" },
		{ OPTION_UNIT, "unit" },
		{ OPTION_OFFICER, "officer" },
		{ OPTION_DUE, "due" },
		{ OPTION_PRIORITY, "priority" },
		{ OPTION_ROUTE, "route" },
		{ OPTION_RESULT, "result" },
		{ OPTION_EVIDENCE, "evidence" },
	};

	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (fields[i].code == code)
			return fields[i].name;
	return NULL;
}

bool
task_set(struct task *t, const char *name, const char *value)
{
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->names[i], name) == 0) {
			t->values[i] = value;
			return true;
		}
	if (t->n == TASK_CELLS)
		return false;
	t->names[t->n] = name;
	t->values[t->n++] = value;
	return true;
}

/* --set name=value; the name is cut off in a copy. */
bool
task_set_pair(struct task *t, const char *pair)
{
	const char *equals = strchr(pair, '=');

	if (equals == NULL || equals == pair || t->ngiven == TASK_CELLS)
		return false;
	t->given[t->ngiven] = xstrndup(pair, (size_t)(equals - pair));
	return task_set(t, t->given[t->ngiven++], equals + 1);
}

bool
task_find(
    struct task *t, const char *statement, const char *ref, char id[UUID_TEXT], struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	char shown[TEXT_SHOWN_SIZE];
	bool ok, task = strcmp(statement, "task_find") == 0;

	params_text(&p, ref);
	ok = run_query(t->run, statement, &p, &rows, err);
	params_free(&p);
	if (ok && rows_count(rows) == 0) {
		error_set(err, "there is no %.*s %s, or it is not yours to see",
		    task ? 7 : (int)(strstr(statement, "_find") - statement),
		    task ? "tasking" : statement, text_shown(ref, shown));
		ok = error_hint(err,
		    text_starts(statement, "review") || text_starts(statement, "item")
			? "gridline review list and show name those you see"
			: "gridline task list and export name those you see");
	}
	if (ok)
		snprintf(id, UUID_TEXT, "%s", rows_text(rows, 0, 0));
	rows_free(rows);
	return ok;
}

/* A step on a record found by its reference. */
static int
step_on(struct task *t, const char *statement, const char *ref, const char *step)
{
	struct error err = ERROR_INIT;
	char id[UUID_TEXT];

	if (!task_find(t, statement, ref, id, &err))
		return command_fail(t->ctx, &err);
	return task_step(t, step, id);
}

static int
verb_list(struct task *t, char **operands)
{
	(void)operands;
	return task_list(t);
}

static int
verb_show(struct task *t, char **operands)
{
	return task_show(t, operands[0]);
}

static int
verb_raise(struct task *t, char **operands)
{
	(void)operands;
	if ((t->line == NULL) == (t->group == NULL))
		return command_usage(
		    t->ctx, "raise it on a line (--line=REF) or on a group (--group=REF)");
	return t->line != NULL ? step_on(t, "line_find", t->line, "task_raise")
			       : step_on(t, "group_find", t->group, "task_raise_group");
}

static int
verb_answer(struct task *t, char **operands)
{
	static const char *const answers[] = { "accept", "decline", "query" };
	static const char *const steps[] = { "task_accept", "task_decline", "task_query" };

	for (size_t i = 0; i < ARRAY_LEN(answers); i++)
		if (text_same(answers[i], operands[1]))
			return step_on(t, "task_find", operands[0], steps[i]);
	return command_usage(
	    t->ctx, "an answer is accept, decline or query, not '%s'", operands[1]);
}

/* With a result it is recorded; without one, what was recorded and reviewed is closed. */
static int
verb_complete(struct task *t, char **operands)
{
	bool result = false;

	for (size_t i = 0; i < t->n; i++)
		result = result || strcmp(t->names[i], "result") == 0 ||
		    strcmp(t->names[i], "evidence") == 0;
	return step_on(t, "task_find", operands[0], result ? "task_result" : "task_complete");
}

/* "accept" and "task_accept" are the same step; with one operand it is a step on no record. */
static int
verb_step(struct task *t, char **operands)
{
	const char *name = operands[1] != NULL ? operands[1] : operands[0];
	char *step = text_starts(name, "task_") ? xstrdup(name) : xasprintf("task_%s", name);
	int status = operands[1] != NULL ? step_on(t, "task_find", operands[0], step)
					 : task_step(t, step, NULL);

	free(step);
	return status;
}

static bool
of_list(int code)
{
	return code == OPTION_UNIT || code == OPTION_STATE || code == OPTION_LATE ||
	    code == OPTION_MINE;
}

static bool
of_none(int code)
{
	(void)code;
	return false;
}

static bool
of_step(int code)
{
	return field_of(code) != NULL || code == OPTION_SET || code == OPTION_SEEN ||
	    code == OPTION_OPERATION_KEY;
}

static bool
of_raise(int code)
{
	return of_step(code) || code == OPTION_LINE || code == OPTION_GROUP;
}

static const struct verb verbs[] = {
	{ { "list", "", 0, 0 }, of_list, verb_list },
	{ { "show", "REF", 1, 1 }, of_none, verb_show },
	{ { "raise", "", 0, 0 }, of_raise, verb_raise },
	{ { "answer", "REF accept|decline|query", 2, 2 }, of_step, verb_answer },
	{ { "complete", "REF", 1, 1 }, of_step, verb_complete },
	{ { "step", "[REF] STEP", 1, 2 }, of_step, verb_step },
};

static int
parse_option(struct task *t, int code)
{
	const char *field = field_of(code);

	if (code == OPTION_UNIT)
		t->unit = optarg; /* of a list; of a step it is a field, too */
	if (field != NULL && !task_set(t, field, optarg))
		return command_usage(t->ctx, "too many fields");
	if (code == OPTION_STATE)
		t->state = optarg;
	else if (code == OPTION_LATE)
		t->late = true;
	else if (code == OPTION_MINE)
		t->mine = true;
	else if (code == OPTION_LINE)
		t->line = optarg;
	else if (code == OPTION_GROUP)
		t->group = optarg;
	else
		return task_option(t, code);
	return COMMAND_OK;
}

/* Options may stand before the verb, so they are held against it when it is known. */
static int
check_options(struct task *t, const struct verb *v, const int *codes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (codes[i] == OPTION_FORMAT || codes[i] == 'o' || v->takes(codes[i]))
			continue;
		for (const struct command_option *o = task_options; o->name != NULL; o++)
			if (o->code == codes[i])
				return command_usage(
				    t->ctx, "task %s takes no --%s", v->verb.name, o->name);
	}
	return COMMAND_OK;
}

static int
parse(struct task *t, int argc, char **argv, const struct verb **verb)
{
	int codes[64], c, status;
	size_t n = 0;

	while ((c = command_next(t->ctx, argc, argv)) >= 0) {
		status = parse_option(t, c);
		if (status != COMMAND_OK)
			return status;
		if (n < ARRAY_LEN(codes))
			codes[n++] = c;
	}
	if (c != COMMAND_NEXT_END)
		return c == COMMAND_NEXT_DONE ? -1 : COMMAND_USAGE;
	*verb = command_verb(t->ctx, COMMAND_VERBS(verbs), argc, argv);
	return *verb != NULL ? check_options(t, *verb, codes, n) : COMMAND_USAGE;
}

int
command_task(struct command_context *ctx, int argc, char **argv)
{
	struct task t = { .ctx = ctx, .format = WRITER_TEXT, .unit = "", .state = "open" };
	const struct verb *verb = NULL;
	struct error err = ERROR_INIT;
	struct conf conf = { .marking = NULL };
	int status = parse(&t, argc, argv, &verb);

	if (status == COMMAND_OK) {
		if (settings_conf(&conf, ctx->config, &err))
			t.run = connect_open(ctx, NULL, NULL, &err);
		t.marking = conf.marking;
		status = t.run != NULL ? verb->run(&t, argv + optind + 1) : command_fail(ctx, &err);
		run_close(t.run);
		conf_free(&conf);
	}
	for (size_t i = 0; i < t.ngiven; i++)
		free(t.given[i]);
	return status < 0 ? COMMAND_OK : status;
}
