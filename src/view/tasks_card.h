/* SPDX-License-Identifier: MIT
 *
 * One tasking: what is asked and why, how it stands, and its history with old and new. x shows what
 * can be done to it, and the keys of the list work here, too.
 */
#ifndef GRIDLINE_VIEW_TASKS_CARD_H
#define GRIDLINE_VIEW_TASKS_CARD_H

#include "view/services.h"
#include "view/view.h"

/* For services->push(). */
struct view *tasks_card_new(struct app_services *services, const struct tasking_item *t);
/* The same, by its identity; line_id as in struct tasking_item. */
struct view *tasks_card_of(
    struct app_services *services, const char *id, const char *line_id, const char *title);

#endif
