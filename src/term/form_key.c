/* SPDX-License-Identifier: MIT
 *
 * Keys that lead from field to field, the menu's, the mouse; what is left is the field's own.
 */
#include "config.h"

#include "term/form_impl.h"

#include "base/text.h"

#define WHEEL_ROWS 3

/* Leave the focused field for another. */
static enum form_result
go_to(struct form *f, size_t to)
{
	bool spelled = form_spell(f);

	f->edited = f->focus;
	form_move_focus(f, to);
	return spelled ? FORM_EDITED : FORM_MOVED;
}

static enum form_result
go(struct form *f, int by)
{
	size_t to = f->focus, at = to;

	/* the first field before or behind it where the focus may stand */
	while (by < 0 ? at > 0 : at + 1 < f->n) {
		at += by < 0 ? (size_t)-1 : 1;
		if (form_stops(f, at)) {
			to = at;
			break;
		}
	}
	return go_to(f, to);
}

static enum form_result
open_here(struct form *f, size_t i)
{
	form_set_focus(f, i);
	return FORM_MOVED;
}

/* The next section that is folded, round the end. */
static enum form_result
open_next(struct form *f)
{
	enum form_result r;

	for (size_t k = 0; k < f->n; k++) {
		size_t i = (f->focus + k) % f->n;

		if (!f->items[i].folded || !form_heads(f, i))
			continue;
		r = go_to(f, i);
		form_open(f, i);
		return r;
	}
	return FORM_UNUSED;
}

/* To the field a screenful away. */
static enum form_result
page(struct form *f, int by)
{
	size_t from, to, step = f->body.rows > 1 ? (size_t)f->body.rows - 1 : 1, row;

	if (f->nrows == 0)
		return go(f, by);
	form_span(f, f->focus, &from, &to);
	if (by < 0)
		row = from > step ? from - step : 0;
	else
		row = from + step < f->nrows ? from + step : f->nrows - 1;
	if (f->rows[row].item == f->focus)
		return go(f, by);
	return go_to(f, f->rows[row].item);
}

static enum form_result
walk(struct form *f, int by)
{
	if (!f->choosing) {
		/* from the value that stands there, through all of them */
		long selected = f->selected;
		form_match(f);
		f->choosing = true;
		f->selected = selected;
	}
	if (f->nmatch == 0)
		return FORM_MOVED;
	if (f->selected < 0)
		f->selected = by > 0 ? 0 : (long)f->nmatch - 1;
	else
		f->selected = (f->selected + (long)f->nmatch + by) % (long)f->nmatch;
	return FORM_MOVED;
}

/* Within the menu, the lines of a block, and else from field to field. */
static enum form_result
vertical(struct form *f, const struct key *key)
{
	int by = key->code == KEYC_DOWN || key->code == KEYC_CTRL('n') ? 1 : -1;
	bool arrow = key->code == KEYC_DOWN || key->code == KEYC_UP;
	struct form_item *it = form_item(f);

	if (it->folded)
		return go(f, by);
	if (form_has_choices(it) && (f->choosing || !arrow))
		return walk(f, by);
	if (it->block && block_edit_key(it->block, key) != LINE_EDIT_UNUSED)
		return FORM_MOVED;
	return go(f, by);
}

static enum form_result
enter(struct form *f)
{
	bool taken = form_take(f), last;
	size_t was = f->focus;
	enum form_result r = go(f, 1);

	last = f->focus == was;
	f->edited = was;
	f->at_end = last;
	return taken ? FORM_EDITED : r;
}

static enum form_result
tab(struct form *f)
{
	return form_take(f) ? FORM_EDITED : go(f, 1);
}

static enum form_result
escape(struct form *f)
{
	if (!f->choosing)
		return FORM_LEFT;
	form_close_menu(f);
	return FORM_MOVED;
}

/* Put the cursor where the value was pressed. */
static void
place(struct form *f, const struct form_row *row, int col)
{
	struct form_item *it = form_item(f);
	const char *text = form_item_text(it);

	col = col > 0 ? col : 0;
	if (it->block)
		block_edit_goto(it->block, (size_t)(it->scroll + row->n), col);
	else
		line_edit_goto(it->line, text_fit(text, strlen(text), it->scroll + col, NULL));
}

static enum form_result
press(struct form *f, const struct form_row *row, int col)
{
	struct form_item *it;
	enum form_result r;

	if (f->items[row->item].folded) {
		r = go_to(f, row->item);
		form_open(f, row->item);
		return r;
	}
	if (row->item != f->focus) {
		r = go_to(f, row->item);
		if (row->part == FORM_PART_VALUE)
			place(f, row, col);
		return r;
	}
	it = form_item(f);
	if (row->part == FORM_PART_VALUE)
		place(f, row, col);
	if (row->part == FORM_PART_WORDING)
		return form_value_key(f, &(struct key){ .code = (uint32_t)('0' + row->n) });
	if (row->part == FORM_PART_CHOICE && it->first + (size_t)row->n < f->nmatch) {
		f->choosing = true;
		f->selected = (long)(it->first + (size_t)row->n);
		return form_take(f) ? FORM_EDITED : FORM_MOVED;
	}
	return FORM_MOVED;
}

static enum form_result
mouse(struct form *f, const struct key *key)
{
	int row = key->mouse.row - f->body.row, col = key->mouse.col - f->body.col;
	size_t k = f->top + (size_t)(row < 0 ? 0 : row);

	switch (key->mouse.kind) {
	case MOUSE_WHEEL_UP:
		f->wheeled = true;
		f->top -= f->top < WHEEL_ROWS ? f->top : WHEEL_ROWS;
		return FORM_MOVED;
	case MOUSE_WHEEL_DOWN:
		f->wheeled = true;
		f->top += WHEEL_ROWS;
		return FORM_MOVED;
	case MOUSE_PRESS:
	case MOUSE_DOUBLE:
		break;
	}
	if (row < 0 || row >= f->body.rows || col < 0 || col >= f->body.cols || k >= f->nrows)
		return FORM_UNUSED;
	return press(f, &f->rows[k], col - f->plan.value);
}

/* Inside a paste no key acts; what came is told at its end. */
static enum form_result
paste(struct form *f, const struct key *key)
{
	bool end = key->code == KEYC_PASTE_END;
	enum form_result r;

	f->pasted = f->pasted && key->code != KEYC_PASTE;
	f->pasting = !end;
	r = form_value_key(f, key);
	f->pasted = f->pasted || r == FORM_EDITED;
	if (!end || !f->pasted)
		return FORM_MOVED;
	f->pasted = false;
	form_match(f);
	return FORM_EDITED;
}

static enum form_result
form_move(struct form *f, const struct key *key)
{
	switch (key->code) {
	case KEYC_TAB:
		return tab(f);
	case KEYC_BTAB:
		return go(f, -1);
	case KEYC_DOWN:
	case KEYC_UP:
	case KEYC_CTRL('n'):
	case KEYC_CTRL('p'):
		return vertical(f, key);
	case KEYC_PGDN:
		return page(f, 1);
	case KEYC_PGUP:
		return page(f, -1);
	case KEYC_CTRL('o'):
		return open_next(f);
	case KEYC_ENTER:
		return form_item(f)->block ? FORM_UNUSED : enter(f);
	case KEYC_CTRL('s'):
	case KEYC_F1 + 1:
		form_spell(f);
		form_close_menu(f);
		return FORM_SUBMIT;
	case KEYC_ESC:
		return escape(f);
	default: /* a number, not an enum */
		return FORM_UNUSED;
	}
}

size_t
form_edited(const struct form *f)
{
	return f->edited;
}

/* A key that opens the section in focus and does nothing else. What is typed or pasted opens it,
 * too, and goes into its first field. */
static bool
opens(struct form *f, const struct key *key)
{
	const bool open = key->code == KEYC_ENTER || key->code == ' ' || key->code == KEYC_RIGHT;

	if (!form_item(f)->folded || f->pasting)
		return false;
	if (key->code == KEYC_PASTE || (key->code > ' ' && key->code < KEYC_SPECIAL))
		form_open(f, f->focus);
	return open;
}

enum form_result
form_key(struct form *f, const struct key *key)
{
	enum form_result r;

	if (f->n == 0)
		return key->code == KEYC_ESC ? FORM_LEFT : FORM_UNUSED;
	f->edited = f->focus;
	if (opens(f, key))
		return open_here(f, f->focus);
	if (f->pasting || key->code == KEYC_PASTE)
		return paste(f, key);
	if (key->code == KEYC_MOUSE)
		return mouse(f, key);
	if (key->code == KEYC_RESIZE)
		return FORM_UNUSED;
	f->wheeled = false;
	f->at_end = false;
	r = form_move(f, key);
	return r == FORM_UNUSED && !form_item(f)->folded ? form_value_key(f, key) : r;
}
