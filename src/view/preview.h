/* SPDX-License-Identifier: MIT
 *
 * The preview pane: the card of the row under the cursor. It asks only when the cursor has stood
 * still for a moment and never for two cards at a time, so that holding a key floods nobody; until
 * the new card is there the old one stands, dimmed.
 */
#ifndef GRIDLINE_VIEW_PREVIEW_H
#define GRIDLINE_VIEW_PREVIEW_H

#include <stdbool.h>

#include "view/services.h"

struct preview;

/* changed(arg) runs when there is something else to draw. */
struct preview *preview_new(
    struct app_services *services, enum listing listing, void (*changed)(void *arg), void *arg);
/* The same for the cards of taskings. */
struct preview *preview_new_taskings(
    struct app_services *services, void (*changed)(void *arg), void *arg);
void preview_free(struct preview *p); /* NULL allowed */

/* Show the card of this row; "" for none. at_once: do not wait for the cursor to settle. */
void preview_want(struct preview *p, const char *id, bool at_once);
void preview_forget(struct preview *p); /* what is shown is out of date: ask anew when wanted */
/* It may have been changed: ask anew, and let it stand meanwhile. */
void preview_refresh(struct preview *p);
void preview_scroll(struct preview *p, long by);
long preview_page(const struct preview *p); /* rows of the last drawing */
/* One line an item while the cursor is followed, so that a slow link is sent what differs from the
 * row before and no more; whole: all of each, to be read. */
void preview_draw(struct preview *p, struct region r, bool whole);

#endif
