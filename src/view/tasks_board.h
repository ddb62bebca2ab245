/* SPDX-License-Identifier: MIT
 *
 * Open taskings by state or by unit: columns side by side on a wide screen, one below the other on
 * a narrow one.
 */
#ifndef GRIDLINE_VIEW_TASKS_BOARD_H
#define GRIDLINE_VIEW_TASKS_BOARD_H

#include "view/services.h"
#include "view/view.h"

struct view *tasks_board_new(struct app_services *services); /* for services->push() */

#endif
