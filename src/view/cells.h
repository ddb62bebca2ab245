/* SPDX-License-Identifier: MIT
 *
 * How values of the listings look in a cell, whatever the list: movement, lists, flags.
 */
#ifndef GRIDLINE_VIEW_CELLS_H
#define GRIDLINE_VIEW_CELLS_H

#include "base/buf.h"
#include "model/column.h"
#include "term/list.h"

/* +3, -1, new, "" as ▲3, ▼1, new, "". */
void cells_change(struct buf *out, const char *change, struct list_cell *cell);
/* a;b;c as a, b, c. */
void cells_list(struct buf *out, const char *list, struct list_cell *cell);
/* A number that says nothing when it is nought; with `sign` behind it otherwise. */
void cells_count(
    struct buf *out, const char *number, char sign, enum style style, struct list_cell *cell);

/* Does the natural order of a column begin with its greatest value? */
bool cells_fall(enum listing listing, int column);

#endif
