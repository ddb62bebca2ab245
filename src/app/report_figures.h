/* SPDX-License-Identifier: MIT
 *
 * What the reports of figures share: the figures of the board as tables, a heading a population, so
 * that what the programme did and what the whole force did never stand in one.
 */
#ifndef GRIDLINE_APP_REPORT_FIGURES_H
#define GRIDLINE_APP_REPORT_FIGURES_H

#include "app/report.h"

/* "As at 31 December 2022", and the period that was asked for. */
void report_figures_period(struct report *r, const struct rows *figures);
/* Day and period as parameters of the statements. */
void report_figures_params(const struct report *r, struct params *p);
/* Tables of the rows of report_figures, a section a population; the one of CSV, `id,value`. */
void report_figures_tables(struct report *r, const struct rows *figures);
/* A table with these columns a population, under its name and what it is. */
void report_figures_by_population(
    struct report *r, const struct rows *figures, const struct report_column *columns);
/* One row of an answer into a table, column by column of the same name. */
void report_figures_row(struct doc_table *t, const struct rows *rows, size_t row);
/* What a reader calls a population. */
const char *report_figures_population(const char *code);
/* How each is counted: rule, version of the definition, what the paper printed. */
void report_figures_rules(struct report *r, const struct rows *figures);

/* A chart of the last months of some figures: ids with blanks between. */
struct figures_chart {
	enum doc_chart_kind kind;
	const char *caption, *ids;
	int months;
};
bool report_figures_chart(struct report *r, const struct figures_chart *chart, struct error *err);

#endif
