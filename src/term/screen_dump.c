/* SPDX-License-Identifier: MIT
 *
 * The screen read back from curses, as text, so that tests compare what a user would see.
 */
#include "config.h"

#include "term/screen_impl.h"

#include <wchar.h>

#include "base/text.h"

/* How a cell looks, as one letter; see screen.h. */
static char
look_letter(attr_t attributes, short pair)
{
	static const char colours[] = "KRGYLMCW";
	static const struct {
		attr_t attribute;
		char letter;
	} letters[] = {
		{ A_BLINK, 'k' },
		{ A_REVERSE, 'r' },
		{ A_UNDERLINE, 'u' },
		{ A_DIM, 'd' },
		{ A_BOLD, 'b' },
	};
	short fore = -1, back = -1;

	if (pair > 0 && pair_content(pair, &fore, &back) != ERR && fore >= 0)
		return fore < 8 ? colours[fore] : (char)'#';
	for (size_t i = 0; i < ARRAY_LEN(letters); i++)
		if (attributes & letters[i].attribute)
			return letters[i].letter;
	return '.';
}

static int
add_cell(struct buf *out, const cchar_t *cell, bool looks)
{
	wchar_t text[CCHARW_MAX + 1] = { 0 };
	attr_t attributes;
	short pair;
	int width;
	char utf8[4];

	getcchar(cell, text, &attributes, &pair, NULL);
	width = wcwidth(text[0]);
	if (looks) {
		buf_pad(out, look_letter(attributes, pair), width > 1 ? (size_t)width : 1);
	} else {
		for (int i = 0; text[i]; i++)
			buf_add(out, utf8, text_encode(utf8, (uint32_t)text[i]));
	}
	return width > 1 ? width : 1;
}

static void
dump_block(struct screen *s, struct buf *out, bool looks)
{
	cchar_t cell;

	for (int row = 0; row < s->rows; row++) {
		for (int col = 0; col < s->cols;) {
			if (mvwin_wch(stdscr, row, col, &cell) == ERR)
				break;
			col += add_cell(out, &cell, looks);
		}
		buf_addc(out, '\n');
	}
}

char *
screen_dump(struct screen *s, bool styles)
{
	struct buf out = BUF_INIT;

	dump_block(s, &out, false);
	if (styles) {
		buf_addc(&out, '\n');
		dump_block(s, &out, true);
	}
	return buf_take(&out);
}
