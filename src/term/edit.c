/* SPDX-License-Identifier: MIT
 *
 * The text, and moves through it; edit_key.c has the keys.
 */
#include "config.h"

#include "term/edit.h"

void
edit_free(struct edit *e)
{
	buf_free(&e->text);
	buf_free(&e->pasted);
	buf_free(&e->killed);
}

static uint32_t
character_at(const struct edit *e, size_t at, size_t *len)
{
	uint32_t cp;

	*len = text_decode(e->text.data + at, e->text.len - at, &cp);
	return cp;
}

static size_t
skip_marks(const struct edit *e, size_t at)
{
	size_t len;

	while (at < e->text.len && text_class(character_at(e, at, &len)) == TEXT_MARK)
		at += len;
	return at;
}

size_t
edit_next(const struct edit *e, size_t at)
{
	size_t len;

	if (at >= e->text.len)
		return e->text.len;
	character_at(e, at, &len);
	return skip_marks(e, at + len);
}

size_t
edit_previous(const struct edit *e, size_t at)
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

/* Bytes of clean text that fit in `most`, characters being left whole. */
static size_t
whole_characters(const struct buf *clean, size_t from, size_t most)
{
	struct edit view = { .text = *clean };
	size_t to = from + most;

	if (clean->len <= to)
		return clean->len - from;
	while (to > from && ((unsigned char)clean->data[to] & 0xC0) == 0x80)
		to--;
	if (skip_marks(&view, to) != to)
		to = edit_previous(&view, to);
	return to > from ? to - from : 0;
}

/* Cleaned after the character before it, so that a mark knows what it stands on; returns where in
 * *out the inserted text begins. */
static size_t
clean_after(const struct edit *e, size_t from, const char *s, size_t len, struct buf *out)
{
	size_t base = edit_previous(e, from);
	struct buf all = BUF_INIT;

	buf_add(&all, buf_str(&e->text) + base, from - base);
	buf_add(&all, s, len);
	text_clean(out, buf_str(&all), all.len, e->mode);
	buf_free(&all);
	return from - base;
}

/* Make room in place: a letter typed at the end of a long text moves nothing. */
static void
put(struct edit *e, size_t from, size_t to, const char *s, size_t len)
{
	size_t tail = e->text.len - to, left = from + len + tail;

	if (left > e->text.len)
		buf_pad(&e->text, ' ', left - e->text.len);
	if (tail > 0)
		memmove(e->text.data + from + len, e->text.data + to, tail);
	if (len > 0)
		memcpy(e->text.data + from, s, len);
	if (left < e->text.len)
		buf_truncate(&e->text, left);
}

static bool
replace(struct edit *e, size_t from, size_t to, const char *s, size_t len)
{
	struct buf clean = BUF_INIT;
	size_t start, room, most;

	to = to > e->text.len ? e->text.len : to;
	from = from > to ? to : from;
	if (from < to) /* marks would go over to the character before */
		to = skip_marks(e, to);
	start = clean_after(e, from, s, len, &clean);
	most = e->text.len - (to - from);
	room = most < e->most ? e->most - most : 0;
	len = clean.len > start ? whole_characters(&clean, start, room) : 0;
	e->at = from + len;
	if (len > 0 || from < to) {
		put(e, from, to, buf_str(&clean) + start, len);
		e->changes++;
	}
	buf_free(&clean);
	return len > 0 || from < to;
}

static void
settle(struct edit *e)
{
	struct buf pasted = e->pasted;

	if (pasted.len == 0)
		return;
	e->pasted = (struct buf)BUF_INIT;
	replace(e, e->at, e->at, pasted.data, pasted.len);
	buf_free(&pasted);
}

bool
edit_replace(struct edit *e, size_t from, size_t to, const char *s, size_t len)
{
	settle(e);
	return replace(e, from, to, s, len);
}

const char *
edit_text(struct edit *e)
{
	settle(e);
	return buf_str(&e->text);
}

size_t
edit_len(struct edit *e)
{
	settle(e);
	return e->text.len;
}

size_t
edit_at(struct edit *e)
{
	settle(e);
	return e->at;
}
