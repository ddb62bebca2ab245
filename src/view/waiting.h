/* SPDX-License-Identifier: MIT
 *
 * What waits for a decision, most urgent first: one list of likely doubles, scores to moderate or
 * sign, outcomes to ratify or check back, and stale lines. Enter opens the dossier behind a row, x
 * shows what can be done.
 */
#ifndef GRIDLINE_VIEW_WAITING_H
#define GRIDLINE_VIEW_WAITING_H

#include "view/services.h"
#include "view/view.h"

struct view *waiting_new(struct app_services *services); /* for services->push() */

#endif
