/* SPDX-License-Identifier: MIT
 *
 * The one gate every answer of the server passes. What failed becomes a struct error in plain
 * words, cleaned, with its SQLSTATE and a way out; errors our own functions raise for people (class
 * GL) pass with the words they were given.
 */
#ifndef GRIDLINE_STORE_GATE_H
#define GRIDLINE_STORE_GATE_H

#include <stdbool.h>

#include "base/err.h"
#include "store/pq.h"

#define GATE_CANCELLED "57014"
#define GATE_UNKNOWN_OUTCOME "08007"
#define GATE_LOST "08006"

/* True if the statement did what it should; else err is filled. result may be NULL (lost). */
bool gate_result(const PGresult *result, const PGconn *conn, struct error *err);

/* Why there is no connection; always false. The connection must have been started with
 * gate_listen(), or SQLSTATE stays unknown. */
bool gate_connection(const PGconn *conn, struct error *err);
void gate_listen(PGconn *conn);

/* Is it useless to try to connect again without a person doing something first? */
bool gate_useless(const struct error *err);

#endif
