/* SPDX-License-Identifier: MIT
 *
 * Matrix and map for pic: every cell and tile bears its number on its shade.
 */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include "base/chart.h"
#include "report/doc_kind.h"
#include "report/groff_pic.h"

#define CELL 0.19 /* height of a row */
#define CELL_CARD 0.15
#define DROP 0.015	/* pic sets texts a little above their middle */
#define CELL_LEAST 0.42 /* width of a column */
#define CELL_MOST 0.95
#define HEAD_LINES 3 /* of a column's name */
#define ROWS_MOST 26 /* on one picture; more go on below the heads again */
#define TILE_MOST 1.15
#define TILE_HIGH 0.5
#define TILE_GAP 0.06

/* A picture of some columns and rows of a matrix. */
struct part {
	const struct doc_matrix *m;
	size_t row0, rows, col0, cols;
	double label, cell, high; /* widths of the names and of a cell; height of a row */
	bool total;		  /* a column of totals at its right */
	long greatest;
};

static long
value_of(const struct doc_matrix *m, size_t row, size_t col)
{
	return m->values[row * m->ncolumns + col];
}

/* Of a row, a column, or (SIZE_MAX for both) of all. */
static long
total_of(const struct doc_matrix *m, size_t row, size_t col)
{
	long sum = 0;

	for (size_t r = 0; r < m->nrows; r++)
		for (size_t c = 0; c < m->ncolumns; c++)
			if ((row == SIZE_MAX || r == row) && (col == SIZE_MAX || c == col))
				sum = chart_add(sum, value_of(m, r, c));
	return sum;
}

static void
add_number(struct buf *out, long value, double x, double y)
{
	char text[32];

	pic_text(out, value != 0 ? chart_number(value, 26, text) : "\xC2\xB7");
	buf_addf(out, " at (%.3f,%.3f)\n", x, y - DROP);
}

/* The names of the columns end on one line. Returns the height they take. */
static void
add_heads(const struct part *p, struct buf *out)
{
	double x = p->label + p->cell / 2;

	pic_cut(out, p->m->corner, p->label - 0.05);
	buf_addf(out, " ljust at (0,%.3f)\n", PIC_LINE / 2);
	for (size_t i = 0; i < p->cols; i++, x += p->cell) {
		struct buf words = BUF_INIT;
		int lines =
		    pic_words(&words, p->m->columns[p->col0 + i], p->cell - 0.04, HEAD_LINES);

		buf_addf(out, "%s at (%.3f,%.3f)\n", buf_str(&words) + 1, x, lines * PIC_LINE / 2);
		buf_free(&words);
	}
	if (p->total)
		buf_addf(out, "\"\\fBTotal\\fR\" at (%.3f,%.3f)\n", x, PIC_LINE / 2);
}

static void
add_row(const struct part *p, size_t row, double y, struct buf *out)
{
	double x = p->label + p->cell / 2;

	pic_cut(out, p->m->rows[row], p->label - 0.05);
	buf_addf(out, " ljust at (0,%.3f)\n", y - DROP);
	for (size_t i = 0; i < p->cols; i++, x += p->cell) {
		const long value = value_of(p->m, row, p->col0 + i);

		buf_addf(out, "box wid %.3f ht %.3f fill %.2f at (%.3f,%.3f)\n", p->cell, p->high,
		    pic_faint[chart_shade(value, p->greatest)], x, y);
		add_number(out, value, x, y);
	}
	if (p->total)
		add_number(out, total_of(p->m, row, SIZE_MAX), x, y);
}

static void
add_totals(const struct part *p, double y, struct buf *out)
{
	double x = p->label + p->cell / 2;

	buf_addf(out, "\"\\fBTotal\\fR\" ljust at (0,%.3f)\n", y);
	for (size_t i = 0; i < p->cols; i++, x += p->cell)
		add_number(out, total_of(p->m, SIZE_MAX, p->col0 + i), x, y);
	if (p->total && p->m->across)
		add_number(out, total_of(p->m, SIZE_MAX, SIZE_MAX), x, y);
}

static void
add_picture(const struct part *p, double width, struct buf *out)
{
	double y = -p->high / 2;

	pic_begin(out, width);
	add_heads(p, out);
	for (size_t i = 0; i < p->rows; i++, y -= p->high)
		add_row(p, p->row0 + i, y, out);
	if (p->m->down && p->row0 + p->rows == p->m->nrows)
		add_totals(p, y, out);
	pic_end(out);
}

void
doc_groff_matrix(const struct doc_matrix *m, double width, struct buf *out)
{
	struct part p = { .m = m, .high = width < PIC_CARD ? CELL_CARD : CELL };
	size_t most;

	if (m->nrows == 0 || m->ncolumns == 0) {
		buf_adds(out, "Nothing to show.\n.br\n");
		return;
	}
	p.label = pic_widest(m->rows, m->nrows) + 0.1;
	if (p.label < pic_width(m->corner) + 0.1)
		p.label = pic_width(m->corner) + 0.1;
	if (p.label > width / 3)
		p.label = width / 3;
	most = (size_t)((width - p.label) / CELL_LEAST) - m->across;
	p.cell =
	    (width - p.label) / (double)((m->ncolumns < most ? m->ncolumns : most) + m->across);
	if (p.cell > CELL_MOST)
		p.cell = CELL_MOST;
	for (size_t i = 0; i < m->nrows * m->ncolumns; i++)
		p.greatest = m->values[i] > p.greatest ? m->values[i] : p.greatest;
	for (p.col0 = 0; p.col0 < m->ncolumns; p.col0 += p.cols) {
		p.cols = m->ncolumns - p.col0 < most ? m->ncolumns - p.col0 : most;
		p.total = m->across && p.col0 + p.cols == m->ncolumns;
		for (p.row0 = 0; p.row0 < m->nrows; p.row0 += p.rows) {
			p.rows = m->nrows - p.row0 < ROWS_MOST ? m->nrows - p.row0 : ROWS_MOST;
			add_picture(&p, width, out);
		}
	}
}

static void
add_tile(const struct doc_tile *t, double side, double shade, struct buf *out)
{
	const double x = t->col * side + side / 2;
	const double y = -t->row * (TILE_HIGH + TILE_GAP) - TILE_HIGH / 2;
	char text[32];

	buf_addf(out, "box wid %.3f ht %.3f fill %.2f at (%.3f,%.3f)\n", side - TILE_GAP, TILE_HIGH,
	    shade, x, y);
	pic_cut(out, pic_width(t->name) <= side - TILE_GAP - 0.04 ? t->name : t->code,
	    side - TILE_GAP - 0.04);
	buf_addf(out, " at (%.3f,%.3f)\n", x, y + TILE_HIGH / 5);
	buf_addf(out, "\"\\s+3\\fB%s\\fR\\s-3\" at (%.3f,%.3f)\n", chart_number(t->value, 26, text),
	    x, y - TILE_HIGH / 5);
}

void
doc_groff_tiles(const struct doc_tiles *t, double width, struct buf *out)
{
	int across = 1;
	long greatest = 0;
	double side;

	if (t->ntiles == 0) {
		buf_adds(out, "Nothing to show.\n.br\n");
		return;
	}
	for (size_t i = 0; i < t->ntiles; i++) {
		across = t->tiles[i].col + 1 > across ? t->tiles[i].col + 1 : across;
		greatest = t->tiles[i].value > greatest ? t->tiles[i].value : greatest;
	}
	side = width / across < TILE_MOST ? width / across : TILE_MOST;
	pic_begin(out, width);
	for (size_t i = 0; i < t->ntiles; i++)
		add_tile(
		    &t->tiles[i], side, pic_faint[chart_shade(t->tiles[i].value, greatest)], out);
	pic_end(out);
}
