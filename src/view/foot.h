/* SPDX-License-Identifier: MIT
 *
 * The bottom line: where one is, or the message of the moment, and the keys that matter here.
 */
#ifndef GRIDLINE_VIEW_FOOT_H
#define GRIDLINE_VIEW_FOOT_H

#include "term/screen.h"
#include "view/keymap.h"

struct foot {
	const char *status;  /* "" for none */
	const char *message; /* stands instead of status and keys; NULL for none */
	enum style message_style;
	const enum request *hints; /* most useful first, ended by REQ_NONE */
	const struct keymap *keys;
};

void foot_draw(struct region r, const struct foot *foot);

#endif
