/* SPDX-License-Identifier: MIT
 *
 * The grid, or the open taskings, as it stood in a week, with what is new, gone, up, down or
 * changed since the week before marked in place. [ and ] step on; beyond the present week is the
 * grid as it is now.
 */
#ifndef GRIDLINE_VIEW_PAST_H
#define GRIDLINE_VIEW_PAST_H

#include "model/past.h"
#include "view/services.h"

/* week: of ISO, like 2022-W51; NULL: the one before the present, of the region the present. The
 * region's is what its forces share, ranked together, each as at its own week. NULL if the text
 * is no week that has begun, or today is not known yet: the user was told. */
struct view *past_new(struct app_services *services, const char *week, enum past_kind kind);

#endif
