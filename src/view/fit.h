/* SPDX-License-Identifier: MIT
 *
 * Which columns a list shows, in how many cells and under which titles. The shipped
 * columns are arranged to the width of the screen, so that what matters most can be seen on 40 and
 * on 80 columns without scrolling sideways. A width of the user's own is kept in it, so that a name
 * widened at a desk does not undo the list on a phone; own columns or an own order are kept as they
 * are. Arithmetic only.
 */
#ifndef GRIDLINE_VIEW_FIT_H
#define GRIDLINE_VIEW_FIT_H

#include "model/layout.h"
#include "term/list.h"

#define FIT_COMPACT 60 /* narrower than this, a band is shown by its letter */

struct fit {
	struct list_column columns[LAYOUT_COLUMNS];
	size_t n;
	bool letters; /* bands by their letters */
};

/* cells: the width of the list, its cursor and mark signs included. total: rows there are, for the
 * width that ranks need; -1 if that is not known. */
void fit_layout(const struct layout *layout, int cells, long total, struct fit *out);

#endif
