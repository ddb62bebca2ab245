/* SPDX-License-Identifier: MIT
 *
 * RFC 8259: an array with one object a row and a line, so that it can be read as it comes. Numbers
 * are numbers, flags true or false, lists arrays of strings; an empty cell is null.
 */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "report/json_quote.h"
#include "report/writer_kind.h"

static void
add_clean(struct writer *w, const char *text, size_t len, enum text_mode mode, struct buf *out)
{
	buf_clear(&w->scratch);
	text_clean(&w->scratch, text, len, mode);
	json_quote(out, buf_str(&w->scratch));
}

static void
add_string(struct writer *w, const char *text, size_t len, struct buf *out)
{
	add_clean(w, text, len, TEXT_LINE, out);
}

static void
add_list(struct writer *w, const char *text, struct buf *out)
{
	buf_addc(out, '[');
	while (*text != '\0') {
		size_t len = strcspn(text, ";");

		add_string(w, text, len, out);
		text += len;
		if (*text == ';') {
			buf_adds(out, ", ");
			text++;
		}
	}
	buf_addc(out, ']');
}

/* A number as the database prints it is one in JSON, too; anything else is a string. */
static bool
is_number(const char *s)
{
	size_t whole;

	s += *s == '-';
	whole = strspn(s, "0123456789");
	if (whole == 0 || (whole > 1 && *s == '0'))
		return false;
	s += whole;
	return *s == '\0' ||
	    (*s == '.' && s[1] != '\0' && s[1 + strspn(s + 1, "0123456789")] == '\0');
}

static void
add_cell(struct writer *w, enum column_kind kind, const char *text, struct buf *out)
{
	switch (kind) {
	case COLUMN_LIST:
		add_list(w, text, out);
		return;
	case COLUMN_FLAG:
		if (text_same(text, "yes") || text_same(text, "no")) {
			buf_adds(out, text_same(text, "yes") ? "true" : "false");
			return;
		}
		break;
	case COLUMN_NUMBER:
		if (is_number(text)) {
			buf_adds(out, text);
			return;
		}
		break;
	case COLUMN_BLOCK:
		if (*text != '\0') {
			add_clean(w, text, strlen(text), TEXT_BLOCK, out);
			return;
		}
		break;
	case COLUMN_TEXT:
	case COLUMN_TERM:
	case COLUMN_CHANGE:
	case COLUMN_DATE:
		break;
	}
	if (*text == '\0')
		buf_adds(out, "null");
	else
		add_string(w, text, strlen(text), out);
}

static void
json_begin(struct writer *w, struct buf *out)
{
	(void)w;
	buf_addc(out, '[');
}

static void
json_row(struct writer *w, const char *const *cells, struct buf *out)
{
	buf_adds(out, w->rows == 0 ? "\n{" : ",\n{");
	for (size_t i = 0; i < w->options.ncolumns; i++) {
		const struct column *c = &w->options.columns[i];

		if (i > 0)
			buf_adds(out, ", ");
		add_string(w, c->name, strlen(c->name), out);
		buf_adds(out, ": ");
		add_cell(w, c->kind, cells[i], out);
	}
	buf_addc(out, '}');
}

static void
json_end(struct writer *w, struct buf *out)
{
	buf_adds(out, w->rows == 0 ? "]\n" : "\n]\n");
}

const struct writer_kind writer_json = {
	.name = "json",
	.begin = json_begin,
	.row = json_row,
	.end = json_end,
};
