/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/chart.h"

#include "base/text.h"

#define GAP 1
#define LABEL_SHARE 3 /* labels take the width divided by this at most */

int
chart_eighths(long value, long greatest, int cells)
{
	long eighths;

	if (value <= 0 || greatest <= 0)
		return 0;
	if (value > greatest)
		value = greatest;
	eighths = (long)((double)value / (double)greatest * 8 * cells + 0.5);
	return eighths < 1 ? 1 : (int)eighths;
}

static void
bar_text(struct buf *out, int eighths, bool utf8)
{
	static const char *const part[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };

	if (!utf8) {
		buf_pad(out, '#', (size_t)(eighths + 7) / 8);
		return;
	}
	for (int i = 0; i < eighths / 8; i++)
		buf_adds(out, "█");
	buf_adds(out, part[eighths % 8]);
}

struct scale {
	long greatest;
	int label, number;
};

static struct scale
scale_of(const struct chart_bar *bars, size_t n, int cols)
{
	struct scale s = { 0, 0, 0 };
	char number[24];

	for (size_t i = 0; i < n; i++) {
		int width = text_width(bars[i].label, strlen(bars[i].label));
		s.label = width > s.label ? width : s.label;
		s.greatest = bars[i].value > s.greatest ? bars[i].value : s.greatest;
		width = snprintf(number, sizeof number, "%ld", bars[i].value);
		s.number = width > s.number ? width : s.number;
	}
	if (s.label > cols / LABEL_SHARE)
		s.label = cols / LABEL_SHARE;
	return s;
}

static void
draw_bar(struct region line, const struct chart_bar *bar, const struct scale *s)
{
	int number_at = s->label + GAP, bar_at = number_at + s->number + GAP;
	struct buf text = BUF_INIT;
	char number[24];

	snprintf(number, sizeof number, "%ld", bar->value);
	region_clear(line);
	region_cell(region_span(line, 0, 0, s->label), STYLE_NORMAL, false, bar->label);
	region_cell(region_span(line, 0, number_at, s->number), STYLE_NORMAL, true, number);
	if (line.cols > bar_at)
		bar_text(&text, chart_eighths(bar->value, s->greatest, line.cols - bar_at),
		    screen_utf8(line.screen));
	region_text(line, 0, bar_at, bar->style, buf_str(&text));
	buf_free(&text);
}

int
chart_bars(struct region r, const struct chart_bar *bars, size_t n)
{
	struct scale s = scale_of(bars, n, r.cols);
	size_t shown = n <= (size_t)r.rows ? n : r.rows > 0 ? (size_t)r.rows - 1 : 0;
	char more[48];

	for (size_t i = 0; i < shown; i++)
		draw_bar(region_span(r, (int)i, 0, r.cols), &bars[i], &s);
	if (shown == n || r.rows == 0)
		return (int)shown;
	snprintf(more, sizeof more, "and %zu more", n - shown);
	region_cell(region_span(r, (int)shown, 0, r.cols), STYLE_DIM, false, more);
	return (int)shown + 1;
}

void
chart_spark(struct buf *out, const long *values, size_t n, bool utf8)
{
	static const char *const heights[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	long least = n ? values[0] : 0, most = least;

	for (size_t i = 0; i < n; i++) {
		least = values[i] < least ? values[i] : least;
		most = values[i] > most ? values[i] : most;
	}
	for (size_t i = 0; i < n; i++) {
		double share = most > least
		    ? ((double)values[i] - (double)least) / ((double)most - (double)least)
		    : 0.5;
		int height = (int)(share * 7 + 0.5);
		if (utf8)
			buf_adds(out, heights[height]);
		else
			buf_addc(out, (char)('0' + height));
	}
}
