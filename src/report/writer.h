/* SPDX-License-Identifier: MIT
 *
 * Records to text: one row at a time into a buffer that the caller empties, so that a listing of a
 * million rows takes the memory of one. Cells are those of a page (model/page.h): "" where empty,
 * lists separated by ';'. Every cell passes base/text; what a spreadsheet would run is guarded.
 */
#ifndef GRIDLINE_REPORT_WRITER_H
#define GRIDLINE_REPORT_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "model/column.h"

enum writer_format {
	WRITER_TEXT, /* an aligned table for people, marked at head and foot */
	WRITER_CSV,  /* RFC 4180 with a header; lines end in LF */
	WRITER_JSON, /* an array with one object a row */
	WRITER_FORMAT_COUNT
};

/* All texts live as long as the writer. */
struct writer_options {
	enum writer_format format;
	const struct column *columns;
	size_t ncolumns;
	bool raw;	     /* CSV: cells that a spreadsheet would run are left as they are */
	const char *marking; /* TEXT: the protective marking */
	const char *title;   /* TEXT: what this is, one line; "" for none */
};

struct writer;

struct writer *writer_new(const struct writer_options *options);
void writer_begin(struct writer *w, struct buf *out);

/* cells: one a column. The table looks at the first WRITER_SAMPLE rows to find its widths and only
 * then begins to write; a later cell that is wider stands out of line rather than being cut. */
#define WRITER_SAMPLE 500
void writer_row(struct writer *w, const char *const *cells, struct buf *out);

void writer_end(struct writer *w, struct buf *out);
void writer_free(struct writer *w); /* NULL allowed */

const char *writer_format_name(enum writer_format format);
/* WRITER_FORMAT_COUNT if there is none such. */
enum writer_format writer_format_find(const char *name);

#endif
