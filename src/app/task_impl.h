/* SPDX-License-Identifier: MIT
 *
 * Between the parts of gridline task and gridline review, which take steps in the same way: what
 * was asked for, and its doing. Nobody else includes this.
 */
#ifndef GRIDLINE_APP_TASK_IMPL_H
#define GRIDLINE_APP_TASK_IMPL_H

#include "base/uuid.h"
#include "report/writer.h"
#include "store/run.h"
#include "app/command.h"
#include "app/export_out.h"

#define TASK_CELLS 32 /* fields of one step */

struct task {
	struct command_context *ctx;
	struct run *run;
	enum writer_format format;
	const char *marking, *path;
	/* task list */
	const char *unit, *state;
	bool late, mine;
	/* steps */
	const char *line, *group;     /* what a tasking is raised on */
	const char *seen, *operation; /* --seen, --operation; NULL if not given */
	const char *names[TASK_CELLS], *values[TASK_CELLS];
	size_t n;
	char *given[TASK_CELLS]; /* of --set, to be freed */
	size_t ngiven;
};

/* "title=...": false if it is no name and value, or one too many. Later ones win. */
bool task_set(struct task *t, const char *name, const char *value);
/* The same of --set NAME=VALUE. */
bool task_set_pair(struct task *t, const char *pair);

/* Key of a record by its reference: statement is line_find, group_find or task_find. */
bool task_find(
    struct task *t, const char *statement, const char *ref, char id[UUID_TEXT], struct error *err);

/* What both commands take. A code that is none of these is passed over: returns COMMAND_OK, or
 * COMMAND_USAGE after a message. */
enum {
	OPTION_FORMAT = COMMAND_OPTION_LONG,
	OPTION_OPERATION_KEY,
	OPTION_SEEN,
	OPTION_SET,
	TASK_OPTION_OWN /* from here on each has its own */
};
int task_option(struct task *t, int code);

int task_list(struct task *t);
int task_show(struct task *t, const char *ref);
/* One record by its reference: for people as a card (section, label, text), else as rows. */
struct task_card {
	const char *find, *statement;
	const struct column *columns; /* of the rows */
	size_t n;
};
int task_show_card(struct task *t, const struct task_card *card, const char *ref);
/* Take a step on a record of that key; id NULL: on none. The fields are t's. */
int task_step(struct task *t, const char *step, const char *id);

#endif
