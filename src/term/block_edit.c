/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/block_edit.h"

#include "term/edit.h"
#include "term/wrap.h"

struct block_edit {
	struct edit edit;
	int width;
	int goal; /* column that Up and Down keep to, -1: that of the cursor */

	/* Where lines begin: for this text and width. */
	struct block_line {
		size_t start, len;
		bool soft;
	} * lines;
	size_t n, cap;
	unsigned laid_changes;
	int laid_width; /* 0: not yet */
};

struct block_edit *
block_edit_new(const char *text, size_t most)
{
	struct block_edit *b = xcalloc(1, sizeof *b);

	b->edit.mode = TEXT_BLOCK;
	b->edit.most = most;
	b->width = 80;
	b->goal = -1;
	block_edit_set(b, text ? text : "");
	return b;
}

void
block_edit_free(struct block_edit *b)
{
	if (!b)
		return;
	edit_free(&b->edit);
	free(b->lines);
	free(b);
}

void
block_edit_set(struct block_edit *b, const char *text)
{
	struct buf plain = BUF_INIT;

	for (; *text; text++)
		if (*text != '\r' || text[1] != '\n')
			buf_addc(&plain, (char)(*text == '\t' ? ' ' : *text));
	edit_replace(&b->edit, 0, edit_len(&b->edit), buf_str(&plain), plain.len);
	buf_free(&plain);
	b->goal = -1;
}

const char *
block_edit_text(struct block_edit *b)
{
	return edit_text(&b->edit);
}

size_t
block_edit_at(struct block_edit *b)
{
	return edit_at(&b->edit);
}

void
block_edit_set_width(struct block_edit *b, int cells)
{
	b->width = cells < 1 ? 1 : cells;
}

static void
lay(struct block_edit *b)
{
	const char *text = edit_text(&b->edit);
	size_t len = b->edit.text.len, at = 0;
	struct wrap_line line;

	if (b->laid_width == b->width && b->laid_changes == b->edit.changes)
		return;
	b->n = 0;
	do {
		if (b->n == b->cap) {
			b->cap = b->cap ? 2 * b->cap : 8;
			b->lines = xreallocarray(b->lines, b->cap, sizeof *b->lines);
		}
		line = wrap_line(text + at, len - at, b->width);
		b->lines[b->n++] = (struct block_line){ at, line.len, line.soft };
		at += line.next;
	} while (!line.last);
	b->laid_width = b->width;
	b->laid_changes = b->edit.changes;
}

size_t
block_edit_lines(struct block_edit *b)
{
	lay(b);
	return b->n;
}

const char *
block_edit_line(struct block_edit *b, size_t line, size_t *len)
{
	lay(b);
	*len = line < b->n ? b->lines[line].len : 0;
	return buf_str(&b->edit.text) + (line < b->n ? b->lines[line].start : b->edit.text.len);
}

/* The line the cursor is on: of two that meet there, the second. */
static size_t
cursor_line(struct block_edit *b)
{
	size_t low = 0, high;

	lay(b);
	high = b->n;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (b->lines[middle].start <= b->edit.at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

void
block_edit_cursor(struct block_edit *b, size_t *line, int *col)
{
	*line = cursor_line(b);
	*col = text_width(
	    buf_str(&b->edit.text) + b->lines[*line].start, b->edit.at - b->lines[*line].start);
}

/* The last place on a line: where the next one begins is on that. */
static size_t
line_end(const struct block_edit *b, size_t line)
{
	const struct block_line *l = &b->lines[line];
	size_t end = l->start + l->len;

	if (l->soft && line + 1 < b->n && b->lines[line + 1].start == end)
		return edit_previous(&b->edit, end);
	return end;
}

static void
go(struct block_edit *b, size_t line, int col)
{
	const struct block_line *l = &b->lines[line];
	size_t at = l->start + text_fit(buf_str(&b->edit.text) + l->start, l->len, col, NULL);
	size_t end = line_end(b, line);

	b->edit.at = at < end ? at : end > l->start ? end : l->start;
}

void
block_edit_goto(struct block_edit *b, size_t line, int col)
{
	lay(b);
	go(b, line < b->n ? line : b->n - 1, col < 0 ? 0 : col);
	b->goal = -1;
}

static enum line_edit_result
vertical(struct block_edit *b, int by)
{
	size_t line;
	int col;

	block_edit_cursor(b, &line, &col);
	if (by < 0 ? line == 0 : line + 1 >= b->n)
		return LINE_EDIT_UNUSED;
	if (b->goal < 0)
		b->goal = col;
	go(b, by < 0 ? line - 1 : line + 1, b->goal);
	return LINE_EDIT_MOVED;
}

static struct edit_ends
ends_of(struct block_edit *b)
{
	size_t line = cursor_line(b), at = b->edit.at, len = b->edit.text.len;
	struct edit_ends ends = { .home = b->lines[line].start, .end = line_end(b, line) };
	const char *text = buf_str(&b->edit.text);

	ends.kill_home = ends.kill_end = at;
	while (ends.kill_home > 0 && text[ends.kill_home - 1] != '\n')
		ends.kill_home--;
	while (ends.kill_end < len && text[ends.kill_end] != '\n')
		ends.kill_end++;
	/* a second C-k joins lines, and a second C-u */
	if (ends.kill_end == at && at < len)
		ends.kill_end++;
	if (ends.kill_home == at && at > 0)
		ends.kill_home--;
	return ends;
}

enum line_edit_result
block_edit_key(struct block_edit *b, const struct key *key)
{
	struct edit_ends ends = { 0 };
	uint32_t code = key->code;

	if (b->edit.pasting || (code >= 0x20 && code < KEYC_SPECIAL))
		return b->goal = -1, edit_key(&b->edit, key, &ends);
	if (code == KEYC_UP || code == KEYC_CTRL('p'))
		return vertical(b, -1);
	if (code == KEYC_DOWN || code == KEYC_CTRL('n'))
		return vertical(b, 1);
	b->goal = -1;
	if (code == KEYC_ENTER)
		return edit_replace(&b->edit, b->edit.at, b->edit.at, "\n", 1) ? LINE_EDIT_CHANGED
									       : LINE_EDIT_MOVED;
	ends = ends_of(b);
	return edit_key(&b->edit, key, &ends);
}
