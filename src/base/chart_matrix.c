/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/chart.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define CELL_LEAST 4 /* a blank, two digits and the shade */
#define TOTAL "Total"

static int
wider(int a, int b)
{
	return a > b ? a : b;
}

static long
row_total(const struct chart_matrix *m, size_t row)
{
	long sum = 0;

	for (size_t col = 0; col < m->ncols; col++)
		sum = chart_add(sum, m->value[row * m->ncols + col]);
	return sum;
}

static long
col_total(const struct chart_matrix *m, size_t col)
{
	long sum = 0;

	for (size_t row = 0; row < m->nrows; row++)
		sum = chart_add(sum, m->value[row * m->ncols + col]);
	return sum;
}

static long
grand_total(const struct chart_matrix *m)
{
	long sum = 0;

	for (size_t row = 0; row < m->nrows; row++)
		sum = chart_add(sum, row_total(m, row));
	return sum;
}

static long
greatest_of(const struct chart_matrix *m)
{
	long greatest = 0;

	for (size_t i = 0; i < m->nrows * m->ncols; i++)
		greatest = m->value[i] > greatest ? m->value[i] : greatest;
	return greatest;
}

/* The cells across, of what is written in them. */
static void
fit_widths(const struct chart_matrix *m, int cols, struct chart_matrix_fit *fit)
{
	int heading = 0, least = CELL_LEAST;

	fit->label = text_width(m->corner, strlen(m->corner));
	for (size_t i = 0; i < m->nrows; i++)
		fit->label = wider(fit->label, text_width(m->row[i], strlen(m->row[i])));
	if (m->down)
		fit->label = wider(fit->label, (int)strlen(TOTAL));
	if (fit->label > cols / 3)
		fit->label = cols / 3;
	for (size_t i = 0; i < m->ncols; i++)
		heading = wider(heading, text_width(m->col[i], strlen(m->col[i])) + 1);
	for (size_t i = 0; i < m->nrows * m->ncols; i++)
		least = wider(least, chart_number_cells(m->value[i]) + 2);
	fit->total =
	    m->across ? wider((int)strlen(TOTAL), chart_number_cells(grand_total(m))) + 1 : 0;
	/* Headings in full, then cut, before a column is left out. */
	fit->cell = wider(least, heading);
	if (fit->label + fit->total + fit->cell * (int)m->ncols > cols)
		fit->cell =
		    wider(least, (cols - fit->label - fit->total) / wider((int)m->ncols, 1));
	if (fit->label + fit->total + fit->cell > cols)
		fit->total = 0;
	if (fit->label + fit->cell > cols)
		fit->cell = wider(cols - fit->label, 0);
}

/* So many of n around `at`, moved only as far as they must. */
static size_t
first_of(size_t n, size_t shown, size_t at)
{
	if (shown >= n || at < shown)
		return 0;
	return at + 1 > n ? n - shown : at + 1 - shown;
}

void
chart_matrix_fit(const struct chart_matrix *m, const struct plate *p, struct chart_cell seen,
    struct chart_matrix_fit *fit)
{
	const int rows = p->rows - 1 - (m->down ? 1 : 0);

	*fit = (struct chart_matrix_fit){ .label = 0 };
	fit_widths(m, p->cols, fit);
	fit->nrows = rows > 0 ? (size_t)rows : 0;
	fit->nrows = fit->nrows > m->nrows ? m->nrows : fit->nrows;
	fit->ncols = fit->cell ? (size_t)((p->cols - fit->label - fit->total) / fit->cell) : 0;
	fit->ncols = fit->ncols > m->ncols ? m->ncols : fit->ncols;
	fit->row0 = first_of(m->nrows, fit->nrows, seen.row);
	fit->col0 = first_of(m->ncols, fit->ncols, seen.col);
	fit->more_left = fit->col0 > 0;
	fit->more_right = fit->col0 + fit->ncols < m->ncols;
}

struct plate_place
chart_matrix_at(const struct chart_matrix_fit *fit, struct chart_cell cell)
{
	if (cell.row < fit->row0 || cell.row >= fit->row0 + fit->nrows || cell.col < fit->col0 ||
	    cell.col >= fit->col0 + fit->ncols)
		return (struct plate_place){ .cells = 0 };
	return (struct plate_place){ .row = 1 + (int)(cell.row - fit->row0),
		.col = fit->label + fit->cell * (int)(cell.col - fit->col0),
		.cells = fit->cell,
		.right = true };
}

static void
put_heading(struct plate *p, const struct chart_matrix *m, const struct chart_matrix_fit *fit)
{
	struct plate_place at = { .cells = fit->label };

	plate_cell(p, at, PLATE_DIM, m->corner);
	at = (struct plate_place){ 0, fit->label, fit->cell, true };
	for (size_t i = 0; i < fit->ncols; i++, at.col += fit->cell) {
		const bool left = i == 0 && fit->more_left;
		const struct plate_place name = { 0, at.col + 1, fit->cell - 1, true };

		plate_put(p, 0, at.col, PLATE_WARNING, left ? "<" : "");
		plate_cell(p, name, PLATE_TITLE, m->col[fit->col0 + i]);
	}
	if (fit->more_right && fit->total)
		at.col = plate_put(p, 0, at.col, PLATE_WARNING, ">");
	at.cells = fit->total - (fit->more_right ? 1 : 0);
	if (fit->total)
		plate_cell(p, at, PLATE_DIM, TOTAL);
}

static void
put_row(
    struct plate *p, const struct chart_matrix *m, const struct chart_matrix_fit *fit, size_t row)
{
	static const enum plate_ink inks[CHART_SHADES] = { PLATE_DIM, PLATE_LEAST, PLATE_LESS,
		PLATE_MORE, PLATE_MOST };
	const long greatest = greatest_of(m);
	struct plate_place at = { 1 + (int)(row - fit->row0), 0, fit->label, false };
	char text[32];

	plate_cell(p, at, PLATE_PLAIN, m->row[row]);
	at = (struct plate_place){ at.row, fit->label, fit->cell - 1, true };
	for (size_t i = 0; i < fit->ncols; i++) {
		const long value = m->value[row * m->ncols + fit->col0 + i];
		const int shade = chart_shade(value, greatest);

		plate_cell(p, at, value ? PLATE_PLAIN : PLATE_DIM,
		    value	  ? chart_number(value, at.cells - 1, text)
			: p->utf8 ? "·"
				  : ".");
		plate_put(
		    p, at.row, at.col + at.cells, inks[shade], chart_shade_sign(shade, p->utf8));
		at.col += fit->cell;
	}
	at.cells = fit->total;
	if (fit->total)
		plate_cell(p, at, PLATE_TITLE, chart_number(row_total(m, row), at.cells, text));
}

static void
put_totals(
    struct plate *p, const struct chart_matrix *m, const struct chart_matrix_fit *fit, int row)
{
	struct plate_place at = { .row = row, .cells = fit->label };
	char text[32];

	plate_cell(p, at, PLATE_DIM, TOTAL);
	at = (struct plate_place){ row, fit->label, fit->cell - 1, true };
	for (size_t i = 0; i < fit->ncols; i++, at.col += fit->cell)
		plate_cell(p, at, PLATE_TITLE,
		    chart_number(col_total(m, fit->col0 + i), at.cells - 1, text));
	at.cells = fit->total;
	if (fit->total)
		plate_cell(p, at, PLATE_TITLE, chart_number(grand_total(m), at.cells - 1, text));
}

int
chart_matrix(struct plate *p, const struct chart_matrix *m, const struct chart_matrix_fit *fit)
{
	if (p->rows < 1)
		return 0;
	put_heading(p, m, fit);
	for (size_t i = 0; i < fit->nrows; i++)
		put_row(p, m, fit, fit->row0 + i);
	if (m->down && p->rows >= 2)
		put_totals(p, m, fit, 1 + (int)fit->nrows);
	return 1 + (int)fit->nrows + (m->down && p->rows >= 2);
}
