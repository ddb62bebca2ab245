/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/export.h"

#include <getopt.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "model/filter.h"
#include "report/writer.h"
#include "store/export.h"
#include "store/run.h"
#include "store/terms_read.h"
#include "app/connect.h"
#include "app/export_listing.h"
#include "app/export_out.h"
#include "app/settings.h"

enum {
	OPTION_AS_AT = COMMAND_OPTION_LONG,
	OPTION_FILTER,
	OPTION_FORMAT,
	OPTION_RAW,
	OPTION_RECIPIENT,
	OPTION_SORT
};

const struct command_option export_options[] = {
	{ "filter", OPTION_FILTER, "FILTER", "only what the filter holds: gridline-filter(7)" },
	{ "sort", OPTION_SORT, "COLUMN", "by this column; -COLUMN the other way round" },
	{ "as-at", OPTION_AS_AT, "DATE",
	    "the grid at the end of that day, or in the review of a week (2022-W52)" },
	{ "format", OPTION_FORMAT, "FORMAT", "text, csv or json (default csv)" },
	{ "raw", OPTION_RAW, NULL, "do not guard CSV cells that a spreadsheet would run" },
	{ "recipient", OPTION_RECIPIENT, "TEXT", "to whom it is handed out; kept in the log" },
	{ "output", 'o', "FILE", "write to FILE instead of standard output" },
	{ NULL, 0, NULL, NULL },
};

struct export
{
	const struct command_context *ctx;
	const struct export_listing *listing;
	const char *filter_source, *sort, *path, *recipient;
	struct writer_options options;
	struct export_query query;
	struct filter *filter;
	struct run *run;
	struct writer *writer;
	struct export_out out;
	char *title;
	long rows;
	bool read_only; /* a standby */
	char *moment;	/* what a week of --as-at stands for */
};

static int
parse_option(struct export *ex, struct command_context *ctx, int code)
{
	switch (code) {
	case OPTION_FILTER:
		ex->filter_source = optarg;
		break;
	case OPTION_SORT:
		ex->sort = optarg;
		break;
	case OPTION_AS_AT:
		ex->query.as_at = optarg;
		break;
	case OPTION_RECIPIENT:
		ex->recipient = optarg;
		break;
	case OPTION_RAW:
		ex->options.raw = true;
		break;
	case OPTION_FORMAT:
		ex->options.format = writer_format_find(optarg);
		if (ex->options.format == WRITER_FORMAT_COUNT)
			return command_usage(
			    ctx, "--format takes text, csv or json, not '%s'", optarg);
		break;
	case 'o':
		ex->path = optarg;
		break;
	default:
		break;
	}
	return COMMAND_OK;
}

/* The filter's text with a caret under what is wrong with it. */
static void
point_at(const struct export *ex, const struct filter_error *wrong)
{
	struct buf text = BUF_INIT, before = BUF_INIT;
	const char *source = ex->filter_source;
	int width;

	text_clean(&text, source, strlen(source), TEXT_LINE);
	text_clean(&before, source, wrong->at, TEXT_LINE);
	width = text_width(buf_str(&before), before.len);
	buf_clear(&before);
	text_clean(&before, source + wrong->at, wrong->len, TEXT_LINE);
	command_say(ex->ctx, "--filter: %s", wrong->error.text);
	fprintf(stderr, "  %s\n  %*s", buf_str(&text), width, "");
	for (int w = text_width(buf_str(&before), before.len); w > 1; w--)
		fputc('^', stderr);
	fputs("^\n", stderr);
	if (wrong->error.hint[0] != '\0')
		command_say(ex->ctx, "%s", wrong->error.hint);
	buf_free(&text);
	buf_free(&before);
}

/* A day, or a day and a time: 2022-12-31, 2022-12-31T09:30, 2022-12-31 09:30:00Z. */
static bool
is_moment(const char *s)
{
	char day[DATE_TEXT];
	date_days d;
	int hour, minute, used = 0;

	snprintf(day, sizeof day, "%s", s);
	if (strlen(s) < DATE_TEXT - 1 || !date_parse(day, &d))
		return false;
	s += DATE_TEXT - 1;
	if (*s == '\0')
		return true;
	if ((*s != 'T' && *s != ' ') || s[1 + strspn(s + 1, "0123456789:+-Z")] != '\0')
		return false;
	return sscanf(s + 1, "%2d:%2d%n", &hour, &minute, &used) == 2 && used == 5 && hour < 24 &&
	    minute < 60;
}

/* 2022-W52: a review's week. Whether there is one the database says. */
static bool
is_week(const char *s)
{
	return strlen(s) == 8 && strspn(s, "0123456789") == 4 && s[4] == '-' &&
	    (s[5] == 'W' || s[5] == 'w') && strspn(s + 6, "0123456789") == 2;
}

static int
parse_listing(struct export *ex, struct command_context *ctx, const char *name)
{
	struct error err = ERROR_INIT;
	struct filter_error wrong = { 0 };

	ex->query.sort = -1;
	ex->listing = export_listing_find(name, &err);
	if (ex->listing == NULL ||
	    (ex->sort != NULL &&
		!export_listing_sort(
		    ex->listing, ex->sort, &ex->query.sort, &ex->query.descending, &err))) {
		command_fail(ctx, &err);
		return COMMAND_USAGE;
	}
	ex->query.kind = ex->listing->kind;
	if (ex->query.as_at != NULL && ex->query.kind != EXPORT_GRID)
		return command_usage(ctx, "--as-at goes with grid only");
	if (ex->query.as_at != NULL && !is_moment(ex->query.as_at) && !is_week(ex->query.as_at))
		return command_usage(ctx,
		    "--as-at takes a day such as 2022-12-31, a moment such as 2022-12-31T09:30 or "
		    "a week such as 2022-W52, not '%s'",
		    ex->query.as_at);
	if (ex->filter_source != NULL &&
	    !filter_parse(ex->listing->listing, ex->filter_source, &ex->filter, &wrong)) {
		point_at(ex, &wrong);
		return COMMAND_USAGE;
	}
	ex->query.filter = ex->filter;
	return COMMAND_OK;
}

static int
parse(struct export *ex, struct command_context *ctx, int argc, char **argv)
{
	int c, status;

	while ((c = command_next(ctx, argc, argv)) >= 0) {
		status = parse_option(ex, ctx, c);
		if (status != COMMAND_OK)
			return status;
	}
	if (c != COMMAND_NEXT_END)
		return c == COMMAND_NEXT_DONE ? -1 : COMMAND_USAGE;
	if (optind == argc)
		return command_usage(
		    ctx, "what is to be exported is missing (grid, groups, lines or taskings)");
	if (argc - optind > 1)
		return command_usage(
		    ctx, "one listing at a time: '%s' is too much", argv[optind + 1]);
	return parse_listing(ex, ctx, argv[optind]);
}

/* Hold the filter's codes against the reference tables. */
static bool
check_filter(struct export *ex, struct filter_error *wrong, struct error *err)
{
	struct terms *terms;
	bool ok;

	if (ex->filter == NULL)
		return true;
	terms = terms_fetch(ex->run, err);
	if (terms == NULL)
		return false;
	ok = filter_check(ex->filter, terms, wrong);
	terms_free(terms);
	free(terms);
	return ok;
}

static bool
on_row(void *arg, const char *const *cells, size_t n, struct error *err)
{
	struct export *ex = arg;

	(void)n;
	writer_row(ex->writer, cells, &ex->out.buf);
	ex->rows++;
	return export_out_spill(&ex->out, err);
}

/* A week is the moment its review was frozen at, or its end. */
static bool
resolve_week(struct export *ex, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	bool ok;

	if (ex->query.as_at == NULL || !is_week(ex->query.as_at))
		return true;
	params_text(&p, ex->query.as_at);
	ok = run_query(ex->run, "review_moment", &p, &rows, err);
	params_free(&p);
	if (ok) {
		ex->moment = xstrdup(rows_text(rows, 0, 0));
		ex->query.as_at = ex->moment;
	}
	rows_free(rows);
	return ok;
}

/* What the database says of itself decides what can be asked, and stands in the title: "grid as at
 * 2022-12-31, filter: npu:BE". */
static bool
greet(struct export *ex, struct error *err)
{
	struct rows *rows = NULL;
	struct buf title = BUF_INIT;
	const char *today;
	bool ok = true;

	if (!run_query(ex->run, "session", NULL, &rows, err))
		return false;
	ex->read_only = rows_flag(rows, 0, (size_t)rows_find(rows, "read_only"));
	today = rows_text(rows, 0, (size_t)rows_find(rows, "today"));
	if (ex->query.as_at != NULL && !is_week(ex->query.as_at) &&
	    strncmp(ex->query.as_at, today, DATE_TEXT - 1) > 0) {
		error_set(err, "--as-at: %s lies in the future", ex->query.as_at);
		ok = error_hint(err, "for the database it is %s", today);
	}
	buf_addf(&title, "%s as at %s", ex->listing->name,
	    ex->query.as_at != NULL ? ex->query.as_at : today);
	if (ex->filter_source != NULL)
		buf_addf(&title, ", filter: %s", ex->filter_source);
	rows_free(rows);
	ex->title = buf_take(&title);
	return ok && (ex->read_only || run_query(ex->run, "day_turn", NULL, NULL, err)) &&
	    resolve_week(ex, err);
}

/* Who handed out what is kept, even if the reader has gone half way; a listing that was broken off
 * took its connection with it. A read-only copy cannot keep it. */
static bool
log_export(struct export *ex, bool whole, struct error *err)
{
	struct params p = PARAMS_INIT;
	bool ok;

	if (ex->rows == 0)
		return true;
	if (ex->read_only) {
		command_say(ex->ctx, "this is a read-only copy: the export is not in the log");
		return true;
	}
	if (!whole) {
		run_close(ex->run);
		ex->run = connect_open(ex->ctx, NULL, NULL, err);
		if (ex->run == NULL)
			return false;
	}
	params_text(&p, ex->listing->name);
	params_text(&p, ex->filter_source != NULL ? ex->filter_source : "");
	params_number(&p, ex->rows);
	params_text(&p, ex->recipient != NULL ? ex->recipient : "");
	ok = run_query(ex->run, "export_log", &p, NULL, err);
	params_free(&p);
	return ok;
}

static bool
write_listing(struct export *ex, struct error *err)
{
	size_t n;
	struct column *columns = export_listing_columns(ex->listing, &n);
	bool ok;

	ex->options.columns = columns;
	ex->options.ncolumns = n;
	ex->options.title = ex->title;
	ex->query.row = on_row;
	ex->query.arg = ex;
	ex->writer = writer_new(&ex->options);
	writer_begin(ex->writer, &ex->out.buf);
	ok = export_rows(ex->run, &ex->query, NULL, err);
	if (ok)
		writer_end(ex->writer, &ex->out.buf);
	writer_free(ex->writer);
	free(columns);
	return ok;
}

static int
finish(struct export *ex)
{
	struct filter_error wrong = { 0 };
	struct error err = ERROR_INIT;
	bool ok;

	if (!check_filter(ex, &wrong, &err)) {
		if (!error_is_set(&wrong.error))
			return command_fail(ex->ctx, &err);
		point_at(ex, &wrong);
		return COMMAND_USAGE;
	}
	if (!greet(ex, &err) || !export_out_open(&ex->out, ex->path, &err))
		return command_fail(ex->ctx, &err);
	ok = write_listing(ex, &err);
	if (!log_export(ex, ok, &err))
		ok = false;
	if (ok)
		ok = export_out_done(&ex->out, &err);
	if (!ok && error_is_set(&err))
		command_fail(ex->ctx, &err);
	else if (ok && ex->rows == 0 && ex->query.as_at != NULL)
		command_say(ex->ctx, "nothing that you may see stood on the grid then");
	export_out_free(&ex->out);
	return ok ? COMMAND_OK : COMMAND_FAILED;
}

int
command_export(struct command_context *ctx, int argc, char **argv)
{
	struct export ex = { .ctx = ctx, .options = { .format = WRITER_CSV } };
	struct error err = ERROR_INIT;
	struct conf conf = { .marking = NULL };
	int status = parse(&ex, ctx, argc, argv);

	if (status == COMMAND_OK) {
		if (settings_conf(&conf, ctx->config, &err))
			ex.run = connect_open(ctx, NULL, NULL, &err);
		ex.options.marking = conf.marking;
		status = ex.run != NULL ? finish(&ex) : command_fail(ctx, &err);
		run_close(ex.run);
		conf_free(&conf);
	}
	filter_free(ex.filter);
	free(ex.title);
	free(ex.moment);
	return status < 0 ? COMMAND_OK : status;
}
