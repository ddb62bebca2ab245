/* SPDX-License-Identifier: MIT
 *
 * How the value of a field looks, and what stands below it.
 */
#include "config.h"

#include "term/form_impl.h"

#include "base/buf.h"
#include "base/text.h"

#include "term/line_draw.h"
#include "term/wrap.h"

#define MARK_CELLS 2  /* "> " */
#define VALUE_CELLS 3 /* "0  " before a wording */
#define HELP_GAP 2
#define SCROLL_SHARE 3 /* a line scrolls by its width divided by this */

int
form_wording_cells(const struct form_plan *p)
{
	int left = p->width - MARK_CELLS - VALUE_CELLS;

	return left > 1 ? left : 1;
}

char *
form_shown(const struct form_item *it)
{
	const char *text = form_item_text(it);

	for (size_t k = 0; it->kind == FORM_SCALE && k < it->nchoices; k++)
		if (strcmp(it->choices[k].text, text) == 0)
			return xasprintf("%s  %s", text, it->choices[k].help);
	return xstrdup(text);
}

/* All of the flag's states, the present one by its sign; in a style only while it is looked at. */
static void
draw_flag(const struct form_item *it, struct region r)
{
	const char *text = form_item_text(it);
	bool yes = strcmp(text, "yes") == 0, no = strcmp(text, "no") == 0;
	int at =
	    region_text(r, 0, 0, yes ? STYLE_INPUT : STYLE_NORMAL, yes ? "(*) yes" : "( ) yes");

	region_text(r, 0, at + 2, no ? STYLE_INPUT : STYLE_NORMAL, no ? "(*) no" : "( ) no");
	screen_cursor(r.screen, r.row, r.col + (no ? at + 3 : 1), true);
}

static void
draw_scale(const struct form_item *it, struct region r)
{
	const char *text = form_item_text(it);
	int at = 0;

	screen_cursor(r.screen, r.row, r.col + 1, true);
	for (size_t k = 0; k < it->nchoices; k++) {
		bool here = strcmp(it->choices[k].text, text) == 0;
		if (here)
			screen_cursor(r.screen, r.row, r.col + at + 1, true);
		region_text(r, 0, at, STYLE_NORMAL, here ? "[" : "");
		region_text(r, 0, at + 1, here ? STYLE_INPUT : STYLE_NORMAL, it->choices[k].text);
		region_text(r, 0, at + 2, STYLE_NORMAL, here ? "]" : "");
		at += 3;
	}
}

static void
draw_rest(const struct form_item *it, struct region r)
{
	char *shown = form_shown(it);

	if (*shown)
		region_cell(r, STYLE_NORMAL, false, shown);
	else
		region_text(r, 0, 0, STYLE_DIM, "-");
	free(shown);
}

/* The line in focus. Its last cell is for the sign that it goes on; the one for what was left
 * behind stands in front of it: see form_draw_part(). */
static void
draw_typed(struct form_item *it, struct region r)
{
	struct region line = region_span(r, 0, 0, r.cols > 1 ? r.cols - 1 : r.cols);
	const char *text = form_item_text(it);
	int step = r.cols / SCROLL_SHARE;

	line_draw(line, text, line_edit_at(it->line), &it->scroll, step > 1 ? step : 1);
	if (text_width(text, strlen(text)) > it->scroll + line.cols)
		region_text(r, 0, line.cols, STYLE_DIM, "…");
}

static void
draw_line(struct form *f, size_t i, struct region r)
{
	struct form_item *it = &f->items[i];
	bool focused = i == f->focus;
	int col = form_note_col(&f->plan, it, focused);

	if (!focused)
		draw_rest(it, region_span(r, 0, 0, col < 0 ? r.cols : col));
	else if (it->kind == FORM_FLAG)
		draw_flag(it, r);
	else if (it->kind == FORM_SCALE)
		draw_scale(it, r);
	else
		draw_typed(it, r);
	if (col >= 0)
		region_text(r, 0, col, STYLE_DIM, it->note);
}

/* Some bytes of a text. */
static void
draw_slice(struct region r, enum style style, const char *text, size_t len)
{
	char *slice = xstrndup(text, len);

	region_text(r, 0, 0, style, slice);
	free(slice);
}

/* An ellipsis where lines go on beyond the first or the last row of a block. */
static bool
cut_here(struct form *f, const struct form_row *row, const struct form_item *it)
{
	size_t line = (size_t)(it->scroll + row->n), lines = block_edit_lines(it->block);
	const struct form_row *next = row + 1;
	bool last =
	    next == f->rows + f->nrows || next->item != row->item || next->part != FORM_PART_VALUE;

	return (row->n == 0 && it->scroll > 0) || (last && line + 1 < lines);
}

static void
draw_block(struct form *f, const struct form_row *row, struct region r)
{
	struct form_item *it = &f->items[row->item];
	bool focused = row->item == f->focus;
	size_t line = (size_t)(it->scroll + row->n), at, len;
	const char *text = block_edit_line(it->block, line, &len);
	int col;

	draw_slice(r, focused ? STYLE_INPUT : STYLE_NORMAL, text, len);
	if (cut_here(f, row, it))
		region_text(r, 0, r.cols - 1, STYLE_DIM, "…");
	block_edit_cursor(it->block, &at, &col);
	if (focused && at == line)
		screen_cursor(r.screen, r.row, r.col + col, true);
	if (!focused && row->n == 0 && *block_edit_text(it->block) == '\0')
		region_text(r, 0, 0, STYLE_DIM, "-");
}

/* A row of a text that takes several; the last one for which there is room shows that it is cut. */
static void
draw_wrapped(struct form *f, const struct form_row *row, struct region r, enum style style)
{
	const struct form_item *it = &f->items[row->item];
	const char *text = row->part == FORM_PART_ERROR ? it->error : it->note;
	const struct form_row *next = row + 1;
	bool last =
	    next == f->rows + f->nrows || next->item != row->item || next->part != row->part;
	size_t len;

	text = wrap_nth(text, r.cols, row->n, &len);
	if (last)
		region_cell(r, style, false, text);
	else
		draw_slice(r, style, text, len);
}

static int
widest_choice(const struct form *f, const struct form_item *it)
{
	int widest = 0;

	for (size_t i = 0; i < it->nchoices; i++) {
		int width = text_width(it->choices[i].text, strlen(it->choices[i].text));
		widest = width > widest ? width : widest;
	}
	return widest < f->plan.width / 2 ? widest : f->plan.width / 2;
}

static int
rows_of_menu(const struct form *f, const struct form_row *row)
{
	int rows = row->n;

	while (row < f->rows + f->nrows && row->part == FORM_PART_CHOICE) {
		rows++;
		row++;
	}
	return rows;
}

/* Keep the marked choice in sight. */
static void
settle_menu(struct form *f, struct form_item *it, size_t rows)
{
	size_t marked = f->selected < 0 ? it->first : (size_t)f->selected;

	if (marked < it->first)
		it->first = marked;
	if (marked >= it->first + rows)
		it->first = marked - rows + 1;
	if (it->first + rows > f->nmatch)
		it->first = f->nmatch > rows ? f->nmatch - rows : 0;
}

static void
draw_choice(struct form *f, const struct form_row *row, struct region r)
{
	struct form_item *it = &f->items[row->item];
	size_t rows = (size_t)rows_of_menu(f, row), k;
	int width = widest_choice(f, it);
	const struct form_choice *c;
	bool marked;
	char more[48];

	settle_menu(f, it, rows);
	k = it->first + (size_t)row->n;
	if (k >= f->nmatch) {
		if (row->n == 0)
			region_text(r, 0, MARK_CELLS, STYLE_WARNING, "no choice holds this");
		return;
	}
	c = &it->choices[f->match[k]];
	marked = (long)k == f->selected;
	region_text(r, 0, 0, STYLE_CHOICE, marked ? ">" : "");
	region_cell(region_span(r, 0, MARK_CELLS, width),
	    marked && f->choosing ? STYLE_CHOICE : STYLE_NORMAL, false, c->text);
	region_text(r, 0, MARK_CELLS + width + HELP_GAP, STYLE_DIM, c->help);
	if (row->n + 1 == (int)rows && f->nmatch > rows) {
		snprintf(more, sizeof more, " %zu/%zu", k + 1, f->nmatch);
		region_text(r, 0, r.cols - (int)strlen(more), STYLE_DIM, more);
	}
}

static void
draw_wording(struct form *f, const struct form_row *row, struct region r)
{
	const struct form_item *it = &f->items[row->item];
	const struct form_choice *c = &it->choices[row->n];
	bool here = strcmp(c->text, form_item_text(it)) == 0;
	const struct form_row *next = row + 1;
	bool last =
	    next == f->rows + f->nrows || next->part != FORM_PART_WORDING || next->n != row->n;
	struct region text = region_span(r, 0, MARK_CELLS + VALUE_CELLS, r.cols);
	enum style style = here ? STYLE_TITLE : STYLE_NORMAL;
	const char *line;
	size_t len;

	if (row->line == 0) {
		region_text(r, 0, 0, STYLE_CHOICE, here ? ">" : "");
		region_text(r, 0, MARK_CELLS, style, c->text);
	}
	line = wrap_nth(c->help, form_wording_cells(&f->plan), row->line, &len);
	if (last)
		region_cell(text, style, false, line);
	else
		draw_slice(text, style, line, len);
}

/* A folded section tells what it has: "+ Grading: source, intelligence". */
static void
draw_section(const struct form *f, size_t i, struct region line)
{
	const struct form_item *it = &f->items[i];
	struct buf text = BUF_INIT;
	int at;

	if (!it->folded) {
		region_cell(
		    region_span(line, 0, 0, line.cols - 1), STYLE_TITLE, false, it->section);
		return;
	}
	if (i == f->focus) {
		region_text(line, 0, 0, STYLE_CHOICE, ">");
		screen_cursor(line.screen, line.row, line.col + MARK_CELLS, true);
	}
	buf_addf(&text, "+ %s", it->section);
	line = region_span(line, 0, MARK_CELLS, line.cols - MARK_CELLS - 1);
	at = region_text(line, 0, 0, i == f->focus ? STYLE_TITLE : STYLE_LABEL, buf_str(&text));
	buf_clear(&text);
	for (size_t k = i; k < f->n && strcmp(f->items[k].section, it->section) == 0; k++)
		buf_addf(&text, "%s%s", k == i ? ": " : ", ", f->items[k].label);
	region_cell(region_span(line, 0, at, line.cols - at), STYLE_DIM, false, buf_str(&text));
	buf_free(&text);
}

void
form_draw_part(struct form *f, const struct form_row *row, struct region line)
{
	struct region r = region_span(line, 0, f->plan.value, f->plan.width);

	switch (row->part) {
	case FORM_PART_GAP:
	case FORM_PART_LABEL:
		break;
	case FORM_PART_SECTION:
		draw_section(f, row->item, line);
		break;
	case FORM_PART_VALUE:
		if (f->items[row->item].block)
			draw_block(f, row, r);
		else
			draw_line(f, row->item, r);
		if (!f->items[row->item].block && row->item == f->focus && form_item(f)->scroll > 0)
			region_text(line, 0, f->plan.value - 1, STYLE_DIM, "…");
		break;
	case FORM_PART_ERROR:
		region_text(r, 0, 0, STYLE_ERROR, row->n == 0 ? "!" : "");
		draw_wrapped(f, row, region_span(r, 0, MARK_CELLS, r.cols), STYLE_ERROR);
		break;
	case FORM_PART_NOTE:
		draw_wrapped(f, row, r, STYLE_DIM);
		break;
	case FORM_PART_CHOICE:
		draw_choice(f, row, r);
		break;
	case FORM_PART_WORDING:
		draw_wording(f, row, r);
		break;
	}
}
