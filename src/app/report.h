/* SPDX-License-Identifier: MIT
 *
 * gridline report NAME: documents for meetings and partners. A report is one small file,
 * report_NAME.c, that ends in one struct report_kind and fills a document (model/doc.h) from
 * statements of sql/query; the engine parses, checks, logs and writes it in every format. To add
 * one: the file, its line in REPORT_KINDS here and in app/local.mk, its paragraph in gridline(1),
 * and a golden in tests/report.
 */
#ifndef GRIDLINE_APP_REPORT_H
#define GRIDLINE_APP_REPORT_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"
#include "model/session.h"
#include "store/params.h"
#include "store/run.h"
#include "app/command.h"

extern const struct command_option report_options[];
int command_report(struct command_context *ctx, int argc, char **argv);

/* What was asked for; NULL where it was not given. as_at is a day that is not to come. The others
 * are as typed: the database knows periods, weeks, units. */
struct report_asked {
	const char *as_at, *period, *week, *from, *to, *unit, *npu, *series, *explain;
};

/* The options a report takes; any other is refused before fill() is called. */
enum report_takes {
	REPORT_AS_AT = 1,
	REPORT_PERIOD = 2,
	REPORT_WEEK = 4,
	REPORT_FROM_TO = 8,
	REPORT_UNIT = 16,
	REPORT_NPU = 32,
	REPORT_SERIES = 64,
	REPORT_EXPLAIN = 128,
};

struct report {
	struct run *run;
	struct session session; /* who asks, their clock */
	struct report_asked asked;
	struct doc *doc; /* to be filled: title, population and period, then parts */
	long rows;	 /* records handed out, for the log; report_rows() counts */
};

struct report_kind {
	const char *name, *help;
	unsigned takes, needs; /* of enum report_takes */
	bool personal;	       /* holds personal data: code C, and never without a log entry */
	/* May leave population and period empty: they become who asks and the day. */
	bool (*fill)(struct report *r, struct error *err);
};

#define REPORT_KINDS(X) \
	X(report_board) \
	X(report_corridors) \
	X(report_dashboard) \
	X(report_grid) \
	X(report_map) \
	X(report_npu) \
	X(report_returns) \
	X(report_changes) \
	X(report_pack) \
	X(report_minutes) \
	X(report_tasking_sheet)

#define REPORT_DECLARE(kind) extern const struct report_kind kind;
REPORT_KINDS(REPORT_DECLARE)

/* Columns of a table, ended by one without a name. title NULL: in CSV and JSON only. */
struct report_column {
	const char *name, *title;
	enum column_kind kind;
};
struct doc_table *report_table(
    struct report *r, const char *name, const char *caption, const struct report_column *columns);
/* Run a statement of sql/query. Its rows go into the table, column by column of the same name.
 * Flags become "yes" and "no". params NULL: none. More than REPORT_MOST rows are refused: where
 * there may be more, the statement ends in a limit above it. */
#define REPORT_MOST 20000
bool report_rows(struct report *r, struct doc_table *t, const char *statement,
    const struct params *params, struct error *err);
/* "31 December 2022" of "2022-12-31" (any other text as it is), appended. */
void report_day(struct buf *out, const char *iso);
/* "As at 31 December 2022": the day asked for, or today. */
void report_as_at(struct report *r);

#endif
