/* SPDX-License-Identifier: MIT
 *
 * A window with pages of three rows and room for nine, over the fake source and under a list of
 * four lines, for the tests of windows.
 */
#ifndef GRIDLINE_TESTS_WINDOW_WORLD_H
#define GRIDLINE_TESTS_WINDOW_WORLD_H

#include "fake_source.h"
#include "term/list.h"
#include "view/window.h"

#define LINES 40
#define ROWS 5 /* of the screen: a title and four lines */

struct window_world {
	struct fake *fake;
	struct list *list;
	struct window *window;
	struct screen *screen;
	FILE *in, *out;
	unsigned loaded, missed, failed;
};

extern const struct window_query window_everything;

void window_world_open(struct window_world *w, size_t lines, const struct window_query *q);
void window_world_close(struct window_world *w);
/* Which line the cursor is on; -1: none. */
long window_world_place(const struct window_world *w);
/* A step of a walk; returns where the cursor then is in a listing held whole. */
long window_world_step(struct window_world *w, unsigned kind, long at);

#endif
