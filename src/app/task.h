/* SPDX-License-Identifier: MIT
 *
 * gridline task: what a script may need of the tasking list. Reading is by api.taskings and its
 * kin; whatever changes a tasking is a step like any other (model/step.h), so the database asks for
 * the right, checks each field and refuses what has changed meanwhile.
 */
#ifndef GRIDLINE_APP_TASK_H
#define GRIDLINE_APP_TASK_H

#include "app/command.h"

extern const struct command_option task_options[];
int command_task(struct command_context *ctx, int argc, char **argv);

#endif
