/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/rows.h"

#include <errno.h>
#include <stdlib.h>

#include "base/text.h"
#include "store/rows_pq.h"

struct rows {
	PGresult *result;
};

struct rows *
rows_wrap(PGresult *result)
{
	struct rows *rows = xmalloc(sizeof *rows);

	rows->result = result;
	return rows;
}

void
rows_free(struct rows *rows)
{
	if (!rows)
		return;
	PQclear(rows->result);
	free(rows);
}

size_t
rows_count(const struct rows *rows)
{
	return (size_t)PQntuples(rows->result);
}

size_t
rows_columns(const struct rows *rows)
{
	return (size_t)PQnfields(rows->result);
}

const char *
rows_name(const struct rows *rows, size_t column)
{
	const char *name = PQfname(rows->result, (int)column);

	return name ? name : "";
}

int
rows_find(const struct rows *rows, const char *name)
{
	for (int i = 0; i < PQnfields(rows->result); i++)
		if (strcmp(PQfname(rows->result, i), name) == 0)
			return i;
	return -1;
}

long
rows_affected(const struct rows *rows)
{
	return strtol(PQcmdTuples(rows->result), NULL, 10);
}

bool
rows_null(const struct rows *rows, size_t row, size_t column)
{
	return PQgetisnull(rows->result, (int)row, (int)column);
}

const char *
rows_text(const struct rows *rows, size_t row, size_t column)
{
	return PQgetvalue(rows->result, (int)row, (int)column);
}

char *
rows_clean(const struct rows *rows, size_t row, size_t column)
{
	return text_clean_dup(rows_text(rows, row, column), TEXT_LINE);
}

long
rows_number(const struct rows *rows, size_t row, size_t column, long if_null)
{
	const char *text = rows_text(rows, row, column);
	char *end;
	long n;

	if (rows_null(rows, row, column))
		return if_null;
	errno = 0;
	n = strtol(text, &end, 10);
	return end == text || errno ? if_null : n;
}

bool
rows_flag(const struct rows *rows, size_t row, size_t column)
{
	return rows_text(rows, row, column)[0] == 't';
}

date_days
rows_date(const struct rows *rows, size_t row, size_t column)
{
	date_days d = DATE_NONE;

	date_parse(rows_text(rows, row, column), &d);
	return d;
}
