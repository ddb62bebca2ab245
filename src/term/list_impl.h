/* SPDX-License-Identifier: MIT
 *
 * The inside of a list, for list.c (where the cursor is) and list_draw.c (what is shown).
 */
#ifndef GRIDLINE_TERM_LIST_IMPL_H
#define GRIDLINE_TERM_LIST_IMPL_H

#include "term/list.h"
#include "term/list_layout.h"

#define LIST_TOUCHED 16 /* rows remembered one by one; more are all */

struct list {
	const struct list_ops *ops;
	void *arg;

	struct list_column *columns; /* frozen ones first */
	size_t ncolumns;
	int sort; /* column id, -1 for none */
	bool descending;
	char *match; /* NULL for none */

	size_t rows;
	bool first_known, last_known;
	size_t cursor, top;
	int scroll;
	int page; /* body rows of the last drawing, at least 1 */

	/* What stands on the screen, to draw only what differs from it. Positions follow
	 * list_shift() and so may leave the rows held. */
	struct {
		bool valid;
		struct region region;
		long top, cursor, rows;
		bool last_known;
		struct list_layout layout;
		size_t touched[LIST_TOUCHED], ntouched;
	} drawn;
};

/* Keep cursor and top within the rows and the cursor on the page. */
void list_settle(struct list *l);

#endif
