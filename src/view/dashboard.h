/* SPDX-License-Identifier: MIT
 *
 * The dashboard: a card for each panel of figures, drawn as they are counted. Enter opens a panel
 * whole (view/panel.h).
 */
#ifndef GRIDLINE_VIEW_DASHBOARD_H
#define GRIDLINE_VIEW_DASHBOARD_H

#include "view/services.h"
#include "view/view.h"

struct view *dashboard_new(struct app_services *services); /* for services->push() */

#endif
