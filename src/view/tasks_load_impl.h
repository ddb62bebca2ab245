/* SPDX-License-Identifier: MIT
 *
 * The inside of the workload, for tasks_load.c (its life and keys) and tasks_load_draw.c.
 */
#ifndef GRIDLINE_VIEW_TASKS_LOAD_IMPL_H
#define GRIDLINE_VIEW_TASKS_LOAD_IMPL_H

#include "base/buf.h"
#include "view/tasks_head.h"
#include "view/tasks_load.h"

struct tasks_load {
	struct view view;
	struct task_loads *data; /* NULL until it came */
	size_t *shown, nshown;	 /* units, or also what of it belongs to operations */
	bool operations;
	size_t cursor, top;
	date_days from, to; /* of what was answered and done */
	int lines;	    /* of one of them, as drawn */
	struct region head_region, rows_region;
	source_ticket ticket;
	bool old, quiet; /* read again when this answer is there; nobody asked for it */
	struct buf text, status;
};

const struct task_load *load_at(const struct tasks_load *v, size_t row);

/* tasks_load_draw.c */
void load_draw(struct view *view, struct region r);

#endif
