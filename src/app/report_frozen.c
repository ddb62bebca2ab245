/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report_frozen.h"

#include "base/text.h"
#include "app/report_figures.h"

static const struct report_column figure_columns[] = {
	{ "label", "Figure", COLUMN_TEXT },
	{ "told_frozen", "Frozen", COLUMN_NUMBER },
	{ "told_recounted", "Counted now", COLUMN_NUMBER },
	{ "difference", "Difference", COLUMN_TERM },
	{ "told_unit", "", COLUMN_TERM },
	{ "stretch", "Counted over", COLUMN_TEXT },
	{ "id", "Id", COLUMN_TERM },
	{ "frozen", NULL, COLUMN_NUMBER },
	{ "recounted", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column value_columns[] = {
	{ "id", NULL, COLUMN_TERM },
	{ "frozen", NULL, COLUMN_NUMBER },
	{ "recounted", NULL, COLUMN_NUMBER },
	{ "change", NULL, COLUMN_NUMBER },
	{ "moved", NULL, COLUMN_FLAG },
	{ "period_name", NULL, COLUMN_TERM },
	{ "from_day", NULL, COLUMN_DATE },
	{ "to_day", NULL, COLUMN_DATE },
	{ "definition", NULL, COLUMN_TERM },
	{ "definition_now", NULL, COLUMN_TERM },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column record_columns[] = {
	{ "how", "What happened", COLUMN_TERM },
	{ "ref", "Record", COLUMN_TERM },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "on_day", "Day", COLUMN_DATE },
	{ "unit", "Unit", COLUMN_TERM },
	{ "what", "What", COLUMN_TEXT },
	{ "moves", "Moves", COLUMN_LIST },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column count_columns[] = {
	{ "label", "Count", COLUMN_TEXT },
	{ "frozen", "Frozen", COLUMN_NUMBER },
	{ "recounted", "Counted now", COLUMN_NUMBER },
	{ "difference", "Difference", COLUMN_CHANGE },
	{ "measure", NULL, COLUMN_TERM },
	{ NULL, NULL, COLUMN_TEXT },
};

static const char *
cell(const struct rows *rows, size_t row, const char *name)
{
	int at = rows_find(rows, name);

	return at < 0 ? "" : rows_text(rows, row, (size_t)at);
}

static void
add_figures(struct report *r, const struct rows *figures)
{
	struct doc_table *values = report_table(r, "values", "", value_columns);

	doc_main(r->doc, values);
	for (size_t i = 0; i < rows_count(figures); i++)
		report_figures_row(values, figures, i);
	r->rows += (long)rows_count(figures);
	report_figures_by_population(r, figures, figure_columns);
}

static void
tell(struct report *r, const struct rows *figures)
{
	size_t moved = 0, running = 0, rules = 0;

	for (size_t i = 0; i < rows_count(figures); i++) {
		moved += text_same(cell(figures, i, "moved"), "t");
		running += text_same(cell(figures, i, "is_over"), "f");
		rules +=
		    !text_same(cell(figures, i, "definition"), cell(figures, i, "definition_now"));
	}
	if (rows_count(figures) == 0)
		doc_text(r->doc,
		    "This review was closed before the figures of the board were frozen with it; "
		    "only its own counts are kept.");
	else if (moved == 0)
		doc_text(r->doc, "No figure has moved since the review froze it.");
	else if (rows_count(figures) > 1)
		doc_text(r->doc, "Of %zu figures that the review froze %zu %s moved since.",
		    rows_count(figures), moved, moved == 1 ? "has" : "have");
	if (running > 0)
		doc_text(r->doc,
		    "NOT OVER: %zu of these figures are of a period that was still running, or had "
		    "not begun, when the review was frozen. They are counted to that day, then and "
		    "now.",
		    running);
	if (rules > 0)
		doc_text(r->doc,
		    "OTHER RULES: %zu of these figures are counted by another version of their "
		    "definition today.",
		    rules);
}

static bool
add_records(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct doc_table *t;
	bool ok;

	doc_section(r->doc, "What made the difference");
	t = report_table(r, "records", "", record_columns);
	doc_empty(t, "Nothing was recorded, voided, revoked or returned since that counts.");
	params_text(&p, r->asked.week);
	params_text(&p, r->asked.explain);
	ok = report_rows(r, t, "report_board_moved", &p, err);
	params_free(&p);
	return ok;
}

static bool
add_counts(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct doc_table *t;
	bool ok;

	doc_section(r->doc, "Counts of the review itself");
	t = report_table(r, "recount", "", count_columns);
	params_text(&p, r->asked.week);
	ok = report_rows(r, t, "report_recount", &p, err);
	params_free(&p);
	return ok;
}

bool
report_frozen(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *figures = NULL;
	bool ok;

	doc_set(&r->doc->title, "Figures for the board: frozen, and counted now");
	doc_set(&r->doc->population,
	    "The programme, the region, the whole force and partners, each by itself");
	r->doc->wide = true;
	params_text(&p, r->asked.week);
	params_text(&p, r->asked.explain);
	ok = run_query(r->run, "report_board_frozen", &p, &figures, err);
	params_free(&p);
	if (!ok)
		return false;
	if (rows_count(figures) > 0)
		doc_set(&r->doc->period, cell(figures, 0, "frozen_at"));
	tell(r, figures);
	add_figures(r, figures);
	rows_free(figures);
	ok = add_records(r, err) && (r->asked.explain != NULL || add_counts(r, err));
	if (ok)
		doc_note(r->doc,
		    "What a closed review froze does not change, and is part of its hash. Counted "
		    "now is the same rule over the same days, with what has been recorded, voided, "
		    "revoked and returned since. Of figures too small to be told neither the "
		    "difference nor the records are listed.");
	return ok;
}
