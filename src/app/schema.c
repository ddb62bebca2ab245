/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/schema.h"

#include <string.h>

#include "base/buf.h"

#define SCHEMA_SERVER_MIN 150000

static const struct schema_file schema_files[] = {
#include "sql/install.inc"
};

int
schema_version(void)
{
	int version = 1;
	size_t i;

	for (i = 0; i < ARRAY_LEN(schema_files); i++)
		if (schema_files[i].version > version)
			version = schema_files[i].version;
	return version;
}

static bool
may_install(struct run *run, struct error *err)
{
	struct rows *rows;
	bool may;

	if (run_server_version(run) < SCHEMA_SERVER_MIN) {
		error_set(err, "The server is PostgreSQL %d, and Gridline needs 15 or later",
		    run_server_version(run) / 10000);
		return error_hint(err, "Connect to a newer server.");
	}
	if (!run_sql(run, "select rolsuper from pg_roles where rolname = current_user", NULL, &rows,
		err))
		return false;
	may = rows_count(rows) == 1 && rows_flag(rows, 0, 0);
	rows_free(rows);
	if (may)
		return true;
	error_set(err, "%s may not install in database %s: it takes a superuser", run_user(run),
	    run_database(run));
	return error_hint(err, "Connect as one, for example with -U postgres.");
}

bool
schema_look(struct run *run, struct schema_status *status, struct error *err)
{
	struct rows *rows;
	bool found;

	*status = (struct schema_status){ .state = SCHEMA_NONE, .version = 0 };
	if (!may_install(run, err) ||
	    !run_sql(run, "select to_regclass('ref.schema_version') is not null", NULL, &rows, err))
		return false;
	found = rows_flag(rows, 0, 0);
	rows_free(rows);
	if (!found)
		return true;
	if (!run_sql(run, "select max(version) from ref.schema_version", NULL, &rows, err))
		return false;
	status->version = (int)rows_number(rows, 0, 0, 0);
	rows_free(rows);
	if (status->version < schema_version())
		status->state = SCHEMA_OLDER;
	else if (status->version == schema_version())
		status->state = SCHEMA_CURRENT;
	else
		status->state = SCHEMA_NEWER;
	return true;
}

bool
schema_run_file(struct run *run, const struct schema_file *file, struct error *err)
{
	struct buf sql = BUF_INIT;
	const char *const *line;
	bool done;

	for (line = file->lines; *line; line++)
		buf_adds(&sql, *line);
	done = run_script(run, buf_str(&sql), err);
	buf_free(&sql);
	if (!done)
		error_prefix(err, "sql/%s: ", file->name);
	return done;
}

/* The files of a version have run: write down that they have, if they did not do so themselves. */
static bool
record(struct run *run, int version, const char *note, struct error *err)
{
	struct params params = PARAMS_INIT;
	bool done;

	params_number(&params, version);
	params_text(&params, note);
	done = run_sql(run,
	    "insert into ref.schema_version (version, note) values ($1::int, $2) "
	    "on conflict do nothing",
	    &params, NULL, err);
	params_free(&params);
	return done;
}

static bool
finish(struct run *run, bool done, struct error *err)
{
	if (done)
		return run_commit(run, err);
	run_rollback(run);
	return false;
}

bool
schema_install(struct run *run, struct error *err)
{
	bool done = run_begin(run, err);
	size_t i;

	for (i = 0; done && i < ARRAY_LEN(schema_files); i++)
		if (schema_files[i].version == 0)
			done = schema_run_file(run, &schema_files[i], err);
	done = done && record(run, schema_version(), "install", err);
	return finish(run, done, err);
}

/* Owners, grants and checks of the installation, which hold for whatever an upgrade made, too. */
static bool
secure(struct run *run, struct error *err)
{
	size_t i;

	for (i = 0; i < ARRAY_LEN(schema_files); i++) {
		const struct schema_file *file = &schema_files[i];

		if ((!strncmp(file->name, "grant/", 6) || !strncmp(file->name, "verify/", 7)) &&
		    !schema_run_file(run, file, err))
			return false;
	}
	return true;
}

/* A version is one entry, whatever its number of files: it is noted by their folder, after the
 * last. */
static bool
record_upgrade(struct run *run, size_t i, struct error *err)
{
	const struct schema_file *file = &schema_files[i];
	struct buf folder = BUF_INIT;
	const char *slash;
	bool done;

	if (i + 1 < ARRAY_LEN(schema_files) && file[1].version == file->version)
		return true;
	slash = strrchr(file->name, '/');
	buf_add(&folder, file->name, slash ? (size_t)(slash - file->name) : strlen(file->name));
	done = record(run, file->version, buf_str(&folder), err);
	buf_free(&folder);
	return done;
}

bool
schema_upgrade(struct run *run, int from, struct error *err)
{
	bool done = run_begin(run, err);
	size_t i;

	for (i = 0; done && i < ARRAY_LEN(schema_files); i++)
		if (schema_files[i].version > from)
			done = schema_run_file(run, &schema_files[i], err) &&
			    record_upgrade(run, i, err);
	done = done && secure(run, err);
	return finish(run, done, err);
}
