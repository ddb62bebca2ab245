/* SPDX-License-Identifier: MIT
 *
 * Taskings as the tasking screens hold them: who is to do what by when, in lists, in the columns of
 * a board, by day and by unit. Few enough on one screen to be held whole; what may be done to one
 * is the database's to say (model/step.h).
 *
 * Each of these owns its texts, which are clean, and is freed by its own function. A member that
 * the question does not have is "", never NULL.
 */
#ifndef GRIDLINE_MODEL_TASKING_H
#define GRIDLINE_MODEL_TASKING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/date.h"

struct tasking_item {
	char id[37], line_id[37]; /* line_id "": it is about a group only */
	long version;
	char *section, *section_label; /* of my list: "late", "answer", "due"... */
	char *ref, *line_ref, *line_name, *title;
	char *unit, *officer, *state, *state_label, *priority;
	char *due, *answer_due; /* days as text */
	char *who;		/* whom it waits for */
	bool late, fresh;	/* fresh: somebody else changed it since one last looked */
};

struct tasking_list {
	struct tasking_item *items;
	size_t n;
};

/* Which taskings. */
enum tasking_scope {
	TASKINGS_MINE, /* what the caller is to answer, do, decide or waits for */
	TASKINGS_DAY,  /* open ones due on a day */
	TASKINGS_UNIT, /* open ones of a unit */
};
struct tasking_ask {
	enum tasking_scope scope;
	const char *what; /* the day, the unit; NULL for TASKINGS_MINE */
};

struct task_column {
	char *key, *label;
	long total, late; /* of all of them; items may be the first few */
	struct tasking_item *items;
	size_t n;
};
struct task_board {
	struct task_column *columns;
	size_t n;
};

/* What falls due on a day. */
struct task_day {
	date_days day;
	char *holiday; /* its name, "" for a day that is none */
	long open, late, closed;
};
struct task_days {
	struct task_day *days;
	size_t n;
};

/* What a unit has to do, or, with an operation, what of it belongs to that. */
struct task_load {
	char *unit, *label, *operation; /* operation "": all of the unit's */
	long open, late;
	long answered, answered_in_time, completed, completed_in_time;
	long capacity; /* -1: none is stated */
};
struct task_loads {
	struct task_load *loads;
	size_t n;
};

/* Zeroed, with all texts "". */
void tasking_item_init(struct tasking_item *item);
void tasking_item_clear(struct tasking_item *item);
/* A text that takes the place of what stands there; text is taken over. */
void tasking_set(char **member, char *text);
/* Everything that a reader may look for in it, in lower case, to be searched. */
void tasking_haystack(const struct tasking_item *item, struct buf *out);

/* A column or an item more at the end of it, empty, to be filled. */
struct tasking_item *tasking_list_add(struct tasking_list *list);
struct task_column *task_board_add(struct task_board *board, const char *key, const char *label);
struct tasking_item *task_column_add(struct task_column *column);

/* Each the thing itself, too; NULL allowed. */
void tasking_list_free(struct tasking_list *list);
void task_board_free(struct task_board *board);
void task_days_free(struct task_days *days);
void task_loads_free(struct task_loads *loads);

#endif
