/* SPDX-License-Identifier: MIT
 *
 * Matrix and map out of characters, as on the screen (base/chart.h). Columns of a matrix for which
 * a page has no room go on below, under the names of the rows again.
 */
#include "config.h"

#include <stdlib.h>

#include "base/chart.h"
#include "base/text.h"
#include "report/doc_kind.h"

#define TILE_ROWS 3

static void
add_caption(const char *caption, struct buf *out)
{
	char *clean = text_clean_dup(caption, TEXT_LINE);

	if (*clean != '\0')
		doc_text_fold(out, clean, DOC_TEXT_WIDTH, 0);
	free(clean);
}

/* In words, the names of columns that are cut in a matrix with cells of that width. */
static void
add_cut_names(const struct chart_matrix *m, const struct chart_matrix_fit *fit, struct buf *out)
{
	struct buf names = BUF_INIT;

	for (size_t i = fit->col0; i < fit->col0 + fit->ncols; i++) {
		const char *name = m->col[i];

		if (text_width(name, strlen(name)) < fit->cell)
			continue;
		buf_adds(&names, names.len > 0 ? ", " : "");
		text_cell(&names, name, fit->cell - 1, false, "\xE2\x80\xA6");
		buf_addf(&names, " %s", name);
	}
	if (names.len > 0)
		doc_text_fold(out, buf_str(&names), DOC_TEXT_WIDTH, 0);
	buf_free(&names);
}

/* Clean copies; free_texts(). */
static char **
clean_texts(char *const *texts, size_t n)
{
	char **clean = xcalloc(n + 1, sizeof *clean);

	for (size_t i = 0; i < n; i++)
		clean[i] = text_clean_dup(texts[i], TEXT_LINE);
	return clean;
}

static void
free_texts(char **texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(texts[i]);
	free(texts);
}

static void
draw_matrix(const struct chart_matrix *m, struct buf *out)
{
	const int rows = (int)m->nrows + 1 + m->down;
	struct chart_matrix_fit all, fit;
	struct plate plate;

	plate_init(&plate, rows, DOC_TEXT_WIDTH, true);
	chart_matrix_fit(m, &plate, (struct chart_cell){ 0, 0 }, &all);
	plate_free(&plate);
	for (size_t col = 0; col < m->ncols; col += all.ncols) {
		fit = all;
		fit.col0 = col;
		if (fit.ncols > m->ncols - col)
			fit.ncols = m->ncols - col;
		fit.more_left = fit.more_right = false;
		if (col + fit.ncols < m->ncols)
			fit.total = 0;
		if (col > 0)
			buf_addc(out, '\n');
		plate_init(&plate, rows, DOC_TEXT_WIDTH, true);
		chart_matrix(&plate, m, &fit);
		plate_text(&plate, out);
		plate_free(&plate);
		add_cut_names(m, &fit, out);
		if (all.ncols == 0)
			break;
	}
}

void
doc_text_matrix(const struct doc_matrix *m, struct buf *out)
{
	char **rows = clean_texts(m->rows, m->nrows), **columns;
	char *corner = text_clean_dup(m->corner, TEXT_LINE);
	struct chart_matrix chart = { .corner = corner,
		.row = (const char *const *)rows,
		.nrows = m->nrows,
		.ncols = m->ncolumns,
		.value = m->values,
		.across = m->across,
		.down = m->down };

	columns = clean_texts(m->columns, m->ncolumns);
	chart.col = (const char *const *)columns;
	add_caption(m->caption, out);
	if (m->nrows == 0 || m->ncolumns == 0)
		buf_adds(out, "Nothing to show.\n");
	else
		draw_matrix(&chart, out);
	free(corner);
	free_texts(rows, m->nrows);
	free_texts(columns, m->ncolumns);
}

void
doc_text_tiles(const struct doc_tiles *t, struct buf *out)
{
	struct chart_tile *tiles = xcalloc(t->ntiles + 1, sizeof *tiles);
	char **codes = xcalloc(t->ntiles + 1, sizeof *codes);
	char **names = xcalloc(t->ntiles + 1, sizeof *names);
	struct chart_tiles_fit fit;
	struct plate plate;
	int down = 1;

	for (size_t i = 0; i < t->ntiles; i++) {
		codes[i] = text_clean_dup(t->tiles[i].code, TEXT_LINE);
		names[i] = text_clean_dup(t->tiles[i].name, TEXT_LINE);
		tiles[i] = (struct chart_tile){ t->tiles[i].row, t->tiles[i].col, codes[i],
			names[i], t->tiles[i].value, NULL };
		down = tiles[i].row + 1 > down ? tiles[i].row + 1 : down;
	}
	add_caption(t->caption, out);
	plate_init(&plate, down * TILE_ROWS, DOC_TEXT_WIDTH, true);
	chart_tiles_fit(tiles, t->ntiles, &plate, &fit);
	chart_tiles(&plate, tiles, t->ntiles, &fit);
	plate_text(&plate, out);
	plate_free(&plate);
	if (t->ntiles == 0)
		buf_adds(out, "Nothing to show.\n");
	else if (fit.rows == 0)
		buf_adds(out, "The map is wider than the page.\n");
	free_texts(codes, t->ntiles);
	free_texts(names, t->ntiles);
	free(tiles);
}
