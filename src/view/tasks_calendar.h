/* SPDX-License-Identifier: MIT
 *
 * What falls due: ISO weeks as rows, Monday first, with how many are open and late on each day, and
 * bank holidays. Enter shows the day's taskings.
 */
#ifndef GRIDLINE_VIEW_TASKS_CALENDAR_H
#define GRIDLINE_VIEW_TASKS_CALENDAR_H

#include "view/services.h"
#include "view/view.h"

struct view *tasks_calendar_new(struct app_services *services); /* for services->push() */

#endif
