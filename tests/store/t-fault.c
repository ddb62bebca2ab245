/* SPDX-License-Identifier: MIT
 *
 * The link when things go wrong: backends and servers killed, a server stopped dead, a slow line,
 * answers lost, and every single send and receive failing in turn. Through all of it no step may
 * take long, every question is answered exactly once, and no write is done twice.
 */
#include "config.h"

#include "tests/store/proxy.h"
#include "tests/store/store.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "store/now.h"

/* libpq's own calls come here first: the one that is counted down to fails, and all after it if
 * told so. */
static struct {
	int left; /* 0: none fails */
	bool for_ever, hit;
} fault;

/* Not static: fortified, recv() is an inline function to clang, and those may not use one. */
bool fails_now(int fd);

bool
fails_now(int fd)
{
	const bool again = fault.hit && fault.for_ever;

	if (!again && (fault.left == 0 || --fault.left > 0))
		return false;
	fault.hit = true;
	shutdown(fd, SHUT_RDWR); /* as a real one leaves it: libpq looks for last words */
	errno = ECONNRESET;
	return true;
}

ssize_t
send(int fd, const void *data, size_t len, int flags)
{
	if (fails_now(fd))
		return -1;
	return sendto(fd, data, len, flags, NULL, 0);
}

ssize_t
recv(int fd, void *data, size_t len, int flags)
{
	if (fails_now(fd))
		return -1;
	return recvfrom(fd, data, len, flags, NULL, NULL);
}

static struct link *
open_link(const char *host, int slow_ms, int answer_ms)
{
	char *conninfo = host ? xasprintf("host=%s", host) : xstrdup("");
	const struct link_options o = {
		.target.conninfo = conninfo, .slow_ms = slow_ms, .answer_ms = answer_ms
	};
	struct link *l = link_new(&o);

	free(conninfo);
	return l;
}

static pid_t
server_pid(void)
{
	char *path = xasprintf("%s/postmaster.pid", getenv("store_pgdata"));
	FILE *f = fopen(path, "r");
	char line[32] = "";

	assert_non_null(f);
	assert_non_null(fgets(line, sizeof line, f));
	fclose(f);
	free(path);
	return (pid_t)strtol(line, NULL, 10);
}

static void
a_killed_backend_is_replaced(void **state)
{
	struct link *l = open_link(NULL, 0, 0);
	struct answer read, write, spare;
	unsigned generation;

	(void)state;
	store_pump_state(l, LINK_UP);
	generation = link_session(l)->generation;
	store_ask(l, ASK_READ, "select 'read' from pg_sleep(1.5)", &read);
	store_ask(l, ASK_WRITE, "insert into api.written values ('never')", &write);
	store_ask(l, ASK_SPARE, "select 'spare'", &spare);
	store_pump_ms(l, 50);
	store_sql("select pg_terminate_backend(pid) from pg_stat_activity "
		  "where application_name = 'gridline'");
	store_pump_state(l, LINK_LOST);
	assert_true(strlen(link_session(l)->text) > 0);
	store_pump(l, &write.done);
	assert_true(write.failed);
	assert_string_equal(write.err.sqlstate, "08007");
	store_pump(l, &read.done);
	store_pump(l, &spare.done);
	assert_string_equal(read.text, "read");
	assert_string_equal(spare.text, "spare");
	assert_int_equal(read.times + write.times + spare.times, 3);
	store_pump_state(l, LINK_UP);
	assert_true(link_session(l)->generation > generation);
	link_free(l);
}

static void
restart_server(const char *mode)
{
	char *command =
	    xasprintf("cd / && ${account:+runuser -u $account --} \"$store_bin/pg_ctl\" -s "
		      "-D \"$store_pgdata\" -l \"$store_pgdata/../log\" -m %s -w restart "
		      ">/dev/null 2>&1 </dev/null",
		mode);
	pid_t pid = fork();
	int status = -1;

	assert_true(pid >= 0);
	if (pid == 0) {
		execlp("sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	free(command);
}

static void
a_restarted_server_is_found_again(void **state)
{
	static const char *const modes[] = { "fast", "immediate" };
	struct link *l = open_link(NULL, 0, 0);
	struct answer a;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(modes); i++) {
		store_ask_wait(l, "select 'before'", &a);
		restart_server(modes[i]);
		store_pump_state(l, LINK_LOST);
		store_ask_wait(l, "select 'after'", &a);
		assert_string_equal(a.text, "after");
		store_pump_state(l, LINK_UP);
	}
	link_free(l);
}

/* Every process of the server, so that nothing answers: not the backend, not the postmaster. */
static void
signal_server(int sig)
{
	char *command = xasprintf(
	    "kill -%d %ld $(ps -o pid= --ppid %ld)", sig, (long)server_pid(), (long)server_pid());
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		execlp("sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, NULL, 0);
	free(command);
}

static void
a_server_stopped_dead_never_blocks(void **state)
{
	struct link *l = open_link(NULL, 100, 800);
	struct answer read, dropped;
	uint64_t ticket;

	(void)state;
	store_pump_state(l, LINK_UP);
	signal_server(SIGSTOP);
	store_worst_step();
	ticket = store_ask(l, ASK_READ, "select 'dropped'", &dropped);
	store_ask(l, ASK_READ, "select 'read'", &read);
	store_pump_state(l, LINK_SLOW);
	link_drop(l, ticket); /* a cancel request nobody takes */
	store_pump_state(l, LINK_LOST);
	store_pump_ms(l, 700); /* new connections, into nothing */
	assert_true(store_worst_step() < STORE_STEP_US);
	assert_false(read.done);
	signal_server(SIGCONT);
	store_pump(l, &read.done);
	assert_string_equal(read.text, "read");
	assert_int_equal(dropped.times, 0);
	link_free(l);
}

static void
no_server_is_waited_for(void **state)
{
	struct proxy p;
	struct link *l;
	struct answer a;

	(void)state;
	proxy_start(&p, PROXY_SLOW, 0, NULL);
	proxy_stop(&p);
	l = open_link(p.dir, 0, 0);
	store_ask(l, ASK_READ, "select 1", &a);
	store_pump_state(l, LINK_LOST);
	assert_non_null(strstr(link_session(l)->text, "no server answers"));
	store_pump_ms(l, 500);
	assert_false(a.done);
	assert_true(link_timeout_ms(l) > 0);
	link_free(l);
}

static void
names_are_looked_up_beside_the_loop(void **state)
{
	char *conninfo =
	    xasprintf("host=%s,nosuch.invalid,localhost port=5432,1,1", getenv("PGHOST"));
	const struct link_options all = { .target.conninfo = conninfo },
				  none = { .target.conninfo = "host=nosuch.invalid" },
				  local = { .target.conninfo = "host=localhost port=1" };
	struct link *l = link_new(&all);

	(void)state;
	store_worst_step();
	store_pump_state(l, LINK_UP);
	link_free(l);
	l = link_new(&none);
	store_pump_state(l, LINK_LOST);
	assert_non_null(strstr(link_session(l)->text, "nosuch.invalid"));
	link_free(l);
	l = link_new(&local);
	store_pump_state(l, LINK_LOST);
	assert_non_null(strstr(link_session(l)->text, "no server answers"));
	link_free(l);
	/* Thrown away while it looks. */
	l = link_new(&none);
	link_step(l, 0);
	link_free(l);
	assert_true(store_worst_step() < STORE_STEP_US);
	free(conninfo);
}

static void
a_slow_line_costs_one_trip(void **state)
{
	struct proxy p;
	struct link *l;
	struct answer a, b;
	int64_t began;

	(void)state;
	proxy_start(&p, PROXY_SLOW, 150, NULL);
	l = open_link(p.dir, 200, 0);
	store_worst_step();
	store_ask(l, ASK_READ, "select 'first page'", &a);
	began = now_us();
	store_pump(l, &a.done);
	/* The start-up packet's trip, then greeting and page together. */
	assert_true(now_us() - began < 900000);
	store_pump_state(l, LINK_UP);
	assert_true(now_us() - began < 950000);
	assert_string_equal(link_session(l)->login, "tester");
	began = now_us();
	store_ask(l, ASK_READ, "select 'a'", &a);
	store_ask(l, ASK_READ, "select 'b'", &b);
	store_pump_state(l, LINK_SLOW);
	store_pump(l, &b.done);
	assert_true(a.done);
	assert_true(now_us() - began < 450000);
	assert_int_equal(link_session(l)->link, LINK_UP);
	assert_true(store_worst_step() < STORE_STEP_US);
	link_free(l);
	proxy_stop(&p);
}

static void
a_lost_answer_is_not_asked_twice(void **state)
{
	struct proxy p;
	struct link *l;
	struct answer a;

	(void)state;
	store_sql("truncate api.written");
	proxy_start(&p, PROXY_MUTE, 0, "insert into api.written");
	l = open_link(p.dir, 0, 0);
	store_pump_state(l, LINK_UP);
	store_ask(l, ASK_WRITE, "insert into api.written values ('once') returning what", &a);
	store_pump(l, &a.done);
	assert_true(a.failed);
	assert_string_equal(a.err.sqlstate, "08007");
	store_ask_wait(l, "select count(*) from api.written", &a);
	assert_string_equal(a.text, "1");
	link_free(l);
	proxy_stop(&p);
}

/* One session with the n-th call failing; true if it came to that. */
static bool
play(int n, bool for_ever)
{
	struct link *l = open_link(NULL, 0, 0);
	struct answer read, write, spare;
	bool hit;

	store_ask(l, ASK_READ, "select 'read'", &read);
	store_ask(l, ASK_WRITE, "insert into api.written values ('w') returning what", &write);
	store_ask(l, ASK_SPARE, "select 'spare'", &spare);
	fault.for_ever = for_ever;
	fault.hit = false;
	fault.left = n;
	if (for_ever)
		store_pump_ms(l, 30);
	hit = fault.hit;
	fault.for_ever = false;
	store_pump(l, &read.done);
	store_pump(l, &write.done);
	store_pump(l, &spare.done);
	hit = hit || fault.hit;
	fault.left = 0;
	assert_string_equal(read.text, "read");
	assert_string_equal(spare.text, "spare");
	assert_int_equal(read.times + write.times + spare.times, 3);
	if (write.failed)
		assert_string_equal(write.err.sqlstate, "08007");
	link_free(l);
	return hit;
}

static void
every_call_may_fail(void **state)
{
	int n = 1, played = 0;

	(void)state;
	for (int for_ever = 0; for_ever < 2; for_ever++)
		for (n = 1; play(n, for_ever); n++)
			played++;
	assert_true(played > 8);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_killed_backend_is_replaced),
		cmocka_unit_test(a_restarted_server_is_found_again),
		cmocka_unit_test(a_server_stopped_dead_never_blocks),
		cmocka_unit_test(no_server_is_waited_for),
		cmocka_unit_test(names_are_looked_up_beside_the_loop),
		cmocka_unit_test(a_slow_line_costs_one_trip),
		cmocka_unit_test(a_lost_answer_is_not_asked_twice),
		cmocka_unit_test(every_call_may_fail),
	};

	(void)argc;
	store_world("toy", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
