/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/menu_impl.h"

#include "base/text.h"

#include "term/box.h"
#include "term/wrap.h"

#define MARKER_CELLS 2
#define TOGGLE_CELLS 4 /* "[x] " */
#define WIDTH_CELLS 4  /* " 200" */
#define NOTE_GAP 2
#define NOTE_PART 3 /* at most one row in so many is for a note in full */

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
	if (c->note < line.cols)
		region_cell(region_span(line, 0, c->note, line.cols - c->note), STYLE_DIM, false,
		    item->note);
}

/* Where a note does not fit beside its item, the selected one stands below in full: as many rows as
 * the longest takes, so that the box keeps its size. */
static int
note_rows(const struct menu *m, const struct columns *c, struct region r)
{
	int cols = r.cols - BOX_FRAME_COLS, rows = 0,
	    most = (r.rows - BOX_FRAME_ROWS - 1) / NOTE_PART;

	if (c->all <= cols || cols < 1)
		return 0;
	for (size_t i = 0; i < m->n; i++) {
		int takes = wrap_count(m->entries[i].note, cols);
		rows = takes > rows ? takes : rows;
	}
	return rows < most ? rows : most;
}

static void
draw_note(const struct menu *m, struct region r)
{
	const struct menu_item *item = menu_selected(m);
	int n = item ? wrap_count(item->note, r.cols) : 0;

	for (int row = 0; row < r.rows && row < n; row++) {
		size_t len;
		const char *text = wrap_nth(item->note, r.cols, row, &len);
		char *line = xstrndup(text, len);

		region_text(r, row, 0, STYLE_NORMAL, line);
		free(line);
	}
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
	int notes = note_rows(m, &c, r);
	struct region in = box_draw(r, (int)m->n + notes + 1, c.all, m->title, foot(m));
	int typed = in.rows > 1 ? 1 : 0;
	struct region items = region_part(in, 0, 0, in.rows - typed - notes, in.cols);

	m->inside = items;
	m->page = items.rows > 0 ? items.rows : 1;
	settle(m);
	for (int row = 0; row < items.rows && m->top + (size_t)row < m->nshown; row++)
		draw_item(region_span(items, row, 0, items.cols), m, &c, m->top + (size_t)row);
	if (items.rows > 0)
		screen_cursor(items.screen, items.row + (int)(m->at - m->top), items.col, false);
	draw_note(m, region_part(in, items.rows, 0, notes, in.cols));
	if (typed)
		draw_typed(m, region_span(in, in.rows - 1, 0, in.cols));
}
