/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/prepared.h"

#include <stdint.h>
#include <stdlib.h>

/* More different statements than a console ever uses in turn; the one longest unused makes way. */
#define PREPARED_MAX 64

struct seen {
	char *sql;
	unsigned uses;	   /* of this text on this connection */
	unsigned number;   /* its name is "q" and this; 0: not prepared */
	uint64_t last_use; /* when, counted in uses of the whole set */
};

struct prepared_set {
	struct seen seen[PREPARED_MAX];
	size_t n;
	unsigned numbers;
	uint64_t clock;
};

struct prepared_set *
prepared_new(void)
{
	return xcalloc(1, sizeof(struct prepared_set));
}

void
prepared_forget_all(struct prepared_set *set)
{
	for (size_t i = 0; i < set->n; i++)
		free(set->seen[i].sql);
	set->n = 0;
}

void
prepared_free(struct prepared_set *set)
{
	prepared_forget_all(set);
	free(set);
}

static struct seen *
find(struct prepared_set *set, const char *sql)
{
	for (size_t i = 0; i < set->n; i++)
		if (strcmp(set->seen[i].sql, sql) == 0)
			return &set->seen[i];
	return NULL;
}

static struct seen *
find_oldest(struct prepared_set *set)
{
	struct seen *oldest = &set->seen[0];

	for (size_t i = 1; i < set->n; i++)
		if (set->seen[i].last_use < oldest->last_use)
			oldest = &set->seen[i];
	return oldest;
}

static struct seen *
meet(struct prepared_set *set, const char *sql)
{
	struct seen *seen = find(set, sql);

	if (!seen && set->n < PREPARED_MAX) {
		seen = &set->seen[set->n++];
		*seen = (struct seen){ .sql = xstrdup(sql) };
	} else if (!seen) {
		/* Its old name stays on the server until the connection ends. */
		seen = find_oldest(set);
		free(seen->sql);
		*seen = (struct seen){ .sql = xstrdup(sql) };
	}
	seen->uses++;
	seen->last_use = ++set->clock;
	return seen;
}

static bool
send_with(PGconn *conn, const struct seen *seen, const char *const *values, int n)
{
	char name[16];

	if (!seen->number)
		return PQsendQueryParams(conn, seen->sql, n, NULL, values, NULL, NULL, 0);
	snprintf(name, sizeof name, "q%u", seen->number);
	if (seen->uses == 2 && !PQsendPrepare(conn, name, seen->sql, 0, NULL))
		return false;
	return PQsendQueryPrepared(conn, name, n, values, NULL, NULL, 0);
}

bool
prepared_send(struct prepared_set *set, PGconn *conn, const char *sql, const struct params *params)
{
	struct seen *seen = meet(set, sql);
	const char **values = xcalloc(params->n + 1, sizeof *values);
	bool sent;

	for (size_t i = 0; i < params->n; i++)
		values[i] = params_get(params, i);
	if (seen->uses == 2)
		seen->number = ++set->numbers;
	sent = send_with(conn, seen, values, (int)params->n);
	free(values);
	return sent;
}

bool
prepared_spoiled(const char *sqlstate)
{
	return strcmp(sqlstate, "0A000") == 0 || strcmp(sqlstate, "26000") == 0;
}

void
prepared_forget(struct prepared_set *set, const char *sql)
{
	struct seen *seen = find(set, sql);

	if (!seen)
		return;
	free(seen->sql);
	*seen = set->seen[--set->n];
}
