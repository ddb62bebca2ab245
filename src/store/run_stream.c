/* SPDX-License-Identifier: MIT
 *
 * What is too big to hold: rows handed over one by one.
 */
#include "config.h"

#include "store/run.h"

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
