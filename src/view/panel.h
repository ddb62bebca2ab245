/* SPDX-License-Identifier: MIT
 *
 * One panel of the dashboard on the whole screen: what it counts, its picture, and a cursor over
 * its figures. Enter lists the records a figure counts.
 */
#ifndef GRIDLINE_VIEW_PANEL_H
#define GRIDLINE_VIEW_PANEL_H

#include "model/panel.h"
#include "view/services.h"
#include "view/view.h"

/* For services->push(). The head is copied. */
struct view *panel_view_new(struct app_services *services, const struct panel_head *head);

#endif
