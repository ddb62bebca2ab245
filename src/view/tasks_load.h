/* SPDX-License-Identifier: MIT
 *
 * What units have to do: open and late as bars, and how much was answered and done in time lately.
 * Units and operations only, never people. Enter shows what is open at the unit.
 */
#ifndef GRIDLINE_VIEW_TASKS_LOAD_H
#define GRIDLINE_VIEW_TASKS_LOAD_H

#include "view/services.h"
#include "view/view.h"

struct view *tasks_load_new(struct app_services *services); /* for services->push() */

#endif
