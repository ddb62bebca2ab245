/* SPDX-License-Identifier: MIT
 *
 * The connection of a command that may wait: the settings of its command line over libpq's own, and
 * Ctrl-C heard while the server works.
 */
#ifndef GRIDLINE_APP_CONNECT_H
#define GRIDLINE_APP_CONNECT_H

#include <stdbool.h>

#include "app/command.h"
#include "store/run.h"

/* The command line's settings as libpq reads them; "" if there were none. The caller frees it. */
char *connect_info(const struct command_context *ctx);

/* Open it; NULL with err. From here on Ctrl-C makes the running statement fail instead of ending
 * the process, so that the command can clean up. `waiting` (may be NULL) runs about five times a
 * second while the server works. */
struct run *connect_open(
    const struct command_context *ctx, void (*waiting)(void *arg), void *arg, struct error *err);

/* Was Ctrl-C pressed, or the command told to end? */
bool connect_interrupted(void);

#endif
