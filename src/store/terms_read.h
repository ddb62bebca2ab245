/* SPDX-License-Identifier: MIT
 *
 * The answer of sql/query/terms.sql as the model's terms: for the console's source and for commands
 * that hold a filter against them.
 */
#ifndef GRIDLINE_STORE_TERMS_READ_H
#define GRIDLINE_STORE_TERMS_READ_H

#include "base/err.h"
#include "model/terms.h"
#include "store/rows.h"
#include "store/run.h"

struct terms *terms_read(const struct rows *rows) ATTR_NONNULL; /* the caller frees */

/* Ask for them in a command; NULL with err. */
struct terms *terms_fetch(struct run *run, struct error *err);

#endif
