/* SPDX-License-Identifier: MIT
 *
 * Items, keys and narrowing of a menu; see menu_draw.c for how it looks.
 */
#include "config.h"

#include "term/menu_impl.h"

#include "base/text.h"

struct menu *
menu_new(const char *title, unsigned flags)
{
	struct menu *m = xcalloc(1, sizeof *m);

	m->title = xstrdup(title);
	m->flags = flags;
	m->page = 1;
	return m;
}

void
menu_free(struct menu *m)
{
	if (!m)
		return;
	for (size_t i = 0; i < m->n; i++) {
		free(m->entries[i].text);
		free(m->entries[i].note);
	}
	free(m->entries);
	free(m->shown);
	free(m->title);
	buf_free(&m->typed);
	free(m);
}

/* Does the text hold the typed word anywhere, ASCII letters compared without case? */
static bool
holds(const char *text, const char *typed)
{
	for (; *text; text++)
		if (text_starts(text, typed))
			return true;
	return *typed == '\0';
}

/* Find the items to show anew; the cursor stays on its item if that is still there. */
static void
narrow(struct menu *m, size_t item)
{
	m->nshown = 0;
	m->at = 0;
	for (size_t i = 0; i < m->n; i++) {
		if (!holds(m->entries[i].text, buf_str(&m->typed)))
			continue;
		if (i == item)
			m->at = m->nshown;
		m->shown[m->nshown++] = i;
	}
}

static size_t
item_at_cursor(const struct menu *m)
{
	return m->nshown ? m->shown[m->at] : m->n;
}

void
menu_add(struct menu *m, const struct menu_item *item)
{
	struct menu_entry *e;

	m->entries = xreallocarray(m->entries, m->n + 1, sizeof *m->entries);
	m->shown = xreallocarray(m->shown, m->n + 1, sizeof *m->shown);
	e = &m->entries[m->n++];
	e->item = *item;
	e->item.text = e->text = xstrdup(item->text);
	e->item.note = e->note = xstrdup(item->note ? item->note : "");
	narrow(m, item_at_cursor(m));
}

size_t
menu_count(const struct menu *m)
{
	return m->n;
}

const struct menu_item *
menu_at(const struct menu *m, size_t i)
{
	return &m->entries[i].item;
}

void
menu_select(struct menu *m, int id)
{
	for (size_t i = 0; i < m->nshown; i++)
		if (m->entries[m->shown[i]].item.id == id)
			m->at = i;
}

const struct menu_item *
menu_selected(const struct menu *m)
{
	return m->nshown ? &m->entries[item_at_cursor(m)].item : NULL;
}

static enum menu_result
move(struct menu *m, long by)
{
	long to = (long)m->at + by, last = (long)m->nshown - 1;

	to = to > last ? last : to;
	m->at = to < 0 ? 0 : (size_t)to;
	return MENU_MOVED;
}

static enum menu_result
type(struct menu *m, uint32_t cp)
{
	size_t item = item_at_cursor(m);
	char utf8[4];
	struct buf clean = BUF_INIT;

	text_clean(&clean, utf8, text_encode(utf8, cp), TEXT_LINE);
	buf_add(&m->typed, buf_str(&clean), clean.len);
	buf_free(&clean);
	narrow(m, item);
	return MENU_MOVED;
}

static enum menu_result
widen_again(struct menu *m, bool all)
{
	size_t item = item_at_cursor(m), len = m->typed.len;

	if (len == 0)
		return MENU_MOVED;
	while (len > 0 && ((unsigned char)m->typed.data[--len] & 0xC0) == 0x80)
		continue;
	buf_truncate(&m->typed, all ? 0 : len);
	narrow(m, item);
	return MENU_MOVED;
}

static enum menu_result
swap(struct menu *m, bool up)
{
	size_t item = item_at_cursor(m), other;
	struct menu_entry kept;

	if (m->nshown == 0 || m->typed.len > 0 || (up ? item == 0 : item + 1 >= m->n))
		return MENU_MOVED;
	other = up ? item - 1 : item + 1;
	kept = m->entries[item];
	m->entries[item] = m->entries[other];
	m->entries[other] = kept;
	narrow(m, other);
	return MENU_CHANGED;
}

static enum menu_result
set_width(struct menu *m, int by)
{
	struct menu_item *item;

	if (m->nshown == 0)
		return MENU_MOVED;
	item = &m->entries[item_at_cursor(m)].item;
	if (item->width + by < 1 || item->width + by > MENU_WIDTH_MOST)
		return MENU_MOVED;
	item->width += by;
	return MENU_CHANGED;
}

static enum menu_result
toggle(struct menu *m)
{
	struct menu_item *item;

	if (m->nshown == 0)
		return MENU_MOVED;
	item = &m->entries[item_at_cursor(m)].item;
	item->on = !item->on;
	return MENU_CHANGED;
}

/* Keys that change the item under the cursor. */
static enum menu_result
key_item(struct menu *m, uint32_t code)
{
	if ((m->flags & MENU_TOGGLES) && code == ' ')
		return toggle(m);
	if ((m->flags & MENU_ORDERS) && (code == '[' || code == ']'))
		return swap(m, code == '[');
	if ((m->flags & MENU_WIDTHS) && (code == '<' || code == '-'))
		return set_width(m, -1);
	if ((m->flags & MENU_WIDTHS) && (code == '>' || code == '+'))
		return set_width(m, 1);
	return MENU_UNUSED;
}

static enum menu_result
key_move(struct menu *m, uint32_t code)
{
	switch (code) {
	case KEYC_UP:
	case KEYC_CTRL('p'):
		return move(m, -1);
	case KEYC_DOWN:
	case KEYC_CTRL('n'):
		return move(m, 1);
	case KEYC_PGUP:
	case KEYC_CTRL('b'):
		return move(m, -m->page);
	case KEYC_PGDN:
	case KEYC_CTRL('f'):
		return move(m, m->page);
	case KEYC_HOME:
		return move(m, -(long)m->n);
	case KEYC_END:
		return move(m, (long)m->n);
	default: /* a number, not an enum */
		return MENU_UNUSED;
	}
}

static enum menu_result
key_mouse(struct menu *m, const struct key *key)
{
	int row = key->mouse.row - m->inside.row, col = key->mouse.col - m->inside.col;

	switch (key->mouse.kind) {
	case MOUSE_WHEEL_UP:
		return move(m, -1);
	case MOUSE_WHEEL_DOWN:
		return move(m, 1);
	case MOUSE_PRESS:
	case MOUSE_DOUBLE:
		break;
	}
	if (row < 0 || row >= m->inside.rows || col < 0 || col >= m->inside.cols ||
	    m->top + (size_t)row >= m->nshown)
		return MENU_MOVED;
	m->at = m->top + (size_t)row;
	return key->mouse.kind == MOUSE_DOUBLE ? MENU_DONE : MENU_MOVED;
}

enum menu_result
menu_key(struct menu *m, const struct key *key)
{
	enum menu_result r = key_item(m, key->code);

	if (r == MENU_UNUSED)
		r = key_move(m, key->code);
	if (r != MENU_UNUSED)
		return r;
	if (key->code == KEYC_MOUSE)
		return key_mouse(m, key);
	if (key->code == KEYC_ENTER)
		return m->nshown ? MENU_DONE : MENU_MOVED;
	if (key->code == KEYC_ESC && m->typed.len > 0)
		return widen_again(m, true);
	if (key->code == KEYC_ESC || key->code == KEYC_CTRL('c') || key->code == KEYC_CTRL('g'))
		return MENU_LEFT;
	if (key->code == KEYC_BACKSPACE)
		return widen_again(m, false);
	if (key->code >= 0x20 && key->code < KEYC_SPECIAL)
		return type(m, key->code);
	return MENU_UNUSED;
}
