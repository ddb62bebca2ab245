/* SPDX-License-Identifier: MIT
 *
 * The commands of the one binary: a table, the options they share, and how they speak. A command
 * lists its options in a table; usage, --help and parsing all come from it, so that they cannot
 * disagree. Output goes to stdout, messages to stderr; nothing here knows what a command does.
 */
#ifndef GRIDLINE_APP_COMMAND_H
#define GRIDLINE_APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Exit statuses. */
enum command_status {
	COMMAND_OK = 0,
	COMMAND_FAILED = 1, /* refused or failed; a message said why */
	COMMAND_USAGE = 2,  /* wrong usage; a message said what would do */
};

struct command_option {
	const char *name; /* "format" for --format; NULL ends the table */
	int code;	  /* what command_next() returns: its letter, or 256 and up without one */
	const char *argument; /* "FILE" in the help; NULL: takes none */
	const char *help;     /* one line */
};

#define COMMAND_OPTION_LONG 256 /* first code for an option without a letter */
#define COMMAND_OPTIONS_MAX 24	/* in one command's table */

struct command_context;

struct command {
	const char *name;
	const char *usage; /* what follows the name: "KIND FILE.csv [OPTION...]" */
	const char *help;  /* one line */
	const struct command_option *options;
	/* argv[0] is the command's name. Returns an exit status. */
	int (*run)(struct command_context *ctx, int argc, char **argv);
};

struct command_context {
	const struct command *command; /* the one that runs */
	/* Connection settings of the command line; NULL is left to libpq (environment, service...).
	 */
	const char *host, *port, *user, *database;
	const char *config; /* --config FILE, NULL if none was given */
	const char *script; /* keys to replay in the console; NULL if none */
};

/* Ended by an entry without a name. The first entry, "", is the console itself. */
extern const struct command command_table[];
const struct command *command_find(const char *name); /* NULL if there is none such */

/* The next option of the running command, over getopt_long: its code, with `optarg` set. The
 * options that all commands share (-h -p -U -d --config) are kept in ctx and not returned; --help
 * prints the command's help. Options may stand among the other arguments. */
enum {
	COMMAND_NEXT_END = -1,	/* none left: operands from argv[optind] on */
	COMMAND_NEXT_DONE = -2, /* --help or --version was answered: return COMMAND_OK */
	COMMAND_NEXT_WRONG = -3 /* a message was printed: return COMMAND_USAGE */
};
int command_next(struct command_context *ctx, int argc, char **argv);

/* "gridline import: FILE.csv is missing" and where help is; returns COMMAND_USAGE. */
int command_usage(const struct command_context *ctx, const char *fmt, ...) ATTR_PRINTF(2, 3);
/* Print an error with its hint; returns COMMAND_FAILED. */
int command_fail(const struct command_context *ctx, const struct error *err);
/* A message on stderr under the command's name, sanitised. */
void command_say(const struct command_context *ctx, const char *fmt, ...) ATTR_PRINTF(2, 3);

#endif
