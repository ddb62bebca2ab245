/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report.h"

#include <getopt.h>
#include <stdlib.h>

#include "base/near.h"
#include "base/text.h"
#include "report/doc_writer.h"
#include "app/connect.h"
#include "app/export_out.h"
#include "app/report_pdf.h"
#include "app/settings.h"

#define FORMAT_PDF ((int)DOC_FORMAT_COUNT)

enum {
	OPTION_AS_AT = COMMAND_OPTION_LONG,
	OPTION_CONDITION,
	OPTION_EXPLAIN,
	OPTION_FORMAT,
	OPTION_FROM,
	OPTION_NPU,
	OPTION_PERIOD,
	OPTION_RECIPIENT,
	OPTION_SERIES,
	OPTION_TO,
	OPTION_UNIT,
	OPTION_WEEK
};

const struct command_option report_options[] = {
	{ "as-at", OPTION_AS_AT, "DATE", "as it stood at the end of that day" },
	{ "period", OPTION_PERIOD, "PERIOD",
	    "2022/23, 2022-Q3, 2022-12, 2022-W52, 2022-04..2022-12" },
	{ "week", OPTION_WEEK, "WEEK", "of the review of that ISO week: 2022-W52" },
	{ "from", OPTION_FROM, "WEEK", "changes from that week on" },
	{ "to", OPTION_TO, "WEEK", "up to that week" },
	{ "unit", OPTION_UNIT, "UNIT", "of that unit" },
	{ "npu", OPTION_NPU, "NPU", "of that neighbourhood policing unit" },
	{ "series", OPTION_SERIES, "SERIES", "that series of returns only" },
	{ "explain", OPTION_EXPLAIN, "ID", "the records that figure counts, and the rule" },
	{ "format", OPTION_FORMAT, "FORMAT", "text, csv, json or pdf (default text)" },
	{ "output", 'o', "FILE", "write to FILE instead of standard output" },
	{ "recipient", OPTION_RECIPIENT, "TEXT", "to whom it is handed out; kept in the log" },
	{ "condition", OPTION_CONDITION, "TEXT", "handling code C: under what it may be shared" },
	{ NULL, 0, NULL, NULL },
};

#define REPORT_ADDRESS(kind) &kind,
static const struct report_kind *const kinds[] = { REPORT_KINDS(REPORT_ADDRESS) };

struct making {
	struct command_context *ctx;
	const struct report_kind *kind;
	const char *path, *recipient, *condition, *marking;
	int format; /* of enum doc_format, or FORMAT_PDF */
	bool captive;
	struct report report;
	struct export_out out;
};

/* What each option fills, and the bit a report takes it by. */
static const char **
asked_for(struct report_asked *asked, int code, unsigned *takes)
{
	const struct {
		int code;
		unsigned takes;
		const char **to;
	} table[] = {
		{ OPTION_AS_AT, REPORT_AS_AT, &asked->as_at },
		{ OPTION_PERIOD, REPORT_PERIOD, &asked->period },
		{ OPTION_WEEK, REPORT_WEEK, &asked->week },
		{ OPTION_FROM, REPORT_FROM_TO, &asked->from },
		{ OPTION_TO, REPORT_FROM_TO, &asked->to },
		{ OPTION_UNIT, REPORT_UNIT, &asked->unit },
		{ OPTION_NPU, REPORT_NPU, &asked->npu },
		{ OPTION_SERIES, REPORT_SERIES, &asked->series },
		{ OPTION_EXPLAIN, REPORT_EXPLAIN, &asked->explain },
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++)
		if (table[i].code == code) {
			*takes = table[i].takes;
			return table[i].to;
		}
	return NULL;
}

static int
find_format(const char *name)
{
	static const char *const names[] = { [DOC_FORMAT_TEXT] = "text",
		[DOC_FORMAT_CSV] = "csv",
		[DOC_FORMAT_JSON] = "json",
		[DOC_FORMAT_GROFF] = "groff",
		[FORMAT_PDF] = "pdf" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (text_same(names[i], name))
			return (int)i;
	return -1;
}

static int
parse_option(struct making *m, int code, unsigned *given)
{
	unsigned takes = 0;
	const char **to = asked_for(&m->report.asked, code, &takes);

	if (to != NULL) {
		*to = optarg;
		*given |= takes;
	} else if (code == OPTION_RECIPIENT) {
		m->recipient = optarg;
	} else if (code == OPTION_CONDITION) {
		m->condition = optarg;
	} else if (code == 'o') {
		m->path = optarg;
	} else if ((m->format = find_format(optarg)) < 0) {
		return command_usage(
		    m->ctx, "--format takes text, csv, json or pdf, not '%s'", optarg);
	}
	return COMMAND_OK;
}

/* "board, grid and tasking-sheet". */
static void
list_kinds(struct buf *out)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		if (i > 0)
			buf_adds(out, i + 1 < ARRAY_LEN(kinds) ? ", " : " and ");
		buf_adds(out, kinds[i]->name);
	}
}

static int
parse_name(struct making *m, const char *name)
{
	struct near near = NEAR_INIT(name != NULL ? name : "");
	struct buf known = BUF_INIT;
	char shown[TEXT_SHOWN_SIZE];
	int status = COMMAND_OK;

	for (size_t i = 0; name != NULL && i < ARRAY_LEN(kinds); i++) {
		if (text_same(kinds[i]->name, name))
			m->kind = kinds[i];
		near_offer(&near, kinds[i]->name);
	}
	list_kinds(&known);
	if (name == NULL)
		status = command_usage(m->ctx, "which report? Known: %s", buf_str(&known));
	else if (m->kind == NULL && near.best != NULL)
		status = command_usage(m->ctx, "there is no report called %s; did you mean '%s'?",
		    text_shown(name, shown), near.best);
	else if (m->kind == NULL)
		status = command_usage(m->ctx, "there is no report called %s; known: %s",
		    text_shown(name, shown), buf_str(&known));
	buf_free(&known);
	return status;
}

static const char *
option_of(unsigned takes)
{
	struct report_asked none = { 0 };

	for (const struct command_option *o = report_options; o->name != NULL; o++) {
		unsigned bit = 0;

		if (asked_for(&none, o->code, &bit) != NULL && (bit & takes) != 0)
			return o->name;
	}
	return "";
}

static int
check_options(struct making *m, unsigned given)
{
	const char *as_at = m->report.asked.as_at;
	date_days day;

	if (given & ~m->kind->takes)
		return command_usage(m->ctx, "the report %s takes no --%s", m->kind->name,
		    option_of(given & ~m->kind->takes));
	if (m->kind->needs & ~given)
		return command_usage(m->ctx, "the report %s needs --%s", m->kind->name,
		    option_of(m->kind->needs & ~given));
	if (as_at != NULL && !date_parse(as_at, &day))
		return command_usage(
		    m->ctx, "--as-at takes a day such as 2022-12-31, not '%s'", as_at);
	if (m->format == FORMAT_PDF && m->path == NULL && isatty(STDOUT_FILENO))
		return command_usage(m->ctx, "a PDF is not for a terminal: give --output=FILE.pdf");
	return COMMAND_OK;
}

static int
parse(struct making *m, int argc, char **argv)
{
	unsigned given = 0;
	int c, status;

	while ((c = command_next(m->ctx, argc, argv)) >= 0) {
		status = parse_option(m, c, &given);
		if (status != COMMAND_OK)
			return status;
	}
	if (c != COMMAND_NEXT_END)
		return c == COMMAND_NEXT_DONE ? -1 : COMMAND_USAGE;
	if (argc - optind > 1)
		return command_usage(
		    m->ctx, "one report at a time: '%s' is too much", argv[optind + 1]);
	status = parse_name(m, optind < argc ? argv[optind] : NULL);
	return status == COMMAND_OK ? check_options(m, given) : status;
}

/* Who asks, and that the day they ask for has come. */
static bool
greet(struct making *m, struct error *err)
{
	struct report *r = &m->report;
	date_days day;

	if (!run_session(r->run, &r->session, err))
		return false;
	if (r->asked.as_at != NULL && date_parse(r->asked.as_at, &day) && day > r->session.today) {
		char today[DATE_TEXT];

		date_format(r->session.today, today);
		error_set(err, "--as-at: %s lies in the future", r->asked.as_at);
		return error_hint(err, "for the database it is %s", today);
	}
	if (m->captive && m->format == FORMAT_PDF) {
		error_set(err, "this is a captive session, and a PDF takes another program");
		return error_hint(err, "take --format text");
	}
	if (m->kind->personal && r->session.read_only) {
		error_set(err, "the report %s holds personal data, and this is a read-only copy",
		    m->kind->name);
		return error_hint(
		    err, "ask the main database: what is handed out has to be logged");
	}
	return r->session.read_only || run_query(r->run, "day_turn", NULL, NULL, err);
}

/* "2022-12-31" for a report as at that day; what else was asked, as it was typed. */
static void
asked_text(const struct report_asked *a, struct buf *out)
{
	const char *const parts[] = { "as-at", a->as_at, "period", a->period, "week", a->week,
		"from", a->from, "to", a->to, "unit", a->unit, "npu", a->npu, "series", a->series,
		"explain", a->explain };

	for (size_t i = 0; i < ARRAY_LEN(parts); i += 2)
		if (parts[i + 1] != NULL)
			buf_addf(out, "%s%s:%s", out->len > 0 ? " " : "", parts[i], parts[i + 1]);
}

/* Logged before a byte of it leaves, so that the head printed on it vouches for that entry, too. */
static bool
log_report(struct making *m, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct buf asked = BUF_INIT;
	char *listing;
	bool ok;

	if (m->report.rows == 0)
		return true;
	if (m->report.session.read_only) {
		command_say(m->ctx, "this is a read-only copy: the report is not in the log");
		return true;
	}
	listing = xasprintf("report %s", m->kind->name);
	asked_text(&m->report.asked, &asked);
	params_text(&p, listing);
	params_text(&p, buf_str(&asked));
	params_number(&p, m->report.rows);
	params_text(&p, m->recipient != NULL ? m->recipient : "");
	ok = run_query(m->report.run, "export_log", &p, NULL, err);
	params_free(&p);
	buf_free(&asked);
	free(listing);
	return ok;
}

/* "C: Lawful sharing permitted with conditions: destroy after the meeting". */
static void
set_handling(struct making *m, const struct rows *rows)
{
	const char *condition = m->condition;
	struct buf text = BUF_INIT;

	if (condition == NULL && m->kind->personal)
		condition = "for those named as its recipients only";
	for (size_t i = 0; i < rows_count(rows); i++) {
		if (!text_same(rows_text(rows, i, 2), condition != NULL ? "C" : "P"))
			continue;
		buf_addf(&text, "%s: %s", rows_text(rows, i, 2), rows_text(rows, i, 3));
		if (condition != NULL)
			buf_addf(&text, ": %s", condition);
	}
	doc_set(&m->report.doc->handling, buf_str(&text));
	buf_free(&text);
}

static void
set_counted(struct report *r)
{
	struct buf text = BUF_INIT;
	char today[DATE_TEXT];
	int64_t minutes = r->session.clock_us / 60000000;

	date_format(r->session.today, today);
	report_day(&text, today);
	buf_addf(&text, " %02d:%02d by %s", (int)(minutes / 60 % 24), (int)(minutes % 60),
	    r->session.login);
	doc_set(&r->doc->counted, buf_str(&text));
	buf_free(&text);
}

/* What every page bears. */
static bool
set_edges(struct making *m, struct error *err)
{
	struct report *r = &m->report;
	struct rows *rows = NULL;
	char *text;

	if (!run_query(r->run, "report_head", NULL, &rows, err))
		return false;
	text = xasprintf("entry %s, %s", rows_text(rows, 0, 0), rows_text(rows, 0, 1));
	doc_set(&r->doc->audit, text);
	free(text);
	set_handling(m, rows);
	rows_free(rows);
	doc_set(&r->doc->marking, m->marking);
	doc_set(&r->doc->recipient, m->recipient);
	set_counted(r);
	if (r->doc->period[0] == '\0')
		report_as_at(r);
	if (r->doc->population[0] == '\0') {
		text = xasprintf("What %s may see", r->session.login);
		doc_set(&r->doc->population, text);
		free(text);
	}
	return true;
}

static bool
write_doc(struct making *m, struct error *err)
{
	struct buf source = BUF_INIT;
	const struct report_paper paper = { .wide = m->report.doc->wide,
		.made = (long)(m->report.session.clock_us / 1000000) };
	bool ok = true;

	if (m->format != FORMAT_PDF) {
		doc_write(m->report.doc, (enum doc_format)m->format, &m->out.buf);
	} else {
		doc_write(m->report.doc, DOC_FORMAT_GROFF, &source);
		ok = report_pdf(&source, &paper, &m->out.buf, err);
	}
	buf_free(&source);
	return ok && export_out_done(&m->out, err);
}

static int
make(struct making *m)
{
	struct error err = ERROR_INIT;
	bool ok = greet(m, &err);

	m->report.doc = doc_new(m->kind->name);
	ok = ok && m->kind->fill(&m->report, &err) && export_out_open(&m->out, m->path, &err);
	if (ok) {
		ok = log_report(m, &err) && set_edges(m, &err) && write_doc(m, &err);
		export_out_free(&m->out);
	}
	doc_free(m->report.doc);
	if (!ok && error_is_set(&err))
		command_fail(m->ctx, &err);
	return ok ? COMMAND_OK : COMMAND_FAILED;
}

int
command_report(struct command_context *ctx, int argc, char **argv)
{
	struct making m = { .ctx = ctx, .format = DOC_FORMAT_TEXT };
	struct error err = ERROR_INIT;
	struct conf conf = { .marking = NULL };
	int status = parse(&m, argc, argv);

	if (status == COMMAND_OK) {
		if (settings_conf(&conf, ctx->config, &err))
			m.report.run = connect_open(ctx, NULL, NULL, &err);
		m.marking = conf.marking;
		m.captive = conf.captive;
		status = m.report.run != NULL ? make(&m) : command_fail(ctx, &err);
		run_close(m.report.run);
		conf_free(&conf);
	}
	return status < 0 ? COMMAND_OK : status;
}
