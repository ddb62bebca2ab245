/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/greeting.h"

#include "base/text.h"
#include "store/link.h"
#include "store/now.h"

/* The columns of sql/query/session.sql. */
enum greeting_column {
	GREETING_LOGIN,
	GREETING_NAME,
	GREETING_ROLE,
	GREETING_UNIT,
	GREETING_FORCE,
	GREETING_TRAINING,
	GREETING_READ_ONLY,
	GREETING_CLOCK,
	GREETING_TODAY,
	GREETING_STALE_DAYS,
	GREETING_SCHEMA
};

static void
copy(char *to, size_t size, const struct rows *rows, size_t column)
{
	char *clean = rows_clean(rows, 0, column);

	snprintf(to, size, "%s", clean);
	free(clean);
}

static bool
check_schema(long version, struct error *err)
{
	if (version < LINK_SCHEMA_MIN) {
		error_set(err,
		    "the database has schema %ld, which is older than this program needs "
		    "(%d)",
		    version, LINK_SCHEMA_MIN);
		return error_hint(err, "your database administrator can run: gridline upgrade");
	}
	if (version > LINK_SCHEMA_MAX) {
		error_set(err,
		    "the database has schema %ld, which is newer than this program knows "
		    "(%d)",
		    version, LINK_SCHEMA_MAX);
		return error_hint(err, "install the newer gridline on this machine");
	}
	return true;
}

bool
greeting_read(struct session *s, const struct rows *rows, struct error *err)
{
	if (rows_count(rows) != 1) {
		error_set(err, "the database does not know who you are");
		return error_hint(err, "ask your database administrator for a staff entry");
	}
	if (!check_schema(rows_number(rows, 0, GREETING_SCHEMA, 0), err))
		return false;
	copy(s->login, sizeof s->login, rows, GREETING_LOGIN);
	copy(s->name, sizeof s->name, rows, GREETING_NAME);
	copy(s->role, sizeof s->role, rows, GREETING_ROLE);
	copy(s->unit, sizeof s->unit, rows, GREETING_UNIT);
	copy(s->force, sizeof s->force, rows, GREETING_FORCE);
	s->training = rows_flag(rows, 0, GREETING_TRAINING);
	s->read_only = rows_flag(rows, 0, GREETING_READ_ONLY);
	s->clock_us = rows_number(rows, 0, GREETING_CLOCK, 0);
	s->clock_at = now_us();
	s->today = rows_date(rows, 0, GREETING_TODAY);
	s->stale_days = (int)rows_number(rows, 0, GREETING_STALE_DAYS, 0);
	return true;
}

/* In other words, but under the same code. */
static void
reword(struct error *err, const char *text, const char *hint)
{
	char sqlstate[sizeof err->sqlstate];

	memcpy(sqlstate, err->sqlstate, sizeof sqlstate);
	error_set(err, "%s", text);
	error_hint(err, "%s", hint);
	memcpy(err->sqlstate, sqlstate, sizeof sqlstate);
}

bool
greeting_refused(struct error *err)
{
	static const char *const no_schema[] = { "3F000", "42883", "42P01", "42703" };

	for (size_t i = 0; i < ARRAY_LEN(no_schema); i++) {
		if (strcmp(err->sqlstate, no_schema[i]) != 0)
			continue;
		reword(err, "this database holds no Gridline schema, or an older one",
		    "your database administrator can run: gridline init, or gridline upgrade");
		return true;
	}
	if (strcmp(err->sqlstate, "42501") == 0) {
		reword(err, "your login has no part in this database",
		    "ask your database administrator for a role and a staff entry");
		return true;
	}
	return strncmp(err->sqlstate, "GL", 2) == 0;
}
