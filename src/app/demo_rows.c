/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_rows.h"

#include "app/demo_sql.h"

#define ROWS_BATCH 50000L

/* The number after that of the last line added before. */
static bool
first_number(struct run *run, long *first, struct error *err)
{
	struct rows *rows;

	if (!run_sql(run,
		"select coalesce(max(substr(line_ref, 4)::bigint), 0) + 1 from data.line "
		"where line_ref ~ '^SYN[0-9]+$'",
		NULL, &rows, err))
		return false;
	*first = rows_number(rows, 0, 0, 1);
	rows_free(rows);
	return true;
}

static bool
add_lines(struct run *run, long first, long n, struct progress *progress, struct error *err)
{
	long from, to;
	bool done = true;

	for (from = first; done && from < first + n; from = to + 1) {
		struct params params = PARAMS_INIT;

		to = from + ROWS_BATCH - 1;
		if (to > first + n - 1)
			to = first + n - 1;
		params_number(&params, from);
		params_number(&params, to);
		done = run_sql(run, "select pg_temp.rows_make($1, $2)", &params, NULL, err);
		params_free(&params);
		if (done)
			progress_say(progress, "%ld of %ld lines", to - first + 1, n);
	}
	return done;
}

/* The indexes that rows_begin.sql took away, by their own definitions. */
static bool
make_indexes(struct run *run, struct progress *progress, struct error *err)
{
	struct rows *rows;
	size_t i, n;
	bool done = true;

	if (!run_sql(run, "select name, definition from demo_index order by n", NULL, &rows, err))
		return false;
	n = rows_count(rows);
	for (i = 0; done && i < n; i++) {
		progress_say(progress, "index %zu of %zu: %s", i + 1, n, rows_text(rows, i, 0));
		done = run_script(run, rows_text(rows, i, 1), err);
	}
	rows_free(rows);
	return done;
}

bool
demo_rows(struct run *run, long n, struct progress *progress, struct error *err)
{
	long first;
	bool done = run_begin(run, err) && first_number(run, &first, err) &&
	    demo_sql_run(run, "rows_begin", err) && add_lines(run, first, n, progress, err) &&
	    make_indexes(run, progress, err);

	if (done) {
		progress_say(progress, "counting ranks, filling the search table");
		done = demo_sql_run(run, "rows_end", err) && demo_sql_run(run, "turn", err);
	}
	if (!done) {
		run_rollback(run);
		return false;
	}
	if (!run_commit(run, err))
		return false;
	progress_say(progress, "gathering statistics");
	return run_sql(run, "vacuum (analyze)", NULL, NULL, err);
}
