/* SPDX-License-Identifier: MIT
 *
 * A table in 80 columns: what does not fit goes on in the next line of its column, and columns for
 * which there is no room stand by name below their row. Nothing is cut.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"

#define REST_INDENT 6

struct layout {
	const struct doc_table *table;
	int *widths;
	size_t n; /* columns side by side */
};

/* The cells of one row, each broken into lines of its column's width. */
struct folded {
	char **lines; /* one a column: its lines, ended by newlines */
	const char **next;
};

/* One line of the row, taken from every column; false when all have run dry. */
static bool
add_line(const struct layout *l, struct folded *f, struct buf *out)
{
	const struct doc_column *columns = l->table->columns;
	size_t start = out->len;
	bool any = false;

	for (size_t i = 0; i < l->n; i++) {
		size_t len = strcspn(f->next[i], "\n");
		int width = text_width(f->next[i], len);
		size_t pad = width < l->widths[i] ? (size_t)(l->widths[i] - width) : 0;

		if (columns[i].quiet)
			continue;
		if (out->len > start)
			buf_pad(out, ' ', DOC_GAP);
		if (doc_is_right(columns[i].kind))
			buf_pad(out, ' ', pad);
		buf_add(out, f->next[i], len);
		if (!doc_is_right(columns[i].kind))
			buf_pad(out, ' ', pad);
		any = any || f->next[i][0] != '\0';
		f->next[i] += len + (f->next[i][len] == '\n');
	}
	while (out->len > start && out->data[out->len - 1] == ' ')
		buf_truncate(out, out->len - 1);
	if (any)
		buf_addc(out, '\n');
	return any;
}

static void
add_row(const struct layout *l, char *const *cells, struct buf *out)
{
	struct folded f = { .lines = xcalloc(l->n, sizeof *f.lines),
		.next = xcalloc(l->n, sizeof *f.next) };

	for (size_t i = 0; i < l->n; i++) {
		struct buf lines = BUF_INIT;
		char *cell = doc_cell(l->table->columns[i].kind, cells[i]);

		if (!l->table->columns[i].quiet && *cell != '\0')
			doc_text_fold(&lines, cell, l->widths[i], 0);
		free(cell);
		f.lines[i] = buf_take(&lines);
		f.next[i] = f.lines[i];
	}
	while (add_line(l, &f, out))
		;
	for (size_t i = 0; i < l->n; i++)
		free(f.lines[i]);
	free(f.lines);
	free(f.next);
}

/* "Sells in: Kent; Dorset  LRO: lro_bw", of the columns that found no place. */
static void
add_rest(const struct layout *l, char *const *cells, struct buf *out)
{
	struct buf rest = BUF_INIT;

	for (size_t i = l->n; i < l->table->ncolumns; i++) {
		char *cell = doc_cell(l->table->columns[i].kind, cells[i]);
		char *title = text_clean_dup(l->table->columns[i].title, TEXT_LINE);

		if (!l->table->columns[i].quiet && *cell != '\0')
			buf_addf(&rest, "%s%s: %s", rest.len > 0 ? "  " : "", title, cell);
		free(title);
		free(cell);
	}
	if (rest.len > 0)
		doc_text_fold(out, buf_str(&rest), DOC_TEXT_WIDTH - REST_INDENT, REST_INDENT);
	buf_free(&rest);
}

static void
add_head(const struct layout *l, struct buf *out)
{
	char **titles = xcalloc(l->n, sizeof *titles);
	size_t start;

	for (size_t i = 0; i < l->n; i++)
		titles[i] = l->table->columns[i].title;
	add_row(l, titles, out);
	start = out->len;
	for (size_t i = 0; i < l->n; i++) {
		if (l->table->columns[i].quiet)
			continue;
		buf_pad(out, ' ', out->len > start ? DOC_GAP : 0);
		buf_pad(out, '-', (size_t)l->widths[i]);
	}
	buf_addc(out, '\n');
	free(titles);
}

/* "Late: 3" above the rows of a group. */
static void
add_group(const struct doc_table *t, size_t row, struct buf *out)
{
	size_t n = doc_group_rows(t, row);
	struct buf line = BUF_INIT;

	if (n == 0)
		return;
	text_clean(&line, t->rows[row][t->group], strlen(t->rows[row][t->group]), TEXT_LINE);
	buf_addf(&line, ": %zu", n);
	doc_text_fold(out, buf_str(&line), DOC_TEXT_WIDTH, 0);
	buf_free(&line);
}

void
doc_text_table(const struct doc_table *t, struct buf *out)
{
	struct layout l = { .table = t, .widths = xcalloc(t->ncolumns, sizeof *l.widths) };
	char *caption = text_clean_dup(t->caption, TEXT_LINE);

	if (*caption != '\0')
		doc_text_fold(out, caption, DOC_TEXT_WIDTH, 0);
	if (t->nrows == 0) {
		char *empty = text_clean_dup(t->empty, TEXT_LINE);

		doc_text_fold(out, empty, DOC_TEXT_WIDTH - REST_INDENT, REST_INDENT);
		free(empty);
	} else {
		l.n = doc_widths(t, &doc_cells, DOC_TEXT_WIDTH, l.widths);
		add_head(&l, out);
	}
	for (size_t r = 0; r < t->nrows; r++) {
		add_group(t, r, out);
		add_row(&l, t->rows[r], out);
		add_rest(&l, t->rows[r], out);
	}
	free(caption);
	free(l.widths);
}
