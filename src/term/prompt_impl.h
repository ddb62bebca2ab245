/* SPDX-License-Identifier: MIT
 *
 * The inside of a prompt, for prompt.c and prompt_draw.c.
 */
#ifndef GRIDLINE_TERM_PROMPT_IMPL_H
#define GRIDLINE_TERM_PROMPT_IMPL_H

#include "base/alloc.h"

#include "term/prompt.h"

struct prompt_choice {
	char *text, *help;
};

struct prompt {
	char *label;
	struct line_edit *edit;
	bool pasting;
	char *error, *way_out, *hint; /* NULL for none; way_out belongs to the error */
	size_t error_at;

	struct prompt_choice *choices;
	size_t nchoices, from, to;
	int selected; /* -1: none yet */
	size_t first; /* choice in the top line of the menu */
	int scroll;   /* cells of the text that stand left of what is shown */
};

#endif
