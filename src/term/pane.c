/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/pane.h"

struct pane {
	struct flow *flow;
	char *match;
	size_t top, lines;
	int page;
};

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

void
pane_draw(struct pane *p, struct region r, bool stale)
{
	/* the last column is for the signs */
	struct region text = region_part(r, 0, 0, r.rows, r.cols > 2 ? r.cols - 1 : r.cols);

	region_clear(r);
	if (r.rows == 0 || r.cols == 0)
		return;
	p->page = r.rows;
	p->lines = flow_lines(p->flow, text.cols);
	pane_goto(p, p->top);
	for (int row = 0; row < r.rows && p->top + (size_t)row < p->lines; row++)
		flow_draw(
		    p->flow, p->top + (size_t)row, region_span(text, row, 0, text.cols), p->match);
	if (stale)
		region_text(r, 0, r.cols - 1, STYLE_DIM, "…");
	else if (p->top > 0)
		region_text(r, 0, r.cols - 1, STYLE_DIM, "▲");
	if (p->top + (size_t)r.rows < p->lines)
		region_text(r, r.rows - 1, r.cols - 1, STYLE_DIM, "▼");
}
