/* SPDX-License-Identifier: MIT
 *
 * The menu of what can be done to a record: the steps of the database that the user's role has. One
 * that cannot be taken as the record stands is shown with the reason, and says it when chosen.
 */
#ifndef GRIDLINE_VIEW_STEPS_H
#define GRIDLINE_VIEW_STEPS_H

#include "view/services.h"
#include "view/view.h"

/* For services->push(). object and id as in model/source.h; title names the record. What is chosen
 * opens as a form in its place. */
struct view *steps_new(
    struct app_services *services, const char *object, const char *id, const char *title);

/* The same menu to choose a step for something else, such as many records: one that cannot be taken
 * on this record may be chosen, too. chosen runs once the menu is gone, unless it was left; arg is
 * a screen below. */
struct steps_for {
	const char *object, *id, *title;
	void (*chosen)(void *arg, const char *step);
	void *arg;
};
struct view *steps_for_new(struct app_services *services, const struct steps_for *of);

#endif
