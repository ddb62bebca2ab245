/* SPDX-License-Identifier: MIT
 *
 * A line that is being typed, longer than there is room for: it scrolls with the cursor.
 */
#ifndef GRIDLINE_TERM_LINE_DRAW_H
#define GRIDLINE_TERM_LINE_DRAW_H

#include <stddef.h>

#include "term/screen.h"

/* Draw clean text into the first row of r from the cell *scroll on, which is moved so that byte
 * `at` is in sight, and put the real cursor there. It moves by `step` cells, for all that is shown
 * is sent anew then: 1 shows the most of the text, more of them send less. */
void line_draw(struct region r, const char *text, size_t at, int *scroll, int step);

#endif
