/* SPDX-License-Identifier: MIT
 *
 * Title, fields, help and foot. Each row is drawn whole; curses sends the cells that differ.
 */
#include "config.h"

#include "term/form_impl.h"

#include "base/text.h"

#include "term/wrap.h"

#define INDENT 2
#define AT_END "That was the last field: C-s or F2 saves, Esc leaves."

static size_t
characters(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

/* How full a block is, once it is more than half full; too full is said by a sign too. */
static void
draw_counter(const struct form *f, const struct form_item *it, struct region r)
{
	size_t n = it->block && it == form_item(f) ? characters(form_item_text(it)) : 0;
	char text[64];

	if (it->max == 0 || n * 2 <= it->max)
		return;
	snprintf(text, sizeof text, "%s%zu/%zu", n > it->max ? "! " : "", n, it->max);
	region_cell(r, n > it->max ? STYLE_ERROR : STYLE_DIM, true, text);
}

static void
draw_label(const struct form *f, size_t i, struct region line)
{
	const struct form_item *it = &f->items[i];
	bool focused = i == f->focus;
	struct region r = region_span(line, 0, INDENT, f->plan.label);
	int width = text_width(it->label, strlen(it->label));
	int most = r.cols - it->required;

	width = width < most ? width : most;
	region_text(line, 0, 0, STYLE_CHOICE, focused ? ">" : "");
	region_cell(
	    region_span(r, 0, 0, width), focused ? STYLE_TITLE : STYLE_LABEL, false, it->label);
	region_text(r, 0, width, STYLE_TITLE, it->required ? "*" : "");
	if (f->plan.narrow)
		draw_counter(f, it, region_span(r, 0, width + 2, r.cols));
}

static void
draw_row(struct form *f, size_t k, struct region line)
{
	const struct form_row *row = &f->rows[k];
	bool narrow = f->plan.narrow, value = row->part == FORM_PART_VALUE;

	region_clear(line);
	if (narrow ? row->part == FORM_PART_LABEL : value && row->n == 0)
		draw_label(f, row->item, line);
	if (!narrow && value && row->n == 1)
		draw_counter(f, &f->items[row->item], region_span(line, 0, INDENT, f->plan.label));
	form_draw_part(f, row, line);
}

static void
draw_fields(struct form *f, struct region body)
{
	/* where the cursor is if the wheel has led away from its field */
	screen_cursor(body.screen, body.row, body.col, false);
	for (int k = 0; k < body.rows; k++) {
		struct region line = region_span(body, k, 0, body.cols);
		if (f->top + (size_t)k < f->nrows)
			draw_row(f, f->top + (size_t)k, line);
		else
			region_clear(line);
	}
	if (f->top > 0)
		region_text(body, 0, body.cols - 1, STYLE_DIM, "▲");
	if (f->top + (size_t)body.rows < f->nrows)
		region_text(body, body.rows - 1, body.cols - 1, STYLE_DIM, "▼");
}

/* A label that was cut is told in full in front of the help. */
static char *
help_text(const struct form *f)
{
	const struct form_item *it = form_item(f);
	bool cut = text_width(it->label, strlen(it->label)) + it->required > f->plan.label;

	if (f->at_end)
		return xstrdup(AT_END);
	if (it->folded)
		return xstrdup("Only where it is wanted: Enter or C-o opens it.");
	return xasprintf("%s%s%s%s", cut ? it->label : "", cut ? ": " : "",
	    it->required ? "* needed. " : "", it->help);
}

static void
draw_help(const struct form *f, struct region r)
{
	char *help = help_text(f);

	for (int k = 0; k < r.rows; k++) {
		struct region line = region_span(r, k, 0, r.cols);
		const char *text;
		char *slice;
		size_t len;
		text = wrap_nth(help, r.cols - 1, k, &len);
		/* the last row shows whether there would be more */
		slice = xstrndup(text, k + 1 < r.rows ? len : strlen(text));
		region_cell(line, f->at_end ? STYLE_KEY : STYLE_DIM, false, slice);
		free(slice);
	}
	free(help);
}

void
form_draw(struct form *f, struct region r, bool full)
{
	int row = 0;

	if (full)
		region_clear(r);
	if (f->n == 0 || r.rows == 0 || r.cols == 0)
		return;
	f->plan = form_plan(f, r);
	form_lay(f, &f->plan);
	form_settle(f, &f->plan);
	if (f->plan.title)
		region_cell(region_span(r, row++, 0, r.cols), STYLE_TITLE, false, f->title);
	f->body = region_part(r, row, 0, f->plan.rows, r.cols);
	draw_fields(f, f->body);
	row += f->plan.rows;
	if (f->plan.rule)
		region_hline(r, row++, STYLE_DIM);
	draw_help(f, region_part(r, row, 0, f->plan.help, r.cols));
	row += f->plan.help;
	if (f->plan.foot)
		region_cell(region_span(r, row, 0, r.cols), f->foot_style, false, f->foot);
}
