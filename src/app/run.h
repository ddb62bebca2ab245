/* SPDX-License-Identifier: MIT
 *
 * gridline without a command: the console itself. The demo calls it too, with the connection of its
 * own cluster in ctx.
 */
#ifndef GRIDLINE_APP_RUN_H
#define GRIDLINE_APP_RUN_H

#include "app/command.h"

extern const struct command_option run_options[];

/* Parse the console's options, then open it, or hand over to the command named. */
int command_run(struct command_context *ctx, int argc, char **argv);

/* The console on the connection in ctx, until the user leaves or the terminal goes. Returns an exit
 * status; the terminal is as it was. */
int run_console(struct command_context *ctx);

#endif
