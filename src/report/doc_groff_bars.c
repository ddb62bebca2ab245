/* SPDX-License-Identifier: MIT
 *
 * Lying charts for pic: a bar a label with its number behind it, or in parts with a number each.
 */
#include "config.h"

#include "report/doc_kind.h"
#include "report/groff_pic.h"

#define ROW 0.17 /* height of a bar with its gap */
#define ROW_CARD 0.135
#define BARS_MOST 36 /* on one picture */
#define LABEL_MOST 2.2
#define GAP 0.035

static const struct doc_value *
value_of(const struct doc_chart *c, size_t label, size_t series)
{
	return &c->values[label * c->nseries + series];
}

static double
size_of(const struct doc_value *v)
{
	return v->none || !(v->value > 0) ? 0 : v->value;
}

static void
add_shown(const struct doc_value *v, struct buf *out)
{
	pic_text(out, v->shown[0] != '\0' ? v->shown : "-");
}

static double
label_width(const struct doc_chart *c)
{
	double width = pic_widest(c->labels, c->nlabels) + 0.1;

	return width < LABEL_MOST ? width : LABEL_MOST;
}

static double
number_width(const struct doc_chart *c)
{
	double most = 0;

	for (size_t i = 0; i < c->nlabels * c->nseries; i++)
		most = pic_width(c->values[i].shown) > most ? pic_width(c->values[i].shown) : most;
	return most + 0.1;
}

/* How bars lie. */
struct bars {
	const struct doc_chart *c;
	double row, left, scale; /* left: where they begin; scale: inches of 1 */
};

static double
row_of(double width)
{
	return width < PIC_CARD ? ROW_CARD : ROW;
}

/* Bars of one label, from the height y down. */
static void
add_bar(const struct bars *b, size_t label, double y, struct buf *out)
{
	pic_cut(out, b->c->labels[label], b->left - 0.05);
	buf_addf(out, " rjust at (%.3f,%.3f)\n", b->left - 0.05, y);
	for (size_t s = 0; s < b->c->nseries; s++, y -= b->row) {
		const struct doc_value *v = value_of(b->c, label, s);
		const double length = size_of(v) * b->scale;

		if (length > 0)
			buf_addf(out, "box wid %.3f ht %.3f fill %.2f with .w at (%.3f,%.3f)\n",
			    length, b->row - GAP, pic_shades[s % PIC_STYLES], b->left, y);
		add_shown(v, out);
		buf_addf(out, " ljust at (%.3f,%.3f)\n", b->left + length + 0.05, y);
	}
}

void
doc_groff_bars(const struct doc_chart *c, double width, struct buf *out)
{
	struct bars b = { .c = c, .row = row_of(width), .left = label_width(c) };
	const size_t most = BARS_MOST / c->nseries > 0 ? BARS_MOST / c->nseries : 1;
	const double top = doc_chart_top(c), step = b.row * (double)c->nseries;

	b.scale = top > 0 ? (width - b.left - number_width(c)) / top : 0;
	for (size_t first = 0; first < c->nlabels; first += most) {
		const size_t n = c->nlabels - first < most ? c->nlabels - first : most;

		pic_begin(out, width);
		for (size_t i = 0; i < n; i++)
			add_bar(&b, first + i, -step * (double)i, out);
		buf_addf(out, "line from (%.3f,%.3f) to (%.3f,%.3f)\n", b.left, b.row / 2, b.left,
		    b.row / 2 - step * (double)n);
		if (first == 0 && c->nseries > 1)
			doc_groff_legend(c, b.left, 0.25, out);
		pic_end(out);
	}
}

/* Where the columns of a chart of stacks stand. */
struct columns {
	double label, number, bar, scale, row;
};

static void
add_stack(
    const struct doc_chart *c, const struct columns *at, size_t label, double y, struct buf *out)
{
	double x = at->label, from = at->bar, sum = 0;
	char total[32];

	pic_cut(out, c->labels[label], at->label - 0.05);
	buf_addf(out, " ljust at (0,%.3f)\n", y);
	for (size_t s = 0; s < c->nseries; s++) {
		const struct doc_value *v = value_of(c, label, s);
		const double length = size_of(v) * at->scale;

		x += at->number;
		sum += size_of(v);
		add_shown(v, out);
		buf_addf(out, " rjust at (%.3f,%.3f)\n", x, y);
		if (length > 0)
			buf_addf(out, "box wid %.3f ht %.3f fill %.2f with .w at (%.3f,%.3f)\n",
			    length, at->row - GAP, pic_parts[s % PIC_STYLES], from, y);
		from += length;
	}
	snprintf(total, sizeof total, "%.15g", sum);
	pic_text(out, total);
	buf_addf(out, " rjust at (%.3f,%.3f)\n", x + at->number, y);
}

/* The names of the parts, each with its shade. */
static void
add_parts(const struct doc_chart *c, const struct columns *at, struct buf *out)
{
	double x = at->label;

	for (size_t s = 0; s < c->nseries; s++) {
		x += at->number;
		pic_cut(out, c->series[s], at->number - 0.05);
		buf_addf(out, " rjust at (%.3f,%.3f)\n", x, at->row);
		buf_addf(out, "box wid 0.2 ht 0.08 fill %.2f with .e at (%.3f,%.3f)\n",
		    pic_parts[s % PIC_STYLES], x, 2.05 * at->row);
	}
	pic_text(out, "Total");
	buf_addf(out, " rjust at (%.3f,%.3f)\n", x + at->number, at->row);
}

void
doc_groff_stacks(const struct doc_chart *c, double width, struct buf *out)
{
	const double top = doc_chart_top(c);
	struct columns at = {
		.label = label_width(c), .number = number_width(c), .row = row_of(width)
	};

	if (at.number < pic_widest(c->series, c->nseries) + 0.1)
		at.number = pic_widest(c->series, c->nseries) + 0.1;
	if (at.number < 0.35)
		at.number = 0.35;
	at.bar = at.label + at.number * (double)(c->nseries + 1) + 0.1;
	at.scale = top > 0 && width > at.bar ? (width - at.bar) / top : 0;
	pic_begin(out, width);
	add_parts(c, &at, out);
	for (size_t i = 0; i < c->nlabels; i++)
		add_stack(c, &at, i, -at.row * (double)i, out);
	pic_end(out);
}
