/* SPDX-License-Identifier: MIT
 *
 * The filter of the grid that holds the lines run from a place of the corridors or the map, which
 * is a unit or a force.
 */
#ifndef GRIDLINE_VIEW_PLACE_FILTER_H
#define GRIDLINE_VIEW_PLACE_FILTER_H

#include "base/buf.h"
#include "model/terms.h"

/* terms NULL: not known yet; then a short code in capitals is a unit. */
void place_filter(struct buf *out, const struct terms *terms, const char *place);

#endif
