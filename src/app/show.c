/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/show.h"

#include <getopt.h>
#include <stdlib.h>

#include "base/text.h"
#include "model/dossier.h"
#include "report/writer.h"
#include "store/dossier_read.h"
#include "store/run.h"
#include "app/connect.h"
#include "app/export_out.h"
#include "app/settings.h"

enum { OPTION_JUSTIFICATION = COMMAND_OPTION_LONG, OPTION_FORMAT };

const struct command_option show_options[] = {
	{ "justification", OPTION_JUSTIFICATION, "TEXT", "why you read it; kept in the log" },
	{ "format", OPTION_FORMAT, "FORMAT", "text, csv or json (default text)" },
	{ "output", 'o', "FILE", "write to FILE instead of standard output" },
	{ NULL, 0, NULL, NULL },
};

/* A row is what of the dossier it is, its cells under the names they have in their pane, and the
 * text behind it. */
static const struct column columns[] = {
	{ "pane", "Pane", 12, COLUMN_TEXT, 0 },
	{ "what", "What", 12, COLUMN_TEXT, 0 },
	{ "cells", "How it stands", 60, COLUMN_TEXT, 0 },
	{ "mark", "Mark", 9, COLUMN_TEXT, 0 },
	{ "more", "More", 40, COLUMN_TEXT, 0 },
};

struct show {
	struct command_context *ctx;
	const char *line, *justification, *path;
	struct writer_options options;
	struct run *run;
	struct export_out out;
};

static int
parse(struct show *s, int argc, char **argv)
{
	int c;

	while ((c = command_next(s->ctx, argc, argv)) >= 0) {
		if (c == OPTION_JUSTIFICATION)
			s->justification = optarg;
		else if (c == 'o')
			s->path = optarg;
		else
			s->options.format = writer_format_find(optarg);
		if (s->options.format == WRITER_FORMAT_COUNT)
			return command_usage(
			    s->ctx, "--format takes text, csv or json, not '%s'", optarg);
	}
	if (c != COMMAND_NEXT_END)
		return c == COMMAND_NEXT_DONE ? -1 : COMMAND_USAGE;
	if (argc - optind != 1)
		return command_usage(s->ctx, "give one line by its reference");
	if (!s->justification)
		return command_usage(
		    s->ctx, "a dossier is personal data: say why with --justification");
	s->line = argv[optind];
	return COMMAND_OK;
}

/* The key of a line the caller sees. */
static bool
find(struct show *s, char id[DOSSIER_ID], struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	char shown[TEXT_SHOWN_SIZE];
	bool ok;

	params_text(&p, s->line);
	ok = run_query(s->run, "line_find", &p, &rows, err);
	params_free(&p);
	if (ok && rows_count(rows) == 0) {
		error_set(err, "there is no line %s, or it is not yours to see",
		    text_shown(s->line, shown));
		ok = error_hint(err, "gridline export grid lists those you see");
	}
	if (ok)
		snprintf(id, DOSSIER_ID, "%s", rows_text(rows, 0, 0));
	rows_free(rows);
	return ok;
}

/* The two steps; each statement commits by itself. */
static struct dossier *
read_dossier(struct show *s, const char *id, struct error *err)
{
	struct params consult = PARAMS_INIT, token = PARAMS_INIT;
	struct rows *rows = NULL;
	struct dossier *d = NULL;

	params_text(&consult, "line");
	params_text(&consult, id);
	params_text(&consult, s->justification);
	if (run_query(s->run, "consult", &consult, &rows, err)) {
		params_text(&token, rows_text(rows, 0, 0));
		rows_free(rows);
		rows = NULL;
		if (run_query(s->run, "dossier", &token, &rows, err))
			d = dossier_read(rows);
	}
	rows_free(rows);
	params_free(&consult);
	params_free(&token);
	return d;
}

static void
write_row(struct writer *w, const struct dossier *d, int pane, size_t i, struct buf *out)
{
	const struct dossier_row *row = &d->panes[pane].rows[i];
	struct buf cells = BUF_INIT;
	char title[24];
	int width;

	for (size_t c = 1; c < DOSSIER_CELLS; c++)
		if (dossier_column((enum dossier_pane)pane, c, title, &width) && row->cells[c][0])
			buf_addf(&cells, "%s%s: %s", cells.len ? "; " : "", title, row->cells[c]);
	writer_row(w,
	    (const char *[]){ dossier_pane_name((enum dossier_pane)pane), row->cells[0],
		buf_str(&cells), row->mark, row->more },
	    out);
	buf_free(&cells);
}

/* For people: a heading a pane, a line a row, what stands behind it indented below. */
static void
print_row(const struct dossier_row *row, int pane, struct buf *out)
{
	char title[24];
	int width;

	buf_addf(out, "  %s", row->cells[0]);
	for (size_t c = 1; c < DOSSIER_CELLS; c++)
		if (dossier_column((enum dossier_pane)pane, c, title, &width) && row->cells[c][0])
			buf_addf(out, pane == DOSSIER_SUMMARY ? ": %s" : "  %s", row->cells[c]);
	buf_addf(out, "%s%s%s\n", row->mark[0] ? "  [" : "", row->mark, row->mark[0] ? "]" : "");
	for (const char *line = row->more; *line;) {
		size_t n = strcspn(line, "\n");

		buf_addf(out, "      %.*s\n", (int)n, line);
		line += n + (line[n] == '\n');
	}
}

static void
print_dossier(struct show *s, const struct dossier *d)
{
	struct buf *out = &s->out.buf;

	buf_addf(out, "%s\n%s\n", s->options.marking, s->options.title);
	for (int pane = 0; pane < DOSSIER_PANE_COUNT; pane++) {
		if (d->panes[pane].n == 0)
			continue;
		buf_addf(out, "\n%s\n", dossier_pane_title((enum dossier_pane)pane));
		for (size_t i = 0; i < d->panes[pane].n; i++)
			print_row(&d->panes[pane].rows[i], pane, out);
	}
	buf_addf(out, "\n%s\n", s->options.marking);
}

static void
write_table(struct show *s, const struct dossier *d)
{
	struct writer *w = writer_new(&s->options);

	writer_begin(w, &s->out.buf);
	for (int pane = 0; pane < DOSSIER_PANE_COUNT; pane++)
		for (size_t i = 0; i < d->panes[pane].n; i++)
			write_row(w, d, pane, i, &s->out.buf);
	writer_end(w, &s->out.buf);
	writer_free(w);
}

static bool
write_dossier(struct show *s, const struct dossier *d, struct error *err)
{
	char *title = xasprintf("%s %s: %s, score %s", d->head[DOSSIER_REF], d->head[DOSSIER_NAME],
	    d->head[DOSSIER_STATUS], d->head[DOSSIER_SCORE][0] ? d->head[DOSSIER_SCORE] : "none");
	bool ok;

	s->options.title = title;
	if (s->options.format == WRITER_TEXT)
		print_dossier(s, d);
	else
		write_table(s, d);
	ok = export_out_done(&s->out, err);
	free(title);
	return ok;
}

static int
show(struct show *s)
{
	struct error err = ERROR_INIT;
	struct dossier *d = NULL;
	char id[DOSSIER_ID];
	bool ok = find(s, id, &err) && (d = read_dossier(s, id, &err)) != NULL &&
	    export_out_open(&s->out, s->path, &err) && write_dossier(s, d, &err);

	export_out_free(&s->out);
	dossier_free(d);
	return ok ? COMMAND_OK : command_fail(s->ctx, &err);
}

int
command_show(struct command_context *ctx, int argc, char **argv)
{
	struct show s = { .ctx = ctx,
		.options = {
		    .format = WRITER_TEXT, .columns = columns, .ncolumns = ARRAY_LEN(columns) } };
	struct error err = ERROR_INIT;
	struct conf conf = { .marking = NULL };
	int status = parse(&s, argc, argv);

	if (status == COMMAND_OK) {
		if (settings_conf(&conf, ctx->config, &err))
			s.run = connect_open(ctx, NULL, NULL, &err);
		s.options.marking = conf.marking;
		status = s.run != NULL ? show(&s) : command_fail(ctx, &err);
		run_close(s.run);
		conf_free(&conf);
	}
	return status < 0 ? COMMAND_OK : status;
}
