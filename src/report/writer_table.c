/* SPDX-License-Identifier: MIT
 *
 * The aligned table: for people at a terminal or on paper, so it is marked at head and foot and
 * says what it is. Widths are terminal cells, found from the first rows; nothing is ever cut.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "report/writer_kind.h"

#define TABLE_GAP 2

static bool
is_right(enum column_kind kind)
{
	return kind == COLUMN_NUMBER || kind == COLUMN_CHANGE;
}

static void
add_marking(const struct writer *w, struct buf *out)
{
	buf_adds(out, w->options.marking);
	buf_addc(out, '\n');
}

/* One line of the table; blanks at its end are left out. */
static void
add_line(const struct writer *w, const char *const *clean, struct buf *out)
{
	size_t start = out->len;

	for (size_t i = 0; i < w->options.ncolumns; i++) {
		int width = text_width(clean[i], strlen(clean[i]));
		size_t pad = width < w->widths[i] ? (size_t)(w->widths[i] - width) : 0;
		bool right = is_right(w->options.columns[i].kind);

		if (i > 0)
			buf_pad(out, ' ', TABLE_GAP);
		if (right)
			buf_pad(out, ' ', pad);
		buf_adds(out, clean[i]);
		if (!right)
			buf_pad(out, ' ', pad);
	}
	while (out->len > start && out->data[out->len - 1] == ' ')
		buf_truncate(out, out->len - 1);
	buf_addc(out, '\n');
}

/* In a table a list reads better with a blank after its separator. */
static char *
clean_cell(enum column_kind kind, const char *text)
{
	struct buf clean = BUF_INIT;

	if (kind == COLUMN_BLOCK) {
		text_clean(&clean, text, strlen(text), TEXT_BLOCK);
		for (char *s = clean.data; s && *s; s++)
			if (*s == '\n' || *s == '\t')
				*s = ' ';
		return buf_take(&clean);
	}
	if (kind != COLUMN_LIST) {
		text_clean(&clean, text, strlen(text), TEXT_LINE);
		return buf_take(&clean);
	}
	while (*text != '\0') {
		size_t len = strcspn(text, ";");

		text_clean(&clean, text, len, TEXT_LINE);
		text += len;
		if (*text == ';') {
			buf_adds(&clean, ", ");
			text++;
		}
	}
	return buf_take(&clean);
}

static void
add_head(const struct writer *w, struct buf *out)
{
	size_t n = w->options.ncolumns;
	const char **titles = xcalloc(n, sizeof *titles);

	for (size_t i = 0; i < n; i++)
		titles[i] = w->options.columns[i].title;
	add_line(w, titles, out);
	for (size_t i = 0; i < n; i++) {
		buf_pad(out, '-', (size_t)w->widths[i]);
		if (i + 1 < n)
			buf_pad(out, ' ', TABLE_GAP);
	}
	buf_addc(out, '\n');
	free(titles);
}

/* The widths are known: write what was held back. */
static void
flush_sample(struct writer *w, struct buf *out)
{
	size_t n = w->options.ncolumns;

	add_head(w, out);
	for (size_t r = 0; r < w->rows; r++)
		add_line(w, (const char *const *)&w->sample[r * n], out);
	for (size_t i = 0; i < w->rows * n; i++)
		free(w->sample[i]);
	free(w->sample);
	w->sample = NULL;
}

static void
table_begin(struct writer *w, struct buf *out)
{
	size_t n = w->options.ncolumns;

	add_marking(w, out);
	if (*w->options.title != '\0') {
		text_clean(out, w->options.title, strlen(w->options.title), TEXT_LINE);
		buf_addc(out, '\n');
	}
	buf_addc(out, '\n');
	w->sample = xcalloc(WRITER_SAMPLE * n, sizeof *w->sample);
	for (size_t i = 0; i < n; i++) {
		const char *title = w->options.columns[i].title;

		w->widths[i] = text_width(title, strlen(title));
	}
}

static void
table_row(struct writer *w, const char *const *cells, struct buf *out)
{
	size_t n = w->options.ncolumns;
	char **clean;

	if (w->sample != NULL && w->rows == WRITER_SAMPLE)
		flush_sample(w, out);
	clean = w->sample != NULL ? &w->sample[w->rows * n] : xcalloc(n, sizeof *clean);
	for (size_t i = 0; i < n; i++)
		clean[i] = clean_cell(w->options.columns[i].kind, cells[i]);
	if (w->sample != NULL) {
		for (size_t i = 0; i < n; i++) {
			int width = text_width(clean[i], strlen(clean[i]));

			if (width > w->widths[i])
				w->widths[i] = width;
		}
		return;
	}
	add_line(w, (const char *const *)clean, out);
	for (size_t i = 0; i < n; i++)
		free(clean[i]);
	free(clean);
}

static void
table_end(struct writer *w, struct buf *out)
{
	if (w->sample != NULL)
		flush_sample(w, out);
	buf_addf(out, "\n%zu %s\n", w->rows, w->rows == 1 ? "row" : "rows");
	add_marking(w, out);
}

const struct writer_kind writer_table = {
	.name = "text",
	.begin = table_begin,
	.row = table_row,
	.end = table_end,
};
