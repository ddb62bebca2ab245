/* SPDX-License-Identifier: MIT
 *
 * What waits for a decision: likely doubles, scores, outcomes, stale lines. Few enough to be held
 * whole.
 */
#ifndef GRIDLINE_MODEL_WAITING_H
#define GRIDLINE_MODEL_WAITING_H

#include <stdbool.h>
#include <stddef.h>

struct waiting_item {
	char object[16], id[37]; /* what steps are taken on */
	char line_id[37];
	char *kind, *line_ref, *name, *what;
	char *since, *due, *who; /* days as text, "" for none */
	bool late;
};

struct waiting {
	struct waiting_item *items;
	size_t n;
};

void waiting_free(struct waiting *w); /* itself, too; NULL allowed */

#endif
