/* SPDX-License-Identifier: MIT
 *
 * The weekly review: its agenda as a list, and on Enter the meeting, one item at a time, with what
 * changed since the review before beside how it stands. Who has the chair takes the meeting along
 * by moving; every other console on an item follows, until its user moves by themselves.
 */
#ifndef GRIDLINE_VIEW_REVIEW_H
#define GRIDLINE_VIEW_REVIEW_H

#include "view/services.h"
#include "view/view.h"

struct view *review_new(struct app_services *services); /* for services->push() */

#endif
