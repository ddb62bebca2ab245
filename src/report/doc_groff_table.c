/* SPDX-License-Identifier: MIT
 *
 * A table for tbl. Its cells are apart by tabs, which no clean text holds; every cell begins with
 * \&, so none is a line, a rule or a text block by itself. What takes several lines is a block of
 * its column's width; the head repeats on each page.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"
#include "report/groff_text.h"

#define POINTS 8.5 /* of a table that fits */
#define LEAST 5.0
#define STEP 0.25 /* it is printed smaller by, until it fits */

static bool
is_last(const struct doc_table *t, size_t column)
{
	for (size_t i = column + 1; i < t->ncolumns; i++)
		if (!t->columns[i].quiet)
			return false;
	return true;
}

/* Has a column a cell that takes several lines, or a head that does? */
static bool
breaks(const struct doc_table *t, size_t column, int width)
{
	bool found = doc_type.measure(t->columns[column].title, true) > width;

	for (size_t r = 0; r < t->nrows && !found; r++) {
		char *cell = doc_cell(t->columns[column].kind, t->rows[r][column]);

		found = doc_type.measure(cell, false) > width;
		free(cell);
	}
	return found;
}

/* style: "b" for the head, whose letters are wider and have to be measured so; else "". */
static void
add_format(const struct doc_table *t, const int *widths, const char *style, struct buf *out)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		if (t->columns[i].quiet)
			continue;
		buf_addf(out, "%s%s", doc_is_right(t->columns[i].kind) ? "r" : "l", style);
		if (widths[i] > 0)
			buf_addf(out, "w(%.2fm)", (double)widths[i] / DOC_TYPE_EM);
		if (!is_last(t, i))
			buf_adds(out, "2 ");
	}
}

/* width: of a block, 0 for a cell that is none. */
static void
add_cell(const struct doc_table *t, size_t column, const char *text, int width, struct buf *out)
{
	if (width > 0)
		buf_adds(out, "T{\n");
	groff_text_narrow(out, text, (double)width / DOC_TYPE_EM);
	if (width > 0)
		buf_adds(out, "\nT}");
	buf_addc(out, is_last(t, column) ? '\n' : '\t');
}

/* The name of a group across all columns, then the columns again. */
static void
add_group(const struct doc_table *t, size_t row, const char *format, struct buf *out)
{
	size_t n = doc_group_rows(t, row), shown = 0;

	if (n == 0)
		return;
	buf_adds(out, ".T&\n");
	for (size_t i = 0; i < t->ncolumns; i++)
		if (!t->columns[i].quiet)
			buf_adds(out, shown++ == 0 ? "lb" : " s");
	buf_adds(out, ".\n.sp 0.4v\n");
	groff_text(out, t->rows[row][t->group]);
	buf_addf(out, ": %zu\n.T&\n%s", n, format);
}

static void
add_rows(const struct doc_table *t, const int *widths, const char *format, struct buf *out)
{
	for (size_t r = 0; r < t->nrows; r++) {
		/* The last rows stay together. */
		if (r + 2 == t->nrows && r > 0)
			buf_adds(out, ".ne 3.2v\n");
		add_group(t, r, format, out);
		for (size_t i = 0; i < t->ncolumns; i++) {
			char *cell;

			if (t->columns[i].quiet)
				continue;
			cell = doc_cell(t->columns[i].kind, t->rows[r][i]);
			add_cell(t, i, cell, *cell != '\0' ? widths[i] : 0, out);
			free(cell);
		}
	}
}

/* Print a wide table smaller rather than let it leave the paper. */
static double
fit(const struct doc_table *t, double width, int *widths)
{
	double points = POINTS;

	while (doc_widths(t, &doc_type, (int)(width * 72 / points * DOC_TYPE_EM), widths) <
		t->ncolumns &&
	    points > LEAST)
		points -= STEP;
	return points;
}

static bool
is_empty(const struct doc_table *t, size_t column)
{
	for (size_t r = 0; r < t->nrows; r++)
		if (t->rows[r][column][0] != '\0')
			return false;
	return true;
}

static void
add_table(const struct doc_table *t, double width, struct buf *out)
{
	int *widths = xcalloc(t->ncolumns, sizeof *widths);
	double points = fit(t, width, widths);
	struct buf format = BUF_INIT;

	for (size_t i = 0; i < t->ncolumns; i++)
		if (widths[i] > 0 && !breaks(t, i, widths[i]))
			widths[i] = 0; /* as wide as it is */
	buf_addf(out, ".ps %.1f\n.vs %.1fp\n.TS H\nnowarn;\n", points, points * 1.3);
	add_format(t, widths, "", &format);
	buf_adds(&format, ".\n");
	add_format(t, widths, "b", out);
	/* tbl goes through formats row by row: one that no row took would be the next group's. */
	buf_addf(out, "%s", t->group < 0 ? "\n" : ".\n");
	if (t->group < 0)
		buf_adds(out, buf_str(&format));
	for (size_t i = 0; i < t->ncolumns; i++)
		if (!t->columns[i].quiet)
			add_cell(t, i, t->columns[i].title, widths[i], out);
	buf_adds(out, "_\n.TH\n");
	add_rows(t, widths, buf_str(&format), out);
	buf_adds(out, ".TE\n.gl-normal\n");
	buf_free(&format);
	free(widths);
}

/* A column in which no row says anything leaves its room to the others. */
void
doc_groff_table(const struct doc_table *t, double width, struct buf *out)
{
	struct doc_table page = *t;

	page.columns = xcalloc(t->ncolumns, sizeof *page.columns);
	for (size_t i = 0; i < t->ncolumns; i++) {
		page.columns[i] = t->columns[i];
		if (i > 0 && is_empty(t, i))
			page.columns[i].quiet = true;
	}
	add_table(&page, width, out);
	free(page.columns);
}
