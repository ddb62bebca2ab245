/* SPDX-License-Identifier: MIT
 *
 * RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe in front, which
 * `import` takes off again; so does one that already begins with apostrophes before such a
 * character, so that nothing changes on the way out and back. A plain number is no formula: the
 * change column's +3 stays.
 */
#include "config.h"

#include <string.h>

#include "base/csv_guard.h"
#include "base/text.h"
#include "report/writer_kind.h"

static bool
needs_quotes(const struct buf *cell)
{
	const char *s = buf_str(cell);

	return strpbrk(s, ",\"\r\n") != NULL || *s == ' ' ||
	    (cell->len > 0 && s[cell->len - 1] == ' ');
}

static void
add_cell(struct writer *w, enum column_kind kind, const char *text, struct buf *out)
{
	struct buf *clean = &w->scratch;

	buf_clear(clean);
	if (!w->options.raw && csv_guard_needed(text))
		buf_addc(clean, CSV_GUARD);
	text_clean(clean, text, strlen(text), kind == COLUMN_BLOCK ? TEXT_BLOCK : TEXT_LINE);
	if (!needs_quotes(clean)) {
		buf_add(out, buf_str(clean), clean->len);
		return;
	}
	buf_addc(out, '"');
	for (const char *s = buf_str(clean); *s != '\0'; s++) {
		if (*s == '"')
			buf_addc(out, '"');
		buf_addc(out, *s);
	}
	buf_addc(out, '"');
}

static void
csv_begin(struct writer *w, struct buf *out)
{
	for (size_t i = 0; i < w->options.ncolumns; i++) {
		if (i > 0)
			buf_addc(out, ',');
		add_cell(w, COLUMN_TEXT, w->options.columns[i].name, out);
	}
	buf_addc(out, '\n');
}

static void
csv_row(struct writer *w, const char *const *cells, struct buf *out)
{
	for (size_t i = 0; i < w->options.ncolumns; i++) {
		if (i > 0)
			buf_addc(out, ',');
		add_cell(w, w->options.columns[i].kind, cells[i], out);
	}
	buf_addc(out, '\n');
}

static void
csv_end(struct writer *w, struct buf *out)
{
	(void)w;
	(void)out;
}

const struct writer_kind writer_csv = {
	.name = "csv",
	.begin = csv_begin,
	.row = csv_row,
	.end = csv_end,
};
