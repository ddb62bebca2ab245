/* SPDX-License-Identifier: MIT
 *
 * Any numbers under any labels on a plate of any size: nothing is set outside it, every row is as
 * wide as it says, and a cursor is sent to no place that is not there. The first bytes are the kind
 * of chart, its size and its letters; each item is a number of eight bytes, then a label up to a 0.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>
#include <string.h>

#include "base/alloc.h"
#include "base/chart.h"
#include "base/text.h"

#define ITEMS 40

struct input {
	const uint8_t *at;
	size_t left;
	size_t n;
	long value[ITEMS];
	char *label[ITEMS];
};

static unsigned
take(struct input *in)
{
	if (in->left == 0)
		return 0;
	in->left--;
	return *in->at++;
}

static void
take_item(struct input *in)
{
	const uint8_t *end;
	char *raw;
	size_t len;
	long value = 0;

	for (int i = 0; i < 8; i++)
		value = (long)((unsigned long)value << 8 | take(in));
	end = in->left ? memchr(in->at, 0, in->left) : NULL;
	len = end ? (size_t)(end - in->at) : in->left;
	raw = xstrndup((const char *)in->at, len);
	in->value[in->n] = value;
	in->label[in->n++] = text_clean_dup(raw, TEXT_LINE);
	free(raw);
	in->at += len;
	in->left -= len;
	take(in);
}

static void
check_place(const struct plate *p, struct plate_place at)
{
	if (at.cells == 0)
		return;
	assert(at.row >= 0 && at.row < p->rows);
	assert(at.col >= 0 && at.cells > 0 && at.col + at.cells <= p->cols);
}

static void
check_plate(const struct plate *p, int used)
{
	struct buf out = BUF_INIT;

	assert(used >= 0 && used <= p->rows);
	for (int i = 0; i < p->rows; i++) {
		const struct plate_row *row = &p->row[i];
		const char *text = buf_str(&row->text);
		int col = 0;

		assert(row->end <= p->cols && text_is_clean(text, row->text.len, TEXT_LINE));
		assert(i < used || row->nruns == 0);
		for (size_t k = 0; k < row->nruns; k++) {
			const struct plate_run *run = &row->runs[k];

			assert(run->col >= col && run->from + run->len <= row->text.len);
			col = run->col + text_width(text + run->from, run->len);
			assert(col <= row->end);
		}
	}
	plate_text(p, &out);
	buf_free(&out);
}

static int
bars(struct plate *p, const struct input *in)
{
	struct chart_bar bar[ITEMS];
	int used;

	for (size_t i = 0; i < in->n; i++)
		bar[i] = (struct chart_bar){ .label = in->label[i],
			.value = in->value[i],
			.note = i % 3 ? in->label[in->n - 1 - i] : NULL };
	used = chart_bars(p, bar, in->n);
	for (size_t i = 0; i < in->n; i++)
		check_place(p, chart_bars_at(p, bar, in->n, i));
	return used;
}

static int
stacks(struct plate *p, const struct input *in, size_t parts)
{
	struct chart_stack stack[ITEMS];
	struct chart_parts name = { .n = 1 + parts % CHART_PARTS };
	int used;

	for (size_t k = 0; k < name.n; k++)
		name.name[k] = in->label[k % in->n];
	for (size_t i = 0; i < in->n; i++) {
		stack[i] = (struct chart_stack){ .label = in->label[i] };
		for (size_t k = 0; k < name.n; k++)
			stack[i].value[k] = in->value[(i + k) % in->n];
	}
	used = chart_stacks(p, &name, stack, in->n);
	for (size_t i = 0; i < in->n; i++)
		for (size_t k = 0; k < name.n; k++)
			check_place(p,
			    chart_stacks_at(p, &name, stack, in->n, (struct chart_cell){ i, k }));
	return used;
}

static int
lines(struct plate *p, const struct input *in, size_t n)
{
	const char *label[ITEMS];
	struct chart_axis axis = { .label = n % 2 ? label : NULL, .n = in->n };
	struct chart_line line[CHART_PARTS];
	struct buf spark = BUF_INIT;
	int used;

	memcpy(label, in->label, in->n * sizeof *label);
	n = 1 + n % CHART_PARTS;
	for (size_t i = 0; i < n; i++)
		line[i] = (struct chart_line){ .name = in->label[i % in->n],
			.value = in->value + i % in->n,
			.n = in->n - i % in->n };
	used = chart_lines(p, &axis, line, n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < line[i].n; k++)
			check_place(
			    p, chart_lines_at(p, &axis, line, n, (struct chart_cell){ i, k }));
	chart_spark(&spark, in->value, in->n, p->utf8);
	assert(text_width(buf_str(&spark), spark.len) == (int)in->n);
	buf_free(&spark);
	return used;
}

static int
matrix(struct plate *p, const struct input *in, size_t ncols)
{
	const char *label[ITEMS];
	struct chart_matrix m = { .corner = in->label[0], .row = label, .col = label };
	struct chart_matrix_fit fit;
	struct chart_cell seen;
	int used;

	memcpy(label, in->label, in->n * sizeof *label);
	m.ncols = 1 + ncols % in->n;
	m.nrows = in->n / m.ncols;
	m.value = in->value;
	m.across = ncols & 64;
	m.down = ncols & 128;
	seen = (struct chart_cell){ (size_t)(in->value[0] & 63) % m.nrows, ncols % m.ncols };
	chart_matrix_fit(&m, p, seen, &fit);
	used = chart_matrix(p, &m, &fit);
	for (size_t i = 0; i < m.nrows; i++)
		for (size_t k = 0; k < m.ncols; k++)
			check_place(p, chart_matrix_at(&fit, (struct chart_cell){ i, k }));
	return used;
}

static int
tiles(struct plate *p, const struct input *in)
{
	struct chart_tile tile[ITEMS];
	struct chart_tiles_fit fit;

	for (size_t i = 0; i < in->n; i++)
		tile[i] = (struct chart_tile){ .row = (int)(i / 6),
			.col = (int)(i % 6) + (int)(i / 6) % 2,
			.code = in->label[i],
			.name = in->label[in->n - 1 - i],
			.value = in->value[i],
			.note = i % 2 ? in->label[i] : NULL };
	chart_tiles_fit(tile, in->n, p, &fit);
	return fit.rows ? chart_tiles(p, tile, in->n, &fit) : 0;
}

static int
draw(struct plate *p, const struct input *in, unsigned kind, unsigned how)
{
	switch (kind % 5) {
	case 0:
		return bars(p, in);
	case 1:
		return stacks(p, in, how);
	case 2:
		return lines(p, in, how);
	case 3:
		return matrix(p, in, how);
	default:
		return tiles(p, in);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { .at = data, .left = size };
	const unsigned kind = take(&in), how = take(&in);
	const int rows = (int)take(&in) % 70 - 2, cols = (int)take(&in) - 2;
	struct plate p;

	while (in.left > 0 && in.n < ITEMS)
		take_item(&in);
	plate_init(&p, rows, cols, kind & 128);
	if (in.n > 0)
		check_plate(&p, draw(&p, &in, kind, how));
	plate_free(&p);
	for (size_t i = 0; i < in.n; i++)
		free(in.label[i]);
	return 0;
}
