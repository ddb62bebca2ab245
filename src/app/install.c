/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/install.h"

#include <getopt.h>

#include "app/connect.h"
#include "app/progress.h"
#include "app/schema.h"

const struct command_option init_options[] = {
	{ NULL, 0, NULL, NULL },
};

const struct command_option upgrade_options[] = {
	{ NULL, 0, NULL, NULL },
};

/* Neither command takes anything but connection settings. COMMAND_OK with *done unset: go on. */
static int
parse(struct command_context *ctx, int argc, char **argv, bool *done)
{
	int c;

	*done = true;
	while ((c = command_next(ctx, argc, argv)) >= 0)
		continue;
	if (c == COMMAND_NEXT_DONE)
		return COMMAND_OK;
	if (c == COMMAND_NEXT_WRONG)
		return COMMAND_USAGE;
	if (optind < argc)
		return command_usage(ctx, "%s: this command takes no operand", argv[optind]);
	*done = false;
	return COMMAND_OK;
}

static bool
too_new(const struct run *run, int version, struct error *err)
{
	error_set(err, "Database %s has schema %d, which is newer than this program's %d",
	    run_database(run), version, schema_version());
	return error_hint(err, "Install the newer gridline on this machine; nothing was changed.");
}

static bool
init(struct run *run, const struct schema_status *status, struct error *err)
{
	struct progress progress;
	bool done;

	switch (status->state) {
	case SCHEMA_NONE:
		break;
	case SCHEMA_OLDER:
		error_set(err, "Database %s has Gridline already, with the older schema %d",
		    run_database(run), status->version);
		return error_hint(
		    err, "To bring it to this version: gridline upgrade. Nothing was changed.");
	case SCHEMA_CURRENT:
		error_set(err, "Database %s has Gridline already, with schema %d",
		    run_database(run), status->version);
		return error_hint(
		    err, "Nothing was changed. Another database is chosen with -d NAME.");
	case SCHEMA_NEWER:
		return too_new(run, status->version, err);
	}
	progress_start(&progress, PACKAGE_NAME " init");
	progress_say(&progress, "installing schema %d", schema_version());
	done = schema_install(run, err);
	progress_wipe(&progress);
	if (done)
		printf("Gridline schema %d is installed in database %s.\n", schema_version(),
		    run_database(run));
	return done;
}

static bool
upgrade(struct run *run, const struct schema_status *status, struct error *err)
{
	switch (status->state) {
	case SCHEMA_NONE:
		error_set(err, "Database %s has no Gridline", run_database(run));
		return error_hint(err, "To install it: gridline init");
	case SCHEMA_OLDER:
		break;
	case SCHEMA_CURRENT:
		printf("Database %s has schema %d already; nothing to do.\n", run_database(run),
		    status->version);
		return true;
	case SCHEMA_NEWER:
		return too_new(run, status->version, err);
	}
	if (!schema_upgrade(run, status->version, err))
		return false;
	printf("Database %s went from schema %d to %d.\n", run_database(run), status->version,
	    schema_version());
	return true;
}

static int
with_database(struct command_context *ctx,
    bool (*work)(struct run *run, const struct schema_status *status, struct error *err))
{
	struct error err = ERROR_INIT;
	struct schema_status status;
	struct run *run = connect_open(ctx, NULL, NULL, &err);
	bool done = run && schema_look(run, &status, &err) && work(run, &status, &err);

	run_close(run);
	return done ? COMMAND_OK : command_fail(ctx, &err);
}

int
command_init(struct command_context *ctx, int argc, char **argv)
{
	bool done;
	int status = parse(ctx, argc, argv, &done);

	return done ? status : with_database(ctx, init);
}

int
command_upgrade(struct command_context *ctx, int argc, char **argv)
{
	bool done;
	int status = parse(ctx, argc, argv, &done);

	return done ? status : with_database(ctx, upgrade);
}
