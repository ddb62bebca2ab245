/* SPDX-License-Identifier: MIT
 *
 * The invented rows of the fake source: made by arithmetic, the same every time.
 */
#ifndef GRIDLINE_TESTS_FAKE_ROWS_H
#define GRIDLINE_TESTS_FAKE_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/filter.h"
#include "model/page.h"

#define FAKE_CELLS 24 /* no listing has more columns */

struct fake_row {
	char id[ROW_ID_LEN + 1];
	char cell[FAKE_CELLS][48];
	unsigned flags;
	int score; /* -1: none */
	int rank;  /* 0: none */
	bool open;
	char change[8];
};

void fake_line(struct fake_row *row, size_t i);
void fake_group(struct fake_row *row, size_t i);

/* Does the filter hold of the row? NULL: everything open. */
bool fake_matches(enum listing listing, const struct filter *filter, const struct fake_row *row);

/* Does reference or name hold the word, without case? */
bool fake_holds(enum listing listing, const struct fake_row *row, const char *word);

#endif
