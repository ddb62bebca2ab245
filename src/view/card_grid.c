/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/card_grid.h"

#define COLS_LEAST 26 /* a month, its number and a bar; all numbers of a matrix */
#define ROWS_LEAST 7
#define ROWS_SMALL 5 /* on a telephone */
#define ROWS_MOST 16

void
card_grid_fit(struct card_grid *g, size_t n, int rows, int cols)
{
	const int most = (cols + 1) / (COLS_LEAST + 1) > 1 ? (cols + 1) / (COLS_LEAST + 1) : 1;
	const int cards = n > 0 ? (int)n : 1;

	for (g->across = 1; g->across < most; g->across++)
		if (rows / ((cards + g->across - 1) / g->across) >= ROWS_LEAST)
			break;
	g->down = (cards + g->across - 1) / g->across;
	g->rows = rows / g->down;
	if (g->rows < ROWS_LEAST)
		g->rows = rows < 3 * ROWS_LEAST ? ROWS_SMALL : ROWS_LEAST;
	if (g->rows > ROWS_MOST)
		g->rows = ROWS_MOST;
	if (g->rows > rows)
		g->rows = rows > 1 ? rows : 1;
	g->step = (cols + 1) / g->across;
	g->shown = rows / g->rows > 1 ? rows / g->rows : 1;
}

int
card_grid_top(const struct card_grid *g, int top, size_t card)
{
	const int row = (int)card / g->across, last = g->down - g->shown;

	if (top > row)
		top = row;
	if (top < row - g->shown + 1)
		top = row - g->shown + 1;
	if (top > last)
		top = last;
	return top > 0 ? top : 0;
}
