/* SPDX-License-Identifier: MIT
 *
 * The map: a tile for each unit of the force and each force of the region, shaded by lines, by
 * lines of the highest bands or by open taskings. Enter opens the grid with the lines of a tile.
 */
#ifndef GRIDLINE_VIEW_MAP_H
#define GRIDLINE_VIEW_MAP_H

#include "view/services.h"
#include "view/view.h"

struct view *map_new(struct app_services *services); /* for services->push() */

#endif
