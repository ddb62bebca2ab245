/* SPDX-License-Identifier: MIT
 *
 * The inside of a list of taskings, for tasks.c (its life and keys), tasks_list.c (rows, filter,
 * search), tasks_draw.c and tasks_step.c (marks and steps).
 */
#ifndef GRIDLINE_VIEW_TASKS_IMPL_H
#define GRIDLINE_VIEW_TASKS_IMPL_H

#include "base/buf.h"
#include "term/list.h"
#include "view/marks.h"
#include "view/preview.h"
#include "view/quick.h"
#include "view/tasks.h"
#include "view/tasks_head.h"

struct tasks_view {
	struct view view;
	enum tasking_scope scope;
	char *what, *title;	   /* of one day or unit; NULL for my own */
	struct tasking_list *data; /* NULL until it came */
	size_t *shown, nshown;	   /* those the filter lets through, by place in data */
	struct list *list;
	char *filter, *find; /* NULL for none; find in lower case */
	struct marks marks;
	char anchor[ROW_ID_LEN + 1];
	source_ticket ticket;
	bool old;   /* what is being read is not the latest by now */
	bool quiet; /* nobody asked for it: if it fails, that is not said */
	struct quick *quick;
	struct preview *preview;
	int preview_wish; /* -1: by the size of the screen, 0 off, 1 on */
	bool preview_focus;
	struct region head_region, list_region, preview_region;
	int cols; /* the columns are fitted to */
	struct buf cell, status, hay;
};

/* tasks.c */
void tasks_ask(struct tasks_view *v); /* read again; the cursor stays on its tasking */

/* tasks_list.c */
extern const struct list_ops tasks_list_ops;
const struct tasking_item *tasks_at(const struct tasks_view *v, size_t row); /* NULL: none there */
const struct tasking_item *tasks_current(const struct tasks_view *v);
void tasks_fit(struct tasks_view *v, int cols);
/* What came takes the place of what was there. */
void tasks_take(struct tasks_view *v, struct tasking_list *data);
enum request tasks_find_request(struct tasks_view *v, enum request r, const char *arg);

/* tasks_step.c */
size_t tasks_marked(const struct tasks_view *v);
enum request tasks_mark_request(struct tasks_view *v, enum request r);
enum request tasks_step_request(struct tasks_view *v, enum request r, const char *arg);

/* tasks_draw.c */
void tasks_draw(struct view *view, struct region r);
bool tasks_preview_open(const struct tasks_view *v);

#endif
