/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/connect.h"

#include <signal.h>
#include <string.h>

#include "base/buf.h"

static volatile sig_atomic_t interrupted;

/* What run_options.waiting needs, one connection a process being all that commands open. */
static struct {
	void (*fn)(void *arg);
	void *arg;
} waiting;

static void
on_signal(int sig)
{
	(void)sig;
	interrupted = 1;
}

static void
add_setting(struct buf *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_addf(out, "%s%s='", out->len > 0 ? " " : "", name);
	for (; *value != '\0'; value++) {
		if (*value == '\'' || *value == '\\')
			buf_addc(out, '\\');
		buf_addc(out, *value);
	}
	buf_addc(out, '\'');
}

char *
connect_info(const struct command_context *ctx)
{
	const char *db = ctx->database;
	struct buf out = BUF_INIT;

	if (db != NULL && (strstr(db, "://") != NULL || strchr(db, '=') != NULL)) {
		buf_adds(&out, db); /* a whole connection string, as psql takes one, too */
		if (strstr(db, "://") != NULL)
			return buf_take(&out);
	} else {
		add_setting(&out, "dbname", db);
	}
	add_setting(&out, "host", ctx->host);
	add_setting(&out, "port", ctx->port);
	add_setting(&out, "user", ctx->user);
	return buf_take(&out);
}

static bool
on_waiting(void *arg)
{
	(void)arg;
	if (waiting.fn != NULL)
		waiting.fn(waiting.arg);
	return !interrupted;
}

struct run *
connect_open(const struct command_context *ctx, void (*fn)(void *arg), void *arg, struct error *err)
{
	char *info = connect_info(ctx);
	struct run_options o = { .target = { .conninfo = info }, .waiting = on_waiting };
	struct sigaction sa = { .sa_handler = on_signal };
	struct run *run;

	sigemptyset(&sa.sa_mask);
	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGHUP, &sa, NULL);
	waiting.fn = fn;
	waiting.arg = arg;
	run = run_open(&o, err);
	free(info);
	return run;
}

bool
connect_interrupted(void)
{
	return interrupted;
}
