/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/plate.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

void
plate_init(struct plate *p, int rows, int cols, bool utf8)
{
	*p = (struct plate){ .rows = rows > 0 ? rows : 0, .cols = cols > 0 ? cols : 0 };
	p->utf8 = utf8;
	p->row = xcalloc((size_t)p->rows + 1, sizeof *p->row);
}

void
plate_free(struct plate *p)
{
	for (int i = 0; i < p->rows; i++) {
		buf_free(&p->row[i].text);
		free(p->row[i].runs);
	}
	free(p->row);
	*p = (struct plate){ .rows = 0 };
}

static void
add_run(struct plate_row *row, int col, size_t from, enum plate_ink ink)
{
	row->runs = xgrow(row->runs, row->nruns, &row->cap, sizeof *row->runs);
	row->runs[row->nruns++] =
	    (struct plate_run){ .col = col, .from = from, .len = row->text.len - from, .ink = ink };
}

int
plate_put(struct plate *p, int row, int col, enum plate_ink ink, const char *text)
{
	struct plate_row *to;
	size_t take, from;
	int used;

	if (row < 0 || row >= p->rows)
		return col;
	to = &p->row[row];
	if (col < to->end)
		col = to->end;
	take = text_fit(text, strlen(text), col < p->cols ? p->cols - col : 0, &used);
	if (take == 0)
		return col;
	buf_pad(&to->text, ' ', (size_t)(col - to->end));
	from = to->text.len;
	buf_add(&to->text, text, take);
	add_run(to, col, from, ink);
	to->end = col + used;
	return to->end;
}

int
plate_cell(struct plate *p, struct plate_place at, enum plate_ink ink, const char *text)
{
	struct buf cell = BUF_INIT;
	int end;

	/* Cut here, so that what is cut says so: half a number would be another one. */
	at.cells = plate_within(p, at).cells;
	text_cell(&cell, text, at.cells, at.right, p->utf8 ? "…" : "~");
	end = plate_put(p, at.row, at.col, ink, buf_str(&cell));
	buf_free(&cell);
	return end;
}

struct plate_place
plate_within(const struct plate *p, struct plate_place at)
{
	if (at.row < 0 || at.row >= p->rows || at.col < 0 || at.col >= p->cols || at.cells <= 0)
		return (struct plate_place){ .cells = 0 };
	if (at.cells > p->cols - at.col)
		at.cells = p->cols - at.col;
	return at;
}

void
plate_text(const struct plate *p, struct buf *out)
{
	int last = p->rows;

	while (last > 0 && p->row[last - 1].end == 0)
		last--;
	for (int i = 0; i < last; i++) {
		buf_adds(out, buf_str(&p->row[i].text));
		while (out->len && out->data[out->len - 1] == ' ')
			buf_truncate(out, out->len - 1);
		buf_addc(out, '\n');
	}
}
