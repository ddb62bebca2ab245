/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command.h"

#include <getopt.h>
#include <stdarg.h>

#include "base/buf.h"
#include "base/text.h"
#include "app/audit.h"
#include "app/demo.h"
#include "app/export.h"
#include "app/import.h"
#include "app/install.h"
#include "app/report.h"
#include "app/review.h"
#include "app/run.h"
#include "app/show.h"
#include "app/task.h"

enum { OPTION_HELP = COMMAND_OPTION_LONG + 1000, OPTION_VERSION, OPTION_CONFIG };

/* Shared by all commands. -h is the host, as in psql; help has no letter. */
static const struct command_option common_options[] = {
	{ "host", 'h', "HOST", "database server host or socket directory" },
	{ "port", 'p', "PORT", "database server port" },
	{ "username", 'U', "NAME", "database user" },
	{ "dbname", 'd', "NAME", "database to connect to" },
	{ "config", OPTION_CONFIG, "FILE", "read this configuration file last" },
	{ "help", OPTION_HELP, NULL, "show this help and leave" },
	{ "version", OPTION_VERSION, NULL, "show the version and leave" },
	{ NULL, 0, NULL, NULL },
};

const struct command command_table[] = {
	{ "", "[OPTION...] [COMMAND]", "the tasking console over the threat grid", run_options,
	    command_run },
	{ "demo", "[OPTION...]", "a private throw-away PostgreSQL with an invented world",
	    demo_options, command_demo },
	{ "init", "[OPTION...]", "install the database", init_options, command_init },
	{ "upgrade", "[OPTION...]", "bring the database to this version", upgrade_options,
	    command_upgrade },
	{ "import", "KIND FILE.csv [OPTION...]",
	    "read lines, arrests, outcomes and more from files", import_options, command_import },
	{ "export", "grid|groups|lines [OPTION...]", "write a listing as text, CSV or JSON",
	    export_options, command_export },
	{ "audit", "verify|show [OPTION...]", "is the log whole, and what stands in it",
	    audit_options, command_audit },
	{ "report", "NAME [OPTION...]", "a document for a meeting or a partner, also as PDF",
	    report_options, command_report },
	{ "show", "LINE --justification=TEXT [OPTION...]",
	    "the dossier of a line, consulted and logged", show_options, command_show },
	{ "review", "list|show|prepare|open|decide|close... [WEEK [ITEM]] [OPTION...]",
	    "the weekly review, for scripts", review_options, command_review },
	{ "task", "list|show|raise|answer|complete|step [ARGUMENT...] [OPTION...]",
	    "taskings, for scripts", task_options, command_task },
	{ NULL, NULL, NULL, NULL, NULL },
};

const struct command *
command_find(const char *name)
{
	const struct command *c;

	for (c = command_table + 1; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

/* "gridline" or "gridline import": what messages and help call the running command. */
static void
add_name(struct buf *out, const struct command *c)
{
	buf_adds(out, PACKAGE_NAME);
	if (c && c->name[0])
		buf_addf(out, " %s", c->name);
}

static void
print_options(const struct command_option *o)
{
	for (; o && o->name; o++) {
		int n = o->code < COMMAND_OPTION_LONG ? printf("  -%c, --%s", o->code, o->name)
						      : printf("      --%s", o->name);

		if (o->argument)
			n += printf("=%s", o->argument);
		printf("%*s%s\n", n < 26 ? 26 - n : 1, "", o->help);
	}
}

static void
print_help(const struct command *c)
{
	const struct command *other;
	struct buf name = BUF_INIT;

	add_name(&name, c);
	printf("usage: %s %s\n%s: %s\n", buf_str(&name), c->usage, buf_str(&name), c->help);
	buf_free(&name);
	if (!c->name[0]) {
		printf("\ncommands (each knows --help; without one the console opens):\n");
		for (other = command_table + 1; other->name; other++)
			printf("  %-24s%s\n", other->name, other->help);
	}
	printf("\noptions:\n");
	print_options(c->options);
	print_options(common_options);
	if (!c->name[0])
		printf("\nWhat is not given here comes from libpq: PGHOST, service file, password "
		       "file.\n");
}

/* getopt's own tables, made from ours. "+" stops at the first operand: what follows the console's
 * options is a command with options of its own. */
struct parse_tables {
	struct option longs[COMMAND_OPTIONS_MAX + ARRAY_LEN(common_options)];
	char letters[2 * COMMAND_OPTIONS_MAX + 2 * ARRAY_LEN(common_options) + 4];
};

static void
add_tables(struct parse_tables *t, const struct command_option *o, size_t *n, size_t *len)
{
	for (; o && o->name && *n + 1 < ARRAY_LEN(t->longs); o++) {
		t->longs[(*n)++] = (struct option){ .name = o->name,
			.has_arg = o->argument ? required_argument : no_argument,
			.flag = NULL,
			.val = o->code };
		if (o->code >= COMMAND_OPTION_LONG)
			continue;
		t->letters[(*len)++] = (char)o->code;
		if (o->argument)
			t->letters[(*len)++] = ':';
	}
}

/* Name the option as it was typed: a long one whole, else its letter, which may stand in a cluster.
 */
static int
refuse(const struct command_context *ctx, const char *word, const char *reason)
{
	if (strncmp(word, "--", 2) == 0)
		command_usage(ctx, "%s %s", word, reason);
	else
		command_usage(ctx, "-%c %s", optopt, reason);
	return COMMAND_NEXT_WRONG;
}

int
command_next(struct command_context *ctx, int argc, char **argv)
{
	struct parse_tables t = { 0 };
	size_t n = 0, len = 0;
	int code;

	if (!ctx->command->name[0])
		t.letters[len++] = '+';
	t.letters[len++] = ':';
	add_tables(&t, ctx->command->options, &n, &len);
	add_tables(&t, common_options, &n, &len);
	opterr = 0;
	for (;;) {
		code = getopt_long(argc, argv, t.letters, t.longs, NULL);
		switch (code) {
		case 'h':
			ctx->host = optarg;
			continue;
		case 'p':
			ctx->port = optarg;
			continue;
		case 'U':
			ctx->user = optarg;
			continue;
		case 'd':
			ctx->database = optarg;
			continue;
		case OPTION_CONFIG:
			ctx->config = optarg;
			continue;
		case OPTION_HELP:
			print_help(ctx->command);
			return COMMAND_NEXT_DONE;
		case OPTION_VERSION:
			printf("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
			return COMMAND_NEXT_DONE;
		case ':':
			return refuse(ctx, argv[optind - 1], "needs a value");
		case '?':
			return refuse(ctx, argv[optind - 1], "is not an option here");
		default:
			return code;
		}
	}
}

static void say(const struct command *c, const char *fmt, va_list ap) ATTR_PRINTF(2, 0);

static void
say(const struct command *c, const char *fmt, va_list ap)
{
	struct buf text = BUF_INIT, clean = BUF_INIT;

	add_name(&text, c);
	buf_adds(&text, ": ");
	buf_vaddf(&text, fmt, ap);
	text_clean(&clean, buf_str(&text), text.len, TEXT_BLOCK);
	fprintf(stderr, "%s\n", buf_str(&clean));
	buf_free(&clean);
	buf_free(&text);
}

void
command_say(const struct command_context *ctx, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(ctx->command, fmt, ap);
	va_end(ap);
}

int
command_usage(const struct command_context *ctx, const char *fmt, ...)
{
	struct buf name = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	say(ctx->command, fmt, ap);
	va_end(ap);
	add_name(&name, ctx->command);
	fprintf(stderr, "Try '%s --help'.\n", buf_str(&name));
	buf_free(&name);
	return COMMAND_USAGE;
}

int
command_fail(const struct command_context *ctx, const struct error *err)
{
	command_say(ctx, "%s", err->text);
	if (err->hint[0])
		command_say(ctx, "%s", err->hint);
	return COMMAND_FAILED;
}
