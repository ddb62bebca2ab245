/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "term/form_impl.h"

#define MATCHES_MOST 600

static struct form_item *
focused(struct form *f)
{
	return &f->items[f->focus];
}

static enum form_result
go(struct form *f, long by)
{
	long to = (long)f->focus + by;

	form_set_focus(f, to < 0 ? 0 : (size_t)to);
	return FORM_MOVED;
}

static bool
has_choices(const struct form_item *it)
{
	return it->nchoices && (it->kind == FORM_CHOICE || it->kind == FORM_LIST);
}

/* Put a choice in the place of the word that is being typed. */
static void
put_in(struct form_item *it, const char *text)
{
	size_t from, to;

	form_word(it, &from, &to);
	line_edit_replace(it->edit, from, to, text);
}

/* The choice that is meant: the selected one, or the first that holds what is typed. */
static bool
take_choice(struct form *f)
{
	struct form_item *it = focused(f);
	size_t index[MATCHES_MOST], n, from, to;

	if (!has_choices(it) || (!f->choosing && f->selected < 0))
		return false;
	form_word(it, &from, &to);
	n = form_matches(it, index, MATCHES_MOST);
	if (n == 0 || (f->selected < 0 && from == to))
		return false;
	put_in(it, it->choices[index[f->selected > 0 ? f->selected : 0]].text);
	f->choosing = false;
	f->selected = -1;
	return true;
}

static enum form_result
walk(struct form *f, int by)
{
	size_t index[MATCHES_MOST], n = form_matches(focused(f), index, MATCHES_MOST);

	n = n < MATCHES_MOST ? n : MATCHES_MOST;
	if (n == 0)
		return FORM_MOVED;
	f->selected =
	    f->selected < 0 ? (by > 0 ? 0 : (long)n - 1) : (f->selected + (long)n + by) % (long)n;
	return FORM_MOVED;
}

static enum form_result
next_field(struct form *f)
{
	bool taken = take_choice(f);
	size_t was = f->focus;

	go(f, 1);
	f->edited = was;
	if (taken)
		return FORM_EDITED;
	return f->focus == was ? FORM_UNUSED : FORM_MOVED;
}

static enum form_result
flag_key(struct form *f, uint32_t code)
{
	struct form_item *it = focused(f);
	bool yes = strcmp(line_edit_text(it->edit), "yes") == 0;

	if (code == 'y' || code == 'Y' || (code == ' ' && !yes))
		line_edit_set(it->edit, "yes");
	else if (code == 'n' || code == 'N' || code == ' ')
		line_edit_set(it->edit, "no");
	else if (code == KEYC_BACKSPACE || code == KEYC_DELETE)
		line_edit_set(it->edit, "");
	else
		return FORM_UNUSED;
	return FORM_EDITED;
}

static enum form_result
scale_key(struct form *f, uint32_t code)
{
	struct form_item *it = focused(f);
	const char *text = line_edit_text(it->edit);
	char digit[2] = { *text, '\0' };

	if (code >= '0' && code <= '9' && code - '0' <= it->max)
		digit[0] = (char)code;
	else if (code == KEYC_RIGHT && (!*text || (size_t)(*text - '0') < it->max))
		digit[0] = *text ? (char)(*text + 1) : '0';
	else if (code == KEYC_LEFT && *text > '0')
		digit[0] = (char)(*text - 1);
	else if (code == KEYC_BACKSPACE || code == KEYC_DELETE)
		digit[0] = '\0';
	else
		return code < KEYC_SPECIAL && code >= 0x20 ? FORM_MOVED : FORM_UNUSED;
	line_edit_set(it->edit, digit);
	return FORM_EDITED;
}

/* Up and Down within a block; false at its edges. */
static bool
block_move(struct form *f, int by)
{
	struct form_item *it = focused(f);
	const char *text = line_edit_text(it->edit);
	int col;
	size_t line = form_line_of(text, f->width, line_edit_at(it->edit), &col);
	size_t lines = form_lines(text, f->width, NULL, 0);

	if (it->kind != FORM_BLOCK || (by < 0 ? line == 0 : line + 1 >= lines))
		return false;
	line_edit_goto(it->edit, form_line_at(text, f->width, by < 0 ? line - 1 : line + 1, col));
	return true;
}

static enum form_result
vertical(struct form *f, int by)
{
	if (f->choosing && has_choices(focused(f)))
		return walk(f, by);
	return block_move(f, by) ? FORM_MOVED : go(f, by);
}

static enum form_result
edit_key(struct form *f, const struct key *key)
{
	struct form_item *it = focused(f);

	if (it->kind == FORM_FLAG || it->kind == FORM_SCALE) {
		enum form_result r =
		    it->kind == FORM_FLAG ? flag_key(f, key->code) : scale_key(f, key->code);
		return r;
	}
	switch (line_edit_key(it->edit, key)) {
	case LINE_EDIT_UNUSED:
		return FORM_UNUSED;
	case LINE_EDIT_MOVED:
		return FORM_MOVED;
	case LINE_EDIT_CHANGED:
		break;
	}
	f->choosing = has_choices(it);
	f->selected = -1;
	return FORM_EDITED;
}

static enum form_result
leave(struct form *f)
{
	if (!f->choosing && f->selected < 0)
		return FORM_LEFT;
	f->choosing = false;
	f->selected = -1;
	return FORM_MOVED;
}

static enum form_result
mouse(struct form *f, const struct key *key)
{
	int row = key->mouse.row - f->region.row;

	if (key->mouse.kind == MOUSE_WHEEL_UP || key->mouse.kind == MOUSE_WHEEL_DOWN)
		return go(f, key->mouse.kind == MOUSE_WHEEL_UP ? -1 : 1);
	for (size_t i = f->nat; i > 0; i--)
		if (f->at[i - 1].row <= row) {
			form_set_focus(f, f->at[i - 1].item);
			return FORM_MOVED;
		}
	return FORM_UNUSED;
}

/* Keys that lead from field to field. */
static enum form_result
form_move(struct form *f, uint32_t code)
{
	long page = f->page > 1 ? (long)f->page - 1 : 1;

	switch (code) {
	case KEYC_TAB:
		return next_field(f);
	case KEYC_BTAB:
		return go(f, -1);
	case KEYC_DOWN:
		return vertical(f, 1);
	case KEYC_UP:
		return vertical(f, -1);
	case KEYC_PGDN:
		return go(f, page);
	case KEYC_PGUP:
		return go(f, -page);
	case KEYC_CTRL('n'):
	case KEYC_CTRL('p'):
		return has_choices(focused(f)) ? walk(f, code == KEYC_CTRL('n') ? 1 : -1)
					       : go(f, code == KEYC_CTRL('n') ? 1 : -1);
	case KEYC_CTRL('s'):
	case KEYC_F1 + 1:
		return take_choice(f) ? FORM_EDITED : FORM_SUBMIT;
	case KEYC_ESC:
		return leave(f);
	default: /* a number, not an enum */
		return FORM_UNUSED;
	}
}

static enum form_result
enter(struct form *f)
{
	enum form_result r;

	if (focused(f)->kind == FORM_BLOCK) {
		line_edit_insert(focused(f)->edit, "\n");
		return FORM_EDITED;
	}
	r = next_field(f);
	return r == FORM_UNUSED ? FORM_MOVED : r;
}

size_t
form_edited(const struct form *f)
{
	return f->edited;
}

enum form_result
form_key(struct form *f, const struct key *key)
{
	enum form_result r;

	f->edited = f->focus;
	if (f->n == 0)
		return key->code == KEYC_ESC ? FORM_LEFT : FORM_UNUSED;
	if (key->code == KEYC_PASTE || key->code == KEYC_PASTE_END)
		f->pasting = key->code == KEYC_PASTE;
	if (f->pasting)
		return edit_key(f, key);
	if (key->code == KEYC_MOUSE)
		return mouse(f, key);
	if (key->code == KEYC_ENTER)
		return enter(f);
	r = form_move(f, key->code);
	if (r == FORM_UNUSED && key->code != KEYC_TAB)
		r = edit_key(f, key);
	return r == FORM_UNUSED && key->code == KEYC_TAB ? FORM_MOVED : r;
}
