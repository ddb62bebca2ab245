/* SPDX-License-Identifier: MIT
 *
 * The database for commands (import, export, init), which may wait. Underneath it still never
 * blocks in libpq: it polls, so that Ctrl-C is heard and a server stopped dead is not waited for
 * for ever. Statements are those of sql/query, by name; a failed one fills err and leaves an open
 * transaction to be rolled back.
 */
#ifndef GRIDLINE_STORE_RUN_H
#define GRIDLINE_STORE_RUN_H

#include <stdbool.h>

#include "base/err.h"
#include "model/session.h"
#include "store/params.h"
#include "store/rows.h"
#include "store/target.h"

struct run;

struct run_options {
	struct target target;
	int connect_ms; /* 0: 10 000 */
	int answer_ms;	/* longest wait for one answer; 0: for ever */
	/* Called about five times a second while waiting; false gives up (Ctrl-C): what runs is
	 * cancelled and the call fails. NULL: never gives up. */
	bool (*waiting)(void *arg);
	/* NOTICE and WARNING of the server, as one clean line. NULL: not wanted. */
	void (*notice)(void *arg, const char *text);
	void *arg;
};

/* NULL with err if there is no connection to be had. */
struct run *run_open(const struct run_options *o, struct error *err);
/* Closes; an open transaction is rolled back. NULL allowed. */
void run_close(struct run *run);

/* Who this is here, and whether program and database fit (model/session.h; the link's fields stay
 * empty). For every command but init and upgrade, first. */
bool run_session(struct run *run, struct session *session, struct error *err);

/* One statement of sql/query. params NULL: none. rows NULL: not wanted; else the caller frees. */
bool run_query(struct run *run, const char *statement, const struct params *params,
    struct rows **rows, struct error *err);
/* The same for a statement in hand, for those that sql/query cannot hold (create database...).
 * Values still go as parameters. */
bool run_sql(struct run *run, const char *sql, const struct params *params, struct rows **rows,
    struct error *err);
/* Many statements in one text, as one implicit transaction unless one is open; no parameters. */
bool run_script(struct run *run, const char *sql, struct error *err);

bool run_begin(struct run *run, struct error *err); /* a read-write transaction */
/* False with sqlstate "08007" in err: the link was lost while committing, and whether it was done
 * is not known. */
bool run_commit(struct run *run, struct error *err);
void run_rollback(struct run *run);

/* Row by row: fn runs for each with a struct rows of that one row, which it does not keep; memory
 * does not grow with the result. fn returns false to stop, with err filled if that is a failure. */
struct run_sink {
	bool (*fn)(void *arg, const struct rows *row, struct error *err);
	void *arg;
};

/* The server's version (150018), user and database of the connection; clean texts. */
int run_server_version(const struct run *run);
const char *run_user(const struct run *run);
const char *run_database(const struct run *run);

#endif
