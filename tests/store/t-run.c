/* SPDX-License-Identifier: MIT
 *
 * What commands stand on: statements, scripts, transactions, streams and copies, with Ctrl-C heard
 * and a lost commit told as such.
 */
#include "config.h"

#include "tests/store/store.h"

#include <stdlib.h>
#include <sys/resource.h>

#include "store/now.h"
#include "store/run_wait.h"

#ifdef __SANITIZE_ADDRESS__
#define RUN_SANITIZED 1
#else
#define RUN_SANITIZED 0
#endif

struct caller {
	int asked, patience; /* times the hook is asked before it gives up; -1: never does */
	char notice[128];
};

static bool
waiting(void *arg)
{
	struct caller *caller = arg;

	return caller->patience < 0 || caller->asked++ < caller->patience;
}

static void
notice(void *arg, const char *text)
{
	struct caller *caller = arg;

	snprintf(caller->notice, sizeof caller->notice, "%s", text);
}

static struct run *
open_run(struct caller *caller)
{
	const struct run_options o = {
		.waiting = waiting, .notice = notice, .arg = caller, .answer_ms = 20000
	};
	struct error err = ERROR_INIT;
	struct run *run = run_open(&o, &err);

	if (!run)
		fail_msg("%s", err.text);
	return run;
}

static long
count_written(struct run *run)
{
	struct rows *rows = NULL;
	struct error err = ERROR_INIT;
	long n;

	assert_true(run_sql(run, "select count(*) from api.written", NULL, &rows, &err));
	n = rows_number(rows, 0, 0, -1);
	rows_free(rows);
	return n;
}

static void
statements_and_their_errors(void **state)
{
	struct caller caller = { .patience = -1 };
	struct run *run = open_run(&caller);
	struct params params = PARAMS_INIT;
	struct rows *rows = NULL;
	struct error err = ERROR_INIT;
	struct session session;

	(void)state;
	assert_true(run_session(run, &session, &err));
	assert_string_equal(session.login, "tester");
	params_text(&params, "x'y");
	params_number(&params, 3);
	assert_true(
	    run_sql(run, "insert into api.written select $1 from generate_series(1, $2::int)",
		&params, &rows, &err));
	assert_int_equal(rows_affected(rows), 3);
	rows_free(rows);
	params_free(&params);
	assert_false(run_sql(run, "select api.complain('GL002', 'not you')", NULL, &rows, &err));
	assert_null(rows);
	assert_string_equal(err.text, "not you");
	assert_string_equal(err.hint, "try something else");
	assert_string_equal(err.sqlstate, "GL002");
	assert_int_equal(count_written(run), 3);
	assert_true(run_script(run,
	    "create temp table t (n int); insert into t values (1); "
	    "do $$ begin raise notice E'one \\x1b two'; end $$",
	    &err));
	assert_string_equal(caller.notice, "one ^[ two");
	assert_false(run_script(run, "insert into t values (2); select 1/0; select 2", &err));
	assert_string_equal(err.sqlstate, "22012");
	assert_true(run_server_version(run) >= 150000);
	assert_string_equal(run_user(run), "postgres");
	run_close(run);
	run_close(NULL);
}

static void
transactions_hold_together(void **state)
{
	struct caller caller = { .patience = -1 };
	struct run *run = open_run(&caller);
	struct error err = ERROR_INIT;

	(void)state;
	assert_true(run_script(run, "truncate api.written", &err));
	assert_true(run_begin(run, &err));
	assert_true(run_sql(run, "insert into api.written values ('a')", NULL, NULL, &err));
	run_rollback(run);
	run_rollback(run);
	assert_int_equal(count_written(run), 0);
	assert_true(run_begin(run, &err));
	assert_true(run_sql(run, "insert into api.written values ('b')", NULL, NULL, &err));
	assert_true(run_commit(run, &err));
	assert_int_equal(count_written(run), 1);
	/* What failed before cannot be committed, and is not said to be. */
	assert_true(run_begin(run, &err));
	assert_false(run_sql(run, "select 1/0", NULL, NULL, &err));
	assert_false(run_commit(run, &err));
	assert_non_null(strstr(err.text, "nothing was written"));
	run_close(run);
}

static void
a_lost_commit_is_told_as_such(void **state)
{
	struct caller caller = { .patience = -1 };
	struct run *run = open_run(&caller);
	struct error err = ERROR_INIT;

	(void)state;
	assert_true(run_script(run,
	    "create or replace function api.die() returns trigger language plpgsql as "
	    "$$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$; "
	    "create table if not exists api.deadly (n int); "
	    "create constraint trigger die after insert on api.deadly deferrable initially "
	    "deferred for each row execute function api.die()",
	    &err));
	assert_true(run_begin(run, &err));
	assert_true(run_sql(run, "insert into api.deadly values (1)", NULL, NULL, &err));
	assert_false(run_commit(run, &err));
	assert_string_equal(err.sqlstate, "08007");
	assert_true(strlen(err.hint) > 0);
	run_rollback(run);
	assert_false(run_sql(run, "select 1", NULL, NULL, &err));
	run_close(run);
}

static void
ctrl_c_is_heard(void **state)
{
	struct caller caller = { .patience = -1 };
	struct run *run = open_run(&caller);
	struct error err = ERROR_INIT;
	const int64_t began = now_us();
	struct rows *rows = NULL;

	(void)state;
	caller.patience = 2;
	assert_false(run_sql(run, "select pg_sleep(60)", NULL, NULL, &err));
	assert_string_equal(err.text, "stopped on request");
	assert_true(now_us() - began < 5000000);
	caller.patience = -1;
	assert_true(run_sql(run, "select 'still here'", NULL, &rows, &err));
	assert_string_equal(rows_text(rows, 0, 0), "still here");
	rows_free(rows);
	run_close(run);
}

struct tally {
	long n, sum, stop_at;
};

static bool
add_up(void *arg, const struct rows *row, struct error *err)
{
	struct tally *t = arg;

	assert_int_equal(rows_count(row), 1);
	t->n++;
	t->sum += rows_number(row, 0, 0, 0);
	return t->n != t->stop_at || error_set(err, "enough");
}

static long
memory_kb(void)
{
	struct rusage use;

	getrusage(RUSAGE_SELF, &use);
	return use.ru_maxrss;
}

static void
streams_take_no_memory(void **state)
{
	struct caller caller = { .patience = -1 };
	struct run *run = open_run(&caller);
	struct error err = ERROR_INIT;
	struct tally tally = { .n = 0 };
	const struct run_sink sink = { add_up, &tally };
	long before;

	(void)state;
	assert_true(run_stream_sql(
	    run, "select n, repeat('x', 500) from generate_series(1, 1000) n", NULL, &sink, &err));
	assert_int_equal(tally.sum, 500500);
	before = memory_kb();
	tally = (struct tally){ .n = 0 };
	assert_true(run_stream_sql(run,
	    "select n, repeat('x', 500) from generate_series(1, 200000) n", NULL, &sink, &err));
	assert_int_equal(tally.n, 200000);
	/* The sanitizer keeps what was freed, and so grows on purpose. */
	assert_true(RUN_SANITIZED || memory_kb() - before < 2048);
	tally = (struct tally){ .stop_at = 10 };
	assert_false(
	    run_stream_sql(run, "select n from generate_series(1, 10000000) n", NULL, &sink, &err));
	assert_string_equal(err.text, "enough");
	assert_false(run_stream_sql(run, "select 1/(n - 500) from generate_series(1, 1000) n", NULL,
	    &(struct run_sink){ add_up, &(struct tally){ .n = 0 } }, &err));
	assert_string_equal(err.sqlstate, "22012");
	assert_true(count_written(run) >= 0);
	run_close(run);
}

static void
no_connection_has_a_reason(void **state)
{
	static const struct {
		const char *conninfo, *sqlstate;
	} cases[] = {
		{ "dbname=nosuch", "3D000" },
		{ "user=nosuch", "28000" },
		{ "host=/nonexistent", "08001" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct run_options o = { .target.conninfo = cases[i].conninfo };
		struct error err = ERROR_INIT;

		assert_null(run_open(&o, &err));
		assert_string_equal(err.sqlstate, cases[i].sqlstate);
		assert_true(strlen(err.text) > 0 && strlen(err.hint) > 0);
	}
	assert_false(target_check(&(struct target){ .conninfo = "host=a nonsense" }, NULL));
	assert_true(target_check(&(struct target){ .conninfo = "plain_name" }, NULL));
	assert_true(target_check(&(struct target){ .conninfo = "postgresql://h/db" }, NULL));
}

static void
captive_takes_nothing_from_the_environment(void **state)
{
	char *host = xstrdup(getenv("PGHOST")),
	     *conninfo = xasprintf("host=%s user=postgres", host);
	const struct run_options o = { .target = { .conninfo = conninfo, .captive = true } };
	struct error err = ERROR_INIT;
	struct run *run;

	(void)state;
	setenv("PGOPTIONS", "-c nonsense=1", 1);
	setenv("PGDATABASE", "nosuch", 1);
	assert_null(run_open(&o, &err));
	target_forget_environment();
	assert_null(getenv("PGHOST"));
	assert_non_null(getenv("PATH"));
	run = run_open(&o, &err);
	assert_non_null(run);
	assert_string_equal(run_database(run), "postgres");
	run_close(run);
	setenv("PGHOST", host, 1);
	setenv("PGUSER", "postgres", 1);
	free(host);
	free(conninfo);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statements_and_their_errors),
		cmocka_unit_test(transactions_hold_together),
		cmocka_unit_test(a_lost_commit_is_told_as_such),
		cmocka_unit_test(ctrl_c_is_heard),
		cmocka_unit_test(streams_take_no_memory),
		cmocka_unit_test(no_connection_has_a_reason),
		cmocka_unit_test(captive_takes_nothing_from_the_environment),
	};

	(void)argc;
	store_world("toy", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
