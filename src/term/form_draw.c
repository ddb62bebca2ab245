/* SPDX-License-Identifier: MIT
 *
 * Fields from top to bottom, each as many rows as it takes; the field in focus whole, with its
 * choices or wordings and what is wrong with it. Nothing is cleared but the rows that are drawn, so
 * that a letter typed sends little more than itself.
 */
#include "config.h"

#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "term/form_impl.h"

#define NARROW 60     /* below, a label has a row of its own */
#define LABEL_MOST 24 /* cells of the column of labels */
#define INDENT 2
#define BLOCK_ROWS 8 /* a block in focus takes at most, */
#define BLOCK_REST 2 /* and at least, or without the focus */
#define MATCHES_MOST 600

/* How the fields lie. */
struct plan {
	struct form *f;
	struct region r; /* without the help */
	int label;	 /* cells; 0: labels stand above */
	int value;	 /* column where values begin */
	int width;	 /* their cells */
};

static struct plan
plan_make(struct form *f, struct region r)
{
	struct plan p = { .f = f, .r = r, .label = 0, .value = INDENT };

	if (r.cols >= NARROW) {
		for (size_t i = 0; i < f->n; i++) {
			int w = text_width(f->items[i].label, strlen(f->items[i].label)) + 1;
			p.label = w > p.label ? w : p.label;
		}
		p.label = p.label < LABEL_MOST ? p.label : LABEL_MOST;
		p.value = INDENT + p.label + 1;
	}
	p.width = r.cols - p.value - 1;
	f->width = p.width - 1;
	return p;
}

static bool
in_focus(const struct plan *p, size_t i)
{
	return p->f->focus == i;
}

static int
value_rows(const struct plan *p, size_t i)
{
	const struct form_item *it = &p->f->items[i];
	int lines, most = in_focus(p, i) ? BLOCK_ROWS : BLOCK_REST;

	if (it->kind != FORM_BLOCK)
		return 1;
	lines = (int)form_lines(line_edit_text(it->edit), p->f->width, NULL, 0);
	lines = lines < BLOCK_REST ? BLOCK_REST : lines;
	return lines < most ? lines : most;
}

static int
menu_rows(const struct plan *p, size_t i)
{
	const struct form_item *it = &p->f->items[i];
	size_t n;

	if (!in_focus(p, i) || it->nchoices == 0)
		return 0;
	n = it->kind == FORM_SCALE ? it->nchoices : form_matches(it, NULL, 0);
	return (int)(it->kind == FORM_SCALE || n < FORM_MENU_ROWS ? n : FORM_MENU_ROWS);
}

/* A note stands behind the value where both fit. */
static bool
note_beside(const struct plan *p, const struct form_item *it)
{
	const char *text = line_edit_text(it->edit);

	return it->kind != FORM_BLOCK &&
	    text_width(text, strlen(text)) + text_width(it->note, strlen(it->note)) + 3 < p->width;
}

static bool
heads(const struct form *f, size_t i)
{
	return f->items[i].section[0] &&
	    (i == 0 || strcmp(f->items[i].section, f->items[i - 1].section) != 0);
}

static int
rows_of(const struct plan *p, size_t i)
{
	const struct form_item *it = &p->f->items[i];
	int rows = value_rows(p, i) + menu_rows(p, i);

	rows += heads(p->f, i) ? (i > 0) + 1 : 0;
	rows += p->label == 0;
	rows += it->error != NULL;
	rows += it->note && !note_beside(p, it);
	return rows;
}

/* The first field, so that the one in focus is whole. */
static void
settle_top(const struct plan *p)
{
	struct form *f = p->f;
	int rows = 0;
	size_t i;

	if (f->focus < f->top)
		f->top = f->focus;
	for (i = f->focus + 1; i > 0; i--) {
		rows += rows_of(p, i - 1);
		if (rows > p->r.rows)
			break;
	}
	if (i > f->top)
		f->top = i < f->focus + 1 ? i : f->focus;
}

static void
draw_label(const struct plan *p, size_t i, int row)
{
	const struct form_item *it = &p->f->items[i];
	char *label = xasprintf("%s%s", it->label, it->required ? "*" : "");
	int cells = p->label ? p->label : p->r.cols - INDENT;

	region_text(p->r, row, 0, STYLE_CHOICE, in_focus(p, i) ? ">" : "");
	region_cell(region_span(p->r, row, INDENT, cells),
	    in_focus(p, i) ? STYLE_TITLE : STYLE_LABEL, false, label);
	free(label);
}

/* One line, scrolled so that the cursor is in sight. */
static void
draw_line(const struct plan *p, size_t i, int row)
{
	struct form_item *it = &p->f->items[i];
	const char *text = line_edit_text(it->edit);
	int before = text_width(text, line_edit_at(it->edit)), shift = 0;
	struct region r = region_span(p->r, row, p->value, p->width);
	size_t skip;

	if (in_focus(p, i)) {
		if (before < it->scroll)
			it->scroll = before;
		if (before > it->scroll + p->width - 2)
			it->scroll = before - p->width + 2;
		shift = it->scroll;
		screen_cursor(p->r.screen, r.row, r.col + before - shift, true);
	}
	skip = text_fit(text, strlen(text), shift, NULL);
	region_text(r, 0, 0, STYLE_INPUT, text + skip);
	if (it->note && note_beside(p, it))
		region_text(r, 0, text_width(text, strlen(text)) + 3, STYLE_DIM, it->note);
	if (!*text && !in_focus(p, i))
		region_text(r, 0, 0, STYLE_DIM, "-");
}

static void
draw_block(const struct plan *p, size_t i, int row, int rows)
{
	struct form_item *it = &p->f->items[i];
	const char *text = line_edit_text(it->edit);
	size_t n = form_lines(text, p->f->width, NULL, 0), *starts = xcalloc(n, sizeof *starts);
	int col, at = (int)form_line_of(text, p->f->width, line_edit_at(it->edit), &col), k;

	form_lines(text, p->f->width, starts, n);
	if (!in_focus(p, i))
		it->scroll = 0;
	else if (at < it->scroll)
		it->scroll = at;
	else if (at >= it->scroll + rows)
		it->scroll = at - rows + 1;
	for (k = 0; k < rows && it->scroll + k < (int)n; k++) {
		size_t line = (size_t)(it->scroll + k);
		size_t end = line + 1 < n ? starts[line + 1] : strlen(text);
		char *part = xstrndup(text + starts[line], end - starts[line]);

		part[strcspn(part, "\n")] = '\0';
		region_text(
		    region_span(p->r, row + k, p->value, p->width), 0, 0, STYLE_INPUT, part);
		free(part);
	}
	if (in_focus(p, i))
		screen_cursor(
		    p->r.screen, p->r.row + row + at - it->scroll, p->r.col + p->value + col, true);
	else if (!*text)
		region_text(p->r, row, p->value, STYLE_DIM, "-");
	if (it->scroll + rows < (int)n)
		region_text(p->r, row + rows - 1, p->value + p->width - 1, STYLE_DIM, "…");
	free(starts);
}

static void
draw_choice(const struct plan *p, const struct form_choice *c, int row, bool selected, int width)
{
	struct region r = region_span(p->r, row, p->value, p->width);

	region_text(r, 0, 0, STYLE_CHOICE, selected ? ">" : "");
	region_text(r, 0, 2, selected ? STYLE_TITLE : STYLE_NORMAL, c->text);
	region_text(r, 0, 2 + width + 2, selected ? STYLE_NORMAL : STYLE_DIM, c->help);
}

static void
draw_scale(const struct plan *p, const struct form_item *it, int row, int rows)
{
	const char *text = line_edit_text(it->edit);

	for (int k = 0; k < rows; k++)
		draw_choice(p, &it->choices[k], row + k, strcmp(it->choices[k].text, text) == 0, 1);
}

static void
draw_menu(const struct plan *p, size_t i, int row, int rows)
{
	const struct form_item *it = &p->f->items[i];
	size_t index[MATCHES_MOST], n, first = 0;
	int width = 0;
	char more[32];

	if (it->kind == FORM_SCALE) {
		draw_scale(p, it, row, rows);
		return;
	}
	n = form_matches(it, index, MATCHES_MOST);
	n = n < MATCHES_MOST ? n : MATCHES_MOST;
	if (p->f->selected >= rows)
		first = (size_t)(p->f->selected - rows + 1);
	for (size_t k = first; k < n && k < first + (size_t)rows; k++) {
		const char *text = it->choices[index[k]].text;
		int w = text_width(text, strlen(text));
		width = w > width ? w : width;
	}
	for (size_t k = first; k < n && k < first + (size_t)rows; k++)
		draw_choice(p, &it->choices[index[k]], row + (int)(k - first),
		    (long)k == p->f->selected, width);
	if (n > (size_t)rows && rows > 0) {
		snprintf(more, sizeof more, " %zu more", n - (size_t)rows);
		region_text(
		    p->r, row + rows - 1, p->r.cols - 1 - (int)strlen(more), STYLE_DIM, more);
	}
}

/* A field from its heading to what is wrong with it; returns the row after it. */
static int
draw_field(const struct plan *p, size_t i, int row)
{
	struct form_item *it = &p->f->items[i];
	int rows = value_rows(p, i), menu = menu_rows(p, i);

	if (heads(p->f, i)) {
		row += i > 0 && i > p->f->top;
		region_text(p->r, row++, 0, STYLE_TITLE, it->section);
	}
	draw_label(p, i, row);
	row += p->label == 0;
	if (it->kind == FORM_BLOCK)
		draw_block(p, i, row, rows);
	else
		draw_line(p, i, row);
	row += rows;
	if (it->error) {
		region_text(p->r, row, p->value, STYLE_ERROR, "! ");
		region_text(region_span(p->r, row++, p->value + 2, p->width - 2), 0, 0, STYLE_ERROR,
		    it->error);
	}
	if (it->note && !note_beside(p, it))
		region_text(
		    region_span(p->r, row++, p->value, p->width), 0, 0, STYLE_DIM, it->note);
	if (menu)
		draw_menu(p, i, row, menu);
	return row + menu;
}

static void
draw_help(const struct form *f, struct region r)
{
	const struct form_item *it = &f->items[f->focus];
	const char *text = line_edit_text(it->edit);
	struct buf line = BUF_INIT;

	buf_adds(&line, it->help);
	if (it->kind == FORM_BLOCK && strlen(text) * 2 > it->max)
		buf_addf(&line, "  %zu/%zu", strlen(text), it->max);
	region_cell(r, STYLE_DIM, false, buf_str(&line));
	buf_free(&line);
}

void
form_draw(struct form *f, struct region r, bool full)
{
	struct plan p = plan_make(f, region_part(r, 0, 0, r.rows - 1, r.cols));
	size_t i;
	int row = 0;

	(void)full;
	f->region = r;
	region_clear(r);
	if (f->n == 0 || r.rows < 2)
		return;
	settle_top(&p);
	f->at = xreallocarray(f->at, f->n + 1, sizeof *f->at);
	for (f->nat = 0, i = f->top; i < f->n && row < p.r.rows; i++) {
		f->at[f->nat].row = row;
		f->at[f->nat++].item = i;
		row = draw_field(&p, i, row);
	}
	f->page = i - f->top;
	if (f->top > 0)
		region_text(p.r, 0, p.r.cols - 1, STYLE_DIM, "↑");
	if (i < f->n || row > p.r.rows)
		region_text(p.r, p.r.rows - 1, p.r.cols - 1, STYLE_DIM, "↓");
	draw_help(f, region_part(r, r.rows - 1, 0, 1, r.cols));
}
