/* SPDX-License-Identifier: MIT
 *
 * The figures of the board, and the records one of them counts: a list each, few enough to be held
 * whole.
 */
#ifndef GRIDLINE_MODEL_FIGURE_H
#define GRIDLINE_MODEL_FIGURE_H

#include <stddef.h>

/* Cells of the list of figures, and of the records behind one. */
enum { FIGURE_LABEL, FIGURE_VALUE, FIGURE_UNIT, FIGURE_BEFORE, FIGURE_CHANGE, FIGURE_PERIOD };
enum { RECORD_REF, RECORD_LINE, RECORD_DAY, RECORD_UNIT, RECORD_WHAT, RECORD_COUNTS };
#define FIGURE_CELLS 6

struct figure_item {
	char id[64]; /* of the figure; of the record's line, "" for none the caller sees */
	char *cells[FIGURE_CELLS];
	char *rule, *note; /* of a figure */
};

struct figures {
	struct figure_item *items;
	size_t n;
};

void figures_free(struct figures *f); /* itself, too; NULL allowed */

#endif
