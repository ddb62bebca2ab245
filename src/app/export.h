/* SPDX-License-Identifier: MIT
 *
 * gridline export: a listing of the database as text, CSV or JSON.
 */
#ifndef GRIDLINE_APP_EXPORT_H
#define GRIDLINE_APP_EXPORT_H

#include "app/command.h"

extern const struct command_option export_options[];
int command_export(struct command_context *ctx, int argc, char **argv);

#endif
