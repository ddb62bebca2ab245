/* SPDX-License-Identifier: MIT
 *
 * Run a command of the user's as if it had been started in our place: same terminal, signals passed
 * on, its exit status ours.
 */
#ifndef GRIDLINE_APP_DEMO_EXEC_H
#define GRIDLINE_APP_DEMO_EXEC_H

#include "base/err.h"

/* Run `sh -c command` and wait. *status: its exit status, 128 + n if signal n ended it. */
bool demo_exec(const char *command, int *status, struct error *err);

#endif
