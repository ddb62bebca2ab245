/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/chart.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define GAP 1
#define LABEL_SHARE 3 /* labels have the width divided by this at least, if they need it */
#define BAR_SHARE 5   /* and bars this */
#define BAR_LEAST 4

struct scale {
	long greatest;
	int label, number, note, bar;
};

static struct scale
scale_of(const struct chart_bar *bars, size_t n, int cols)
{
	struct scale s = { 0 };
	int widest = 0, least;

	for (size_t i = 0; i < n; i++) {
		int width = text_width(bars[i].label, strlen(bars[i].label));
		int number = chart_number_cells(bars[i].value);
		int note = bars[i].note ? text_width(bars[i].note, strlen(bars[i].note)) + GAP : 0;

		widest = width > widest ? width : widest;
		s.greatest = bars[i].value > s.greatest ? bars[i].value : s.greatest;
		s.number = number > s.number ? number : s.number;
		s.note = note > s.note ? note : s.note;
	}
	s.label = widest;
	/* Labels give way to a bar that still tells something, down to a third. */
	least = cols / BAR_SHARE > BAR_LEAST ? cols / BAR_SHARE : BAR_LEAST;
	if (s.label > cols - s.number - 2 * GAP - least)
		s.label = cols - s.number - 2 * GAP - least;
	if (s.label < cols / LABEL_SHARE)
		s.label = widest < cols / LABEL_SHARE ? widest : cols / LABEL_SHARE;
	if (s.label + GAP + s.number > cols)
		s.number = cols - GAP - s.label;
	s.bar = cols - s.label - s.number - 2 * GAP;
	if (s.note && s.bar - s.note < cols / 4)
		s.note = 0;
	s.bar -= s.note;
	return s;
}

static int
put_bar(struct plate *p, struct plate_place at, enum plate_ink ink, int eighths)
{
	static const char *const part[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	struct buf text = BUF_INIT;
	int end;

	if (!p->utf8)
		buf_pad(&text, '#', (size_t)(eighths + 7) / 8);
	for (int i = 0; p->utf8 && i < eighths / 8; i++)
		buf_adds(&text, "█");
	if (p->utf8)
		buf_adds(&text, part[eighths % 8]);
	end = plate_put(p, at.row, at.col, ink, buf_str(&text));
	buf_free(&text);
	return end;
}

static void
draw_bar(struct plate *p, int row, const struct chart_bar *bar, const struct scale *s)
{
	struct plate_place at = { .row = row, .cells = s->label };
	char number[32];

	plate_cell(p, at, PLATE_PLAIN, bar->label);
	at = (struct plate_place){ row, s->label + GAP, s->number, true };
	plate_cell(p, at, PLATE_PLAIN, chart_number(bar->value, s->number, number));
	at.col += s->number + GAP;
	if (s->bar > 0)
		at.col = put_bar(p, at, bar->ink, chart_eighths(bar->value, s->greatest, s->bar));
	if (bar->note && s->note)
		plate_put(p, row, at.col + (bar->value > 0 ? GAP : 0), PLATE_DIM, bar->note);
}

int
chart_bars(struct plate *p, const struct chart_bar *bars, size_t n)
{
	const struct scale s = scale_of(bars, n, p->cols);
	size_t shown = n <= (size_t)p->rows ? n : p->rows > 0 ? (size_t)p->rows - 1 : 0;
	char more[48];

	for (size_t i = 0; i < shown; i++)
		draw_bar(p, (int)i, &bars[i], &s);
	if (shown == n || p->rows == 0)
		return (int)shown;
	snprintf(more, sizeof more, "and %zu more", n - shown);
	plate_put(p, (int)shown, 0, PLATE_DIM, more);
	return (int)shown + 1;
}

struct plate_place
chart_bars_at(const struct plate *p, const struct chart_bar *bars, size_t n, size_t bar)
{
	const struct scale s = scale_of(bars, n, p->cols);
	const size_t shown = n <= (size_t)p->rows ? n : p->rows > 0 ? (size_t)p->rows - 1 : 0;

	if (bar >= shown)
		return (struct plate_place){ .cells = 0 };
	return plate_within(
	    p, (struct plate_place){ (int)bar, 0, s.label + GAP + s.number, false });
}
