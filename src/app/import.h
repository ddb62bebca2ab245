/* SPDX-License-Identifier: MIT
 *
 * gridline import: a CSV file into the database, all of it or nothing.
 */
#ifndef GRIDLINE_APP_IMPORT_H
#define GRIDLINE_APP_IMPORT_H

#include "app/command.h"

extern const struct command_option import_options[];
int command_import(struct command_context *ctx, int argc, char **argv);

#endif
