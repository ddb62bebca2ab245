/* SPDX-License-Identifier: MIT
 *
 * From the foot upwards: what is wrong (or a hint), the input, the choices.
 */
#include "config.h"

#include "term/prompt_impl.h"

#include "base/buf.h"
#include "base/text.h"

#include "term/line_draw.h"

#define CHOICE_ROWS 8 /* shown at a time */
#define LABEL_SHARE 2 /* a label may take the width divided by this */

/* Rows below the input, where there are so many in all. */
static int
rows_below(const struct prompt *p, int rows)
{
	if (p->way_out && rows >= 3)
		return 2;
	return rows >= 2 ? 1 : 0;
}

int
prompt_rows(const struct prompt *p, int rows)
{
	/* one row of what is above is left, if it can be */
	int below = rows_below(p, rows - 1), most = rows - 2 - below;
	int choices = (int)(p->nchoices < CHOICE_ROWS ? p->nchoices : CHOICE_ROWS);

	if (rows < 1)
		return 0;
	most = most < 0 ? 0 : most;
	return (choices < most ? choices : most) + 1 + below;
}

static int
widest_choice(const struct prompt *p)
{
	int widest = 0;

	for (size_t i = 0; i < p->nchoices; i++) {
		int width = text_width(p->choices[i].text, strlen(p->choices[i].text));
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* Keep the selected choice in sight. */
static void
settle_choices(struct prompt *p, size_t rows)
{
	size_t selected = p->selected < 0 ? 0 : (size_t)p->selected;

	if (selected < p->first)
		p->first = selected;
	if (selected >= p->first + rows)
		p->first = selected - rows + 1;
	if (p->first + rows > p->nchoices)
		p->first = p->nchoices > rows ? p->nchoices - rows : 0;
}

static void
draw_choices(struct prompt *p, struct region r)
{
	int width = widest_choice(p);
	char more[48];

	if (r.rows == 0)
		return;
	settle_choices(p, (size_t)r.rows);
	for (int row = 0; row < r.rows; row++) {
		size_t i = p->first + (size_t)row;
		bool selected = (int)i == p->selected;
		struct region line = region_span(r, row, 0, r.cols);
		if (i >= p->nchoices)
			break;
		region_text(line, 0, 0, STYLE_CHOICE, selected ? ">" : "");
		region_text(line, 0, 2, selected ? STYLE_CHOICE : STYLE_NORMAL, p->choices[i].text);
		region_text(line, 0, 2 + width + 2, STYLE_DIM, p->choices[i].help);
	}
	if (p->nchoices > (size_t)r.rows) {
		snprintf(more, sizeof more, " %zu/%zu",
		    p->selected < 0 ? 0 : (size_t)p->selected + 1, p->nchoices);
		region_text(r, r.rows - 1, r.cols - (int)strlen(more), STYLE_DIM, more);
	}
}

static int
draw_label(const struct prompt *p, struct region line)
{
	int width = text_width(p->label, strlen(p->label));
	int most = line.cols / LABEL_SHARE;

	if (width > most)
		width = most;
	region_cell(region_span(line, 0, 0, width), STYLE_LABEL, false, p->label);
	return width;
}

static void
draw_error(const struct prompt *p, struct region line, int caret)
{
	int width = text_width(p->error, strlen(p->error));

	region_text(line, 0, caret, STYLE_ERROR, "^");
	/* the message on the side where there is room for it */
	if (caret + 2 + width <= line.cols || caret < line.cols / 2)
		region_cell(
		    region_span(line, 0, caret + 2, line.cols), STYLE_ERROR, false, p->error);
	else
		region_cell(region_span(line, 0, 0, caret - 1), STYLE_ERROR, true, p->error);
}

static void
draw_below(const struct prompt *p, struct region r, int text_col)
{
	const char *text = prompt_text(p);
	size_t at = p->error_at < strlen(text) ? p->error_at : strlen(text);
	int caret = text_col + text_width(text, at) - p->scroll;

	if (p->error) {
		caret = caret < 0 ? 0 : caret >= r.cols ? r.cols - 1 : caret;
		draw_error(p, region_span(r, 0, 0, r.cols), caret);
		if (p->way_out && r.rows > 1)
			region_cell(region_span(r, 1, 0, r.cols), STYLE_DIM, false, p->way_out);
	} else if (p->hint) {
		region_text(r, 0, 0, STYLE_DIM, p->hint);
	}
}

void
prompt_draw(struct prompt *p, struct region r)
{
	int below = rows_below(p, r.rows), input = r.rows - 1 - below, label;
	struct region line = region_span(r, input, 0, r.cols);

	region_clear(r);
	if (r.rows == 0 || r.cols == 0)
		return;
	draw_choices(p, region_part(r, 0, 0, input, r.cols));
	label = draw_label(p, line);
	line_draw(region_span(line, 0, label, r.cols), prompt_text(p), prompt_at(p), &p->scroll, 1);
	draw_below(p, region_part(r, input + 1, 0, below, r.cols), label);
}
