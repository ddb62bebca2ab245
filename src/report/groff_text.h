/* SPDX-License-Identifier: MIT
 *
 * Texts for groff that say nothing to it. What a text becomes is printable ASCII in which every
 * character with a meaning anywhere (troff, tbl, pic, at the start of a line, inside quotes, as an
 * escape) is a named character, so one form serves in all places.
 *
 * What is printed how:
 *   Latin-1 and what else every PDF reader has   \[u00E9]
 *   more letters: Latin, Greek, Cyrillic, signs  \[gl0416], of Nimbus Sans where it is installed,
 *                                                else made of letter and accent, else by number
 *                                                (then a line may break behind it: \*[gl-b])
 *   marks over a letter                          \[gx0301], set over it
 *   all else                                     <U+8336 58F6>, never dropped
 */
#ifndef GRIDLINE_REPORT_GROFF_TEXT_H
#define GRIDLINE_REPORT_GROFF_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Append s as one line. It begins with \&, so it may stand at the start of a line or of a cell. */
void groff_text(struct buf *out, const char *s);
/* The same, and a word longer than so many ems may be broken anywhere. */
void groff_text_narrow(struct buf *out, const char *s, double ems);

/* Do the fonts that every PDF reader has hold this character? */
bool groff_has(uint32_t cp);

/* A letter of Nimbus Sans; groff_letter() gives NULL for what is none. */
struct groff_letter {
	uint32_t cp;
	const char *name;  /* NULL: uni and its number */
	short plain, bold; /* widths in thousandths of an em */
};
const struct groff_letter *groff_letter(uint32_t cp);

/* Does groff make it of its parts? Is it a mark that it sets over a letter? */
bool groff_composes(uint32_t cp);
bool groff_marks(uint32_t cp);

/* Letters beyond those that every reader has are set in fonts GR0, GB0, GR1... of Nimbus Sans, so
 * many in each, at most so many fonts. */
#define GROFF_FONTS 7
#define GROFF_FONT_LETTERS 90

/* The next \[gl....] or \[gx....] at or after *at of a source, *at behind it; 0 if there is none.
 * *mark: whether it was the latter. */
uint32_t groff_next(const char *source, size_t *at, bool *mark);
/* How what a source takes beyond what every reader has is set: to stand before it. */
void groff_define(struct buf *out, const char *source);
/* Is something in it given by its number, whatever is installed? */
bool groff_numbers(const char *source);

/* Width as it is printed, in ems of the size of type. */
double groff_ems(const char *s, bool bold);

#endif
