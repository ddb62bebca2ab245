/* SPDX-License-Identifier: MIT
 *
 * Ask the server to stop what it does for a connection, without waiting for it to hear.
 */
#ifndef GRIDLINE_STORE_CANCEL_H
#define GRIDLINE_STORE_CANCEL_H

#include "store/helper.h"
#include "store/pq.h"

/* NULL if it cannot be asked. The helper is done when the server took the request or the attempt
 * failed; release it when the statement's own answer has come. */
struct helper *cancel_start(PGconn *conn);

#endif
