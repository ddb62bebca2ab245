/* SPDX-License-Identifier: MIT
 *
 * The rows of one answer as a listing, for commands whose answers are small enough to hold.
 */
#ifndef GRIDLINE_APP_LISTING_H
#define GRIDLINE_APP_LISTING_H

#include "base/err.h"
#include "report/writer.h"
#include "store/rows.h"

/* To path, or to standard output if that is NULL; cells by the names of the columns. False without
 * an error if the reader of a pipe has gone. */
bool listing_write(const char *path, const struct writer_options *options, const struct rows *rows,
    struct error *err);

#endif
