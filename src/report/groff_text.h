/* SPDX-License-Identifier: MIT
 *
 * Texts for groff that say nothing to it. What a text becomes is printable ASCII in which every
 * character with a meaning anywhere (troff, tbl, pic, at the start of a line, inside quotes, as an
 * escape) is a named character, so one form serves in all places; what the printed fonts have not
 * is shown as <U+4E2D>, never dropped.
 */
#ifndef GRIDLINE_REPORT_GROFF_TEXT_H
#define GRIDLINE_REPORT_GROFF_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Append s as one line. It begins with \&, so it may stand at the start of a line or of a cell. */
void groff_text(struct buf *out, const char *s);

/* Does groff make it of its parts, once groff_accents() has told it how? */
bool groff_composes(uint32_t cp);
void groff_accents(struct buf *out);

/* Do the fonts that every PDF reader has hold this character? */
bool groff_has(uint32_t cp);

/* Width as it is printed, in ems of the size of type. */
double groff_ems(const char *s, bool bold);

#endif
