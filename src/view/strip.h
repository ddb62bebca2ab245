/* SPDX-License-Identifier: MIT
 *
 * The summary strip over the grid: lines by band, what is overdue, stale and new, in the longest
 * wording that the width allows.
 */
#ifndef GRIDLINE_VIEW_STRIP_H
#define GRIDLINE_VIEW_STRIP_H

#include "model/summary.h"
#include "term/screen.h"

/* summary NULL: not there yet, the strip is empty. */
void strip_draw(struct region r, const struct summary *summary);

/* The style of a band, by its place among the bands (from 0, the highest). */
enum style strip_band_style(size_t place);

#endif
