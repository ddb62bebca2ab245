/* SPDX-License-Identifier: MIT
 *
 * Moves in a list whose rows are all held: the requests and the mouse that every such screen takes
 * alike. Lists that are windows have view/window.h.
 */
#ifndef GRIDLINE_VIEW_LIST_REQUEST_H
#define GRIDLINE_VIEW_LIST_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "term/list.h"
#include "view/request.h"
#include "view/view.h"

#define LIST_WHEEL_ROWS 3 /* a turn of the wheel */

/* The request itself if it is no move. */
enum request list_request(struct list *l, size_t rows, enum request r);
/* The move a request means; false if it is none. Lists that are windows move by it, too. */
bool list_move_of(enum request r, enum list_move *move);
/* A press on a row of a list drawn into r, or the wheel; false if it was neither. Pressed twice,
 * the row is opened. */
bool list_press(struct view *v, struct list *l, struct region r, const struct key *key);

#endif
