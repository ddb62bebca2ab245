/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo.h"

#include <getopt.h>

const struct command_option demo_options[] = {
	{ NULL, 0, NULL, NULL },
};

int
command_demo(struct command_context *ctx, int argc, char **argv)
{
	int c;

	while ((c = command_next(ctx, argc, argv)) >= 0)
		continue;
	if (c == COMMAND_NEXT_DONE)
		return COMMAND_OK;
	if (c == COMMAND_NEXT_WRONG)
		return COMMAND_USAGE;
	command_say(ctx, "not in this build yet");
	return COMMAND_FAILED;
}
