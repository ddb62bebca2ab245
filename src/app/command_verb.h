/* SPDX-License-Identifier: MIT
 *
 * What a command can be told to do: "task list", "review show WEEK". A command lists its verbs in a
 * table of its own entries, each beginning with a struct command_verb; finding one, and saying what
 * there is instead, is the same for all.
 */
#ifndef GRIDLINE_APP_COMMAND_VERB_H
#define GRIDLINE_APP_COMMAND_VERB_H

#include <stddef.h>

#include "base/alloc.h"
#include "app/command.h"

struct command_verb {
	const char *name;
	const char *operands; /* as the help writes them: "WEEK [ITEM]" */
	int least, most;      /* how many of them */
};

/* A table of n entries, `size` bytes each. */
struct command_verbs {
	const void *entries;
	size_t n, size;
};
#define COMMAND_VERBS(table) \
	&(const struct command_verbs) \
	{ \
		(table), ARRAY_LEN(table), sizeof((table)[0]) \
	}

/* The entry named by argv[optind], with as many operands behind it as it takes: they begin at
 * argv[optind + 1]. NULL after a message if there is no such verb (the nearest is offered, or all
 * are named) or the operands are too few or too many: return COMMAND_USAGE. */
const void *command_verb(
    const struct command_context *ctx, const struct command_verbs *verbs, int argc, char **argv);

#endif
