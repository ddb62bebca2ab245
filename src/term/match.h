/* SPDX-License-Identifier: MIT
 *
 * Showing a searched word where it stands: letters are compared without case.
 */
#ifndef GRIDLINE_TERM_MATCH_H
#define GRIDLINE_TERM_MATCH_H

#include <stddef.h>

#include "term/screen.h"

/* Bytes of the word where it begins text, 0 if it does not (or is empty). */
size_t match_here(const char *text, const char *word);
/* Where the word first stands in text, -1 if nowhere. */
long match_find(const char *text, const char *word);
/* Restyle each place of the word in a text that was drawn from the first cell of `row` on. */
void match_show(struct region row, const char *text, const char *word);

#endif
