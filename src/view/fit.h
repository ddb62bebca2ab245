/* SPDX-License-Identifier: MIT
 *
 * Which columns a list shows, in how many cells and under which titles. A layout of the user's own
 * is kept as it is; the shipped one is arranged to the width, so that what matters most can be seen
 * on 40 and on 80 columns without scrolling sideways. Arithmetic only.
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
