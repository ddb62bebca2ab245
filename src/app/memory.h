/* SPDX-License-Identifier: MIT
 *
 * What the console remembers of its user: layouts of the lists, views of their own, lines typed.
 * In front of the state file (conf/state.h), with the administrator's layouts and views and the
 * built-in ones below it.
 */
#ifndef GRIDLINE_APP_MEMORY_H
#define GRIDLINE_APP_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "conf/conf.h"
#include "conf/state.h"
#include "model/layout.h"
#include "term/line_history.h"

#define MEMORY_VIEWS_MAX 64

enum memory_history { HISTORY_COMMAND, HISTORY_FILTER, HISTORY_SEARCH, HISTORY_COUNT };

struct memory {
	struct state *state; /* NULL: nothing outlives the console */
	struct layout layout[LISTING_SCREENS];
	struct saved_view views[MEMORY_VIEWS_MAX]; /* built in, the administrator's, own */
	size_t nviews;
	struct line_history *history[HISTORY_COUNT];
};

/* conf and state may be NULL; they are read now, state is written to later. */
void memory_init(struct memory *m, const struct conf *conf, struct state *state);
void memory_clear(struct memory *m); /* state stays the caller's */

bool memory_save_layout(struct memory *m, const struct layout *layout, struct error *err);
/* Put a view in place of one of that name; only own ones can be replaced or deleted. */
bool memory_save_view(struct memory *m, const struct saved_view *view, struct error *err);
bool memory_delete_view(struct memory *m, const char *name, struct error *err);

/* By the name screens use: "filter"; NULL if there is none such. */
struct line_history *memory_history(struct memory *m, const char *name);
void memory_add_line(struct memory *m, const char *name, const char *line);

#endif
