/* SPDX-License-Identifier: MIT
 *
 * How a command waits for the server: in poll(), a fifth of a second at a time, so that Ctrl-C and
 * deadlines are heard.
 */
#ifndef GRIDLINE_STORE_RUN_WAIT_H
#define GRIDLINE_STORE_RUN_WAIT_H

#include "store/gate.h"
#include "store/pq.h"
#include "store/run.h"

struct run {
	struct run_options o;
	PGconn *conn;
};

/* Until the socket is ready for one of events. False with err: deadline (now_us; 0: none), given
 * up by the caller's hook, or poll() failed. */
bool run_wait(struct run *run, short events, int64_t deadline, struct error *err);

/* Push out what libpq holds for the server. */
bool run_flush(struct run *run, struct error *err);

/* The next result of the statement under way, *result NULL after the last. False with err: the link
 * is lost or the caller gave up; the statement was cancelled then, and what it gave thrown away. */
bool run_result(struct run *run, PGresult **result, struct error *err);

/* Send one statement; its results are to be fetched with run_result(). */
bool run_send(struct run *run, const char *sql, const struct params *params, struct error *err);
/* Fetch all results; the last is kept if kept is not NULL. False on the first that failed. */
bool run_fetch_all(struct run *run, PGresult **kept, struct error *err);

/* Hand each row of a statement to the sink. */
bool run_stream_sql(struct run *run, const char *sql, const struct params *params,
    const struct run_sink *sink, struct error *err);

/* Throw away what is still to come. */
void run_drain(struct run *run);
/* Ask the server to stop, then throw away what is still to come; a server that does not hear in
 * time loses the connection. */
void run_strike(struct run *run);

#endif
