/* SPDX-License-Identifier: MIT
 *
 * Organised crime groups and urban street gangs, with their lines; Enter shows a group's lines as a
 * grid.
 */
#ifndef GRIDLINE_VIEW_GROUPS_H
#define GRIDLINE_VIEW_GROUPS_H

#include "view/services.h"
#include "view/view.h"

struct view *groups_new(struct app_services *services);

#endif
