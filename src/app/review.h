/* SPDX-License-Identifier: MIT
 *
 * gridline review: what a script may need of the weekly meeting. Reading is by api.reviews and its
 * kin; whatever changes a review is a step like any other (model/step.h).
 */
#ifndef GRIDLINE_APP_REVIEW_H
#define GRIDLINE_APP_REVIEW_H

#include "app/command.h"

extern const struct command_option review_options[];
int command_review(struct command_context *ctx, int argc, char **argv);

#endif
