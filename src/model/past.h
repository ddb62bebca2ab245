/* SPDX-License-Identifier: MIT
 *
 * The grid as it stood in a week, held beside the week before: what a person steps through with [
 * and ]; or the open taskings so. The first rows of it, few enough to be held whole.
 */
#ifndef GRIDLINE_MODEL_PAST_H
#define GRIDLINE_MODEL_PAST_H

#include <stdbool.h>
#include <stddef.h>

enum past_how { PAST_SAME, PAST_NEW, PAST_GONE, PAST_UP, PAST_DOWN, PAST_CHANGED };

/* Cells that are marked where they differ from the week before. */
enum past_cell {
	PAST_NAME,
	PAST_SCORE,
	PAST_BAND,
	PAST_STATUS,
	PAST_UNIT,
	PAST_LRO,
	PAST_OPEN,
	PAST_LATE,
	PAST_SEEN,
	PAST_CELLS
};

/* The same places where the rows are taskings. */
enum past_tasking_cell {
	PAST_TITLE = PAST_NAME,
	PAST_DUE = PAST_SCORE,
	PAST_IS_LATE = PAST_BAND,
	PAST_STATE = PAST_STATUS,
	PAST_TO_UNIT = PAST_UNIT,
	PAST_OFFICER = PAST_LRO,
	PAST_LINE = PAST_OPEN,
	PAST_ROUTE = PAST_LATE,
	PAST_OPERATION = PAST_SEEN
};

/* What is looked at: the own force's grid, what the forces of the region share, open taskings. */
enum past_kind { PAST_GRID, PAST_REGION, PAST_TASKINGS };

struct past_line {
	char id[37];
	enum past_how how;
	char *rank, *ref;
	char *cell[PAST_CELLS];
	unsigned changed; /* bits of enum past_cell */
	char *told;	  /* all that changed, was and is; "" where nothing did */
};

struct past {
	char *week, *moment, *said; /* 2022-W51; when that was; what moment it is */
	char *whose;		    /* force or region */
	char *before;		    /* the moment it is held against */
	struct past_line *lines;
	size_t n;
	bool more; /* lines below these are not held */
	bool part; /* what fits a screen; all that is held comes under the same ticket */
};

/* "new", "gone"...; PAST_SAME for any other word. */
enum past_how past_how_of(const char *word);
/* Bit of the cell that the database calls by this name; 0 for one that is not shown. */
unsigned past_bit(const char *name);
void past_free(struct past *p); /* itself, too; NULL allowed */

#endif
