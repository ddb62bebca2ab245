/* SPDX-License-Identifier: MIT
 *
 * Names of hosts into addresses, beside the event loop: libpq would look them up itself, and a name
 * server that does not answer would then stop the console for as long as the resolver likes.
 */
#ifndef GRIDLINE_STORE_RESOLVE_H
#define GRIDLINE_STORE_RESOLVE_H

#include <stdbool.h>

#include "base/err.h"
#include "store/target_pq.h"

struct resolve;

/* Is there a name among the hosts (no folder, no address, none given already)? */
bool resolve_needed(const struct target_hosts *hosts);

/* NULL if it cannot be done beside the loop. */
struct resolve *resolve_start(const struct target_hosts *hosts);
bool resolve_done(const struct resolve *r);
/* Once done: hosts with their addresses, a name with several standing as often. False with err if
 * none was found. */
bool resolve_take(const struct resolve *r, struct target_hosts *hosts, struct error *err);
void resolve_free(struct resolve *r); /* done or not; NULL allowed */

#endif
