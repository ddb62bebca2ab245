/* SPDX-License-Identifier: MIT
 *
 * A made-up world for list tests: SYNTHETIC rows that follow from their number alone, as wide as a
 * grid, and a window onto them that can be shifted.
 */
#ifndef GRIDLINE_TESTS_UNIT_TERM_ROWS_H
#define GRIDLINE_TESTS_UNIT_TERM_ROWS_H

#include "term/list.h"

#define ROWS_COLUMNS 14
extern const struct list_column rows_columns[ROWS_COLUMNS];
extern const struct list_ops rows_ops; /* arg is a struct rows */

struct rows {
	size_t first;	/* number of the row at position 0 */
	bool hostile;	/* names are what breaks badly made lists */
	size_t fetched; /* calls of cell */
	char text[128];
};

#endif
