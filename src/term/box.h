/* SPDX-License-Identifier: MIT
 *
 * A frame with a title over what is on the screen. panel(3) would keep what lies beneath; here the
 * screens below draw themselves anew from what they hold when the box goes, and curses sends only
 * the cells that differ, so that nothing need be kept.
 */
#ifndef GRIDLINE_TERM_BOX_H
#define GRIDLINE_TERM_BOX_H

#include "term/screen.h"

#define BOX_FRAME_ROWS 2
#define BOX_FRAME_COLS 4 /* a blank inside each edge */

/* Draw a box with an inside of rows x cols (at least as wide as the title) in the middle of r and
 * return its cleared inside. Where r is too small for a frame, the inside is all of r. foot is
 * written into the lower edge, NULL for nothing. */
struct region box_draw(struct region r, int rows, int cols, const char *title, const char *foot);

#endif
