/* SPDX-License-Identifier: MIT
 *
 * Charts of base/chart.h on the screen. A chart is set on a plate of the region's size, then
 * painted:
 *
 *   struct plate p;
 *   plate_init(&p, r.rows, r.cols, screen_utf8(r.screen));
 *   used = chart_bars(&p, bars, n);
 *   chart_paint(r, &p);
 *   plate_free(&p);
 */
#ifndef GRIDLINE_TERM_CHART_H
#define GRIDLINE_TERM_CHART_H

#include "base/chart.h"

#include "term/screen.h"

/* The region is cleared first. */
void chart_paint(struct region r, const struct plate *p);

/* The plate of a region's size; plate_free() when painted. */
struct plate chart_plate(struct region r);

#endif
