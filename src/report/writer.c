/* SPDX-License-Identifier: MIT
 *
 * The table of formats and what is the same for all of them.
 */
#include "config.h"

#include "report/writer.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "report/writer_kind.h"

static const struct writer_kind *const writer_kinds[WRITER_FORMAT_COUNT] = {
	[WRITER_TEXT] = &writer_table,
	[WRITER_CSV] = &writer_csv,
	[WRITER_JSON] = &writer_json,
};

const char *
writer_format_name(enum writer_format format)
{
	return writer_kinds[format]->name;
}

enum writer_format
writer_format_find(const char *name)
{
	int f = 0;

	while (f < WRITER_FORMAT_COUNT && !text_same(writer_kinds[f]->name, name))
		f++;
	return (enum writer_format)f;
}

struct writer *
writer_new(const struct writer_options *options)
{
	struct writer *w = xcalloc(1, sizeof *w);

	w->options = *options;
	w->kind = writer_kinds[options->format];
	w->widths = xcalloc(options->ncolumns, sizeof *w->widths);
	return w;
}

void
writer_begin(struct writer *w, struct buf *out)
{
	w->kind->begin(w, out);
}

void
writer_row(struct writer *w, const char *const *cells, struct buf *out)
{
	w->kind->row(w, cells, out);
	w->rows++;
}

void
writer_end(struct writer *w, struct buf *out)
{
	w->kind->end(w, out);
}

void
writer_free(struct writer *w)
{
	if (w == NULL)
		return;
	for (size_t i = 0; w->sample != NULL && i < WRITER_SAMPLE * w->options.ncolumns; i++)
		free(w->sample[i]);
	free(w->sample);
	free(w->widths);
	buf_free(&w->scratch);
	free(w);
}
