/* SPDX-License-Identifier: MIT
 *
 * Taskings as a list: what I am to answer, to do, to decide or wait for, the most pressing first;
 * or those of one day or one unit. Accept, update, complete and undo have a key each, for the row
 * under the cursor or for all that are marked; Enter opens the tasking, x shows what else can be
 * done.
 */
#ifndef GRIDLINE_VIEW_TASKS_H
#define GRIDLINE_VIEW_TASKS_H

#include "view/services.h"
#include "view/view.h"

/* For services->push(). */
struct view *tasks_new(struct app_services *services);
/* Open taskings of one day (as text) or one unit (its code). */
struct view *tasks_of_new(
    struct app_services *services, enum tasking_scope scope, const char *what, const char *title);

#endif
