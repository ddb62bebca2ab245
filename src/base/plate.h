/* SPDX-License-Identifier: MIT
 *
 * A picture made of characters before it is anywhere: rows of clean text, each cut into runs with a
 * meaning. The charts of base/chart.h are set on a plate; the terminal paints it (term/chart.h), a
 * report prints it as text. Rows are written from left to right.
 */
#ifndef GRIDLINE_BASE_PLATE_H
#define GRIDLINE_BASE_PLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* What a run means. The look is the terminal's; nothing may be told by it alone. */
enum plate_ink {
	PLATE_PLAIN,
	PLATE_TITLE,
	PLATE_DIM,  /* frames, axes, hints */
	PLATE_MOST, /* the first of several shares, or the darkest shade */
	PLATE_MORE,
	PLATE_LESS,
	PLATE_LEAST,
	PLATE_WARNING,
};

struct plate_run {
	int col;
	size_t from, len; /* its bytes in the row's text */
	enum plate_ink ink;
};

struct plate_row {
	struct buf text;
	struct plate_run *runs;
	size_t nruns, cap;
	int end; /* cells written so far */
};

struct plate {
	int rows, cols; /* what it may take */
	bool utf8;	/* else plain ASCII is set; texts handed in may still hold anything */
	struct plate_row *row;
};

void plate_init(struct plate *p, int rows, int cols, bool utf8); /* negative sizes count as 0 */
void plate_free(struct plate *p);

/* Clean text from a column on, cut at the edge and at what is there already; returns the column
 * after it. Rows that are none are ignored. */
int plate_put(struct plate *p, int row, int col, enum plate_ink ink, const char *text);
/* Cut or padded to so many cells, a cut shown by an ellipsis. */
struct plate_place {
	int row, col, cells;
	bool right;
};
int plate_cell(struct plate *p, struct plate_place at, enum plate_ink ink, const char *text);
/* As much of a place as is on the plate; cells 0 if nothing is. */
struct plate_place plate_within(const struct plate *p, struct plate_place at);

/* The rows as lines without trailing blanks; rows at the end with nothing in them are left out. */
void plate_text(const struct plate *p, struct buf *out);

#endif
