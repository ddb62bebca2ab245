/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/chart.h"

struct plate
chart_plate(struct region r)
{
	struct plate p;

	plate_init(&p, r.rows, r.cols, screen_utf8(r.screen));
	return p;
}

static enum style
style_of(enum plate_ink ink)
{
	switch (ink) {
	case PLATE_PLAIN:
		break;
	case PLATE_TITLE:
		return STYLE_TITLE;
	case PLATE_DIM:
		return STYLE_DIM;
	case PLATE_MOST:
		return STYLE_BAND_1;
	case PLATE_MORE:
		return STYLE_BAND_2;
	case PLATE_LESS:
		return STYLE_BAND_3;
	case PLATE_LEAST:
		return STYLE_BAND_4;
	case PLATE_WARNING:
		return STYLE_WARNING;
	}
	return STYLE_NORMAL;
}

static void
paint_row(struct region r, int row, const struct plate_row *from)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < from->nruns; i++) {
		const struct plate_run *run = &from->runs[i];

		buf_clear(&text);
		buf_add(&text, from->text.data + run->from, run->len);
		region_text(r, row, run->col, style_of(run->ink), buf_str(&text));
	}
	buf_free(&text);
}

void
chart_paint(struct region r, const struct plate *p)
{
	region_clear(r);
	for (int row = 0; row < p->rows && row < r.rows; row++)
		paint_row(r, row, &p->row[row]);
}
