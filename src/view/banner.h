/* SPDX-License-Identifier: MIT
 *
 * The top line of every screen: protective marking, clock, who is connected and how. What a narrow
 * screen leaves out is decided by how much it matters: never the marking, trouble and what is new
 * before the clock, the clock before the name.
 */
#ifndef GRIDLINE_VIEW_BANNER_H
#define GRIDLINE_VIEW_BANNER_H

#include <stdint.h>

#include "base/buf.h"
#include "model/session.h"
#include "term/screen.h"

/* The right side of the banner in at most so many cells. fresh: how much of one's own others did
 * something to, 0 for nothing to tell. now_us: CLOCK_MONOTONIC. */
void banner_text(struct buf *out, const struct session *s, long fresh, int64_t now_us, int cells);

/* ms until the clock in it changes; -1 if it shows none. */
int banner_next_ms(const struct session *s, int64_t now_us);

void banner_draw(
    struct region r, const char *marking, const struct session *s, long fresh, int64_t now_us);

#endif
