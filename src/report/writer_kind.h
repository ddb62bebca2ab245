/* SPDX-License-Identifier: MIT
 *
 * What the writers of report/ share with each other and with nobody else. A format is a table of
 * three functions; its state hangs on the writer.
 */
#ifndef GRIDLINE_REPORT_WRITER_KIND_H
#define GRIDLINE_REPORT_WRITER_KIND_H

#include "report/writer.h"

struct writer_kind {
	const char *name;
	void (*begin)(struct writer *w, struct buf *out);
	void (*row)(struct writer *w, const char *const *cells, struct buf *out);
	void (*end)(struct writer *w, struct buf *out);
};

struct writer {
	struct writer_options options;
	const struct writer_kind *kind;
	size_t rows;
	int *widths;   /* TEXT: cells of each column */
	char **sample; /* TEXT: clean cells held back, row by row; NULL once the table has begun */
	struct buf scratch;
};

extern const struct writer_kind writer_csv;
extern const struct writer_kind writer_json;
extern const struct writer_kind writer_table;

#endif
