/* SPDX-License-Identifier: MIT
 *
 * The column chooser: which columns are shown, in which order and how wide, as a box over the list
 * it changes.
 */
#ifndef GRIDLINE_VIEW_COLUMNS_H
#define GRIDLINE_VIEW_COLUMNS_H

#include "model/layout.h"
#include "view/services.h"
#include "view/view.h"

/* changed(arg, layout) runs after every step, so that the list below shows it at once. keep: the
 * user left it with Enter: remember it; else it is as it was before. */
struct view *columns_new(struct app_services *services, const struct layout *layout,
    void (*changed)(void *arg, const struct layout *layout, bool keep), void *arg);

#endif
