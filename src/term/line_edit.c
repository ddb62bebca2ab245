/* SPDX-License-Identifier: MIT
 *
 * Text before and after the cursor in one string; moves first find the byte they lead to, so that a
 * move and a deletion over the same ground are one piece of code.
 */
#include "config.h"

#include "term/line_edit.h"

#include "base/buf.h"
#include "base/text.h"

struct line_edit {
	struct buf text;
	size_t at;
	bool pasting;
	bool block;
	struct buf killed;

	const struct line_history *history;
	size_t back; /* steps back in the history, 0: the line being typed */
	char *typed; /* that line, while another is looked at */
};

struct line_edit *
line_edit_new(const char *text, const struct line_history *history)
{
	struct line_edit *e = xcalloc(1, sizeof *e);

	e->history = history;
	line_edit_set(e, text ? text : "");
	return e;
}

struct line_edit *
line_edit_new_block(const char *text)
{
	struct line_edit *e = xcalloc(1, sizeof *e);

	e->block = true;
	line_edit_set(e, text ? text : "");
	return e;
}

void
line_edit_free(struct line_edit *e)
{
	if (!e)
		return;
	buf_free(&e->text);
	buf_free(&e->killed);
	free(e->typed);
	free(e);
}

const char *
line_edit_text(const struct line_edit *e)
{
	return buf_str(&e->text);
}

size_t
line_edit_at(const struct line_edit *e)
{
	return e->at;
}

/* The text becomes what comes before, the clean form of s, and what comes after. It grows in place:
 * a paste of a hundred kilobytes comes letter by letter. */
static bool
splice(struct line_edit *e, size_t from, size_t to, const char *s, size_t len)
{
	size_t before = e->text.len - (to - from), most, old = e->text.len;
	struct buf clean = BUF_INIT;

	text_clean(&clean, s, len, e->block ? TEXT_BLOCK : TEXT_LINE);
	most = e->block ? LINE_EDIT_BLOCK_MOST : LINE_EDIT_MOST;
	if (before + clean.len > most) {
		buf_free(&clean);
		return false;
	}
	buf_pad(&e->text, ' ', clean.len);
	memmove(e->text.data + from + clean.len, e->text.data + to, old - to);
	memcpy(e->text.data + from, buf_str(&clean), clean.len);
	buf_truncate(&e->text, before + clean.len);
	e->at = from + clean.len;
	buf_free(&clean);
	return true;
}

void
line_edit_replace(struct line_edit *e, size_t from, size_t to, const char *text)
{
	to = to > e->text.len ? e->text.len : to;
	from = from > to ? to : from;
	splice(e, from, to, text, strlen(text));
}

void
line_edit_set(struct line_edit *e, const char *text)
{
	line_edit_replace(e, 0, e->text.len, text);
}

void
line_edit_insert(struct line_edit *e, const char *text)
{
	splice(e, e->at, e->at, text, strlen(text));
}

void
line_edit_goto(struct line_edit *e, size_t at)
{
	e->at = at < e->text.len ? at : e->text.len;
}

/* Where the line of the cursor begins and ends: in a block, at its newlines. */
static size_t
line_start(const struct line_edit *e)
{
	size_t at = e->at;

	while (at > 0 && e->block && e->text.data[at - 1] != '\n')
		at--;
	return e->block ? at : 0;
}

static size_t
line_end(const struct line_edit *e)
{
	return e->block ? e->at + strcspn(buf_str(&e->text) + e->at, "\n") : e->text.len;
}

static uint32_t
character_at(const struct line_edit *e, size_t at, size_t *len)
{
	uint32_t cp;

	*len = text_decode(e->text.data + at, e->text.len - at, &cp);
	return cp;
}

static size_t
next_character(const struct line_edit *e, size_t at)
{
	size_t len;

	if (at >= e->text.len)
		return e->text.len;
	character_at(e, at, &len);
	at += len;
	while (at < e->text.len && text_class(character_at(e, at, &len)) == TEXT_MARK)
		at += len;
	return at;
}

static size_t
previous_character(const struct line_edit *e, size_t at)
{
	size_t len;

	while (at > 0) {
		do
			at--;
		while (at > 0 && ((unsigned char)e->text.data[at] & 0xC0) == 0x80);
		if (text_class(character_at(e, at, &len)) != TEXT_MARK)
			break;
	}
	return at;
}

/* Words are what stands between blanks, or between what is no letter for M-b and M-f. */
static bool
in_word(const struct line_edit *e, size_t at, bool blanks_only)
{
	unsigned char c = (unsigned char)e->text.data[at];

	if (blanks_only)
		return c != ' ';
	return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static size_t
previous_word(const struct line_edit *e, size_t at, bool blanks_only)
{
	while (at > 0 && !in_word(e, previous_character(e, at), blanks_only))
		at = previous_character(e, at);
	while (at > 0 && in_word(e, previous_character(e, at), blanks_only))
		at = previous_character(e, at);
	return at;
}

static size_t
next_word(const struct line_edit *e, size_t at)
{
	while (at < e->text.len && !in_word(e, at, false))
		at = next_character(e, at);
	while (at < e->text.len && in_word(e, at, false))
		at = next_character(e, at);
	return at;
}

static enum line_edit_result
kill_range(struct line_edit *e, size_t from, size_t to)
{
	if (from == to)
		return LINE_EDIT_MOVED;
	buf_clear(&e->killed);
	buf_add(&e->killed, e->text.data + from, to - from);
	splice(e, from, to, "", 0);
	return LINE_EDIT_CHANGED;
}

static enum line_edit_result
delete_range(struct line_edit *e, size_t from, size_t to)
{
	if (from == to)
		return LINE_EDIT_MOVED;
	splice(e, from, to, "", 0);
	return LINE_EDIT_CHANGED;
}

static enum line_edit_result
move_to(struct line_edit *e, size_t at)
{
	e->at = at;
	return LINE_EDIT_MOVED;
}

static enum line_edit_result
insert(struct line_edit *e, const char *s, size_t len)
{
	return splice(e, e->at, e->at, s, len) && len > 0 ? LINE_EDIT_CHANGED : LINE_EDIT_MOVED;
}

static enum line_edit_result
insert_character(struct line_edit *e, uint32_t cp)
{
	char utf8[4];

	return insert(e, utf8, text_encode(utf8, cp));
}

static enum line_edit_result
recall(struct line_edit *e, bool older)
{
	size_t count = e->history ? line_history_count(e->history) : 0;

	if (older ? e->back >= count : e->back == 0)
		return LINE_EDIT_MOVED;
	if (e->back == 0) {
		free(e->typed);
		e->typed = xstrdup(line_edit_text(e));
	}
	e->back = older ? e->back + 1 : e->back - 1;
	line_edit_set(e, e->back ? line_history_at(e->history, count - e->back) : e->typed);
	return LINE_EDIT_CHANGED;
}

static enum line_edit_result
key_move(struct line_edit *e, uint32_t code)
{
	switch (code) {
	case KEYC_HOME:
	case KEYC_CTRL('a'):
		return move_to(e, line_start(e));
	case KEYC_END:
	case KEYC_CTRL('e'):
		return move_to(e, line_end(e));
	case KEYC_LEFT:
	case KEYC_CTRL('b'):
		return move_to(e, previous_character(e, e->at));
	case KEYC_RIGHT:
	case KEYC_CTRL('f'):
		return move_to(e, next_character(e, e->at));
	case KEYC_ALT | 'b':
	case KEYC_ALT | KEYC_LEFT:
		return move_to(e, previous_word(e, e->at, false));
	case KEYC_ALT | 'f':
	case KEYC_ALT | KEYC_RIGHT:
		return move_to(e, next_word(e, e->at));
	case KEYC_UP:
	case KEYC_CTRL('p'):
		return recall(e, true);
	case KEYC_DOWN:
	case KEYC_CTRL('n'):
		return recall(e, false);
	default: /* a number, not an enum */
		return LINE_EDIT_UNUSED;
	}
}

static enum line_edit_result
key_delete(struct line_edit *e, uint32_t code)
{
	switch (code) {
	case KEYC_BACKSPACE:
		return delete_range(e, previous_character(e, e->at), e->at);
	case KEYC_DELETE:
	case KEYC_CTRL('d'):
		return delete_range(e, e->at, next_character(e, e->at));
	case KEYC_CTRL('k'):
		return kill_range(e, e->at, line_end(e));
	case KEYC_CTRL('u'):
		return kill_range(e, line_start(e), e->at);
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

/* Enter and a tab of a paste come as keys. */
static uint32_t
pasted(const struct line_edit *e, uint32_t code)
{
	bool line = code == KEYC_ENTER || code == '\n' || code == '\r';

	if (line && e->block)
		return '\n';
	return code < 0x20 || code == 0x7F || code >= KEYC_SPECIAL ? ' ' : code;
}

enum line_edit_result
line_edit_key(struct line_edit *e, const struct key *key)
{
	enum line_edit_result r;

	if (key->code == KEYC_PASTE || key->code == KEYC_PASTE_END) {
		e->pasting = key->code == KEYC_PASTE;
		return LINE_EDIT_MOVED;
	}
	if (e->pasting)
		return insert_character(e, pasted(e, key->code));
	if (key->code >= 0x20 && key->code < KEYC_SPECIAL)
		return insert_character(e, key->code);
	r = key_move(e, key->code);
	return r == LINE_EDIT_UNUSED ? key_delete(e, key->code) : r;
}
