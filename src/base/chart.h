/* SPDX-License-Identifier: MIT
 *
 * Pictures of numbers, set on a plate (base/plate.h) for a terminal or a report. Nothing is said by
 * colour: every bar, part, cell and tile has its number beside it, and lines are told apart by how
 * they are drawn. With UTF-8 they are blocks and braille dots, without it letters and signs. Labels
 * are clean text of any width, numbers may be anything a long holds; what does not fit is left out
 * and said to be.
 */
#ifndef GRIDLINE_BASE_CHART_H
#define GRIDLINE_BASE_CHART_H

#include "base/plate.h"

#define CHART_PARTS 5	 /* of a stacked bar, lines of a line chart */
#define CHART_POINTS 120 /* of a line */
#define CHART_SHADES 5	 /* nothing, and four */

/* chart_scale.c */

long chart_add(long a, long b); /* stays at the end of what a long holds */
/* Eighths of a cell that a value takes of `cells`, at least one if it is above 0. */
int chart_eighths(long value, long greatest, int cells);
/* 0 for 0 and less, else 1 to 4 by its share of the greatest. */
int chart_shade(long value, long greatest);
const char *chart_shade_sign(int shade, bool utf8); /* one cell */
/* The end of an axis that reaches to value: 1, 2 or 5 times a power of ten; 1 for 0 and less. */
long chart_round_up(long value);
/* A number with commas, or, where that is wider than `cells`, in k and m: "12,340", "12k". */
const char *chart_number(long value, int cells, char out[32]);
int chart_number_cells(long value); /* what chart_number() needs to write it in full */

/* What a chart shows at a place: a row or line, and a column, part or point of it. */
struct chart_cell {
	size_t row, col;
};

/* The functions chart_KIND_at() say where the number of a cell stands, for a cursor: cells is 0
 * where it is not shown. */

/* chart_bar.c */

struct chart_bar {
	const char *label;
	long value; /* below 0 it has no bar, just its number */
	enum plate_ink ink;
	const char *note; /* after the bar where there is room; NULL for none */
};

/* One bar a row, on one scale from 0 to the greatest. Returns the rows used: the last of too few
 * says how many are missing. */
int chart_bars(struct plate *p, const struct chart_bar *bars, size_t n);

struct plate_place chart_bars_at(
    const struct plate *p, const struct chart_bar *bars, size_t n, size_t bar);

/* chart_stack.c */

struct chart_parts {
	const char *name[CHART_PARTS];
	size_t n;
};
struct chart_stack {
	const char *label;
	long value[CHART_PARTS];
};

/* Bars of several parts, each with its number in a column of its own below its name and sign, then
 * the total. Returns the rows used, with the one of names. */
int chart_stacks(
    struct plate *p, const struct chart_parts *parts, const struct chart_stack *stacks, size_t n);

struct plate_place chart_stacks_at(const struct plate *p, const struct chart_parts *parts,
    const struct chart_stack *stacks, size_t n, struct chart_cell cell);

/* chart_line.c */

struct chart_line {
	const char *name;
	const long *value;
	size_t n; /* points known so far; may be fewer than the axis has */
};
struct chart_axis {
	const char *const *label; /* one a point, short; NULL: no labels */
	size_t n;
};

/* Lines over one axis of points: a key that ends in each line's last number, the lines, the labels
 * and, where each point has the room, all numbers below. The first line is drawn through, the
 * others are dotted. Returns the rows used, all of p's unless that is too small. */
int chart_lines(
    struct plate *p, const struct chart_axis *axis, const struct chart_line *lines, size_t n);

struct plate_place chart_lines_at(const struct plate *p, const struct chart_axis *axis,
    const struct chart_line *lines, size_t n, struct chart_cell cell);

/* Append one character a value, from the least to the greatest; equal values are in the middle. */
void chart_spark(struct buf *out, const long *values, size_t n, bool utf8);

/* chart_dots.c: the drawing of lines, 2 by 4 dots a cell. */

struct chart_dots {
	int rows, cols;
	unsigned char *dot; /* braille bits, a byte a cell */
	unsigned char *who; /* the line a cell belongs to, for ASCII; 0 none */
};
void chart_dots_init(struct chart_dots *d, int rows, int cols);
void chart_dots_free(struct chart_dots *d);
void chart_dots_set(struct chart_dots *d, int x, int y, int who); /* y counted from the top */
struct chart_dot {
	int x, y;
};
/* From a to b, every gap-th dot (1: all). */
void chart_dots_line(
    struct chart_dots *d, struct chart_dot a, struct chart_dot b, int gap, int who);

/* chart_matrix.c */

struct chart_matrix {
	const char *corner; /* over the labels of the rows */
	const char *const *row, *const *col;
	size_t nrows, ncols;
	const long *value; /* nrows * ncols, row by row */
	bool across, down; /* totals of rows, of columns */
};
/* The part of it that is shown, and where: a pure function of the sizes and of the cell that must
 * be in sight. */
struct chart_matrix_fit {
	int label, cell, total;	    /* cells across; total 0: none shown */
	size_t row0, nrows;	    /* rows shown */
	size_t col0, ncols;	    /* columns shown */
	bool more_left, more_right; /* there are columns beside them */
};
void chart_matrix_fit(const struct chart_matrix *m, const struct plate *p, struct chart_cell seen,
    struct chart_matrix_fit *fit);
/* Number and shade a cell. Returns the rows used. */
int chart_matrix(struct plate *p, const struct chart_matrix *m, const struct chart_matrix_fit *fit);
struct plate_place chart_matrix_at(const struct chart_matrix_fit *fit, struct chart_cell cell);

/* chart_tiles.c */

struct chart_tile {
	int row, col; /* on the map, from 0 */
	const char *code, *name;
	long value;
	const char *note; /* a second line; NULL for none */
};
struct chart_tiles_fit {
	int rows, cols; /* of a tile with its gap; 0: the map does not fit */
};
void chart_tiles_fit(
    const struct chart_tile *tiles, size_t n, const struct plate *p, struct chart_tiles_fit *fit);
/* Tiles sorted by row, then column. Returns the rows used. */
int chart_tiles(
    struct plate *p, const struct chart_tile *tiles, size_t n, const struct chart_tiles_fit *fit);

#endif
