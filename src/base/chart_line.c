/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

#define PLOT_LEAST 2 /* rows; with fewer there is only the key and the numbers */

struct frame {
	const struct chart_axis *axis;
	const struct chart_line *lines;
	size_t n, points;
	long low, high;
	int left, step;	     /* cells before the plot, cells a point (0: less than one) */
	int top, rows, cols; /* the plot */
	bool labels, numbers;
};

static int
wider(int a, int b)
{
	return a > b ? a : b;
}

static int
number_cells(const struct frame *f)
{
	int cells = 1;

	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < f->lines[i].n && k < f->points; k++)
			cells = wider(cells, chart_number_cells(f->lines[i].value[k]));
	return cells;
}

static void
find_range(struct frame *f)
{
	long low = 0, high = 0;

	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < f->lines[i].n && k < f->points; k++) {
			const long v = f->lines[i].value[k];

			low = v < low ? v : low;
			high = v > high ? v : high;
		}
	f->high = chart_round_up(high);
	f->low = low < -__LONG_MAX__ ? -__LONG_MAX__ : low;
	f->low = f->low < 0 ? -chart_round_up(-f->low) : 0;
}

static struct frame
frame_of(
    const struct plate *p, const struct chart_axis *axis, const struct chart_line *lines, size_t n)
{
	struct frame f = { .axis = axis, .lines = lines, .n = n, .points = axis->n, .top = 1 };
	int names = 0;
	char text[32];

	find_range(&f);
	f.left = wider((int)strlen(chart_number(f.high, 6, text)),
		     (int)strlen(chart_number(f.low, 6, text))) +
	    1;
	for (size_t i = 0; i < n; i++)
		names = wider(names, text_width(lines[i].name, strlen(lines[i].name)) + 1);
	f.labels = axis->label && p->rows >= 1 + PLOT_LEAST + 1;
	f.rows = p->rows - 1 - (f.labels ? 1 : 0);
	if (f.points && (p->cols - wider(f.left, names)) / (int)f.points > number_cells(&f) &&
	    f.rows - (int)n >= PLOT_LEAST) {
		f.numbers = true;
		f.rows -= (int)n;
		f.left = wider(f.left, names);
	}
	f.cols = wider(p->cols - f.left, 0);
	f.step = f.points ? f.cols / (int)f.points : 0;
	if (f.rows < PLOT_LEAST)
		f.rows = 0;
	return f;
}

/* The dot of a point: at the right end of its share of the axis, over its number. */
static struct chart_dot
dot_of(const struct frame *f, size_t k, long value)
{
	const double share = ((double)value - (double)f->low) / ((double)f->high - (double)f->low);
	const int height = f->rows * 4 - 1;
	struct chart_dot dot = { .y = height - (int)(share * height + 0.5) };

	if (f->step > 0)
		dot.x = ((int)(k + 1) * f->step - 1) * 2;
	else
		dot.x = f->points < 2
		    ? 0
		    : (int)((double)k * (f->cols * 2 - 1) / (double)(f->points - 1));
	return dot;
}

static void
draw_line(struct chart_dots *d, const struct frame *f, size_t i, int gap)
{
	const struct chart_line *line = &f->lines[i];
	struct chart_dot last = { 0 };

	for (size_t k = 0; k < line->n && k < f->points; k++) {
		const struct chart_dot dot = dot_of(f, k, line->value[k]);

		chart_dots_line(d, k ? last : dot, dot, gap, (int)i + 1);
		last = dot;
	}
}

static const char *const signs = " *o+x%";

static void
put_dots(struct plate *p, const struct frame *f, const struct chart_dots *d, int row)
{
	for (int col = 0; col < d->cols; col++) {
		const size_t at = (size_t)row * (size_t)d->cols + (size_t)col;
		const uint32_t cp = 0x2800u + d->dot[at];
		char text[8] = { 0 };

		if (!d->dot[at])
			continue;
		if (p->utf8)
			text[text_encode(text, cp)] = '\0';
		else
			text[0] = signs[d->who[at]];
		plate_put(p, f->top + row, f->left + col, d->who[at] == 1 ? PLATE_MOST : PLATE_LESS,
		    text);
	}
}

static void
put_plot(struct plate *p, const struct frame *f)
{
	struct chart_dots d;
	char text[32];

	chart_dots_init(&d, f->rows, f->cols);
	for (size_t i = 0; i < f->n; i++)
		draw_line(&d, f, i, i == 0 || !p->utf8 ? 1 : 3);
	for (int row = 0; row < f->rows; row++) {
		struct plate_place at = { f->top + row, 0, f->left - 1, true };

		if (row == 0)
			plate_cell(p, at, PLATE_DIM, chart_number(f->high, at.cells, text));
		else if (row == f->rows - 1)
			plate_cell(p, at, PLATE_DIM, chart_number(f->low, at.cells, text));
		put_dots(p, f, &d, row);
	}
	chart_dots_free(&d);
}

static void
last_number(const struct chart_line *line, char out[32])
{
	snprintf(out, 32, "none");
	if (line->n)
		chart_number(line->value[line->n - 1], 26, out);
}

/* Cells of the key with its names in full and a blank between two lines. */
static int
key_cells(const struct frame *f)
{
	int whole = -1;
	char number[32];

	for (size_t i = 0; i < f->n; i++) {
		last_number(&f->lines[i], number);
		whole += text_width(f->lines[i].name, strlen(f->lines[i].name)) + 4 +
		    (int)strlen(number);
	}
	return whole;
}

/* Cells of a name in the key: all, or its share of what is left. */
static int
name_cells(const struct plate *p, const struct frame *f, const struct chart_line *line)
{
	const int name = text_width(line->name, strlen(line->name));
	const int whole = key_cells(f);
	int share;
	char number[32];

	if (whole <= p->cols)
		return name;
	last_number(line, number);
	share = p->cols / (int)f->n - 4 - (int)strlen(number);
	return name < share ? name : wider(share, 0);
}

/* How a line is drawn, its name and where it stands at its end. Names give way, numbers do not. */
static void
put_key(struct plate *p, const struct frame *f)
{
	const int gap = key_cells(f) + 2 * (int)f->n <= p->cols ? 3 : 1;
	struct plate_place at = { .row = 0 };

	for (size_t i = 0; i < f->n; i++) {
		const struct chart_line *line = &f->lines[i];
		const char ascii[2] = { signs[i + 1], 0 };
		char number[32];

		last_number(line, number);
		at.col = plate_put(p, 0, at.col, i ? PLATE_LESS : PLATE_MOST,
			     !p->utf8	  ? ascii
				 : i == 0 ? "━"
					  : "┈") +
		    1;
		at.cells = name_cells(p, f, line);
		at.col = at.cells ? plate_cell(p, at, PLATE_DIM, line->name) + 1 : at.col;
		at.cells = (int)strlen(number);
		at.col = plate_cell(p, at, PLATE_TITLE, number) + gap;
	}
}

/* A label stands under its point, where labels before it leave the room. */
static void
put_labels(struct plate *p, const struct frame *f, int row)
{
	int free_from = 0;

	for (size_t k = 0; k < f->points; k++) {
		const char *label = f->axis->label[k];
		const int width = text_width(label, strlen(label));
		int col = f->left + dot_of(f, k, f->low).x / 2 + 1 - width;

		if (col < free_from && f->points > 1 && k > 0)
			continue;
		col = col < 0 ? 0 : col;
		free_from = plate_put(p, row, col, PLATE_DIM, label) + 1;
	}
}

static void
put_numbers(struct plate *p, const struct frame *f, int row, const struct chart_line *line)
{
	struct plate_place at = { .row = row, .cells = f->left - 1 };
	char text[32];

	plate_cell(p, at, PLATE_DIM, line->name);
	at = (struct plate_place){ row, f->left, f->step, true };
	for (size_t k = 0; k < line->n && k < f->points; k++, at.col += f->step)
		plate_cell(p, at, PLATE_PLAIN, chart_number(line->value[k], f->step, text));
}

int
chart_lines(
    struct plate *p, const struct chart_axis *axis, const struct chart_line *lines, size_t n)
{
	struct frame f;
	int row;

	if (n > CHART_PARTS)
		n = CHART_PARTS;
	f = frame_of(p, axis, lines, n);
	put_key(p, &f);
	if (f.rows && f.points)
		put_plot(p, &f);
	row = f.top + f.rows;
	if (f.labels && f.points)
		put_labels(p, &f, row++);
	for (size_t i = 0; f.numbers && i < n; i++)
		put_numbers(p, &f, row++, &lines[i]);
	return row < p->rows ? row : p->rows;
}

struct plate_place
chart_lines_at(const struct plate *p, const struct chart_axis *axis, const struct chart_line *lines,
    size_t n, struct chart_cell cell)
{
	const struct frame f = frame_of(p, axis, lines, n < CHART_PARTS ? n : CHART_PARTS);

	if (!f.numbers || cell.row >= f.n || cell.col >= f.points || cell.col >= lines[cell.row].n)
		return (struct plate_place){ .cells = 0 };
	return plate_within(p,
	    (struct plate_place){ .row = f.top + f.rows + f.labels + (int)cell.row,
		.col = f.left + f.step * (int)cell.col,
		.cells = f.step,
		.right = true });
}

void
chart_spark(struct buf *out, const long *values, size_t n, bool utf8)
{
	static const char *const heights[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	long least = n ? values[0] : 0, most = least;
	double span;

	for (size_t i = 0; i < n; i++) {
		least = values[i] < least ? values[i] : least;
		most = values[i] > most ? values[i] : most;
	}
	span = (double)most - (double)least; /* of great numbers 0 though they differ */
	for (size_t i = 0; i < n; i++) {
		const double share = span > 0 ? ((double)values[i] - (double)least) / span : 0.5;
		int height = (int)(share * 7 + 0.5);
		if (utf8)
			buf_adds(out, heights[height]);
		else
			buf_addc(out, "_.:-=+*#"[height]);
	}
}
