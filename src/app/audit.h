/* SPDX-License-Identifier: MIT
 *
 * gridline audit: for auditors. verify walks the whole chain of the log, and holds it against what
 * a report bore on paper; show lists entries.
 */
#ifndef GRIDLINE_APP_AUDIT_H
#define GRIDLINE_APP_AUDIT_H

#include "app/command.h"

extern const struct command_option audit_options[];
int command_audit(struct command_context *ctx, int argc, char **argv);

#endif
