/* SPDX-License-Identifier: MIT
 *
 * groff source to PDF, by running groff. Only a command may: the console starts no program, and in
 * captive mode nothing does. groff gets its source and gives its answer in memory, sees neither our
 * environment nor a shell, and may neither run a program nor open a file that the source names
 * (-S).
 */
#ifndef GRIDLINE_APP_REPORT_PDF_H
#define GRIDLINE_APP_REPORT_PDF_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

struct report_paper {
	bool wide; /* lies on its side */
	long made; /* seconds since 1970: when the file says it was made */
};

/* source: of DOC_FORMAT_GROFF. The PDF is appended to out. False with err if groff is not there, or
 * has anything to complain about: a document with a gap is none. */
bool report_pdf(
    const struct buf *source, const struct report_paper *paper, struct buf *out, struct error *err);

#endif
