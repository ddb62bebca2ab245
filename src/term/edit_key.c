/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/edit.h"

/* Words are what stands between blanks, or between what is no letter for M-b and M-f. */
static bool
in_word(const struct edit *e, size_t at, bool blanks_only)
{
	unsigned char c = (unsigned char)e->text.data[at];

	if (blanks_only)
		return c != ' ' && c != '\n';
	return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static size_t
previous_word(const struct edit *e, size_t at, bool blanks_only)
{
	while (at > 0 && !in_word(e, edit_previous(e, at), blanks_only))
		at = edit_previous(e, at);
	while (at > 0 && in_word(e, edit_previous(e, at), blanks_only))
		at = edit_previous(e, at);
	return at;
}

static size_t
next_word(const struct edit *e, size_t at)
{
	while (at < e->text.len && !in_word(e, at, false))
		at = edit_next(e, at);
	while (at < e->text.len && in_word(e, at, false))
		at = edit_next(e, at);
	return at;
}

static enum line_edit_result
delete_range(struct edit *e, size_t from, size_t to)
{
	return edit_replace(e, from, to, "", 0) ? LINE_EDIT_CHANGED : LINE_EDIT_MOVED;
}

static enum line_edit_result
kill_range(struct edit *e, size_t from, size_t to)
{
	if (from == to)
		return LINE_EDIT_MOVED;
	buf_clear(&e->killed);
	buf_add(&e->killed, e->text.data + from, to - from);
	return delete_range(e, from, to);
}

static enum line_edit_result
move_to(struct edit *e, size_t at)
{
	e->at = at;
	return LINE_EDIT_MOVED;
}

static enum line_edit_result
insert(struct edit *e, const char *s, size_t len)
{
	return edit_replace(e, e->at, e->at, s, len) ? LINE_EDIT_CHANGED : LINE_EDIT_MOVED;
}

/* Gathered as it comes; what a terminal sends for the end of a line is one newline in a block, and
 * all other control characters are blanks. */
static enum line_edit_result
gather(struct edit *e, uint32_t code)
{
	bool after_return = e->after_return;
	char utf8[4];

	e->after_return = code == '\r';
	if (code == '\n' && after_return)
		return LINE_EDIT_CHANGED;
	if (code == '\r' || code == '\n' || code == KEYC_ENTER)
		code = e->mode == TEXT_BLOCK ? '\n' : ' ';
	else if (code < 0x20 || code == 0x7F || code >= KEYC_SPECIAL)
		code = ' ';
	buf_add(&e->pasted, utf8, text_encode(utf8, code));
	if (e->text.len + e->pasted.len > e->most + sizeof utf8)
		buf_truncate(&e->pasted, e->pasted.len - text_encode(utf8, code));
	return LINE_EDIT_CHANGED;
}

static enum line_edit_result
key_move(struct edit *e, uint32_t code, const struct edit_ends *ends)
{
	switch (code) {
	case KEYC_HOME:
	case KEYC_CTRL('a'):
		return move_to(e, ends->home);
	case KEYC_END:
	case KEYC_CTRL('e'):
		return move_to(e, ends->end);
	case KEYC_LEFT:
	case KEYC_CTRL('b'):
		return move_to(e, edit_previous(e, e->at));
	case KEYC_RIGHT:
	case KEYC_CTRL('f'):
		return move_to(e, edit_next(e, e->at));
	case KEYC_ALT | 'b':
	case KEYC_ALT | KEYC_LEFT:
		return move_to(e, previous_word(e, e->at, false));
	case KEYC_ALT | 'f':
	case KEYC_ALT | KEYC_RIGHT:
		return move_to(e, next_word(e, e->at));
	default: /* a number, not an enum */
		return LINE_EDIT_UNUSED;
	}
}

static enum line_edit_result
key_delete(struct edit *e, uint32_t code, const struct edit_ends *ends)
{
	switch (code) {
	case KEYC_BACKSPACE:
		return delete_range(e, edit_previous(e, e->at), e->at);
	case KEYC_DELETE:
	case KEYC_CTRL('d'):
		return delete_range(e, e->at, edit_next(e, e->at));
	case KEYC_CTRL('k'):
		return kill_range(e, e->at, ends->kill_end);
	case KEYC_CTRL('u'):
		return kill_range(e, ends->kill_home, e->at);
	case KEYC_CTRL('w'):
		return kill_range(e, previous_word(e, e->at, true), e->at);
	case KEYC_ALT | KEYC_BACKSPACE:
		return kill_range(e, previous_word(e, e->at, false), e->at);
	case KEYC_ALT | 'd':
		return kill_range(e, e->at, next_word(e, e->at));
	case KEYC_CTRL('y'):
		return insert(e, buf_str(&e->killed), e->killed.len);
	default: /* a number, not an enum */
		return LINE_EDIT_UNUSED;
	}
}

enum line_edit_result
edit_key(struct edit *e, const struct key *key, const struct edit_ends *ends)
{
	enum line_edit_result r;
	char utf8[4];

	if (key->code == KEYC_PASTE || key->code == KEYC_PASTE_END) {
		e->pasting = key->code == KEYC_PASTE;
		e->after_return = false;
		edit_text(e);
		return LINE_EDIT_MOVED;
	}
	if (e->pasting)
		return gather(e, key->code);
	if (key->code >= 0x20 && key->code < KEYC_SPECIAL)
		return insert(e, utf8, text_encode(utf8, key->code));
	r = key_move(e, key->code, ends);
	return r == LINE_EDIT_UNUSED ? key_delete(e, key->code, ends) : r;
}
