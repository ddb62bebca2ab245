/* SPDX-License-Identifier: MIT
 *
 * gridline init and gridline upgrade: the schema, from the SQL compiled in, in one transaction.
 */
#ifndef GRIDLINE_APP_INSTALL_H
#define GRIDLINE_APP_INSTALL_H

#include "app/command.h"

extern const struct command_option init_options[];
int command_init(struct command_context *ctx, int argc, char **argv);
extern const struct command_option upgrade_options[];
int command_upgrade(struct command_context *ctx, int argc, char **argv);

#endif
