/* SPDX-License-Identifier: MIT
 *
 * report board: every figure of the board paper, counted, with what it is compared with; --explain
 * shows the rows of one.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "app/report_figures.h"
#include "app/report_frozen.h"
#include "app/report_words.h"

static const struct report_column row_columns[] = {
	{ "n", "No.", COLUMN_NUMBER },
	{ "ref", "Record", COLUMN_TERM },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "on_day", "Day", COLUMN_DATE },
	{ "unit", "Unit", COLUMN_TERM },
	{ "what", "What", COLUMN_TEXT },
	{ "counts", "Counts", COLUMN_NUMBER },
	{ "base", "Of", COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

static const char *
cell(const struct rows *rows, size_t row, const char *name)
{
	int at = rows_find(rows, name);

	return at < 0 ? "" : rows_text(rows, row, (size_t)at);
}

/* What the paper describes in words. */
static const struct figures_chart charts[] = {
	{ DOC_COLUMNS, "Programme: Type 1 outcomes and arrests", "type1_outcomes arrests_q3", 9 },
	{ DOC_COLUMNS, "Whole force: people in disruption events",
	    "socex_arrested socex_drugs socex_trafficking", 6 },
	{ DOC_LINES, "Partners: Divert referrals", "divert_referrals_ytd", 21 },
};

static bool
add_charts(struct report *r, struct error *err)
{
	bool ok = true;

	doc_section(r->doc, "By month");
	for (size_t i = 0; ok && i < ARRAY_LEN(charts); i++)
		ok = report_figures_chart(r, &charts[i], err);
	return ok;
}

static void
tell_incomplete(struct report *r, const struct rows *figures)
{
	size_t running = 0;

	for (size_t i = 0; i < rows_count(figures); i++)
		running += text_same(cell(figures, i, "is_over"), "f");
	if (running > 0)
		doc_text(r->doc,
		    "NOT OVER: %zu of these figures are of a period that was still running, or had "
		    "not begun, on that day. They are counted to the day, and compared with as "
		    "many days.",
		    running);
}

static bool
fill_board(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *figures = NULL;
	bool ok;

	doc_set(&r->doc->title, "Figures for the board");
	doc_set(&r->doc->population,
	    "The programme, the region, the whole force and partners, each by itself");
	r->doc->wide = true;
	report_figures_params(r, &p);
	ok = run_query(r->run, "report_figures", &p, &figures, err);
	params_free(&p);
	if (!ok)
		return false;
	report_figures_period(r, figures);
	tell_incomplete(r, figures);
	report_figures_tables(r, figures);
	ok = add_charts(r, err);
	if (ok) {
		report_figures_rules(r, figures);
		doc_note(r->doc,
		    "Counted by the day things happened, as far as they were recorded by the day "
		    "of the report and stood then; what is found wrong later changes later reports "
		    "only. \"Before\" is the stretch before this one. Numbers of people below the "
		    "force's threshold are not told. gridline report board --explain ID lists the "
		    "records behind a figure.");
	}
	rows_free(figures);
	return ok;
}

static void
tell_figure(struct report *r, const struct rows *f)
{
	char *title = xasprintf("How a figure is counted: %s", cell(f, 0, "label"));
	struct buf over = BUF_INIT;

	doc_set(&r->doc->title, title);
	free(title);
	doc_set(&r->doc->population, report_figures_population(cell(f, 0, "population")));
	report_stretch(
	    &over, cell(f, 0, "period_name"), cell(f, 0, "from_day"), cell(f, 0, "to_day"));
	doc_text(r->doc, "%s: %s %s, over %s.", cell(f, 0, "id"), cell(f, 0, "value"),
	    cell(f, 0, "unit"), buf_str(&over));
	buf_free(&over);
	doc_text(r->doc, "%s", cell(f, 0, "rule"));
	doc_note(r->doc, "Definition %s. Paragraph %s of the paper printed: %s.",
	    cell(f, 0, "definition"), cell(f, 0, "paragraph"), cell(f, 0, "printed"));
	if (*cell(f, 0, "note") != '\0')
		doc_note(r->doc, "%s.", cell(f, 0, "note"));
}

static bool
fill_explained(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT, rows = PARAMS_INIT;
	struct rows *figure = NULL;
	struct doc_table *t;
	bool ok;

	report_figures_params(r, &p);
	params_text(&p, r->asked.explain);
	ok = run_query(r->run, "report_figure", &p, &figure, err);
	params_free(&p);
	if (ok && rows_count(figure) > 0) {
		report_figures_period(r, figure);
		tell_figure(r, figure);
	}
	rows_free(figure);
	t = report_table(r, "rows", "The records it counts", row_columns);
	doc_empty(t, "None.");
	params_text(&rows, r->asked.explain);
	report_figures_params(r, &rows);
	ok = ok && report_rows(r, t, "report_figure_rows", &rows, err);
	params_free(&rows);
	return ok;
}

static bool
fill(struct report *r, struct error *err)
{
	if (r->asked.week != NULL)
		return report_frozen(r, err);
	return r->asked.explain != NULL ? fill_explained(r, err) : fill_board(r, err);
}

const struct report_kind report_board = {
	.name = "board",
	.help = "the figures of the board paper, counted",
	.takes = REPORT_AS_AT | REPORT_PERIOD | REPORT_WEEK | REPORT_EXPLAIN,
	.fill = fill,
};
