/* SPDX-License-Identifier: MIT
 *
 * A document (model/doc.h) in one format. Every text passes base/text on its way; what a format
 * would obey is taken from it there: formulas in CSV, quotes in JSON, everything in groff.
 */
#ifndef GRIDLINE_REPORT_DOC_WRITER_H
#define GRIDLINE_REPORT_DOC_WRITER_H

#include "base/buf.h"
#include "model/doc.h"

enum doc_format {
	DOC_FORMAT_TEXT,  /* 80 columns, for people */
	DOC_FORMAT_CSV,	  /* its main table, nothing else */
	DOC_FORMAT_JSON,  /* all of it, one object */
	DOC_FORMAT_GROFF, /* for groff -t -p with -Tpdf; plain ASCII, needs no macro package */
	DOC_FORMAT_COUNT
};

void doc_write(const struct doc *d, enum doc_format format, struct buf *out);

#endif
