/* SPDX-License-Identifier: MIT
 *
 * The inside of the board, for tasks_board.c (its life and keys) and tasks_board_draw.c.
 */
#ifndef GRIDLINE_VIEW_TASKS_BOARD_IMPL_H
#define GRIDLINE_VIEW_TASKS_BOARD_IMPL_H

#include "base/buf.h"
#include "view/quick.h"
#include "view/tasks_board.h"
#include "view/tasks_head.h"

#define BOARD_PLACES 256 /* cards on a screen */

/* Where a card was drawn. */
struct board_place {
	struct region r;
	size_t column, card;
};

struct tasks_board {
	struct view view;
	struct task_board *data; /* NULL until it came */
	bool by_unit;
	size_t column, card; /* under the cursor */
	size_t first;	     /* at the left, of the columns side by side that have a card */
	long top;	     /* line at the top: of the selected column, or of all of them */
	bool wide;	     /* as last drawn */
	struct region head_region;
	struct board_place places[BOARD_PLACES];
	size_t nplaces;
	int page; /* cards on a screen */
	struct quick *quick;
	source_ticket ticket;
	bool old, quiet; /* read again when this answer is there; nobody asked for it */
	struct buf text, status;
};

const struct tasking_item *board_current(const struct tasks_board *v); /* NULL: there is none */

/* tasks_board_draw.c */
void board_draw(struct view *view, struct region r);

#endif
