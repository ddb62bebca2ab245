/* SPDX-License-Identifier: MIT
 *
 * What is too big to hold: rows out one by one, and copy in.
 */
#include "config.h"

#include "store/run.h"

#include <poll.h>

#include "store/rows_pq.h"
#include "store/run_wait.h"

/* Hand one result over; false when the sink or the server says stop. */
static bool
hand_over(struct run *run, PGresult *result, const struct run_sink *sink, struct error *err)
{
	struct rows *rows;
	bool more;

	if (PQresultStatus(result) != PGRES_SINGLE_TUPLE) {
		more = gate_result(result, run->conn, err);
		PQclear(result);
		return more;
	}
	rows = rows_wrap(result);
	more = sink->fn(sink->arg, rows, err);
	rows_free(rows);
	return more;
}

bool
run_stream_sql(struct run *run, const char *sql, const struct params *params,
    const struct run_sink *sink, struct error *err)
{
	PGresult *result;

	if (!run_send(run, sql, params, err))
		return false;
	PQsetSingleRowMode(run->conn);
	for (;;) {
		if (!run_result(run, &result, err))
			return false;
		if (!result)
			return true;
		if (!hand_over(run, result, sink, err)) {
			run_strike(run);
			return false;
		}
	}
}

bool
run_copy_begin(struct run *run, const char *sql, struct error *err)
{
	PGresult *result;
	bool ok;

	if (!PQsendQuery(run->conn, sql))
		return gate_result(NULL, run->conn, err);
	if (!run_result(run, &result, err))
		return false;
	ok = gate_result(result, run->conn, err);
	if (ok && PQresultStatus(result) != PGRES_COPY_IN)
		ok = error_set(err, "this statement takes no data");
	PQclear(result);
	if (!ok)
		run_drain(run);
	return ok;
}

bool
run_copy(struct run *run, const char *data, size_t len, struct error *err)
{
	int put;

	while ((put = PQputCopyData(run->conn, data, (int)len)) == 0)
		if (!run_wait(run, POLLOUT, 0, err) || !run_flush(run, err))
			return false;
	/* Without this the client would hold everything a slow server has not yet taken. */
	return put > 0 ? run_flush(run, err) : gate_result(NULL, run->conn, err);
}

bool
run_copy_end(struct run *run, struct error *err)
{
	int put;

	while ((put = PQputCopyEnd(run->conn, NULL)) == 0)
		if (!run_wait(run, POLLOUT, 0, err) || !run_flush(run, err))
			return false;
	if (put < 0)
		return gate_result(NULL, run->conn, err);
	return run_fetch_all(run, NULL, err);
}
