/* SPDX-License-Identifier: MIT
 *
 * gridline demo: a private throw-away PostgreSQL, its world, and the console or a command on it.
 */
#ifndef GRIDLINE_APP_DEMO_H
#define GRIDLINE_APP_DEMO_H

#include "app/command.h"

extern const struct command_option demo_options[];
int command_demo(struct command_context *ctx, int argc, char **argv);

#endif
