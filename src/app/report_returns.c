/* SPDX-License-Identifier: MIT
 *
 * report returns: what partners handed in, as the paper's tables. The statement gives one row a
 * part and stretch; a table has a column a stretch, so each row of it is gathered from several.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "app/report_figures.h"

#define STRETCHES 12 /* side by side; more of them stand below each other */

enum {
	SERIES,
	LABEL,
	UNIT,
	PARAGRAPH,
	BREAKDOWN,
	BREAKDOWN_LABEL,
	CATEGORY,
	PERIOD,
	FROM,
	TO,
	VALUE,
	SHARE
};

static const struct report_column value_columns[] = {
	{ "series", NULL, COLUMN_TERM },
	{ "breakdown", NULL, COLUMN_TERM },
	{ "category", NULL, COLUMN_TEXT },
	{ "period", NULL, COLUMN_TERM },
	{ "from_day", NULL, COLUMN_DATE },
	{ "to_day", NULL, COLUMN_DATE },
	{ "value", NULL, COLUMN_NUMBER },
	{ "share", NULL, COLUMN_TERM },
	{ NULL, NULL, COLUMN_TEXT },
};

/* Rows first to end of the answer are one table: the same series and breakdown. */
struct block {
	const struct rows *rows;
	size_t first, end;
	const char *stretch[STRETCHES];
	size_t nstretches;
};

static bool
same(const struct rows *rows, size_t a, size_t b, size_t column)
{
	return text_same(rows_text(rows, a, column), rows_text(rows, b, column));
}

static size_t
stretch_of(struct block *b, const char *name)
{
	for (size_t i = 0; i < b->nstretches; i++)
		if (text_same(b->stretch[i], name))
			return i;
	if (b->nstretches < STRETCHES)
		b->stretch[b->nstretches++] = name;
	return b->nstretches - 1;
}

/* What the row without a part is: the total of parts that add up, the average of others. */
static const char *
whole_of(const struct block *b)
{
	return text_same(rows_text(b->rows, b->first, UNIT), "percent") ? "Average" : "Total";
}

/* A row a part, a column a stretch, each with its share of the whole where it has one. */
static void
add_parts(struct report *r, struct block *b)
{
	struct doc_table *t = doc_table(r->doc, rows_text(b->rows, b->first, SERIES), "");
	const char *cells[1 + 2 * STRETCHES];
	bool shares = false;

	for (size_t i = b->first; i < b->end; i++) {
		stretch_of(b, rows_text(b->rows, i, PERIOD));
		shares = shares || *rows_text(b->rows, i, SHARE) != '\0';
	}
	doc_column(t, "part", rows_text(b->rows, b->first, BREAKDOWN_LABEL), COLUMN_TEXT);
	for (size_t i = 0; i < b->nstretches; i++) {
		doc_column(t, b->stretch[i], b->stretch[i], COLUMN_NUMBER);
		if (shares)
			doc_column(t, "share", "", COLUMN_CHANGE);
	}
	for (size_t i = b->first, next; i < b->end; i = next) {
		for (size_t k = 0; k < t->ncolumns; k++)
			cells[k] = "";
		cells[0] = *rows_text(b->rows, i, CATEGORY) != '\0'
		    ? rows_text(b->rows, i, CATEGORY)
		    : whole_of(b);
		for (next = i; next < b->end && same(b->rows, i, next, CATEGORY); next++) {
			size_t at =
			    1 + stretch_of(b, rows_text(b->rows, next, PERIOD)) * (shares ? 2 : 1);

			cells[at] = rows_text(b->rows, next, VALUE);
			if (shares)
				cells[at + 1] = rows_text(b->rows, next, SHARE);
		}
		doc_row(t, cells);
	}
}

/* Values of months, by financial year. */
struct months {
	const char *value[STRETCHES][12]; /* from April on; NULL: none */
	int first;			  /* the year that begins the first one */
	size_t years;
};

static void
gather_months(const struct block *b, struct months *m, struct doc_chart *c)
{
	for (size_t i = b->first; i < b->end; i++) {
		const char *name = rows_text(b->rows, i, PERIOD),
			   *value = rows_text(b->rows, i, VALUE);
		int month = strlen(name) == 7 ? (int)strtol(name + 5, NULL, 10) : 0;
		int year = (int)strtol(name, NULL, 10) - (month < 4);

		if (month < 1 || month > 12)
			continue;
		if (m->years == 0)
			m->first = year;
		if (year - m->first < STRETCHES) {
			m->years = (size_t)(year - m->first) + 1;
			m->value[year - m->first][(month + 8) % 12] = value;
		}
		doc_label(c, name);
		if (*value >= '0' && *value <= '9')
			doc_value(c, 0, strtod(value, NULL), value);
	}
}

/* Of what is told; a year with something hidden in it has no total. */
static void
year_total(const struct months *m, size_t year, char text[32])
{
	double sum = 0;

	for (size_t i = 0; i < 12; i++) {
		const char *value = m->value[year][i];

		if (value != NULL && *value == '*') {
			snprintf(text, 32, "*");
			return;
		}
		sum += value != NULL ? strtod(value, NULL) : 0;
	}
	snprintf(text, 32, "%.15g", sum);
}

/* A row a month, a column a year, and a line of them all. */
static void
add_months(struct report *r, const struct block *b)
{
	static const char *const names[] = { "April", "May", "June", "July", "August", "September",
		"October", "November", "December", "January", "February", "March" };
	const char *series = rows_text(b->rows, b->first, SERIES);
	struct doc_table *t = doc_table(r->doc, series, "");
	struct months m = { .years = 0 };
	const char *cells[1 + STRETCHES];
	char totals[STRETCHES][32];

	gather_months(b, &m, doc_chart(r->doc, DOC_LINES, series, "By month"));
	doc_column(t, "month", "Month", COLUMN_TERM);
	for (size_t k = 0; k < m.years; k++) {
		char *year = xasprintf("%d/%02d", m.first + (int)k, (m.first + (int)k + 1) % 100);

		doc_column(t, year, year, COLUMN_NUMBER);
		free(year);
		year_total(&m, k, totals[k]);
	}
	for (size_t i = 0; i < 12; i++) {
		cells[0] = names[i];
		for (size_t k = 0; k < m.years; k++)
			cells[1 + k] = m.value[k][i] != NULL ? m.value[k][i] : "";
		doc_row(t, cells);
	}
	cells[0] = "Total";
	for (size_t k = 0; k < m.years; k++)
		cells[1 + k] = totals[k];
	doc_row(t, cells);
}

/* 2022-12, and not 2022-H2. */
static bool
is_month(const char *period)
{
	return strlen(period) == 7 && period[5] >= '0' && period[5] <= '9';
}

static void
add_totals(struct report *r, const struct block *b)
{
	struct doc_table *t;

	if (is_month(rows_text(b->rows, b->first, PERIOD)) && b->end - b->first > 3) {
		add_months(r, b);
		return;
	}
	t = doc_table(r->doc, rows_text(b->rows, b->first, SERIES), "");
	doc_column(t, "period", "Period", COLUMN_TERM);
	doc_column(t, "value", "Value", COLUMN_NUMBER);
	for (size_t i = b->first; i < b->end; i++)
		doc_row(t,
		    (const char *const[]){
			rows_text(b->rows, i, PERIOD), rows_text(b->rows, i, VALUE) });
}

static void
add_block(struct report *r, struct block *b, bool new_series)
{
	const struct rows *rows = b->rows;

	if (new_series) {
		doc_section(r->doc, rows_text(rows, b->first, LABEL));
		doc_note(r->doc, "%s, in %s; paragraph %s of the paper.",
		    rows_text(rows, b->first, SERIES), rows_text(rows, b->first, UNIT),
		    rows_text(rows, b->first, PARAGRAPH));
	}
	if (*rows_text(rows, b->first, BREAKDOWN) == '\0')
		add_totals(r, b);
	else
		add_parts(r, b);
}

static void
add_values(struct report *r, const struct rows *rows)
{
	struct doc_table *t = report_table(r, "values", "", value_columns);

	doc_main(r->doc, t);
	for (size_t i = 0; i < rows_count(rows); i++)
		doc_row(t,
		    (const char *const[]){ rows_text(rows, i, SERIES),
			rows_text(rows, i, BREAKDOWN), rows_text(rows, i, CATEGORY),
			rows_text(rows, i, PERIOD), rows_text(rows, i, FROM),
			rows_text(rows, i, TO), rows_text(rows, i, VALUE),
			rows_text(rows, i, SHARE) });
	r->rows += (long)rows_count(rows);
}

static bool
fill(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	bool ok;

	doc_set(&r->doc->title, "Returns");
	doc_set(&r->doc->population,
	    "What partners and the force handed in; nothing of it is counted from events");
	params_text(&p, r->asked.series);
	report_figures_params(r, &p);
	ok = run_query(r->run, "report_returns", &p, &rows, err);
	params_free(&p);
	if (!ok)
		return false;
	report_as_at(r);
	add_values(r, rows);
	if (rows_count(rows) == 0)
		doc_text(r->doc, "Nothing was returned for it.");
	for (size_t i = 0, next; i < rows_count(rows); i = next) {
		struct block b = { .rows = rows, .first = i };

		for (next = i; next < rows_count(rows) && same(rows, i, next, SERIES) &&
		     same(rows, i, next, BREAKDOWN);
		     next++)
			;
		b.end = next;
		add_block(r, &b, i == 0 || !same(rows, i, i - 1, SERIES));
	}
	doc_note(r->doc,
	    "* stands for a small number of people, or for one that would give a small one away.");
	rows_free(rows);
	return true;
}

const struct report_kind report_returns = {
	.name = "returns",
	.help = "what partners handed in, as tables",
	.takes = REPORT_AS_AT | REPORT_PERIOD | REPORT_SERIES,
	.fill = fill,
};
