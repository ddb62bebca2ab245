/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run.h"

#include <getopt.h>

enum { OPTION_SCRIPT = COMMAND_OPTION_LONG };

const struct command_option run_options[] = {
	{ "script", OPTION_SCRIPT, "FILE", "type the keys in FILE first" },
	{ NULL, 0, NULL, NULL },
};

int
command_run(struct command_context *ctx, int argc, char **argv)
{
	int c;

	while ((c = command_next(ctx, argc, argv)) >= 0)
		if (c == OPTION_SCRIPT)
			ctx->script = optarg;
	if (c == COMMAND_NEXT_DONE)
		return COMMAND_OK;
	if (c == COMMAND_NEXT_WRONG)
		return COMMAND_USAGE;
	if (optind == argc)
		return run_console(ctx);
	argc -= optind;
	argv += optind;
	optind = 0; /* getopt starts anew */
	ctx->command = command_find(argv[0]);
	if (ctx->command)
		return ctx->command->run(ctx, argc, argv);
	ctx->command = command_table;
	return command_usage(ctx, "%s is not a command", argv[0]);
}

int
run_console(struct command_context *ctx)
{
	command_say(ctx, "the console is not in this build yet");
	return COMMAND_FAILED;
}
