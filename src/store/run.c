/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/run.h"

#include <poll.h>
#include <stdlib.h>

#include "base/text.h"
#include "store/greeting.h"
#include "store/now.h"
#include "store/rows_pq.h"
#include "store/run_wait.h"
#include "store/statement.h"
#include "store/target_pq.h"

#define RUN_CONNECT_MS 10000

static void
take_notice(void *arg, const PGresult *notice)
{
	struct run *run = arg;
	char *text;

	if (!run->o.notice)
		return;
	text = text_clean_dup(PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY), TEXT_LINE);
	run->o.notice(run->o.arg, text);
	free(text);
}

static bool
finish_connecting(struct run *run, struct error *err)
{
	const int ms = run->o.connect_ms > 0 ? run->o.connect_ms : RUN_CONNECT_MS;
	const int64_t deadline = now_us() + (int64_t)ms * NOW_MS;
	PostgresPollingStatusType status = PGRES_POLLING_WRITING;

	if (!run->conn || PQstatus(run->conn) == CONNECTION_BAD)
		return gate_connection(run->conn, err);
	while (status != PGRES_POLLING_OK) {
		const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;

		if (!run_wait(run, events, deadline, err))
			return false;
		status = PQconnectPoll(run->conn);
		if (status == PGRES_POLLING_FAILED)
			return gate_connection(run->conn, err);
	}
	return true;
}

struct run *
run_open(const struct run_options *o, struct error *err)
{
	struct run *run = xcalloc(1, sizeof *run);

	run->o = *o;
	run->conn = target_start(&o->target, NULL);
	if (!finish_connecting(run, err)) {
		run_close(run);
		return NULL;
	}
	PQsetErrorVerbosity(run->conn, PQERRORS_DEFAULT);
	PQsetnonblocking(run->conn, 1);
	PQsetNoticeReceiver(run->conn, take_notice, run);
	run->o.target = (struct target){ .conninfo = NULL, .captive = o->target.captive };
	if (!run_query(run, "session_style", NULL, NULL, err)) {
		run_close(run);
		return NULL;
	}
	return run;
}

void
run_close(struct run *run)
{
	if (!run)
		return;
	PQfinish(run->conn);
	free(run);
}

bool
run_session(struct run *run, struct session *session, struct error *err)
{
	struct error why = ERROR_INIT;
	struct rows *rows;
	bool fits;

	*session = (struct session){ .today = DATE_NONE };
	if (!run_query(run, "session", NULL, &rows, &why)) {
		greeting_refused(&why);
		if (err)
			*err = why;
		return false;
	}
	fits = greeting_read(session, rows, err);
	rows_free(rows);
	return fits;
}

bool
run_send(struct run *run, const char *sql, const struct params *params, struct error *err)
{
	const int n = params ? (int)params->n : 0;
	const char **values = xcalloc((size_t)n + 1, sizeof *values);
	bool sent;

	for (int i = 0; i < n; i++)
		values[i] = params_get(params, (size_t)i);
	sent = PQsendQueryParams(run->conn, sql, n, NULL, values, NULL, NULL, 0);
	free(values);
	return sent || gate_result(NULL, run->conn, err);
}

bool
run_fetch_all(struct run *run, PGresult **kept, struct error *err)
{
	PGresult *result;
	bool ok = true;

	for (;;) {
		if (!run_result(run, &result, ok ? err : NULL))
			ok = false;
		if (!result)
			return ok;
		if (ok)
			ok = gate_result(result, run->conn, err);
		if (ok && kept) {
			PQclear(*kept);
			*kept = result;
		} else {
			PQclear(result);
		}
	}
}

bool
run_sql(struct run *run, const char *sql, const struct params *params, struct rows **rows,
    struct error *err)
{
	PGresult *result = NULL;

	if (rows)
		*rows = NULL;
	if (!run_send(run, sql, params, err) || !run_fetch_all(run, rows ? &result : NULL, err)) {
		PQclear(result);
		return false;
	}
	if (rows)
		*rows = rows_wrap(result);
	return true;
}

bool
run_query(struct run *run, const char *statement, const struct params *params, struct rows **rows,
    struct error *err)
{
	const char *sql = statement_find(statement);

	if (!sql)
		abort(); /* a name this program was not built with */
	return run_sql(run, sql, params, rows, err);
}

bool
run_script(struct run *run, const char *sql, struct error *err)
{
	if (!PQsendQuery(run->conn, sql))
		return gate_result(NULL, run->conn, err);
	return run_fetch_all(run, NULL, err);
}

bool
run_begin(struct run *run, struct error *err)
{
	return run_sql(run, "begin", NULL, NULL, err);
}

bool
run_commit(struct run *run, struct error *err)
{
	struct error why = ERROR_INIT;
	PGresult *result = NULL;
	bool done;

	if (!run_send(run, "commit", NULL, err))
		return false;
	done = run_fetch_all(run, &result, &why);
	/* Of a transaction that failed before, the server makes a rollback, and calls it that. */
	if (done && strcmp(PQcmdStatus(result), "COMMIT") != 0)
		done = error_set(&why, "nothing was written: a statement before had failed");
	PQclear(result);
	if (!done && PQstatus(run->conn) != CONNECTION_OK) {
		error_set(&why,
		    "the connection was lost while saving: whether it was saved is not "
		    "known");
		error_hint(&why, "look before you do it again");
		snprintf(why.sqlstate, sizeof why.sqlstate, "%s", GATE_UNKNOWN_OUTCOME);
	}
	if (!done && err)
		*err = why;
	return done;
}

void
run_rollback(struct run *run)
{
	if (PQstatus(run->conn) == CONNECTION_OK && PQtransactionStatus(run->conn) != PQTRANS_IDLE)
		run_sql(run, "rollback", NULL, NULL, NULL);
}

int
run_server_version(const struct run *run)
{
	return PQserverVersion(run->conn);
}

const char *
run_user(const struct run *run)
{
	return PQuser(run->conn);
}

const char *
run_database(const struct run *run)
{
	return PQdb(run->conn);
}
