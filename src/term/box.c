/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/box.h"

#include "base/text.h"

static int
width_of(const char *text)
{
	return text ? text_width(text, strlen(text)) + 2 : 0;
}

static void
draw_edge(struct region box, int row, const char *left, const char *right)
{
	region_hline(box, row, STYLE_DIM);
	region_text(box, row, 0, STYLE_DIM, left);
	region_text(box, row, box.cols - 1, STYLE_DIM, right);
}

static void
draw_edge_text(struct region edge, enum style style, const char *text)
{
	int width = width_of(text);

	if (width == 0)
		return;
	edge = region_span(edge, 0, 2, width < edge.cols - 4 ? width : edge.cols - 4);
	region_clear(edge);
	region_cell(region_span(edge, 0, 1, edge.cols - 2), style, false, text);
}

struct region
box_draw(struct region r, int rows, int cols, const char *title, const char *foot)
{
	struct region box;

	cols = cols < width_of(title) ? width_of(title) : cols;
	cols = cols < width_of(foot) ? width_of(foot) : cols;
	cols = cols > r.cols - BOX_FRAME_COLS ? r.cols - BOX_FRAME_COLS : cols;
	rows = rows > r.rows - BOX_FRAME_ROWS ? r.rows - BOX_FRAME_ROWS : rows;
	if (rows < 1 || cols < 1) {
		region_clear(r);
		return r;
	}
	rows += BOX_FRAME_ROWS;
	cols += BOX_FRAME_COLS;
	box = region_part(r, (r.rows - rows) / 2, (r.cols - cols) / 2, rows, cols);
	region_clear(box);
	region_vline(box, 0, STYLE_DIM);
	region_vline(box, box.cols - 1, STYLE_DIM);
	draw_edge(box, 0, "┌", "┐");
	draw_edge(box, box.rows - 1, "└", "┘");
	draw_edge_text(region_span(box, 0, 0, box.cols), STYLE_TITLE, title);
	draw_edge_text(region_span(box, box.rows - 1, 0, box.cols), STYLE_DIM, foot);
	return region_part(box, 1, 2, box.rows - BOX_FRAME_ROWS, box.cols - BOX_FRAME_COLS);
}
