/* SPDX-License-Identifier: MIT
 *
 * The summary of the grid as a panel: what is stale, late, new, unscored. Its figures open the grid
 * with a filter.
 */
#ifndef GRIDLINE_MODEL_STANDING_H
#define GRIDLINE_MODEL_STANDING_H

#include "model/panel.h"
#include "model/summary.h"

struct panel *standing_panel(const struct summary *s); /* NULL for NULL */
/* The filter of one of its figures. */
const char *standing_filter(size_t label);

#endif
