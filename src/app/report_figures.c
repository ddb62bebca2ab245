/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report_figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "app/report_words.h"

static const struct report_column figure_columns[] = {
	{ "label", "Figure", COLUMN_TEXT },
	{ "told_value", "Value", COLUMN_NUMBER },
	{ "told_unit", "", COLUMN_TERM },
	{ "stretch", "Counted over", COLUMN_TEXT },
	{ "told_before", "Before", COLUMN_NUMBER },
	{ "before_change", "Change", COLUMN_TERM },
	{ "told_year_ago", "Year ago", COLUMN_NUMBER },
	{ "year_change", "Change on it", COLUMN_TERM },
	{ "note", "Note", COLUMN_TEXT },
	{ "id", NULL, COLUMN_TERM },
	{ "value", NULL, COLUMN_NUMBER },
	{ "unit", NULL, COLUMN_TERM },
	{ "period_name", NULL, COLUMN_TEXT },
	{ "before", NULL, COLUMN_NUMBER },
	{ "year_ago", NULL, COLUMN_NUMBER },
	{ "paragraph", NULL, COLUMN_TERM },
	{ "from_day", NULL, COLUMN_DATE },
	{ "to_day", NULL, COLUMN_DATE },
	{ "is_over", NULL, COLUMN_FLAG },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column rule_columns[] = {
	{ "id", "Figure", COLUMN_TERM },
	{ "definition", "Version", COLUMN_TERM },
	{ "rule", "What counts", COLUMN_TEXT },
	{ "printed", "The paper printed", COLUMN_TEXT },
	{ "paragraph", "Para.", COLUMN_TERM },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column value_columns[] = {
	{ "id", NULL, COLUMN_TERM },
	{ "value", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

/* Where a period is not over the file says so, too. */
static const struct report_column running_columns[] = {
	{ "id", NULL, COLUMN_TERM },
	{ "value", NULL, COLUMN_NUMBER },
	{ "period_name", NULL, COLUMN_TERM },
	{ "is_over", NULL, COLUMN_FLAG },
	{ NULL, NULL, COLUMN_TEXT },
};

/* What a population is to a reader, in the order of the report. */
static const struct population {
	const char *code, *title, *note;
} populations[] = {
	{ "programme", "The programme",
	    "What the County Lines Taskforce did, and would not have been done without its funding." },
	{ "region", "The region", "Lines exported from the four forces of the region." },
	{ "force-wide", "The whole force",
	    "Disruption events, recorded crime and formal outcomes of the whole force. None of it is "
	    "the taskforce's own; never add it to figures of the programme." },
	{ "partners", "Partners", "What partners returned, in the version that stood." },
};

static const char *
cell(const struct rows *rows, size_t row, const char *name)
{
	int at = rows_find(rows, name);

	return at < 0 ? "" : rows_text(rows, row, (size_t)at);
}

/* Columns that are for the page alone: the stretch in words, numbers as people write them. */
static void
add_told(struct buf *out, const struct rows *rows, size_t row, const char *name)
{
	static const char mark[] = "told_";
	const char *unit = cell(rows, row, "unit");

	if (text_same(name, "stretch"))
		report_stretch(out, cell(rows, row, "period_name"), cell(rows, row, "from_day"),
		    cell(rows, row, "to_day"));
	else if (text_same(name, "told_unit"))
		buf_adds(out, text_same(unit, "GBP") ? "" : unit);
	else if (strncmp(name, mark, strlen(mark)) == 0)
		report_number(out, cell(rows, row, name + strlen(mark)), unit);
	else
		buf_adds(out, cell(rows, row, name));
}

void
report_figures_row(struct doc_table *t, const struct rows *rows, size_t row)
{
	const char **cells = xcalloc(t->ncolumns, sizeof *cells);
	struct buf *told = xcalloc(t->ncolumns, sizeof *told);

	for (size_t i = 0; i < t->ncolumns; i++) {
		add_told(&told[i], rows, row, t->columns[i].name);
		cells[i] = buf_str(&told[i]);
		if (t->columns[i].kind == COLUMN_FLAG)
			cells[i] = text_same(cells[i], "t") ? "yes" : "no";
	}
	doc_row(t, cells);
	for (size_t i = 0; i < t->ncolumns; i++)
		buf_free(&told[i]);
	free(told);
	free(cells);
}

void
report_figures_params(const struct report *r, struct params *p)
{
	params_text(p, r->asked.as_at);
	params_text(p, r->asked.period);
}

void
report_figures_period(struct report *r, const struct rows *figures)
{
	struct buf text = BUF_INIT;

	report_as_at(r);
	if (r->asked.period == NULL || rows_count(figures) == 0)
		return;
	for (size_t i = 0; i < rows_count(figures); i++)
		if (!text_same(cell(figures, i, "from_day"), cell(figures, i, "to_day")) ||
		    i + 1 == rows_count(figures)) {
			buf_adds(&text, cell(figures, i, "period_name"));
			buf_adds(&text, " (");
			report_day(&text, cell(figures, i, "from_day"));
			buf_adds(&text, " to ");
			report_day(&text, cell(figures, i, "to_day"));
			buf_adds(&text, "), as");
			break;
		}
	buf_adds(&text, r->doc->period + strlen("As"));
	doc_set(&r->doc->period, buf_str(&text));
	buf_free(&text);
}

const char *
report_figures_population(const char *code)
{
	for (size_t k = 0; k < ARRAY_LEN(populations); k++)
		if (text_same(populations[k].code, code))
			return populations[k].title;
	return code;
}

void
report_figures_by_population(
    struct report *r, const struct rows *figures, const struct report_column *columns)
{
	for (size_t k = 0; k < ARRAY_LEN(populations); k++) {
		struct doc_table *t = NULL;

		for (size_t i = 0; i < rows_count(figures); i++) {
			if (!text_same(cell(figures, i, "population"), populations[k].code))
				continue;
			if (t == NULL) {
				doc_section(r->doc, populations[k].title);
				doc_note(r->doc, "%s", populations[k].note);
				t = report_table(r, populations[k].code, "", columns);
			}
			report_figures_row(t, figures, i);
		}
	}
}

void
report_figures_tables(struct report *r, const struct rows *figures)
{
	struct doc_table *values;
	bool over = true;

	for (size_t i = 0; over && i < rows_count(figures); i++)
		over = !text_same(cell(figures, i, "is_over"), "f");
	values = report_table(r, "values", "", over ? value_columns : running_columns);
	doc_main(r->doc, values);
	for (size_t i = 0; i < rows_count(figures); i++)
		report_figures_row(values, figures, i);
	r->rows += (long)rows_count(figures);
	report_figures_by_population(r, figures, figure_columns);
}

void
report_figures_rules(struct report *r, const struct rows *figures)
{
	struct doc_table *t;

	doc_section(r->doc, "How each is counted");
	t = report_table(r, "rules", "", rule_columns);
	for (size_t i = 0; i < rows_count(figures); i++)
		report_figures_row(t, figures, i);
}

bool
report_figures_chart(struct report *r, const struct figures_chart *chart, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	struct doc_chart *c;
	size_t n = 1;
	bool ok;

	for (const char *s = chart->ids; *s != '\0'; s++)
		n += *s == ' ';
	params_text(&p, chart->ids);
	params_text(&p, r->asked.as_at);
	params_number(&p, chart->months);
	ok = run_query(r->run, "report_figure_months", &p, &rows, err);
	params_free(&p);
	if (!ok)
		return false;
	c = doc_chart(r->doc, chart->kind, "months", chart->caption);
	for (size_t i = 0; n > 1 && i < n && i < rows_count(rows); i++)
		doc_series(c, cell(rows, i, "label"));
	for (size_t i = 0; i < rows_count(rows); i++) {
		const char *amount = cell(rows, i, "amount");

		if (i % n == 0)
			doc_label(c, cell(rows, i, "month"));
		if (*amount != '\0')
			doc_value(c, i % n, strtod(amount, NULL), cell(rows, i, "shown"));
	}
	rows_free(rows);
	return true;
}
