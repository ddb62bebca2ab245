/* SPDX-License-Identifier: MIT
 *
 * Charts for pic, in inches: vectors that stay sharp on paper. Series are told apart by stroke,
 * mark and shade, and named; every number that is drawn is written, too.
 */
#include "config.h"

#include "model/scale.h"
#include "report/doc_kind.h"
#include "report/groff_pic.h"

#define HIGH 1.9
#define HIGH_CARD 1.25
#define LEFT 0.5 /* of the plot: the numbers of its ticks */
#define MARK 0.035
#define STROKES 4

static const char *const strokes[STROKES] = { "", "dashed 0.06", "dotted 0.03", "dashed 0.12" };

struct plot {
	const struct doc_chart *c;
	double width, high, step; /* step: of a label */
	struct scale scale;
};

static const struct doc_value *
value_of(const struct plot *p, size_t label, size_t series)
{
	return &p->c->values[label * p->c->nseries + series];
}

static double
middle_of(const struct plot *p, size_t label)
{
	return LEFT + ((double)label + 0.5) * p->step;
}

static double
height_of(const struct plot *p, const struct doc_value *v)
{
	return v->none || !(v->value > 0) ? 0 : v->value / p->scale.top * p->high;
}

static const char *
shown_of(const struct doc_value *v)
{
	return v->shown[0] != '\0' ? v->shown : "-";
}

/* Ticks with their numbers at the left, faint lines across. */
static void
add_frame(const struct plot *p, struct buf *out)
{
	for (int i = 0; i <= p->scale.ticks; i++) {
		double y = p->high * i * p->scale.step / p->scale.top;
		char number[32];

		snprintf(number, sizeof number, "%.10g", i * p->scale.step);
		buf_addf(out, "line %s from (%.3f,%.3f) to (%.3f,%.3f)\n",
		    i == 0 ? "" : "dotted 0.03", LEFT, y, p->width, y);
		pic_text(out, number);
		buf_addf(out, " rjust at (%.3f,%.3f)\n", LEFT - 0.05, y);
	}
}

/* Labels below the axis, as many as there is room for. */
static void
add_labels(const struct plot *p, struct buf *out)
{
	const double widest = pic_widest(p->c->labels, p->c->nlabels) + 0.08;
	size_t each = 1;

	while ((double)each * p->step < widest && each < p->c->nlabels)
		each++;
	for (size_t i = 0; i < p->c->nlabels; i += each) {
		pic_text(out, p->c->labels[i]);
		buf_addf(out, " at (%.3f,-0.13)\n", middle_of(p, i));
	}
}

static void
add_mark(size_t series, double x, double y, struct buf *out)
{
	static const double fills[STROKES] = { 1, 0, 0.5, 1 };

	if (series % 2 == 0)
		buf_addf(out, "circle rad %.3f fill %.1f at (%.3f,%.3f)\n", MARK,
		    fills[series % STROKES], x, y);
	else
		buf_addf(out, "box wid %.3f ht %.3f fill %.1f at (%.3f,%.3f)\n", 2 * MARK, 2 * MARK,
		    fills[series % STROKES], x, y);
}

static void
add_line(const struct plot *p, size_t series, struct buf *out)
{
	const struct doc_value *last = NULL;
	double x, y, x0 = 0, y0 = 0;
	bool joined = false;

	for (size_t i = 0; i < p->c->nlabels; i++) {
		const struct doc_value *v = value_of(p, i, series);

		if (v->none) {
			joined = false;
			continue;
		}
		x = middle_of(p, i);
		y = height_of(p, v);
		if (joined)
			buf_addf(out, "line %s from (%.3f,%.3f) to (%.3f,%.3f)\n",
			    strokes[series % STROKES], x0, y0, x, y);
		add_mark(series, x, y, out);
		x0 = x;
		y0 = y;
		joined = true;
		last = v;
	}
	if (last != NULL) {
		pic_text(out, last->shown);
		buf_addf(out, " ljust at (%.3f,%.3f)\n", x0 + 0.07, y0);
	}
}

static void
add_columns(const struct plot *p, struct buf *out)
{
	const double wide = 0.8 * p->step / (double)p->c->nseries;

	for (size_t i = 0; i < p->c->nlabels; i++)
		for (size_t s = 0; s < p->c->nseries; s++) {
			const struct doc_value *v = value_of(p, i, s);
			double x = LEFT + ((double)i + 0.1) * p->step + (double)s * wide;
			double y = height_of(p, v);

			if (y > 0)
				buf_addf(out,
				    "box wid %.3f ht %.3f fill %.2f with .sw at (%.3f,0)\n", wide,
				    y, pic_shades[s % PIC_STYLES], x);
			if (pic_width(shown_of(v)) > wide + 0.1)
				continue;
			pic_text(out, shown_of(v));
			buf_addf(out, " at (%.3f,%.3f)\n", x + wide / 2, y + 0.08);
		}
}

/* Which stroke, mark or shade is which series, from x on. */
void
doc_groff_legend(const struct doc_chart *c, double x, double y, struct buf *out)
{
	for (size_t s = 0; s < c->nseries && c->series[s][0] != '\0'; s++) {
		if (c->kind == DOC_LINES) {
			buf_addf(out, "line %s from (%.3f,%.3f) to (%.3f,%.3f)\n",
			    strokes[s % STROKES], x, y, x + 0.3, y);
			add_mark(s, x + 0.15, y, out);
		} else {
			buf_addf(out, "box wid 0.2 ht 0.1 fill %.2f with .w at (%.3f,%.3f)\n",
			    pic_shades[s % PIC_STYLES], x + 0.1, y);
		}
		pic_text(out, c->series[s]);
		buf_addf(out, " ljust at (%.3f,%.3f)\n", x + 0.36, y);
		x += 0.6 + pic_width(c->series[s]);
	}
}

/* All numbers of lines below their labels, a row a series, where each has the room. */
static double
add_numbers(const struct plot *p, double y, struct buf *out)
{
	double widest = 0;

	for (size_t i = 0; i < p->c->nlabels * p->c->nseries; i++)
		if (pic_width(p->c->values[i].shown) > widest)
			widest = pic_width(p->c->values[i].shown);
	if (widest + 0.06 > p->step)
		return y;
	for (size_t s = 0; s < p->c->nseries; s++, y -= PIC_LINE) {
		if (p->c->nseries > 1) {
			buf_addf(out, "line %s from (0.1,%.3f) to (0.4,%.3f)\n",
			    strokes[s % STROKES], y, y);
			add_mark(s, 0.25, y, out);
		}
		for (size_t i = 0; i < p->c->nlabels; i++) {
			pic_text(out, p->c->values[i * p->c->nseries + s].shown);
			buf_addf(out, " at (%.3f,%.3f)\n", middle_of(p, i), y);
		}
	}
	return y;
}

static void
add_standing(const struct doc_chart *c, double width, struct buf *out)
{
	const struct plot p = { .c = c,
		.width = width,
		.high = width < PIC_CARD ? HIGH_CARD : HIGH,
		.step = (width - LEFT) / (double)c->nlabels,
		.scale = scale_nice(doc_chart_top(c), 6) };
	double y = -0.29;

	pic_begin(out, width);
	add_frame(&p, out);
	add_labels(&p, out);
	if (c->kind == DOC_COLUMNS)
		add_columns(&p, out);
	for (size_t s = 0; c->kind == DOC_LINES && s < c->nseries; s++)
		add_line(&p, s, out);
	if (c->kind == DOC_LINES)
		y = add_numbers(&p, y, out);
	if (c->nseries > 1)
		doc_groff_legend(c, LEFT, y - 0.03, out);
	pic_end(out);
}

void
doc_groff_chart(const struct doc_chart *c, double width, struct buf *out)
{
	if (c->nlabels == 0) {
		buf_adds(out, "Nothing to show.\n.br\n");
		return;
	}
	switch (c->kind) {
	case DOC_BARS:
		doc_groff_bars(c, width, out);
		break;
	case DOC_STACKS:
		doc_groff_stacks(c, width, out);
		break;
	case DOC_COLUMNS:
	case DOC_LINES:
		add_standing(c, width, out);
		break;
	}
}
