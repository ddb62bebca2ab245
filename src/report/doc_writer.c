/* SPDX-License-Identifier: MIT
 *
 * The table of formats, and CSV, which needs no layout.
 */
#include "config.h"

#include "report/doc_writer.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"
#include "report/writer.h"

void
doc_write(const struct doc *d, enum doc_format format, struct buf *out)
{
	switch (format) {
	case DOC_FORMAT_TEXT:
		doc_write_text(d, out);
		break;
	case DOC_FORMAT_CSV:
		doc_write_csv(d, out);
		break;
	case DOC_FORMAT_JSON:
		doc_write_json(d, out);
		break;
	case DOC_FORMAT_GROFF:
		doc_write_groff(d, out);
		break;
	case DOC_FORMAT_COUNT:
		break;
	}
}

/* All columns of a table, the quiet ones too, by the writers of listings. */
void
doc_write_rows(const struct doc_table *t, enum writer_format format, struct buf *out)
{
	struct column *columns = xcalloc(t->ncolumns, sizeof *columns);
	const struct writer_options options = { .format = format,
		.columns = columns,
		.ncolumns = t->ncolumns,
		.marking = "",
		.title = "" };
	struct writer *w;

	for (size_t i = 0; i < t->ncolumns; i++)
		columns[i] = (struct column){ .name = t->columns[i].name,
			.title = t->columns[i].title,
			.kind = t->columns[i].kind };
	w = writer_new(&options);
	writer_begin(w, out);
	for (size_t r = 0; r < t->nrows; r++)
		writer_row(w, (const char *const *)t->rows[r], out);
	writer_end(w, out);
	writer_free(w);
	free(columns);
}

void
doc_write_csv(const struct doc *d, struct buf *out)
{
	if (d->main != NULL)
		doc_write_rows(d->main, WRITER_CSV, out);
}
