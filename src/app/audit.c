/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/audit.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/date.h"
#include "base/text.h"
#include "report/writer.h"
#include "store/run.h"
#include "app/connect.h"
#include "app/listing.h"
#include "app/settings.h"

#define SHOW_MOST 10000
#define HASH_TEXT 64

enum {
	OPTION_ENTRY = COMMAND_OPTION_LONG,
	OPTION_FORMAT,
	OPTION_FROM,
	OPTION_HASH,
	OPTION_LOGIN,
	OPTION_OPERATION,
	OPTION_TO
};

const struct command_option audit_options[] = {
	{ "entry", OPTION_ENTRY, "N", "verify: that entry of the log, as printed on a page" },
	{ "hash", OPTION_HASH, "HASH", "verify: has the hash that stands beside it there" },
	{ "from", OPTION_FROM, "DATE", "show: entries of that day and later" },
	{ "to", OPTION_TO, "DATE", "show: entries of that day and earlier" },
	{ "login", OPTION_LOGIN, "NAME", "show: what that login did" },
	{ "operation", OPTION_OPERATION, "WORD", "show: disclosure, consultation, alteration..." },
	{ "format", OPTION_FORMAT, "FORMAT", "text, csv or json (default text)" },
	{ "output", 'o', "FILE", "write to FILE instead of standard output" },
	{ NULL, 0, NULL, NULL },
};

static const struct column columns[] = {
	{ "entry_id", "Entry", 6, COLUMN_NUMBER, 0 },
	{ "at", "At", 20, COLUMN_DATE, 0 },
	{ "operation", "Operation", 12, COLUMN_TERM, 0 },
	{ "login", "Login", 10, COLUMN_TEXT, 0 },
	{ "object_kind", "What", 8, COLUMN_TEXT, 0 },
	{ "object_id", "Which", 12, COLUMN_TEXT, 0 },
	{ "justification", "Why", 20, COLUMN_TEXT, 0 },
	{ "recipient", "To", 12, COLUMN_TEXT, 0 },
	{ "detail", "Detail", 20, COLUMN_TEXT, 0 },
	{ "hash", "Hash", 64, COLUMN_TEXT, 0 },
};
#define TEXT_COLUMNS 8 /* of those, for people */

struct audit {
	struct command_context *ctx;
	struct run *run;
	enum writer_format format;
	const char *marking, *path;
	const char *entry, *hash, *from, *to, *login, *operation;
};

static int
parse_option(struct audit *a, int code)
{
	date_days day;

	if (code == OPTION_ENTRY)
		a->entry = optarg;
	else if (code == OPTION_HASH)
		a->hash = optarg;
	else if (code == OPTION_FROM)
		a->from = optarg;
	else if (code == OPTION_TO)
		a->to = optarg;
	else if (code == OPTION_LOGIN)
		a->login = optarg;
	else if (code == OPTION_OPERATION)
		a->operation = optarg;
	else if (code == 'o')
		a->path = optarg;
	else
		a->format = writer_format_find(optarg);
	if (a->format == WRITER_FORMAT_COUNT)
		return command_usage(a->ctx, "--format takes text, csv or json, not '%s'", optarg);
	if ((code == OPTION_FROM || code == OPTION_TO) && !date_parse(optarg, &day))
		return command_usage(a->ctx, "a day is written like 2022-12-31, not '%s'", optarg);
	return COMMAND_OK;
}

static bool
is_number(const char *s)
{
	return *s != '\0' && strlen(s) < 19 && s[strspn(s, "0123456789")] == '\0';
}

static int
check_options(struct audit *a, bool verify)
{
	if (verify && (a->from || a->to || a->login || a->operation))
		return command_usage(a->ctx,
		    "verify looks at the whole log: --from, --to, --login and --operation go with show");
	if (!verify && (a->entry || a->hash))
		return command_usage(a->ctx, "--entry and --hash go with verify");
	if ((a->entry == NULL) != (a->hash == NULL))
		return command_usage(a->ctx, "--entry and --hash go together, as they are printed");
	if (a->entry != NULL && !is_number(a->entry))
		return command_usage(a->ctx, "--entry takes a number, not '%s'", a->entry);
	if (a->hash != NULL &&
	    (strlen(a->hash) != HASH_TEXT ||
		strspn(a->hash, "0123456789abcdefABCDEF") != HASH_TEXT))
		return command_usage(a->ctx, "--hash takes the 64 letters and digits of the page");
	return COMMAND_OK;
}

static int
parse(struct audit *a, int argc, char **argv, bool *verify)
{
	int c, status;

	while ((c = command_next(a->ctx, argc, argv)) >= 0) {
		status = parse_option(a, c);
		if (status != COMMAND_OK)
			return status;
	}
	if (c != COMMAND_NEXT_END)
		return c == COMMAND_NEXT_DONE ? -1 : COMMAND_USAGE;
	*verify = argc - optind == 1 && text_same(argv[optind], "verify");
	if (argc - optind != 1 || (!*verify && !text_same(argv[optind], "show")))
		return command_usage(a->ctx, "verify or show?");
	return check_options(a, *verify);
}

/* The entry of a page is in the log as it was printed. */
static bool
check_page(struct audit *a, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	bool ok;

	params_text(&p, a->entry);
	ok = run_query(a->run, "audit_entry", &p, &rows, err);
	params_free(&p);
	if (ok && rows_count(rows) == 0) {
		error_set(err, "the log has no entry %s", a->entry);
		ok = error_hint(
		    err, "the page was printed from another log, or this one was made anew");
	} else if (ok && !text_same(rows_text(rows, 0, 0), a->hash)) {
		error_set(err, "entry %s has another hash than the page", a->entry);
		ok = error_hint(
		    err, "the page was printed from another log, or this one was made anew");
	} else if (ok) {
		printf("entry %s of %s is the one on the page\n", a->entry, rows_text(rows, 0, 1));
	}
	rows_free(rows);
	return ok;
}

static bool
verify_log(struct audit *a, struct error *err)
{
	struct rows *rows = NULL;
	bool ok = run_query(a->run, "audit_verify", NULL, &rows, err);

	if (ok && !rows_null(rows, 0, 2)) {
		error_set(err, "the log is broken at entry %s: %s", rows_text(rows, 0, 2),
		    rows_text(rows, 0, 3));
		ok = error_hint(
		    err, "keep the database as it is and tell whoever is responsible for it");
	}
	if (ok)
		printf("the log is whole: %s entries, head %s\n", rows_text(rows, 0, 0),
		    rows_text(rows, 0, 1));
	rows_free(rows);
	return ok && (a->entry == NULL || check_page(a, err));
}

/* For anybody else the log is empty, which is no answer. */
static bool
is_auditor(struct audit *a, struct session *session, struct error *err)
{
	if (!run_session(a->run, session, err))
		return false;
	if (text_same(session->role, "auditor"))
		return true;
	error_set(err, "only auditors may read the log");
	return error_hint(
	    err, "%s is on the staff list as %s; ask an auditor", session->login, session->role);
}

/* That it was taken out of the database is itself a disclosure. */
static bool
log_show(struct audit *a, const struct session *session, long n, struct error *err)
{
	struct params p = PARAMS_INIT;
	char *asked;
	bool ok;

	if (session->read_only || n == 0)
		return true;
	asked = xasprintf("from:%s to:%s login:%s operation:%s", a->from ? a->from : "",
	    a->to ? a->to : "", a->login ? a->login : "", a->operation ? a->operation : "");
	params_text(&p, "audit log");
	params_text(&p, asked);
	params_number(&p, n);
	params_text(&p, "");
	ok = run_query(a->run, "export_log", &p, NULL, err);
	params_free(&p);
	free(asked);
	return ok;
}

static bool
show(struct audit *a, struct error *err)
{
	const struct writer_options options = { .format = a->format,
		.columns = columns,
		.ncolumns = a->format == WRITER_TEXT ? TEXT_COLUMNS : ARRAY_LEN(columns),
		.marking = a->marking,
		.title = "Audit log, the latest first" };
	struct params p = PARAMS_INIT;
	struct session session;
	struct rows *rows = NULL;
	bool ok;

	params_text(&p, a->from);
	params_text(&p, a->to);
	params_text(&p, a->login != NULL ? a->login : "");
	params_text(&p, a->operation != NULL ? a->operation : "");
	params_number(&p, SHOW_MOST);
	ok = is_auditor(a, &session, err) && run_query(a->run, "audit_show", &p, &rows, err) &&
	    log_show(a, &session, (long)rows_count(rows), err) &&
	    listing_write(a->path, &options, rows, err);
	params_free(&p);
	if (ok && rows_count(rows) == SHOW_MOST)
		command_say(
		    a->ctx, "only the latest %d: narrow it with --from and --to", SHOW_MOST);
	rows_free(rows);
	return ok;
}

int
command_audit(struct command_context *ctx, int argc, char **argv)
{
	struct audit a = { .ctx = ctx, .format = WRITER_TEXT };
	struct error err = ERROR_INIT;
	struct conf conf = { .marking = NULL };
	bool verify = false, ok = false;
	int status = parse(&a, argc, argv, &verify);

	if (status == COMMAND_OK) {
		if (settings_conf(&conf, ctx->config, &err))
			a.run = connect_open(ctx, NULL, NULL, &err);
		a.marking = conf.marking;
		if (a.run != NULL)
			ok = verify ? verify_log(&a, &err) : show(&a, &err);
		if (!ok && error_is_set(&err))
			command_fail(ctx, &err);
		status = ok ? COMMAND_OK : COMMAND_FAILED;
		run_close(a.run);
		conf_free(&conf);
	}
	return status < 0 ? COMMAND_OK : status;
}
