/* SPDX-License-Identifier: MIT
 *
 * What reports fill their documents with.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "app/report.h"

struct doc_table *
report_table(
    struct report *r, const char *name, const char *caption, const struct report_column *columns)
{
	struct doc_table *t = doc_table(r->doc, name, caption);

	for (; columns->name != NULL; columns++)
		doc_column(t, columns->name, columns->title, columns->kind);
	return t;
}

static const char *
cell_text(const struct doc_column *c, const struct rows *rows, size_t row, int at)
{
	if (at < 0)
		return "";
	if (c->kind == COLUMN_FLAG && !rows_null(rows, row, (size_t)at))
		return rows_flag(rows, row, (size_t)at) ? "yes" : "no";
	return rows_text(rows, row, (size_t)at);
}

bool
report_rows(struct report *r, struct doc_table *t, const char *statement,
    const struct params *params, struct error *err)
{
	struct rows *rows = NULL;
	const char **cells;

	if (!run_query(r->run, statement, params, &rows, err))
		return false;
	if (rows_count(rows) > REPORT_MOST) {
		rows_free(rows);
		error_set(err, "more than %d rows are too many for a report", REPORT_MOST);
		return error_hint(err, "narrow it, or take gridline export");
	}
	cells = xcalloc(t->ncolumns, sizeof *cells);
	for (size_t row = 0; row < rows_count(rows); row++) {
		for (size_t i = 0; i < t->ncolumns; i++)
			cells[i] = cell_text(
			    &t->columns[i], rows, row, rows_find(rows, t->columns[i].name));
		doc_row(t, cells);
	}
	r->rows += (long)rows_count(rows);
	free(cells);
	rows_free(rows);
	return true;
}

void
report_day(struct buf *out, const char *iso)
{
	static const char *const months[] = { "January", "February", "March", "April", "May",
		"June", "July", "August", "September", "October", "November", "December" };
	date_days d;
	struct civil c;

	if (!date_parse(iso, &d)) {
		buf_adds(out, iso);
		return;
	}
	c = date_to_civil(d);
	buf_addf(out, "%d %s %d", c.day, months[c.month - 1], c.year);
}

void
report_as_at(struct report *r)
{
	struct buf text = BUF_INIT;
	char today[DATE_TEXT];

	date_format(r->session.today, today);
	buf_adds(&text, "As at ");
	report_day(&text, r->asked.as_at != NULL ? r->asked.as_at : today);
	doc_set(&r->doc->period, buf_str(&text));
	buf_free(&text);
}
