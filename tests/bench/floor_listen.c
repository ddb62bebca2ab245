/* SPDX-License-Identifier: MIT
 *
 * The floor of every live update: so many connections that only listen. Says "listening" when they
 * all do, then for each word the time (CLOCK_MONOTONIC, seconds) at which the last of them heard
 * it. Connects by the environment.
 */
#include "config.h"

#include <libpq-fe.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 1000 };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static PGconn *
listen_to(struct pollfd *fd)
{
	PGconn *c = PQconnectdb("");
	PGresult *r = PQexec(c, "listen bench");

	if (PQresultStatus(r) != PGRES_COMMAND_OK) {
		fprintf(stderr, "floor_listen: %s", PQerrorMessage(c));
		exit(1);
	}
	PQclear(r);
	*fd = (struct pollfd){ .fd = PQsocket(c), .events = POLLIN };
	return c;
}

/* How many words have come over it. */
static size_t
hear(PGconn *c)
{
	PGnotify *n;
	size_t heard = 0;

	if (!PQconsumeInput(c))
		exit(1);
	for (; (n = PQnotifies(c)); PQfreemem(n))
		heard++;
	return heard;
}

int
main(int argc, char **argv)
{
	static PGconn *all[MOST];
	static struct pollfd fds[MOST];
	size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : 0, heard = 0;

	if (n == 0 || n > MOST)
		return 2;
	for (size_t i = 0; i < n; i++)
		all[i] = listen_to(&fds[i]);
	puts("listening");
	fflush(stdout);
	while (poll(fds, n, -1) >= 0) {
		for (size_t i = 0; i < n; i++)
			if (fds[i].revents)
				heard += hear(all[i]);
		/* One word is sent when all have heard the one before. */
		if (heard < n)
			continue;
		heard -= n;
		printf("%.6f\n", now());
		fflush(stdout);
	}
	return 1;
}
