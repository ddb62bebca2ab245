/* SPDX-License-Identifier: MIT
 *
 * A short list to choose one thing from, as a box over the screen below: sort columns, saved views.
 */
#ifndef GRIDLINE_VIEW_PICK_H
#define GRIDLINE_VIEW_PICK_H

#include "view/services.h"
#include "view/view.h"

struct pick {
	const char *title;
	const char *const *items, *const *help; /* help[i] may be ""; all copied */
	size_t n, selected;
	/* The index chosen, -1 if none was; runs once, when the box is gone. */
	void (*done)(void *arg, long chosen);
	void *arg;
};

/* For services->push(). Whoever asked must outlive the box: it stands below it on the stack. */
struct view *pick_new(struct app_services *services, const struct pick *p);

#endif
