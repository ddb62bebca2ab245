/* SPDX-License-Identifier: MIT
 *
 * The records a figure of the dashboard counts. Enter opens the line of one.
 */
#ifndef GRIDLINE_VIEW_PANEL_ROWS_H
#define GRIDLINE_VIEW_PANEL_ROWS_H

#include "model/panel.h"
#include "view/services.h"
#include "view/view.h"

/* For services->push(); all texts are copied. */
struct view *panel_rows_new_view(
    struct app_services *services, const struct panel_query *q, const char *title);

#endif
