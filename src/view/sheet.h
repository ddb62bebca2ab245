/* SPDX-License-Identifier: MIT
 *
 * The form of a step, whichever it is: what the database wants to be told, with choices, what is
 * wrong at each field, and beside it what saving would do. What is typed is kept in the database as
 * a draft from the first pause on, so that it outlives a resize, the link, the server and the
 * console. A record that somebody else changed meanwhile is shown field by field, theirs beside
 * one's own; nothing is overwritten.
 */
#ifndef GRIDLINE_VIEW_SHEET_H
#define GRIDLINE_VIEW_SHEET_H

#include "view/services.h"
#include "view/view.h"

/* For services->push(). id NULL: the step makes a record. */
struct view *sheet_new(struct app_services *services, const char *step, const char *id);

#endif
