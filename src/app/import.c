/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/import.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "store/run.h"
#include "app/connect.h"
#include "app/import_errors.h"
#include "app/import_read.h"
#include "app/import_server.h"
#include "app/progress.h"

#define IMPORT_ERRORS 100      /* told unless --max-errors says otherwise */
#define IMPORT_PROGRESS 10000L /* rows between two words on how far it is */

enum { OPTION_DRY_RUN = COMMAND_OPTION_LONG, OPTION_MAX_ERRORS };

const struct command_option import_options[] = {
	{ "dry-run", OPTION_DRY_RUN, NULL, "check everything and change nothing" },
	{ "max-errors", OPTION_MAX_ERRORS, "N", "name at most N errors (default 100)" },
	{ NULL, 0, NULL, NULL },
};

struct import {
	const struct command_context *ctx;
	const char *kind, *path;
	char *name; /* of the file, clean */
	bool dry_run;
	FILE *stream;
	long long size; /* of the file, 0 if not known */
	struct progress progress;
	struct import_reader reader;
	struct import_errors errors;
	struct import_columns columns;
	struct import_server server;
	struct import_counts counts;
	bool reading; /* else the server is at work */
};

static int
parse(struct import *im, struct command_context *ctx, int argc, char **argv)
{
	char *end;
	long n;
	int c;

	im->errors.limit = IMPORT_ERRORS;
	while ((c = command_next(ctx, argc, argv)) >= 0) {
		if (c == OPTION_DRY_RUN) {
			im->dry_run = true;
			continue;
		}
		errno = 0;
		n = strtol(optarg, &end, 10);
		if (errno != 0 || *end != '\0' || end == optarg || n < 1 || n > 1000000)
			return command_usage(
			    ctx, "--max-errors takes a number from 1 to 1000000, not '%s'", optarg);
		im->errors.limit = (size_t)n;
	}
	if (c != COMMAND_NEXT_END)
		return c == COMMAND_NEXT_DONE ? -1 : COMMAND_USAGE;
	if (argc - optind < 1)
		return command_usage(ctx,
		    "KIND is missing (groups, lines, assessments, arrests, "
		    "charges, safeguarding, disruptions, outcomes, taskings or returns)");
	if (argc - optind < 2)
		return command_usage(ctx, "FILE.csv is missing ('-' reads standard input)");
	if (argc - optind > 2)
		return command_usage(ctx, "one file at a time: '%s' is too much", argv[optind + 2]);
	im->kind = argv[optind];
	im->path = argv[optind + 1];
	return COMMAND_OK;
}

static bool
open_file(struct import *im, struct error *err)
{
	struct stat st;

	if (strcmp(im->path, "-") == 0) {
		im->name = xstrdup("standard input");
		im->stream = stdin;
		return true;
	}
	im->name = text_clean_dup(im->path, TEXT_LINE);
	im->stream = fopen(im->path, "rb");
	if (im->stream == NULL)
		return error_set(err, "%s: %s", im->name, strerror(errno));
	if (fstat(fileno(im->stream), &st) == 0) {
		if (S_ISDIR(st.st_mode))
			return error_set(err, "%s is a directory", im->name);
		im->size = st.st_size;
	}
	return true;
}

static void
tell_progress(struct import *im)
{
	size_t rows = im->reader.rows;

	if (!im->reading)
		progress_say(&im->progress, "%zu rows read, the database checks them", rows);
	else if (im->size > 0)
		progress_say(&im->progress, "%zu rows read (%lld %%)", rows,
		    100LL * (long long)im->reader.bytes / im->size);
	else
		progress_say(&im->progress, "%zu rows read", rows);
}

static void
on_row(void *arg)
{
	struct import *im = arg;

	if (im->reader.rows % IMPORT_PROGRESS == 0)
		tell_progress(im);
}

/* While the server works: on a terminal only, a log does not want it five times a second. */
static void
on_waiting(void *arg)
{
	struct import *im = arg;

	if (im->progress.live && im->reader.rows > 0)
		tell_progress(im);
}

/* Everything up to the commit. */
static bool
work(struct import *im, struct error *err)
{
	struct import_reader *r = &im->reader;

	*r = (struct import_reader){ .stream = im->stream,
		.columns = &im->columns,
		.server = &im->server,
		.errors = &im->errors,
		.progress = on_row,
		.arg = im };
	if (!import_columns_load(im->server.run, im->kind, &im->columns, err) ||
	    !import_server_begin(&im->server, im->kind, im->path, err))
		return false;
	im->reading = true;
	if (!import_read(r, err))
		return false;
	im->reading = false;
	if (r->rows > 0)
		return import_server_finish(&im->server, im->dry_run || im->errors.total > 0,
		    &im->counts, &im->errors, err);
	return true;
}

static bool
commit(struct import *im, struct error *err)
{
	struct run *again;
	bool done = false;

	if (run_commit(im->server.run, err))
		return true;
	if (strcmp(err->sqlstate, "08007") != 0)
		return false;
	again = connect_open(im->ctx, NULL, NULL, err);
	if (again == NULL ||
	    !import_server_outcome(again, im->server.key, &done, &im->counts, err)) {
		run_close(again);
		error_prefix(err,
		    "the connection was lost while committing, and whether %s was "
		    "imported is not known: ",
		    im->name);
		return error_hint(err, "import it once more: what is there already is not changed");
	}
	run_close(again);
	return done ||
	    error_set(err, "the connection was lost while committing; nothing was imported");
}

static int
tell_errors(struct import *im)
{
	size_t more;

	progress_wipe(&im->progress);
	more = import_errors_tell(&im->errors, im->name);
	if (more > 0)
		command_say(im->ctx, "%zu more are not shown (--max-errors)", more);
	if (im->errors.total == 0)
		return COMMAND_OK;
	command_say(im->ctx, "%zu %s in %zu %s of %s: nothing was imported", im->errors.total,
	    im->errors.total == 1 ? "error" : "errors", im->reader.rows,
	    im->reader.rows == 1 ? "row" : "rows", im->name);
	return COMMAND_FAILED;
}

/* "3 lines new, 2 changed, 115 already so" */
static int
tell_counts(struct import *im)
{
	const struct import_counts *c = &im->counts;

	progress_wipe(&im->progress);
	printf("%s: ", im->name);
	if (c->added + c->changed == 0)
		printf("nothing to change: %ld %s already so\n", c->same, im->kind);
	else
		printf("%s%ld new, %ld changed, %ld already so\n",
		    im->dry_run ? "nothing was written; it would be: " : "", c->added, c->changed,
		    c->same);
	return COMMAND_OK;
}

static int
finish(struct import *im)
{
	struct error err = ERROR_INIT;
	bool ok = work(im, &err);

	if (ok && im->errors.total == 0 && !im->dry_run)
		ok = commit(im, &err);
	else
		run_rollback(im->server.run);
	if (ok)
		return tell_errors(im) == COMMAND_OK ? tell_counts(im) : COMMAND_FAILED;
	progress_wipe(&im->progress);
	return command_fail(im->ctx, &err);
}

int
command_import(struct command_context *ctx, int argc, char **argv)
{
	struct import im = { .ctx = ctx };
	struct error err = ERROR_INIT;
	int status = parse(&im, ctx, argc, argv);

	if (status != COMMAND_OK)
		return status < 0 ? COMMAND_OK : status;
	progress_start(&im.progress, "gridline import");
	if (open_file(&im, &err))
		im.server.run = connect_open(ctx, on_waiting, &im, &err);
	status = im.server.run != NULL ? finish(&im) : command_fail(ctx, &err);
	run_close(im.server.run);
	import_server_free(&im.server);
	import_columns_free(&im.columns);
	import_errors_free(&im.errors);
	if (im.stream != NULL && im.stream != stdin)
		fclose(im.stream);
	free(im.name);
	return status;
}
