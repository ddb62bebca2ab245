/* SPDX-License-Identifier: MIT
 *
 * What the four tasking screens have in common: the line that names them with their keys, and Tab
 * from one to the next.
 */
#ifndef GRIDLINE_VIEW_TASKS_HEAD_H
#define GRIDLINE_VIEW_TASKS_HEAD_H

#include "view/services.h"
#include "view/view.h"

enum tasks_screen { TASKS_LIST, TASKS_BOARD, TASKS_CALENDAR, TASKS_WORKLOAD, TASKS_SCREENS };

/* Into the first row of r. */
void tasks_head_draw(const struct app_services *s, struct region r, enum tasks_screen at);
/* Tab, and the key of the screen itself; the request if it is neither. */
enum request tasks_head_request(struct app_services *s, enum tasks_screen at, enum request r);
/* Shift-Tab, and a press on the line; true if used. r as it was drawn into. */
bool tasks_head_key(
    struct app_services *s, enum tasks_screen at, struct region r, const struct key *key);

/* Steps that a request stands for, to be tried in this order; NULL if it stands for none. */
const char *tasks_steps(enum request r);

#endif
