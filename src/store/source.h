/* SPDX-License-Identifier: MIT
 *
 * model/source.h answered from PostgreSQL over a link.
 */
#ifndef GRIDLINE_STORE_SOURCE_H
#define GRIDLINE_STORE_SOURCE_H

#include "model/source.h"
#include "store/link.h"

/* The link stays the caller's and must outlive the source. */
struct source *store_source_new(struct link *l);
void store_source_free(struct source *s); /* cancels what is under way; NULL allowed */

#endif
