/* SPDX-License-Identifier: MIT
 *
 * Panels as pictures (base/chart.h): the whole one for a screen or a report, and a small one that
 * fits a card of the dashboard. What a figure's cursor means follows from the shape.
 */
#ifndef GRIDLINE_MODEL_PANEL_CHART_H
#define GRIDLINE_MODEL_PANEL_CHART_H

#include "base/chart.h"
#include "model/panel.h"

enum panel_shape {
	PANEL_LINES,  /* series are lines, counted up; labels along the axis */
	PANEL_BARS,   /* one series, a bar a label */
	PANEL_MATRIX, /* series down, labels across */
	PANEL_STACKS, /* the same, as bars in parts */
};

enum panel_shape panel_shape(const char *code);
/* Series over all its labels so far, as PANEL_LINES draws it. */
long panel_sum_to(const struct panel *p, size_t series, size_t label);

struct panel_cursor {
	size_t series, label;
};

enum panel_move { PANEL_UP, PANEL_DOWN, PANEL_LEFT, PANEL_RIGHT };
/* To the next cell there is; where there is none it stays. */
void panel_cursor_move(
    struct panel_cursor *c, const char *code, const struct panel *p, enum panel_move move);

/* The picture; where it has not the room, the part around the cursor. */
void panel_chart(
    struct plate *plate, const char *code, const struct panel *p, const struct panel_cursor *c);
/* Where the cursor's number stands in it; cells 0 if it is not shown. */
struct plate_place panel_chart_at(const struct plate *plate, const char *code,
    const struct panel *p, const struct panel_cursor *c);
/* A few rows that tell the most of it. */
void panel_card(struct plate *plate, const char *code, const struct panel *p);

#endif
