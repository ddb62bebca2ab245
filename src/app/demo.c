/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo.h"

#include <getopt.h>

#include "app/demo_exec.h"
#include "app/demo_keeper.h"
#include "app/demo_place.h"
#include "app/demo_server.h"
#include "app/demo_world.h"
#include "app/progress.h"
#include "app/run.h"
#include "app/settings.h"

#define DEMO_LOGIN "analyst1"
#define DEMO_ROWS_MAX 10000000L

enum { OPTION_ROWS = COMMAND_OPTION_LONG, OPTION_AS, OPTION_EMPTY, OPTION_KEEP, OPTION_EXEC };

const struct command_option demo_options[] = {
	{ "rows", OPTION_ROWS, "N", "add N more invented lines, for scale" },
	{ "as", OPTION_AS, "LOGIN", "who you are: " DEMO_LOGIN " if not given" },
	{ "empty", OPTION_EMPTY, NULL, "reference data and logins only, no lines" },
	{ "keep", OPTION_KEEP, "DIR", "keep the database in DIR and open it again next time" },
	{ "exec", OPTION_EXEC, "CMD", "run CMD by sh -c on it in place of the console" },
	{ NULL, 0, NULL, NULL },
};

struct demo {
	struct command_context *ctx;
	const char *login, *keep, *exec;
	struct demo_wish wish;
	struct progress progress;
};

static bool
parse_rows(const char *text, long *rows)
{
	char *end;

	*rows = strtol(text, &end, 10);
	return text[0] >= '0' && text[0] <= '9' && *end == '\0' && *rows <= DEMO_ROWS_MAX;
}

/* COMMAND_OK to go on, with *done set if there is nothing left to do. */
static int
parse(struct demo *d, int argc, char **argv, bool *done)
{
	struct command_context *ctx = d->ctx;
	int c;

	*done = true;
	while ((c = command_next(ctx, argc, argv)) >= 0) {
		if (c == OPTION_AS)
			d->login = optarg;
		else if (c == OPTION_EMPTY)
			d->wish.empty = true;
		else if (c == OPTION_KEEP)
			d->keep = optarg;
		else if (c == OPTION_EXEC)
			d->exec = optarg;
		else if (!parse_rows(optarg, &d->wish.rows))
			return command_usage(ctx, "--rows takes a number up to %ld", DEMO_ROWS_MAX);
	}
	if (c == COMMAND_NEXT_DONE)
		return COMMAND_OK;
	if (c == COMMAND_NEXT_WRONG)
		return COMMAND_USAGE;
	if (optind < argc)
		return command_usage(ctx, "takes no operand: %s", argv[optind]);
	if (ctx->host || ctx->port || ctx->user || ctx->database)
		return command_usage(ctx, "makes a server of its own; who you are is --as LOGIN");
	if (d->wish.empty && d->wish.rows > 0)
		return command_usage(ctx, "--empty and --rows do not go together");
	*done = false;
	return COMMAND_OK;
}

/* Every client started from here on reaches this server and no other, whatever was set before. */
static void
set_environment(const struct keeper *k, const char *user)
{
	static const char *const misleading[] = { "PGHOSTADDR", "PGSERVICE", "PGSERVICEFILE",
		"PGPASSWORD", "PGPASSFILE", "PGOPTIONS", "PGREQUIREPEER", "PGTARGETSESSIONATTRS",
		"PGSSLMODE", "PGREQUIRESSL", "PGCHANNELBINDING", "PGGSSENCMODE",
		"PGCLIENTENCODING" };
	size_t i;

	for (i = 0; i < ARRAY_LEN(misleading); i++)
		unsetenv(misleading[i]);
	setenv("PGHOST", k->socket, 1);
	setenv("PGPORT", SERVER_PORT, 1);
	setenv("PGDATABASE", DEMO_DATABASE, 1);
	setenv("PGUSER", user, 1);
}

static void
told(void *arg, const char *what)
{
	progress_say(arg, "%s", what);
}

/* The console or the command; returns the exit status. */
static int
use(struct demo *d)
{
	struct error err = ERROR_INIT;
	int status;

	if (!d->exec)
		return run_console(d->ctx);
	if (!demo_exec(d->exec, &status, &err))
		return command_fail(d->ctx, &err);
	return status;
}

static int
run(struct demo *d, const struct place *place)
{
	struct error err = ERROR_INIT;
	struct keeper keeper;
	int status;

	if (!keeper_begin(&keeper, place, told, &d->progress, &err)) {
		progress_wipe(&d->progress);
		return command_fail(d->ctx, &err);
	}
	set_environment(&keeper, SERVER_ADMIN);
	d->wish.login = d->login;
	d->wish.fresh = keeper.fresh;
	if (demo_world(&d->wish, &d->progress, &err)) {
		if (keeper.fresh && place->unfinished)
			unlink(place->unfinished);
		set_environment(&keeper, d->login);
		progress_wipe(&d->progress);
		status = use(d);
	} else {
		progress_wipe(&d->progress);
		status = command_fail(d->ctx, &err);
	}
	if (!keeper_end(&keeper))
		command_say(d->ctx, "%s could not be removed", keeper.socket);
	return status;
}

/* What would keep the console from opening is said before a server is made for it. Captive users
 * start no other program, and this is one. */
static bool
may_begin(const struct demo *d, struct error *err)
{
	struct conf conf;
	bool may = settings_conf(&conf, d->ctx->config, err);

	if (may && conf.captive) {
		may = error_set(err, "This is a captive session: no other server can be started");
		error_hint(err, "The database is the one that gridline opens by itself.");
	}
	conf_free(&conf);
	if (!may || d->exec || (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
		return may;
	error_set(err, "The console needs a terminal");
	return error_hint(err, "Without one, --exec CMD runs a command on the demo.");
}

int
command_demo(struct command_context *ctx, int argc, char **argv)
{
	struct demo d = { .ctx = ctx, .login = DEMO_LOGIN };
	struct place place = PLACE_INIT;
	struct error err = ERROR_INIT;
	bool done;
	int status = parse(&d, argc, argv, &done);

	if (done)
		return status;
	progress_start(&d.progress, PACKAGE_NAME " demo");
	status = may_begin(&d, &err) && place_find(&place, d.keep, &err) ? run(&d, &place)
									 : command_fail(ctx, &err);
	place_free(&place);
	return status;
}
