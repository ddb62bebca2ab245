/* SPDX-License-Identifier: MIT
 *
 * Charts for pic, in inches: vectors that stay sharp on paper. Series are told apart by stroke,
 * mark and shade, and named; every bar bears its number.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "model/scale.h"
#include "report/doc_kind.h"
#include "report/groff_text.h"

#define PLOT_HEIGHT 1.9
#define ROW 0.17	/* of a bar */
#define CHARACTER 0.062 /* width of one at 8 points, roughly; wide enough for digits */
#define LABEL_MOST 34
#define MARK 0.035
#define STYLES 4

static const char *const strokes[STYLES] = { "", "dashed 0.06", "dotted 0.03", "dashed 0.12" };
static const double shades[STYLES] = { 0.55, 0.2, 0.85, 0.05 };

static void
add_text(struct buf *out, const char *text)
{
	buf_addc(out, '"');
	groff_text(out, text);
	buf_addc(out, '"');
}

static int
widest(char *const *texts, size_t n)
{
	int most = 0;

	for (size_t i = 0; i < n; i++) {
		char *cell = doc_cell(COLUMN_TEXT, texts[i]);
		int width = text_width(cell, strlen(cell));

		if (width > most)
			most = width;
		free(cell);
	}
	return most;
}

/* A label cut to what its place holds. */
static void
add_label(struct buf *out, const char *text, int cells)
{
	struct buf cut = BUF_INIT;
	char *cell = doc_cell(COLUMN_TEXT, text);

	if (text_width(cell, strlen(cell)) > cells)
		text_cell(&cut, cell, cells, false, "\xE2\x80\xA6");
	else
		buf_adds(&cut, cell);
	add_text(out, buf_str(&cut));
	buf_free(&cut);
	free(cell);
}

static void
add_bars(const struct doc_chart *c, double width, struct buf *out)
{
	int cells = widest(c->labels, c->nlabels);
	double left, room, top = doc_chart_top(c), y = 0;

	if (cells > LABEL_MOST)
		cells = LABEL_MOST;
	left = (cells + 1) * CHARACTER;
	room = width - left - 0.8;
	for (size_t i = 0; i < c->nlabels; i++)
		for (size_t s = 0; s < c->nseries; s++) {
			const struct doc_value *v = &c->values[i * c->nseries + s];
			double length = v->none || !(v->value > 0) ? 0 : v->value / top * room;

			if (s == 0) {
				add_label(out, c->labels[i], cells);
				buf_addf(out, " rjust at (%.3f,%.3f)\n", left - 0.05, y);
			}
			if (length > 0)
				buf_addf(out,
				    "box wid %.3f ht %.3f fill %.2f with .w at (%.3f,%.3f)\n",
				    length, ROW - 0.04, shades[s % STYLES], left, y);
			add_text(out, v->shown[0] != '\0' ? v->shown : "-");
			buf_addf(out, " ljust at (%.3f,%.3f)\n", left + length + 0.05, y);
			y -= ROW;
		}
	buf_addf(out, "line from (%.3f,%.3f) to (%.3f,%.3f)\n", left, ROW / 2, left, y + ROW / 2);
}

/* The frame of a standing chart: ticks with their numbers at the left, faint lines across. */
static void
add_frame(const struct scale *scale, double left, double width, struct buf *out)
{
	for (int i = 0; i <= scale->ticks; i++) {
		double y = PLOT_HEIGHT * i * scale->step / scale->top;
		char number[32];

		snprintf(number, sizeof number, "%.10g", i * scale->step);
		buf_addf(out, "line %s from (%.3f,%.3f) to (%.3f,%.3f)\n",
		    i == 0 ? "" : "dotted 0.03", left, y, width, y);
		add_text(out, number);
		buf_addf(out, " rjust at (%.3f,%.3f)\n", left - 0.05, y);
	}
}

/* Labels below the axis, as many as there is room for. */
static void
add_labels(const struct doc_chart *c, double left, double step, struct buf *out)
{
	int cells = widest(c->labels, c->nlabels);
	size_t each = 1;

	while ((double)each * step < (cells + 1) * CHARACTER && each < c->nlabels)
		each++;
	for (size_t i = 0; i < c->nlabels; i += each) {
		add_text(out, c->labels[i]);
		buf_addf(out, " at (%.3f,%.3f)\n", left + ((double)i + 0.5) * step, -0.1);
	}
}

static void
add_mark(size_t series, double x, double y, struct buf *out)
{
	static const double fills[STYLES] = { 1, 0, 0.5, 1 };

	if (series % 2 == 0)
		buf_addf(out, "circle rad %.3f fill %.1f at (%.3f,%.3f)\n", MARK,
		    fills[series % STYLES], x, y);
	else
		buf_addf(out, "box wid %.3f ht %.3f fill %.1f at (%.3f,%.3f)\n", 2 * MARK, 2 * MARK,
		    fills[series % STYLES], x, y);
}

static void
add_line(const struct doc_chart *c, size_t series, double left, double step, struct buf *out)
{
	const double scale = PLOT_HEIGHT / scale_nice(doc_chart_top(c), 6).top;
	const struct doc_value *last = NULL;
	double x, y, x0 = 0, y0 = 0;
	bool joined = false;

	for (size_t i = 0; i < c->nlabels; i++) {
		const struct doc_value *v = &c->values[i * c->nseries + series];

		if (v->none) {
			joined = false;
			continue;
		}
		x = left + ((double)i + 0.5) * step;
		y = v->value > 0 ? v->value * scale : 0;
		if (joined)
			buf_addf(out, "line %s from (%.3f,%.3f) to (%.3f,%.3f)\n",
			    strokes[series % STYLES], x0, y0, x, y);
		add_mark(series, x, y, out);
		x0 = x;
		y0 = y;
		joined = true;
		last = v;
	}
	if (last != NULL) {
		add_text(out, last->shown);
		buf_addf(out, " ljust at (%.3f,%.3f)\n", x0 + 0.07, y0);
	}
}

static void
add_columns(const struct doc_chart *c, double left, double step, struct buf *out)
{
	const double scale = PLOT_HEIGHT / scale_nice(doc_chart_top(c), 6).top;
	const double wide = 0.8 * step / (double)c->nseries;

	for (size_t i = 0; i < c->nlabels; i++)
		for (size_t s = 0; s < c->nseries; s++) {
			const struct doc_value *v = &c->values[i * c->nseries + s];
			double x = left + ((double)i + 0.1) * step + (double)s * wide;
			double y = v->none || !(v->value > 0) ? 0 : v->value * scale;

			if (y > 0)
				buf_addf(out,
				    "box wid %.3f ht %.3f fill %.2f with .sw at (%.3f,0)\n", wide,
				    y, shades[s % STYLES], x);
			if ((double)text_width(v->shown, strlen(v->shown)) * CHARACTER > wide + 0.1)
				continue;
			add_text(out, v->shown[0] != '\0' ? v->shown : "-");
			buf_addf(out, " at (%.3f,%.3f)\n", x + wide / 2, y + 0.08);
		}
}

/* Which stroke, mark or shade is which series: above bars, below the labels of the others. */
static void
add_legend(const struct doc_chart *c, double left, struct buf *out)
{
	const double y = c->kind == DOC_BARS ? 0.25 : -0.32;
	double x = left;

	for (size_t s = 0; s < c->nseries && c->series[s][0] != '\0'; s++) {
		if (c->kind == DOC_LINES) {
			buf_addf(out, "line %s from (%.3f,%.3f) to (%.3f,%.3f)\n",
			    strokes[s % STYLES], x, y, x + 0.3, y);
			add_mark(s, x + 0.15, y, out);
		} else {
			buf_addf(out, "box wid 0.2 ht 0.1 fill %.2f with .w at (%.3f,%.3f)\n",
			    shades[s % STYLES], x + 0.1, y);
		}
		add_text(out, c->series[s]);
		buf_addf(out, " ljust at (%.3f,%.3f)\n", x + 0.36, y);
		x += 0.6 + widest(&c->series[s], 1) * CHARACTER;
	}
}

void
doc_groff_chart(const struct doc_chart *c, bool wide, struct buf *out)
{
	const double width = wide ? 10 : 6.6, left = 0.5;
	const struct scale scale = scale_nice(doc_chart_top(c), 6);
	const double step = c->nlabels > 0 ? (width - left) / (double)c->nlabels : 1;

	if (c->nlabels == 0) {
		buf_adds(out, "Nothing to show.\n.br\n");
		return;
	}
	/* pic takes the picture to begin at its first line or box, and knows no width of texts. */
	buf_addf(out, ".ps 8\n.PS\nline invis from (0,0) to (%.3f,0)\n", width);
	if (c->kind == DOC_BARS) {
		add_bars(c, width, out);
	} else {
		add_frame(&scale, left, width, out);
		add_labels(c, left, step, out);
	}
	if (c->kind == DOC_COLUMNS)
		add_columns(c, left, step, out);
	for (size_t s = 0; c->kind == DOC_LINES && s < c->nseries; s++)
		add_line(c, s, left, step, out);
	if (c->nseries > 1)
		add_legend(c, left, out);
	buf_adds(out, ".PE\n.ps 10\n");
}
