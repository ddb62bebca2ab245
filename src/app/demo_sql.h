/* SPDX-License-Identifier: MIT
 *
 * The statements of sql/demo, compiled in, by the name of their file.
 */
#ifndef GRIDLINE_APP_DEMO_SQL_H
#define GRIDLINE_APP_DEMO_SQL_H

#include "store/run.h"

/* Run sql/demo/NAME.sql in the transaction that is open. */
bool demo_sql_run(struct run *run, const char *name, struct error *err);

#endif
