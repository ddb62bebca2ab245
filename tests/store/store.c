/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/store/store.h"

#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "store/now.h"

extern char **environ;

static int64_t worst_step;

void
store_world(const char *world, char **argv)
{
	const char *now = getenv("store_world"), *top = getenv("top_srcdir");
	char *script;

	if (now && strcmp(now, world) == 0)
		return;
	script = xasprintf("%s/tests/store/with.sh", top ? top : ".");
	execlp("sh", "sh", script, world, argv[0], (char *)NULL);
	printf("Bail out! cannot run %s\n", script);
	exit(99);
}

void
store_sql(const char *sql)
{
	char psql[] = "psql", plain[] = "-XqAt", set[] = "-v", stop[] = "ON_ERROR_STOP=1",
	     out[] = "-o/dev/null", run[] = "-c";
	char *copy = xstrdup(sql);
	char *const argv[] = { psql, plain, set, stop, out, run, copy, NULL };
	pid_t pid;
	int status = -1;

	assert_int_equal(posix_spawnp(&pid, "psql", NULL, NULL, argv, environ), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	free(copy);
}

/* One turn: wait for the link, at most to the deadline, and let it work. */
static void
turn(struct link *l, int64_t deadline)
{
	struct pollfd fd = { .fd = link_fd(l), .events = link_events(l) };
	int timeout = link_timeout_ms(l), left = now_until_ms(deadline);
	int64_t began;
	int n;

	n = poll(&fd, 1, timeout < 0 || timeout > left ? left : timeout);
	began = now_us();
	link_step(l, n > 0 ? fd.revents : 0);
	if (now_us() - began > worst_step)
		worst_step = now_us() - began;
}

static int64_t
deadline_in(int ms)
{
	return now_us() + (int64_t)ms * NOW_MS;
}

void
store_pump(struct link *l, const bool *done)
{
	const int64_t deadline = deadline_in(STORE_WAIT_MS);

	while (!*done && now_us() < deadline)
		turn(l, deadline);
	if (!*done)
		print_message("link: %d %s\n", (int)link_session(l)->link, link_session(l)->text);
	assert_true(*done);
}

void
store_pump_state(struct link *l, enum link_state state)
{
	const int64_t deadline = deadline_in(STORE_WAIT_MS);

	while (link_session(l)->link != state && now_us() < deadline)
		turn(l, deadline);
	if (link_session(l)->link != state)
		print_message("link: %d %s\n", (int)link_session(l)->link, link_session(l)->text);
	assert_int_equal(link_session(l)->link, state);
}

void
store_pump_ms(struct link *l, int ms)
{
	const int64_t deadline = deadline_in(ms);

	while (now_us() < deadline)
		turn(l, deadline);
}

int64_t
store_worst_step(void)
{
	const int64_t worst = worst_step;

	worst_step = 0;
	return worst;
}

static void
take(void *arg, const struct rows *rows, const struct error *err)
{
	struct answer *a = arg;

	a->done = true;
	a->times++;
	a->failed = err != NULL;
	if (err)
		a->err = *err;
	a->rows = rows ? rows_count(rows) : 0;
	if (a->rows > 0 && rows_columns(rows) > 0)
		snprintf(a->text, sizeof a->text, "%s", rows_text(rows, 0, 0));
}

uint64_t
store_ask(struct link *l, enum ask_kind kind, const char *sql, struct answer *a)
{
	const struct ask ask = {
		.kind = kind, .sql = xstrdup(sql), .params = PARAMS_INIT, .fn = take, .arg = a
	};

	*a = (struct answer){ .done = false };
	return link_ask(l, &ask);
}

void
store_ask_wait(struct link *l, const char *sql, struct answer *a)
{
	store_ask(l, ASK_READ, sql, a);
	store_pump(l, &a->done);
}
