/* SPDX-License-Identifier: MIT
 *
 * The threat grid: lines in the order of threat, what moved, what is late.
 */
#ifndef GRIDLINE_VIEW_GRID_H
#define GRIDLINE_VIEW_GRID_H

#include "view/services.h"
#include "view/view.h"

/* filter NULL: everything open. A wrong filter is left out. */
struct view *grid_new(struct app_services *services, const char *filter);

#endif
