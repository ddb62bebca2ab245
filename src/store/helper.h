/* SPDX-License-Identifier: MIT
 *
 * A job that cannot be done without blocking, done beside the event loop. libpq 15 has two such:
 * PQcancel(), which waits for the server to close a second connection (12 s and more when it is
 * stopped dead; the non-blocking form came with libpq 17), and looking up a host's name. Each runs
 * on a detached thread with all signals blocked; nobody waits for it, and a job that hangs for ever
 * costs a sleeping thread and nothing else.
 */
#ifndef GRIDLINE_STORE_HELPER_H
#define GRIDLINE_STORE_HELPER_H

#include <stdbool.h>

struct helper;

/* work runs once on the thread; drop frees the job when both sides are done with it. NULL, with the
 * job dropped, if no thread can be had. */
struct helper *helper_start(void (*work)(void *job), void (*drop)(void *job), void *job);

/* Once true, what work wrote into the job may be read. */
bool helper_done(const struct helper *h);

/* This side is done with it, whether it ran or not. NULL allowed. */
void helper_release(struct helper *h);

#endif
