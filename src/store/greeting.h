/* SPDX-License-Identifier: MIT
 *
 * The first question of every connection: who am I here, and do we fit? It leaves in the same flush
 * as the first page.
 */
#ifndef GRIDLINE_STORE_GREETING_H
#define GRIDLINE_STORE_GREETING_H

#include <stdbool.h>

#include "base/err.h"
#include "model/session.h"
#include "store/rows.h"

/* Fill the session from the answer. False with err if program and database do not fit, or nobody
 * is known by this login; there is no use then in trying again. */
bool greeting_read(struct session *s, const struct rows *rows, struct error *err);

/* The question itself failed: put that into words. True if trying again is of no use. */
bool greeting_refused(struct error *err);

#endif
