/* SPDX-License-Identifier: MIT
 *
 * gridline show: the dossier of one line for scripts, consulted and logged as in the console.
 */
#ifndef GRIDLINE_APP_SHOW_H
#define GRIDLINE_APP_SHOW_H

#include "app/command.h"

extern const struct command_option show_options[];
int command_show(struct command_context *ctx, int argc, char **argv);

#endif
