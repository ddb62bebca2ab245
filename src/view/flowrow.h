/* SPDX-License-Identifier: MIT
 *
 * Parts of a text, each kept whole, set one after the other on as many rows as they take: heads of
 * screens that must read on a phone and on a wall.
 */
#ifndef GRIDLINE_VIEW_FLOWROW_H
#define GRIDLINE_VIEW_FLOWROW_H

#include "term/screen.h"
#include "view/keymap.h"

struct flowrow {
	struct region r;
	int row, col; /* where the next part goes; begin with row 0, col first */
	int first;    /* column that each row begins in */
	int gap;      /* cells between parts */
	enum style style;
};

/* Nothing for an empty text, and beyond the last row. The rest of the row is cleared. */
void flowrow_add(struct flowrow *s, const char *text);
/* "A adopt", by the user's keys; what: NULL for what the bottom line says. Nothing for a request
 * without a key. */
void flowrow_key(struct flowrow *s, const struct keymap *keys, enum request r, const char *what);
int flowrow_rows(const struct flowrow *s); /* that it took, of those there are */

#endif
