/* SPDX-License-Identifier: MIT
 *
 * From the rows of sql/query/dossier.sql to a dossier, for the console's source and for commands.
 */
#ifndef GRIDLINE_STORE_DOSSIER_READ_H
#define GRIDLINE_STORE_DOSSIER_READ_H

#include "model/dossier.h"
#include "store/rows.h"

/* The caller owns it: dossier_free(). */
struct dossier *dossier_read(const struct rows *rows);

#endif
