/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_world.h"

#include "app/demo_rows.h"
#include "app/demo_server.h"
#include "app/demo_sql.h"
#include "app/schema.h"

static struct run *
open_database(const char *name, struct error *err)
{
	char *conninfo = xasprintf("dbname=%s", name);
	struct run_options o = { .target = { .conninfo = conninfo, .captive = false } };
	struct run *run = run_open(&o, err);

	free(conninfo);
	return run;
}

static bool
make_database(struct error *err)
{
	struct run *run = open_database(SERVER_ADMIN, err);
	bool done = run &&
	    run_sql(run, "create database " DEMO_DATABASE " template template0 encoding utf8", NULL,
		NULL, err);

	run_close(run);
	return done;
}

/* The world in one transaction: half of it would be of no use. */
static bool
load_world(struct run *run, bool empty, struct error *err)
{
	static const char *const files[] = { "words", "plan", "tasks", "outcomes", "people",
		"events", "socex", "returns", "chapter", "reviews", "story", "links", "intel",
		"ends", "told" };
	bool done = run_begin(run, err) && demo_sql_run(run, "login", err);
	size_t i;

	for (i = 0; done && !empty && i < ARRAY_LEN(files); i++)
		done = demo_sql_run(run, files[i], err);
	done = done && demo_sql_run(run, "clock", err) && demo_sql_run(run, "turn", err) &&
	    (empty || demo_sql_run(run, "review_due", err)) && demo_sql_run(run, "analyze", err);
	if (!done) {
		run_rollback(run);
		return false;
	}
	return run_commit(run, err);
}

/* A cluster that was kept: what it holds may be older than this program. */
static bool
bring_up(struct run *run, struct progress *progress, struct error *err)
{
	struct schema_status status;

	if (!schema_look(run, &status, err))
		return false;
	switch (status.state) {
	case SCHEMA_CURRENT:
		return true;
	case SCHEMA_OLDER:
		progress_say(progress, "upgrading schema %d", status.version);
		return schema_upgrade(run, status.version, err);
	case SCHEMA_NONE:
		return error_set(err, "The database kept there is not Gridline's");
	case SCHEMA_NEWER:
		break;
	}
	error_set(err, "The database kept there has schema %d, newer than this program's %d",
	    status.version, schema_version());
	return error_hint(err, "Open it with the newer gridline, or name another folder.");
}

static bool
check_login(struct run *run, const char *login, struct error *err)
{
	struct params params = PARAMS_INIT;
	struct rows *rows = NULL;
	bool known;

	params_text(&params, login);
	if (!run_sql(run,
		"select exists (select from pg_roles where rolname = $1 and rolcanlogin), "
		"string_agg(login, ' ' order by login) from data.staff",
		&params, &rows, err)) {
		params_free(&params);
		return false;
	}
	params_free(&params);
	known = rows_flag(rows, 0, 0);
	if (!known) {
		error_set(err, "%s is no login of the demo", login);
		error_hint(err, "Use one of: %s", rows_text(rows, 0, 1));
	}
	rows_free(rows);
	return known;
}

bool
demo_world(const struct demo_wish *wish, struct progress *progress, struct error *err)
{
	struct run *run = NULL;
	bool done = !wish->fresh || make_database(err);

	if (done)
		run = open_database(DEMO_DATABASE, err);
	if (run && wish->fresh) {
		progress_say(progress, "installing the schema");
		done = schema_install(run, err);
		if (done)
			progress_say(progress,
			    wish->empty ? "making the logins" : "telling the story of 2022");
		done = done && load_world(run, wish->empty, err);
	} else if (run) {
		done = bring_up(run, progress, err);
	}
	done = run && done && check_login(run, wish->login, err);
	if (done && wish->rows > 0)
		done = demo_rows(run, wish->rows, progress, err);
	run_close(run);
	return done;
}
