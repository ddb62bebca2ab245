/* SPDX-License-Identifier: MIT
 *
 * The floor of every answer: the least that libpq and the server take to connect and to give the
 * first page, and the page alone. Connects by the environment; the query stands in a file. Prints
 * the median of each in milliseconds.
 */
#include "config.h"

#include <libpq-fe.h>

#include "base/buf.h"

enum { REPEATS = 30 };

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double
median(double *values, size_t n)
{
	qsort(values, n, sizeof *values, compare);
	return values[n / 2];
}

static bool
page(PGconn *c, const char *query)
{
	PGresult *r = PQexec(c, query);
	bool good = PQresultStatus(r) == PGRES_TUPLES_OK;

	if (!good)
		fprintf(stderr, "floor_libpq: %s", PQresultErrorMessage(r));
	PQclear(r);
	return good;
}

static bool
read_query(const char *path, struct buf *query)
{
	char part[4096];
	size_t n;
	FILE *f = fopen(path, "r");

	if (!f)
		return false;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(query, part, n);
	fclose(f);
	return true;
}

int
main(int argc, char **argv)
{
	double whole[REPEATS], alone[REPEATS];
	struct buf query = BUF_INIT;
	bool good = argc > 1 && read_query(argv[1], &query);

	for (int i = 0; good && i < REPEATS; i++) {
		double start = now_ms(), connected;
		PGconn *c = PQconnectdb("");

		good = PQstatus(c) == CONNECTION_OK && page(c, buf_str(&query));
		connected = now_ms();
		whole[i] = connected - start;
		good = good && page(c, buf_str(&query));
		alone[i] = now_ms() - connected;
		if (PQstatus(c) != CONNECTION_OK)
			fprintf(stderr, "floor_libpq: %s", PQerrorMessage(c));
		PQfinish(c);
	}
	if (good)
		printf("%.3f %.3f\n", median(whole, REPEATS), median(alone, REPEATS));
	buf_free(&query);
	return good ? 0 : 1;
}
