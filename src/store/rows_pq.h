/* SPDX-License-Identifier: MIT
 *
 * The libpq side of rows.h, for this room only.
 */
#ifndef GRIDLINE_STORE_ROWS_PQ_H
#define GRIDLINE_STORE_ROWS_PQ_H

#include "store/pq.h"
#include "store/rows.h"

/* Takes the result over: rows_free() clears it. */
struct rows *rows_wrap(PGresult *result) ATTR_NONNULL;

#endif
