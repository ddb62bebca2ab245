/* SPDX-License-Identifier: MIT
 *
 * report changes: what changed on the grid from one week to another. A file has a row a cell; the
 * page has a line's changes together, and apart from them the lines that only others moved.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "app/report.h"

static const struct report_column cell_columns[] = {
	{ "how", NULL, COLUMN_TERM },
	{ "line_ref", NULL, COLUMN_TERM },
	{ "name", NULL, COLUMN_TEXT },
	{ "rank_then", NULL, COLUMN_NUMBER },
	{ "rank_now", NULL, COLUMN_NUMBER },
	{ "cell", NULL, COLUMN_TERM },
	{ "was", NULL, COLUMN_TEXT },
	{ "now", NULL, COLUMN_TEXT },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column line_columns[] = {
	{ "how", "How", COLUMN_TERM },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "name", "Name", COLUMN_TEXT },
	{ "rank_then", "Rank then", COLUMN_NUMBER },
	{ "rank_now", "Now", COLUMN_NUMBER },
	{ "what", "What changed", COLUMN_LIST },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column moved_columns[] = {
	{ "how", "How", COLUMN_TERM },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "name", "Name", COLUMN_TEXT },
	{ "rank_then", "Rank then", COLUMN_NUMBER },
	{ "rank_now", "Now", COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

/* In the order of the statement. */
enum cell { REF, NAME, HOW, THEN, NOW, CELL, WAS, IS, IN_ALL, FURTHEST };

static const char *
at(const struct rows *rows, size_t row, enum cell cell)
{
	return rows_text(rows, row, cell);
}

static bool
same_line(const struct rows *rows, size_t a, size_t b)
{
	return text_same(at(rows, a, REF), at(rows, b, REF)) &&
	    text_same(at(rows, a, HOW), at(rows, b, HOW));
}

/* The rows from here on that others moved; all of them stand at the end. */
static size_t
own_rows(const struct rows *rows)
{
	size_t n = rows_count(rows);

	while (n > 0 && *at(rows, n - 1, IN_ALL) != '\0')
		n--;
	return n;
}

/* The database's ; between the parts of a cell would end it here. */
static void
add_value(struct buf *out, const char *value)
{
	for (const char *c = *value != '\0' ? value : "none"; *c != '\0'; c++)
		if (*c == ';')
			buf_adds(out, c[1] == ' ' ? "," : ", ");
		else
			buf_addc(out, *c);
}

/* Of a line that is new the page has what a reader asks first; the file has it all. */
static bool
is_told(const struct rows *rows, size_t row)
{
	static const char *const first[] = { "score", "band", "status", "export_npu", "imports",
		"drugs" };
	const char *cell = at(rows, row, CELL);

	if (!text_same(at(rows, row, HOW), "new"))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(first); i++)
		if (text_same(cell, first[i]))
			return *at(rows, row, IS) != '\0';
	return false;
}

/* "score 60, was 54". */
static void
add_cell(struct buf *out, const struct rows *rows, size_t row)
{
	if (!is_told(rows, row))
		return;
	if (buf_str(out)[0] != '\0')
		buf_adds(out, ";");
	for (const char *c = at(rows, row, CELL); *c != '\0'; c++)
		buf_addc(out, *c == '_' ? ' ' : *c);
	buf_adds(out, " ");
	add_value(out, at(rows, row, IS));
	if (!text_same(at(rows, row, HOW), "new")) {
		buf_adds(out, ", was ");
		add_value(out, at(rows, row, WAS));
	}
}

static void
add_lines(struct report *r, const struct rows *rows, size_t own)
{
	struct doc_table *t = report_table(r, "lines", "", line_columns);

	doc_empty(t, "No line that you may see changed.");
	for (size_t i = 0, next; i < own; i = next) {
		struct buf what = BUF_INIT;

		for (next = i; next < own && same_line(rows, i, next); next++)
			add_cell(&what, rows, next);
		doc_row(t,
		    (const char *const[]){ at(rows, i, HOW), at(rows, i, REF), at(rows, i, NAME),
			at(rows, i, THEN), at(rows, i, NOW), buf_str(&what) });
		buf_free(&what);
	}
}

static void
add_moved(struct report *r, const struct rows *rows, size_t own)
{
	struct doc_table *t;

	doc_section(r->doc, "Moved by others");
	if (own < rows_count(rows))
		doc_text(r->doc,
		    "%s of the lines that did not change stand elsewhere, by up to %s, because "
		    "others came, went, or moved past them. Those among the first 300 of the grid:",
		    at(rows, own, IN_ALL), at(rows, own, FURTHEST));
	t = report_table(r, "moved", "", moved_columns);
	doc_empty(t, "No line that you may see was moved by others.");
	for (size_t i = own; i < rows_count(rows); i++)
		doc_row(t,
		    (const char *const[]){ at(rows, i, HOW), at(rows, i, REF), at(rows, i, NAME),
			at(rows, i, THEN), at(rows, i, NOW) });
}

/* How many lines of each kind, in the words of the screen. */
static void
tell(struct report *r, const struct rows *rows, size_t own)
{
	static const char *const hows[] = { "new", "gone", "up", "down", "changed" };
	struct buf told = BUF_INIT;

	for (size_t k = 0; k < ARRAY_LEN(hows); k++) {
		size_t n = 0;

		for (size_t i = 0; i < own; i++)
			n += text_same(at(rows, i, HOW), hows[k]) &&
			    (i == 0 || !same_line(rows, i, i - 1));
		buf_addf(&told, "%s%zu %s", k > 0 ? ", " : "", n, hows[k]);
	}
	doc_text(r->doc, "Lines that changed: %s.", buf_str(&told));
	buf_free(&told);
}

static void
add_cells(struct report *r, const struct rows *rows)
{
	struct doc_table *t = report_table(r, "changes", "", cell_columns);

	doc_main(r->doc, t);
	for (size_t i = 0; i < rows_count(rows); i++)
		doc_row(t,
		    (const char *const[]){ at(rows, i, HOW), at(rows, i, REF), at(rows, i, NAME),
			at(rows, i, THEN), at(rows, i, NOW), at(rows, i, CELL), at(rows, i, WAS),
			at(rows, i, IS) });
	r->rows += (long)rows_count(rows);
}

static bool
fill(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	char *period = xasprintf("From %s to %s", r->asked.from, r->asked.to);
	size_t own;
	bool ok;

	doc_set(&r->doc->title, "What changed on the grid");
	for (char *c = period + strlen("From "); *c != '\0'; c++)
		if (*c == 'w')
			*c = 'W';
	doc_set(&r->doc->period, period);
	free(period);
	params_text(&p, r->asked.from);
	params_text(&p, r->asked.to);
	ok = run_query(r->run, "report_changes", &p, &rows, err);
	params_free(&p);
	if (!ok)
		return false;
	if (rows_count(rows) > REPORT_MOST) {
		rows_free(rows);
		error_set(err, "more than %d changes are too many for a report", REPORT_MOST);
		return error_hint(err, "take weeks that lie closer together");
	}
	own = own_rows(rows);
	tell(r, rows, own);
	add_cells(r, rows);
	add_lines(r, rows, own);
	add_moved(r, rows, own);
	doc_note(r->doc,
	    "A week with a closed review stands for the moment it was frozen, another for its end.");
	rows_free(rows);
	return true;
}

const struct report_kind report_changes = {
	.name = "changes",
	.help = "what changed on the grid between two weeks, cell by cell",
	.takes = REPORT_FROM_TO,
	.needs = REPORT_FROM_TO,
	.fill = fill,
};
