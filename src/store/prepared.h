/* SPDX-License-Identifier: MIT
 *
 * Which statements a connection has seen, and under what name. The first use goes unprepared, the
 * second prepares and executes in one flush, later ones only execute.
 */
#ifndef GRIDLINE_STORE_PREPARED_H
#define GRIDLINE_STORE_PREPARED_H

#include <stdbool.h>

#include "base/alloc.h"
#include "store/params.h"
#include "store/pq.h"

struct prepared_set;

struct prepared_set *prepared_new(void) ATTR_NONNULL;
void prepared_free(struct prepared_set *set);

/* Send one statement, prepared or not. False: the connection is lost. */
bool prepared_send(
    struct prepared_set *set, PGconn *conn, const char *sql, const struct params *params);

/* Does this SQLSTATE say that a prepared statement no longer fits (its tables were altered)? */
bool prepared_spoiled(const char *sqlstate);
void prepared_forget(struct prepared_set *set, const char *sql);
void prepared_forget_all(struct prepared_set *set); /* a new connection knows none */

#endif
