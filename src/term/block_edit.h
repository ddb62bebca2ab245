/* SPDX-License-Identifier: MIT
 *
 * Several lines of text being typed: no screen, no meaning. The keys, the sanitiser and the paste
 * are those of line_edit.h (there is no history); besides
 *
 *   Enter                 a new line
 *   Up C-p, Down C-n      by a line as it is shown, keeping to a column; not used at the edges
 *   Home C-a, End C-e     to the ends of the line as it is shown
 *   C-k, C-u              delete to the next newline, to the one before
 *
 * Lines are broken softly at a width; see wrap.h.
 */
#ifndef GRIDLINE_TERM_BLOCK_EDIT_H
#define GRIDLINE_TERM_BLOCK_EDIT_H

#include "term/line_edit.h"

struct block_edit;

/* most: bytes of text, of which no more are taken. NULL text: "". */
struct block_edit *block_edit_new(const char *text, size_t most);
void block_edit_free(struct block_edit *b); /* NULL allowed */

/* Tabs in it become blanks, and \r\n a newline. The cursor goes to its end. */
void block_edit_set(struct block_edit *b, const char *text);
const char *block_edit_text(struct block_edit *b); /* valid until the next change */
size_t block_edit_at(struct block_edit *b);	   /* the cursor, in bytes */

/* Cells of a line, at least 1. The cursor may stand one cell beyond. */
void block_edit_set_width(struct block_edit *b, int cells);
size_t block_edit_lines(struct block_edit *b); /* at least 1 */
/* A line as it is shown; its bytes go to *len. Valid until the next change. */
const char *block_edit_line(struct block_edit *b, size_t line, size_t *len);
void block_edit_cursor(struct block_edit *b, size_t *line, int *col);
/* Put the cursor at a cell of a line, or as near as there is text. */
void block_edit_goto(struct block_edit *b, size_t line, int col);

enum line_edit_result block_edit_key(struct block_edit *b, const struct key *key);

#endif
