/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/chart.h"

#include <string.h>

#include "base/text.h"

#define COLS_MOST 22
#define COLS_LEAST 5
#define ROWS_MOST 8

static long
greatest_of(const struct chart_tile *tiles, size_t n)
{
	long greatest = 0;

	for (size_t i = 0; i < n; i++)
		greatest = tiles[i].value > greatest ? tiles[i].value : greatest;
	return greatest;
}

void
chart_tiles_fit(
    const struct chart_tile *tiles, size_t n, const struct plate *p, struct chart_tiles_fit *fit)
{
	int down = 1, across = 1;

	for (size_t i = 0; i < n; i++) {
		down = tiles[i].row + 1 > down ? tiles[i].row + 1 : down;
		across = tiles[i].col + 1 > across ? tiles[i].col + 1 : across;
	}
	fit->rows = p->rows / down < ROWS_MOST ? p->rows / down : ROWS_MOST;
	fit->cols = p->cols / across < COLS_MOST ? p->cols / across : COLS_MOST;
	if (fit->rows < 2 || fit->cols < COLS_LEAST)
		*fit = (struct chart_tiles_fit){ .rows = 0 };
}

/* A line of one tile: text in front of its shade, which fills the rest. */
static void
put_line(struct plate *p, struct plate_place at, const char *text, int shade)
{
	static const enum plate_ink inks[CHART_SHADES] = { PLATE_DIM, PLATE_LEAST, PLATE_LESS,
		PLATE_MORE, PLATE_MOST };
	const int width = text_width(text, strlen(text)), from = width ? width + 1 : 0;
	struct buf rest = BUF_INIT;

	plate_cell(p,
	    (struct plate_place){ at.row, at.col, width < at.cells ? width : at.cells, false },
	    PLATE_TITLE, text);
	for (int i = from; i < at.cells; i++)
		buf_adds(&rest, shade ? chart_shade_sign(shade, p->utf8) : p->utf8 ? "·" : "-");
	plate_put(p, at.row, at.col + from, inks[shade], buf_str(&rest));
	buf_free(&rest);
}

static void
put_tile(struct plate *p, const struct chart_tile *t, const struct chart_tiles_fit *fit, int shade)
{
	const int inner = fit->rows - (fit->rows > 2 ? 1 : 0); /* a blank row between tiles */
	struct plate_place at = { t->row * fit->rows, t->col * fit->cols, fit->cols - 1, false };
	const bool named = text_width(t->name, strlen(t->name)) <= at.cells;
	char number[32];

	plate_cell(p, at, PLATE_PLAIN, named ? t->name : t->code);
	at.row++;
	put_line(p, at, chart_number(t->value, at.cells - 1, number), shade);
	at.row++;
	if (t->note && inner > 2) {
		plate_cell(p, at, PLATE_DIM, t->note);
		at.row++;
	}
	for (; at.row < t->row * fit->rows + inner; at.row++)
		put_line(p, at, "", shade);
}

int
chart_tiles(
    struct plate *p, const struct chart_tile *tiles, size_t n, const struct chart_tiles_fit *fit)
{
	const long greatest = greatest_of(tiles, n);
	int down = 0;

	if (fit->rows == 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		put_tile(p, &tiles[i], fit, chart_shade(tiles[i].value, greatest));
		down = tiles[i].row + 1 > down ? tiles[i].row + 1 : down;
	}
	return down * fit->rows;
}
