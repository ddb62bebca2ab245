/* SPDX-License-Identifier: MIT
 *
 * The libpq side of target.h, for this room only: start a connection, and go through the hosts of a
 * multi-host string.
 */
#ifndef GRIDLINE_STORE_TARGET_PQ_H
#define GRIDLINE_STORE_TARGET_PQ_H

#include "store/gate.h"
#include "store/pq.h"
#include "store/target.h"

/* Comma-separated lists as libpq takes them; NULL where nothing is said. Owned strings. */
struct target_hosts {
	char *host, *hostaddr, *port;
};

/* The settings of t, but these hosts if hosts is not NULL. NULL only for want of memory. The caller
 * goes on with PQconnectPoll(). */
PGconn *target_start(const struct target *t, const struct target_hosts *hosts);

/* The lists as the settings give them; all NULL where they say nothing, or only in a service that
 * conninfo names. */
void target_hosts_read(struct target_hosts *hosts, const struct target *t);
/* libpq tries the hosts in the order given and waits for each. When our own deadline cuts it short,
 * the next attempt must begin elsewhere, or a host that swallows packets hides those after it: move
 * each list's first entry to its end. */
void target_hosts_turn(struct target_hosts *hosts);
void target_hosts_free(struct target_hosts *hosts);

#endif
