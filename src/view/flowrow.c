/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/flowrow.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

void
flowrow_add(struct flowrow *s, const char *text)
{
	const int width = text_width(text, strlen(text));

	if (!text[0] || s->row >= s->r.rows)
		return;
	if (s->col > s->first && s->col + width > s->r.cols) {
		s->row++;
		s->col = s->first;
	}
	if (s->row < s->r.rows)
		region_cell(
		    region_span(s->r, s->row, s->col, s->r.cols - s->col), s->style, false, text);
	s->col += width + s->gap;
}

void
flowrow_key(struct flowrow *s, const struct keymap *keys, enum request r, const char *what)
{
	char key[24], hint[REQUEST_HINT_MAX], *text;

	keymap_key(keys, r, key);
	if (!key[0])
		return;
	request_hint(r, hint);
	text = xasprintf("%s %s", key, what ? what : hint);
	flowrow_add(s, text);
	free(text);
}

int
flowrow_rows(const struct flowrow *s)
{
	return s->row + 1 < s->r.rows ? s->row + 1 : s->r.rows;
}
