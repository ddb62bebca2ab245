/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/pane.h"

struct pane {
	struct flow *flow;
	char *match;
	size_t top, lines;
	int page; /* lines shown at a time */
	int wide; /* two columns from so many cells on, 0: never */
};

#define COLUMN_GAP 2

struct pane *
pane_new(void)
{
	struct pane *p = xcalloc(1, sizeof *p);

	p->flow = flow_new();
	p->page = 1;
	return p;
}

void
pane_free(struct pane *p)
{
	if (!p)
		return;
	flow_free(p->flow);
	free(p->match);
	free(p);
}

struct flow *
pane_flow(struct pane *p)
{
	return p->flow;
}

void
pane_set_wide(struct pane *p, int cols)
{
	p->wide = cols;
}

void
pane_set_match(struct pane *p, const char *word)
{
	free(p->match);
	p->match = word && *word ? xstrdup(word) : NULL;
}

bool
pane_goto(struct pane *p, size_t line)
{
	size_t page = (size_t)p->page, most = p->lines > page ? p->lines - page : 0;
	size_t before = p->top;

	p->top = line > most ? most : line;
	return p->top != before;
}

bool
pane_scroll(struct pane *p, long by)
{
	long to = (long)p->top + by;

	return pane_goto(p, to < 0 ? 0 : (size_t)to);
}

void
pane_top(struct pane *p)
{
	p->top = 0;
}

long
pane_page(const struct pane *p)
{
	return p->page;
}

size_t
pane_line(const struct pane *p)
{
	return p->top;
}

bool
pane_search(struct pane *p, const char *word, bool down)
{
	long found;

	if (!down && p->top == 0)
		return false;
	found = flow_find(p->flow, down ? p->top + 1 : p->top - 1, down, word);
	if (found < 0)
		return false;
	return pane_goto(p, (size_t)found);
}

/* Lines from `line` on, down to the foot of a column. */
static void
draw_column(const struct pane *p, struct region r, size_t line)
{
	for (int row = 0; row < r.rows && line < p->lines; row++, line++)
		flow_draw(p->flow, line, region_span(r, row, 0, r.cols), p->match);
}

static bool
parts_at(const struct pane *p, size_t line, size_t rows)
{
	return line <= rows && line < p->lines && p->lines - line <= rows &&
	    flow_is_gap(p->flow, line);
}

/* Lines in the left one of two columns: where all of it is in sight it is parted at the heading
 * nearest to the middle. */
static size_t
left_lines(const struct pane *p, size_t rows)
{
	size_t half = (p->lines + 1) / 2;

	if (p->lines > 2 * rows)
		return rows;
	for (size_t off = 0; off <= half; off++) {
		if (parts_at(p, half + off, rows))
			return half + off;
		if (parts_at(p, half - off, rows))
			return half - off;
	}
	return half;
}

static void
draw_columns(const struct pane *p, struct region r, int width)
{
	size_t left = left_lines(p, (size_t)r.rows), next = p->top + left;

	if (next < p->lines && flow_is_gap(p->flow, next))
		next++;
	draw_column(p, region_part(r, 0, 0, (int)left, width), p->top);
	draw_column(p, region_part(r, 0, width + COLUMN_GAP, r.rows, width), next);
}

void
pane_draw(struct pane *p, struct region r, bool stale)
{
	/* the last column is for the signs */
	struct region text = region_part(r, 0, 0, r.rows, r.cols > 2 ? r.cols - 1 : r.cols);
	bool two = p->wide > 0 && r.cols >= p->wide;
	int width = two ? (text.cols - COLUMN_GAP) / 2 : text.cols;

	region_clear(r);
	if (r.rows == 0 || r.cols == 0)
		return;
	p->page = two ? 2 * r.rows : r.rows;
	p->lines = flow_lines(p->flow, width);
	pane_goto(p, p->top);
	if (two)
		draw_columns(p, text, width);
	else
		draw_column(p, text, p->top);
	if (stale)
		region_text(r, 0, r.cols - 1, STYLE_DIM, "…");
	else if (p->top > 0)
		region_text(r, 0, r.cols - 1, STYLE_DIM, "▲");
	if (p->top + (size_t)p->page < p->lines)
		region_text(r, r.rows - 1, r.cols - 1, STYLE_DIM, "▼");
}
