/* SPDX-License-Identifier: MIT
 *
 * The help screen: the request table, read aloud with the user's own keys.
 */
#ifndef GRIDLINE_VIEW_KEYS_HELP_H
#define GRIDLINE_VIEW_KEYS_HELP_H

#include "view/services.h"
#include "view/view.h"

/* of: the screen it was asked for on, whose own keys come first. */
struct view *keys_help_new(struct app_services *services, const struct view_ops *of);

#endif
