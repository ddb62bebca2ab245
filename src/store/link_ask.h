/* SPDX-License-Identifier: MIT
 *
 * Asking over a link, for this room's sources. Replies run from link_step(), never from here.
 */
#ifndef GRIDLINE_STORE_LINK_ASK_H
#define GRIDLINE_STORE_LINK_ASK_H

#include "store/link.h"
#include "store/queue.h"

/* Takes over sql and params of the ask. */
uint64_t link_ask(struct link *l, const struct ask *ask);
/* The reply will not run; what the server does for it is cancelled. */
void link_drop(struct link *l, uint64_t ticket);

#endif
