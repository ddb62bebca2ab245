/* SPDX-License-Identifier: MIT
 *
 * What the console remembers of its user: layouts of the lists, views of their own, lines typed.
 * Kept here while it runs; `save` carries it to the state file, if there is one.
 */
#ifndef GRIDLINE_APP_MEMORY_H
#define GRIDLINE_APP_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/layout.h"
#include "term/line_history.h"

#define MEMORY_VIEWS_MAX 64
#define MEMORY_HISTORY 100

enum memory_history { HISTORY_COMMAND, HISTORY_FILTER, HISTORY_SEARCH, HISTORY_COUNT };

struct memory {
	struct layout layout[LISTING_COUNT];
	struct saved_view views[MEMORY_VIEWS_MAX]; /* built-in ones first */
	size_t nviews;
	struct line_history *history[HISTORY_COUNT];
	/* Something worth keeping changed; NULL: nothing is kept. */
	void (*save)(struct memory *m);
	void *arg;
};

void memory_init(struct memory *m); /* as shipped */
void memory_clear(struct memory *m);

/* By the name screens use: "filter"; NULL if there is none such. */
struct line_history *memory_history(struct memory *m, const char *name);
/* Put a view in place of one of that name; built-in ones cannot be replaced. */
bool memory_save_view(struct memory *m, const struct saved_view *view, struct error *err);
bool memory_delete_view(struct memory *m, const char *name, struct error *err);

#endif
