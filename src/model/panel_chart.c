/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/panel_chart.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

enum panel_shape
panel_shape(const char *code)
{
	static const struct {
		const char *code;
		enum panel_shape shape;
	} shapes[] = { { "type1", PANEL_LINES }, { "disruptions", PANEL_MATRIX },
		{ "disruptions_force", PANEL_MATRIX }, { "socex", PANEL_MATRIX },
		{ "bands", PANEL_STACKS } };

	for (size_t i = 0; i < ARRAY_LEN(shapes); i++)
		if (strcmp(shapes[i].code, code) == 0)
			return shapes[i].shape;
	return PANEL_BARS;
}

long
panel_sum_to(const struct panel *p, size_t series, size_t label)
{
	long sum = 0;

	for (size_t i = 0; i <= label; i++)
		sum = chart_add(sum, panel_value(p, series, i));
	return sum;
}

void
panel_cursor_move(
    struct panel_cursor *c, const char *code, const struct panel *p, enum panel_move move)
{
	const bool down = panel_shape(code) == PANEL_BARS;
	struct panel_cursor to = *c;

	switch (move) {
	case PANEL_UP:
		to.series -= down ? 0 : 1;
		to.label -= down ? 1 : 0;
		break;
	case PANEL_DOWN:
		to.series += down ? 0 : 1;
		to.label += down ? 1 : 0;
		break;
	case PANEL_LEFT:
		to.label -= down ? 0 : 1;
		break;
	case PANEL_RIGHT:
		to.label += down ? 0 : 1;
		break;
	}
	/* Before the first is far beyond the last: size_t goes round. */
	if (panel_has(p, to.series, to.label))
		*c = to;
}

/* What the charts are drawn from, in their own shape. */
struct drawing {
	struct chart_bar *bars;
	struct chart_stack *stacks;
	struct chart_parts parts;
	struct chart_line lines[CHART_PARTS];
	struct chart_axis axis;
	struct chart_matrix matrix;
	long *sums;
	size_t n;
};

static void
drawing_free(struct drawing *d)
{
	free(d->bars);
	free(d->stacks);
	free(d->sums);
}

static void
make_lines(struct drawing *d, const struct panel *p)
{
	d->n = p->nseries < CHART_PARTS ? p->nseries : CHART_PARTS;
	d->sums = xcalloc(p->nseries * p->nlabels + 1, sizeof *d->sums);
	d->axis = (struct chart_axis){ (const char *const *)p->label, p->nlabels };
	for (size_t i = 0; i < d->n; i++) {
		long *sums = d->sums + i * p->nlabels;
		size_t k = 0;

		for (; k < p->nlabels && panel_has(p, i, k); k++)
			sums[k] = panel_sum_to(p, i, k);
		d->lines[i] = (struct chart_line){ p->series[i], sums, k };
	}
}

static void
make_bars(struct drawing *d, const struct panel *p)
{
	d->n = p->nlabels;
	d->bars = xcalloc(d->n + 1, sizeof *d->bars);
	for (size_t i = 0; i < d->n; i++)
		d->bars[i] =
		    (struct chart_bar){ p->label[i], panel_value(p, 0, i), PLATE_LESS, NULL };
}

static void
make_stacks(struct drawing *d, const struct panel *p)
{
	d->n = p->nseries;
	d->parts.n = p->nlabels < CHART_PARTS ? p->nlabels : CHART_PARTS;
	d->stacks = xcalloc(d->n + 1, sizeof *d->stacks);
	for (size_t k = 0; k < d->parts.n; k++)
		d->parts.name[k] = p->label[k];
	for (size_t i = 0; i < d->n; i++) {
		d->stacks[i].label = p->series[i];
		for (size_t k = 0; k < d->parts.n; k++)
			d->stacks[i].value[k] = panel_value(p, i, k);
	}
}

static void
make_matrix(struct drawing *d, const char *code, const struct panel *p)
{
	const bool months = strcmp(code, "socex") == 0;

	d->n = p->nseries;
	/* Who is linked to drugs is among the arrested: rows of months do not add up. */
	d->matrix = (struct chart_matrix){ .corner = "",
		.row = (const char *const *)p->series,
		.col = (const char *const *)p->label,
		.nrows = p->nseries,
		.ncols = p->nlabels,
		.value = p->value,
		.across = !months,
		.down = true };
}

static enum panel_shape
make(struct drawing *d, const char *code, const struct panel *p)
{
	const enum panel_shape shape = panel_shape(code);

	*d = (struct drawing){ .n = 0 };
	switch (shape) {
	case PANEL_LINES:
		make_lines(d, p);
		break;
	case PANEL_BARS:
		make_bars(d, p);
		break;
	case PANEL_MATRIX:
		make_matrix(d, code, p);
		break;
	case PANEL_STACKS:
		make_stacks(d, p);
		break;
	}
	return shape;
}

void
panel_chart(
    struct plate *plate, const char *code, const struct panel *p, const struct panel_cursor *c)
{
	const struct chart_cell seen = { c->series, c->label };
	struct chart_matrix_fit fit;
	struct drawing d;

	switch (make(&d, code, p)) {
	case PANEL_LINES:
		chart_lines(plate, &d.axis, d.lines, d.n);
		break;
	case PANEL_BARS:
		chart_bars(plate, d.bars, d.n);
		break;
	case PANEL_MATRIX:
		chart_matrix_fit(&d.matrix, plate, seen, &fit);
		chart_matrix(plate, &d.matrix, &fit);
		break;
	case PANEL_STACKS:
		chart_stacks(plate, &d.parts, d.stacks, d.n);
		break;
	}
	drawing_free(&d);
}

struct plate_place
panel_chart_at(const struct plate *plate, const char *code, const struct panel *p,
    const struct panel_cursor *c)
{
	const struct chart_cell cell = { c->series, c->label };
	struct plate_place at = { .cells = 0 };
	struct chart_matrix_fit fit;
	struct drawing d;

	switch (make(&d, code, p)) {
	case PANEL_LINES:
		at = chart_lines_at(plate, &d.axis, d.lines, d.n, cell);
		break;
	case PANEL_BARS:
		at = chart_bars_at(plate, d.bars, d.n, c->label);
		break;
	case PANEL_MATRIX:
		chart_matrix_fit(&d.matrix, plate, cell, &fit);
		at = chart_matrix_at(&fit, cell);
		break;
	case PANEL_STACKS:
		at = chart_stacks_at(plate, &d.parts, d.stacks, d.n, cell);
		break;
	}
	drawing_free(&d);
	return at;
}

/* A line of words: what it comes to, and how it went. */
static void
put_sum(struct plate *plate, const struct panel *p)
{
	struct buf spark = BUF_INIT;
	char number[32];
	int col;

	col = plate_put(plate, 0, 0, PLATE_TITLE, chart_number(panel_total(p, 0), 26, number));
	chart_spark(&spark, p->value, p->nlabels, plate->utf8);
	plate_put(plate, 0, col + 1, PLATE_LESS, buf_str(&spark));
	buf_free(&spark);
}

/* Rows of a plate below its first. */
static void
put_below(struct plate *plate, const struct plate *below)
{
	for (int row = 0; row < below->rows && row + 1 < plate->rows; row++)
		for (size_t i = 0; i < below->row[row].nruns; i++) {
			const struct plate_run *run = &below->row[row].runs[i];
			char *text = xstrndup(below->row[row].text.data + run->from, run->len);

			plate_put(plate, row + 1, run->col, run->ink, text);
			free(text);
		}
}

static void
put_bars_below(struct plate *plate, const struct chart_bar *bars, size_t n)
{
	struct plate below;

	plate_init(&below, plate->rows - 1, plate->cols, plate->utf8);
	chart_bars(&below, bars, n);
	put_below(plate, &below);
	plate_free(&below);
}

/* Months: their sum, and the latest of them. What is not to be added up has bars alone. */
static void
card_bars(struct plate *plate, const char *code, const struct panel *p, const struct drawing *d)
{
	const size_t room = plate->rows > 1 ? (size_t)plate->rows - 1 : 0;

	if (strcmp(code, "standing") == 0) {
		chart_bars(plate, d->bars, d->n);
	} else if (*p->note) {
		plate_put(plate, 0, 0, PLATE_TITLE, p->note);
		put_bars_below(plate, d->bars, d->n);
	} else {
		put_sum(plate, p);
		put_bars_below(
		    plate, d->bars + (d->n > room ? d->n - room : 0), d->n > room ? room : d->n);
	}
}

/* Where the matrix has no room, the sums of its rows as bars; of months the latest. */
static void
card_matrix(struct plate *plate, const struct panel *p, struct drawing *d)
{
	const size_t room = plate->rows > 1 ? (size_t)plate->rows - 1 : 0;
	const struct chart_cell last = { p->nseries ? p->nseries - 1 : 0, 0 };
	struct chart_matrix_fit fit;
	struct chart_bar *bars;

	if (!d->matrix.across || p->nseries <= room) {
		d->matrix.down = p->nseries < room && d->matrix.across;
		chart_matrix_fit(&d->matrix, plate, last, &fit);
		chart_matrix(plate, &d->matrix, &fit);
		return;
	}
	bars = xcalloc(p->nseries + 1, sizeof *bars);
	for (size_t i = 0; i < p->nseries; i++)
		bars[i] = (struct chart_bar){ p->series[i], panel_total(p, i), PLATE_LESS, NULL };
	chart_bars(plate, bars, p->nseries);
	free(bars);
}

/* Of weeks and bands: each band's latest number and how it came there. */
static void
card_stacks(struct plate *plate, const struct panel *p)
{
	const size_t n = p->nseries;
	long *values = xcalloc(n + 1, sizeof *values);
	struct buf spark = BUF_INIT;
	char number[32];

	for (size_t k = 0; k < p->nlabels && (int)k < plate->rows && n > 0; k++) {
		struct plate_place at = { .row = (int)k, .cells = plate->cols / 3 };

		for (size_t i = 0; i < n; i++)
			values[i] = panel_value(p, i, k);
		buf_clear(&spark);
		chart_spark(&spark, values, n, plate->utf8);
		at.col = plate_cell(plate, at, PLATE_PLAIN, p->label[k]) + 1;
		at.cells = 4;
		at.right = true;
		at.col = plate_cell(plate, at, PLATE_TITLE, chart_number(values[n - 1], 4, number));
		plate_put(plate, at.row, at.col + 1, PLATE_LESS, buf_str(&spark));
	}
	buf_free(&spark);
	free(values);
}

void
panel_card(struct plate *plate, const char *code, const struct panel *p)
{
	struct drawing d;

	switch (make(&d, code, p)) {
	case PANEL_LINES:
		chart_lines(plate, &d.axis, d.lines, d.n);
		break;
	case PANEL_BARS:
		card_bars(plate, code, p, &d);
		break;
	case PANEL_MATRIX:
		card_matrix(plate, p, &d);
		break;
	case PANEL_STACKS:
		card_stacks(plate, p);
		break;
	}
	drawing_free(&d);
}
