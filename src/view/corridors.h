/* SPDX-License-Identifier: MIT
 *
 * Corridors: where lines are run from against where they sell, as a matrix. Enter opens the grid
 * with the lines of a cell.
 */
#ifndef GRIDLINE_VIEW_CORRIDORS_H
#define GRIDLINE_VIEW_CORRIDORS_H

#include "view/services.h"
#include "view/view.h"

struct view *corridors_new(struct app_services *services); /* for services->push() */

#endif
