/* SPDX-License-Identifier: MIT
 *
 * Which row shows what. A field's rows change with its value and the focus only, and the menu keeps
 * its height while it is narrowed: what stands below must not jump at every letter.
 */
#include "config.h"

#include "term/form_impl.h"

#include "base/text.h"

#include "term/wrap.h"

#define NARROW_COLS 60 /* below, a label has a row of its own */
#define LABEL_MOST 26
#define INDENT 2 /* of labels, behind the sign of the focus */
#define GAP 2
#define BLOCK_LEAST 2
#define BLOCK_MOST 8 /* rows of a block in focus */
#define MENU_MOST 8
#define ERROR_MOST 3
#define NOTE_MOST 2
#define HELP_MOST 2
#define NOTE_COL 24  /* where a note stands behind a short value */
#define NOTE_STEP 24 /* by which it makes way: seldom, for it is all sent anew */
#define NOTE_GAP 3
#define RULE_ROWS 16 /* a screen so high has a line above the help, and room for two of it */
#define TITLE_ROWS 6
#define HELP_ROWS 4

static int
cells(const char *text)
{
	return text_width(text, strlen(text));
}

static int
at_most(int n, int most)
{
	return n < most ? n : most;
}

static int
at_least(int n, int least)
{
	return n > least ? n : least;
}

static int
help_rows(const struct form *f, struct region r)
{
	int most = 1;

	if (r.rows < HELP_ROWS)
		return 0;
	for (size_t i = 0; i < f->n && r.rows >= RULE_ROWS; i++)
		most = at_least(most, wrap_count(f->items[i].help, r.cols - 1));
	return at_most(most, HELP_MOST);
}

struct form_plan
form_plan(const struct form *f, struct region r)
{
	struct form_plan p = { .narrow = r.cols < NARROW_COLS, .help = help_rows(f, r) };
	int widest = 0;

	for (size_t i = 0; i < f->n; i++)
		widest = at_least(widest, cells(f->items[i].label) + f->items[i].required);
	p.label = p.narrow ? r.cols - INDENT - 1 : at_most(widest, LABEL_MOST);
	p.value = p.narrow ? 2 * INDENT : INDENT + p.label + GAP;
	p.width = at_least(r.cols - p.value - 1, 1);
	p.rule = r.rows >= RULE_ROWS;
	p.title = f->title && r.rows >= TITLE_ROWS;
	p.foot = f->foot && r.rows > p.help + 1;
	p.rows = r.rows - p.title - p.rule - p.help - p.foot;
	return p;
}

static void
add(struct form *f, size_t item, enum form_part part, int rows)
{
	for (int n = 0; n < rows; n++) {
		if (f->nrows == f->cap) {
			f->cap = f->cap ? 2 * f->cap : 64;
			f->rows = xreallocarray(f->rows, f->cap, sizeof *f->rows);
		}
		f->rows[f->nrows++] = (struct form_row){ .item = item, .part = part, .n = n };
	}
}

/* A block in focus scrolls with its cursor; it leaves the screen a row for what is wrong with it.
 */
static int
block_rows(const struct form_plan *p, struct form_item *it, bool focused)
{
	int lines, most = at_most(p->rows - p->narrow - (it->error != NULL), BLOCK_MOST), col;
	size_t at;

	block_edit_set_width(it->block, p->width - 1);
	if (!focused) {
		it->scroll = 0;
		return at_least(at_most(BLOCK_LEAST, most), 1);
	}
	lines = (int)block_edit_lines(it->block);
	most = at_least(at_most(at_least(lines, BLOCK_LEAST), most), 1);
	block_edit_cursor(it->block, &at, &col);
	if ((int)at < it->scroll)
		it->scroll = (int)at;
	if ((int)at >= it->scroll + most)
		it->scroll = (int)at - most + 1;
	if (it->scroll + most > lines)
		it->scroll = at_least(lines - most, 0);
	return most;
}

static int
note_col(const struct form_item *it, bool focused)
{
	char *shown = form_shown(it);
	bool drawn = focused && (it->kind == FORM_FLAG || it->kind == FORM_SCALE);
	int behind = drawn ? 0 : cells(shown) + NOTE_GAP;

	free(shown);
	if (behind <= NOTE_COL)
		return NOTE_COL;
	return (behind + NOTE_STEP - 1) / NOTE_STEP * NOTE_STEP;
}

int
form_note_col(const struct form_plan *p, const struct form_item *it, bool focused)
{
	int col;

	if (!it->note || it->kind == FORM_BLOCK)
		return -1;
	col = note_col(it, focused);
	return col + cells(it->note) <= p->width ? col : -1;
}

/* Each wording on as many lines as it takes; where all would not fit, only the one that is set. */
static void
add_wordings(struct form *f, const struct form_plan *p, size_t i, int room)
{
	const struct form_item *it = &f->items[i];
	int width = form_wording_cells(p), all = 0;

	for (size_t k = 0; k < it->nchoices; k++)
		all += wrap_count(it->choices[k].help, width);
	for (size_t k = 0; k < it->nchoices; k++) {
		bool set = strcmp(it->choices[k].text, form_item_text(it)) == 0;
		int lines = all <= room || set ? wrap_count(it->choices[k].help, width) : 1;
		for (int line = 0; line < lines; line++) {
			add(f, i, FORM_PART_WORDING, 1);
			f->rows[f->nrows - 1].n = (int)k;
			f->rows[f->nrows - 1].line = line;
		}
	}
}

static void
lay_field(struct form *f, const struct form_plan *p, size_t i)
{
	struct form_item *it = &f->items[i];
	bool focused = i == f->focus;
	size_t from;
	int room;

	if (form_heads(f, i)) {
		add(f, i, FORM_PART_GAP, i > 0 && !(it->folded && f->items[i - 1].folded));
		add(f, i, FORM_PART_SECTION, 1);
	}
	if (it->folded)
		return;
	from = f->nrows;
	add(f, i, FORM_PART_LABEL, p->narrow);
	add(f, i, FORM_PART_VALUE, it->block ? block_rows(p, it, focused) : 1);
	if (it->error)
		add(f, i, FORM_PART_ERROR,
		    at_most(wrap_count(it->error, p->width - 2), ERROR_MOST));
	if (it->note && form_note_col(p, it, focused) < 0)
		add(f, i, FORM_PART_NOTE, at_most(wrap_count(it->note, p->width), NOTE_MOST));
	room = p->rows - (int)(f->nrows - from);
	if (focused && it->kind == FORM_SCALE)
		add_wordings(f, p, i, room);
	if (focused && form_has_choices(it))
		add(f, i, FORM_PART_CHOICE,
		    at_least(at_most(at_most((int)it->nchoices, MENU_MOST), room), 1));
}

void
form_lay(struct form *f, const struct form_plan *p)
{
	f->nrows = 0;
	for (size_t i = 0; i < f->n; i++)
		lay_field(f, p, i);
}

void
form_span(const struct form *f, size_t item, size_t *from, size_t *to)
{
	*from = f->nrows;
	*to = 0;
	for (size_t row = 0; row < f->nrows; row++) {
		if (f->rows[row].item != item || f->rows[row].part == FORM_PART_GAP)
			continue;
		*from = row < *from ? row : *from;
		*to = row + 1;
	}
}

/* The row of the focused field that the cursor is on. */
static size_t
cursor_row(const struct form *f)
{
	const struct form_item *it = form_item(f);
	size_t row = 0, line = 0;
	int col;

	while (f->rows[row].item != f->focus ||
	    f->rows[row].part != (it->folded ? FORM_PART_SECTION : FORM_PART_VALUE))
		row++;
	if (it->folded)
		return row;
	if (it->block)
		block_edit_cursor(it->block, &line, &col);
	return row + line - (it->block ? (size_t)it->scroll : 0);
}

void
form_settle(struct form *f, const struct form_plan *p)
{
	size_t height = p->rows > 0 ? (size_t)p->rows : 1, from, to, cursor;

	if (!f->wheeled) {
		form_span(f, f->focus, &from, &to);
		cursor = cursor_row(f);
		if (to > f->top + height)
			f->top = to - height;
		if (from < f->top)
			f->top = from;
		/* of a field higher than the screen, at least where the cursor is */
		if (cursor >= f->top + height)
			f->top = cursor - height + 1;
	}
	if (f->top + height > f->nrows)
		f->top = f->nrows > height ? f->nrows - height : 0;
}
