/* SPDX-License-Identifier: MIT
 *
 * What pictures in pic share: texts that say nothing to it, measured as they are printed. Inches
 * throughout; type is of 8 points.
 */
#ifndef GRIDLINE_REPORT_GROFF_PIC_H
#define GRIDLINE_REPORT_GROFF_PIC_H

#include <stddef.h>

#include "base/buf.h"

#define PIC_POINTS 8
#define PIC_LINE 0.14 /* from one line of text to the next */
#define PIC_STYLES 5
#define PIC_CARD 6.0 /* a picture narrower than this is on a card, and has lower rows */

/* Shades of series side by side, of parts from the first to the last, and of the cells of a matrix,
 * on which a number can be read. */
extern const double pic_shades[PIC_STYLES], pic_parts[PIC_STYLES], pic_faint[PIC_STYLES];

void pic_begin(struct buf *out, double width);
void pic_end(struct buf *out);

double pic_width(const char *text);
double pic_widest(char *const *texts, size_t n);
/* Append "text" as one line, in quotes; pic_cut(): what fits, an ellipsis where something is cut.
 */
void pic_text(struct buf *out, const char *text);
void pic_cut(struct buf *out, const char *text, double width);
/* Append several such lines, broken between words, at most so many; returns how many there are. */
int pic_words(struct buf *out, const char *text, double width, int most);

#endif
