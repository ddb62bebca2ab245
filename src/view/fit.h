/* SPDX-License-Identifier: MIT
 *
 * Which columns a list shows in how many cells. A layout of the user's own is kept as it is; the
 * shipped one is arranged to the width, so that what matters most can be seen on 40 and on 80
 * columns without scrolling sideways. Arithmetic only.
 */
#ifndef GRIDLINE_VIEW_FIT_H
#define GRIDLINE_VIEW_FIT_H

#include "model/layout.h"

#define FIT_COMPACT 60 /* narrower than this, the band is a letter beside the score */

/* Cells: the width of the list, its cursor and mark signs included. */
void fit_layout(const struct layout *layout, int cells, struct layout *out);

#endif
