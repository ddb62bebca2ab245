/* SPDX-License-Identifier: MIT
 *
 * Where the cards of the dashboard stand: as few columns as show all of them, and where that is not
 * to be had, as many as the width allows, with rows that scroll.
 */
#ifndef GRIDLINE_VIEW_CARD_GRID_H
#define GRIDLINE_VIEW_CARD_GRID_H

#include <stdbool.h>
#include <stddef.h>

struct card_grid {
	int across, down; /* cards in a row, rows of them in all */
	int rows, step;	  /* rows of a card; columns from one to the next, the gap within */
	int shown;	  /* rows of cards that have room, at least 1 */
};

/* Of n cards on so many rows and columns. */
void card_grid_fit(struct card_grid *g, size_t n, int rows, int cols);
/* The first row of cards to show, so that a card is seen; moved no further than it must. */
int card_grid_top(const struct card_grid *g, int top, size_t card);

#endif
