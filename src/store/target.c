/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/target.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/target_pq.h"

/* Settings a cut link is noticed by; they count on TCP only, and only where nothing else is said.
 */
static const struct setting {
	const char *keyword, *value;
} defaults[] = {
	{ "keepalives", "1" },
	{ "keepalives_idle", "10" },
	{ "keepalives_interval", "5" },
	{ "keepalives_count", "3" },
	{ "tcp_user_timeout", "15000" },
};

extern char **environ;

bool
target_check(const struct target *t, struct error *err)
{
	char *message = NULL;
	PQconninfoOption *options;

	if (!t->conninfo || !strpbrk(t->conninfo, "=:"))
		return true; /* the name of a database */
	options = PQconninfoParse(t->conninfo, &message);
	if (!options) {
		char *clean = text_clean_dup(message, TEXT_LINE);

		error_set(err, "the connection settings cannot be read: %s", clean);
		error_hint(err, "write them as libpq does: host=... dbname=...");
		free(clean);
	}
	PQfreemem(message);
	PQconninfoFree(options);
	return options != NULL;
}

void
target_forget_environment(void)
{
	static const char *const starts[] = { "PG", "SSL", "KRB5", "OPENSSL_",
		"LOCALDOMAIN=", "RES_OPTIONS=", "HOSTALIASES=" };
	char **at = environ;

	while (at && *at) {
		bool forget = false;

		for (size_t i = 0; i < ARRAY_LEN(starts); i++)
			forget = forget || strncmp(*at, starts[i], strlen(starts[i])) == 0;
		if (forget) {
			char *name = xstrndup(*at, strcspn(*at, "="));

			unsetenv(name);
			free(name);
			at = environ;
		} else {
			at++;
		}
	}
}

struct list {
	const char *keywords[24], *values[24];
	size_t n;
};

static void
put(struct list *list, const char *keyword, const char *value)
{
	list->keywords[list->n] = keyword;
	list->values[list->n++] = value;
}

PGconn *
target_start(const struct target *t, const struct target_hosts *hosts)
{
	const char *given = t->captive ? NULL : getenv("PGOPTIONS");
	char *options = xasprintf("-c jit=off %s", given ? given : "");
	struct list list = { .n = 0 };
	PGconn *conn;

	/* Compiling a count costs more than the count. In front, so that users' own settings win.
	 */
	put(&list, "options", options);
	for (size_t i = 0; i < ARRAY_LEN(defaults); i++)
		put(&list, defaults[i].keyword, defaults[i].value);
	if (t->captive)
		put(&list, "passfile", "/dev/null/none");
	/* Expanded where it stands: it overrides what is before it, and is overridden after it. */
	if (t->conninfo && t->conninfo[0])
		put(&list, "dbname", t->conninfo);
	if (hosts && hosts->host)
		put(&list, "host", hosts->host);
	if (hosts && hosts->hostaddr)
		put(&list, "hostaddr", hosts->hostaddr);
	if (hosts && hosts->port)
		put(&list, "port", hosts->port);
	put(&list, "client_encoding", "UTF8");
	put(&list, "fallback_application_name", "gridline");
	put(&list, NULL, NULL);
	conn = PQconnectStartParams(list.keywords, list.values, 1);
	free(options);
	if (conn)
		gate_listen(conn);
	return conn;
}
