/* SPDX-License-Identifier: MIT
 *
 * The inside of a menu, for menu.c and menu_draw.c.
 */
#ifndef GRIDLINE_TERM_MENU_IMPL_H
#define GRIDLINE_TERM_MENU_IMPL_H

#include "base/buf.h"

#include "term/menu.h"

struct menu_entry {
	struct menu_item item; /* its texts are these: */
	char *text, *note;
};

struct menu {
	char *title;
	unsigned flags;
	struct menu_entry *entries;
	size_t n;
	size_t *shown; /* indices of the entries that hold what was typed */
	size_t nshown;
	size_t at, top; /* in `shown` */
	int page;	/* rows of the last drawing, at least 1 */
	struct buf typed;
	struct region inside; /* items of the last drawing, for the mouse */
};

#endif
