/* SPDX-License-Identifier: MIT
 *
 * More lines for a demo, for scale: SQL of sql/demo in the order that makes a million of them a
 * matter of seconds, told as it goes.
 */
#ifndef GRIDLINE_APP_DEMO_ROWS_H
#define GRIDLINE_APP_DEMO_ROWS_H

#include "app/progress.h"
#include "store/run.h"

/* Add n lines to those that are there; all or nothing. */
bool demo_rows(struct run *run, long n, struct progress *progress, struct error *err);

#endif
