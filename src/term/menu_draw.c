/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/menu_impl.h"

#include "base/text.h"

#include "term/box.h"

#define MARKER_CELLS 2
#define TOGGLE_CELLS 4 /* "[x] " */
#define WIDTH_CELLS 4  /* " 200" */
#define NOTE_GAP 2

struct columns {
	int toggle, text, width, note; /* where each begins */
	int text_width, all;
};

static int
widest(const struct menu *m, bool notes)
{
	int widest = 0;

	for (size_t i = 0; i < m->n; i++) {
		const char *s = notes ? m->entries[i].note : m->entries[i].text;
		int width = text_width(s, strlen(s));
		widest = width > widest ? width : widest;
	}
	return widest;
}

static struct columns
columns_of(const struct menu *m)
{
	struct columns c = { .toggle = MARKER_CELLS, .text_width = widest(m, false) };
	int notes = widest(m, true);

	c.text = c.toggle + (m->flags & MENU_TOGGLES ? TOGGLE_CELLS : 0);
	c.width = c.text + c.text_width;
	c.note = c.width + (m->flags & MENU_WIDTHS ? WIDTH_CELLS : 0) + NOTE_GAP;
	c.all = notes ? c.note + notes : c.note - NOTE_GAP;
	return c;
}

static const char *
foot(const struct menu *m)
{
	if (m->flags & MENU_ORDERS)
		return "Space [ ] < > Enter Esc";
	if (m->flags & MENU_TOGGLES)
		return "Space Enter Esc";
	return "Enter Esc";
}

static void
draw_item(struct region line, const struct menu *m, const struct columns *c, size_t i)
{
	const struct menu_item *item = &m->entries[m->shown[i]].item;
	bool selected = i == m->at;
	char width[16];

	region_text(line, 0, 0, STYLE_CHOICE, selected ? ">" : "");
	if (m->flags & MENU_TOGGLES)
		region_text(line, 0, c->toggle, STYLE_NORMAL, item->on ? "[x]" : "[ ]");
	region_text(line, 0, c->text, selected ? STYLE_CHOICE : STYLE_NORMAL, item->text);
	if (m->flags & MENU_WIDTHS) {
		snprintf(width, sizeof width, "%d", item->width);
		region_cell(region_span(line, 0, c->width, WIDTH_CELLS), STYLE_DIM, true, width);
	}
	region_text(line, 0, c->note, STYLE_DIM, item->note);
}

static void
settle(struct menu *m)
{
	size_t page = (size_t)m->page;

	if (m->at < m->top)
		m->top = m->at;
	if (m->at >= m->top + page)
		m->top = m->at - page + 1;
	if (m->top + page > m->nshown)
		m->top = m->nshown > page ? m->nshown - page : 0;
}

/* The line for what is typed is always there, so that the box keeps its size. */
static void
draw_typed(const struct menu *m, struct region line)
{
	int at = region_text(line, 0, 0, STYLE_LABEL, "/");
	int width = region_text(line, 0, at, STYLE_INPUT, buf_str(&m->typed));

	if (m->typed.len == 0) {
		region_text(line, 0, MARKER_CELLS, STYLE_DIM, "type to narrow");
		return;
	}
	if (m->nshown == 0)
		region_text(line, 0, at + width + 1, STYLE_WARNING, "nothing holds this");
	screen_cursor(line.screen, line.row, line.col + at + width, true);
}

void
menu_draw(struct menu *m, struct region r)
{
	struct columns c = columns_of(m);
	struct region in = box_draw(r, (int)m->n + 1, c.all, m->title, foot(m));
	int typed = in.rows > 1 ? 1 : 0;
	struct region items = region_part(in, 0, 0, in.rows - typed, in.cols);

	m->inside = items;
	m->page = items.rows > 0 ? items.rows : 1;
	settle(m);
	for (int row = 0; row < items.rows && m->top + (size_t)row < m->nshown; row++)
		draw_item(region_span(items, row, 0, items.cols), m, &c, m->top + (size_t)row);
	if (items.rows > 0)
		screen_cursor(items.screen, items.row + (int)(m->at - m->top), items.col, false);
	if (typed)
		draw_typed(m, region_span(in, in.rows - 1, 0, in.cols));
}
