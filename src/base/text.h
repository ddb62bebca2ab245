/* SPDX-License-Identifier: MIT
 *
 * The one sanitiser. Every text that comes from outside (database, server messages, files,
 * environment, arguments) passes text_clean() before it reaches a terminal, a message or an export.
 * What could be obeyed is shown instead, and nothing is dropped:
 *   C0, DEL       ^X            C1, U+2028/9, bidi, Cf, other default ignorables, unassigned
 *                               and private use   <U+202E>
 *   invalid bytes, non-characters   U+FFFD, one for each maximal bad part
 *   more than TEXT_MARKS_MAX combining marks on one character, or marks with no character before
 *                               them   <U+0301> for each such mark
 * Cleaning what is clean changes nothing. Cleaned text is valid UTF-8, so the width of each
 * character is that of wcwidth().
 */
#ifndef GRIDLINE_BASE_TEXT_H
#define GRIDLINE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define TEXT_MARKS_MAX 4

enum text_mode {
	TEXT_LINE,  /* one line: newline and tab are shown as ^J and ^I too */
	TEXT_BLOCK, /* newline and tab are kept, for text that is laid out in lines */
};

/* What a code point does on a terminal, from a table made of Unicode's (text_table.py). */
enum text_class {
	TEXT_PLAIN, /* one cell */
	TEXT_WIDE,  /* two cells */
	TEXT_MARK,  /* no cell of its own: it stands on the character before it */
	TEXT_SHOWN, /* never sent as it is */
};
enum text_class text_class(uint32_t cp);

/* Append the clean form of len bytes at s to out. */
void text_clean(struct buf *out, const char *s, size_t len, enum text_mode mode);

/* The same as a fresh string (free()); s may be NULL, which gives "". */
char *text_clean_dup(const char *s, enum text_mode mode) ATTR_MALLOC;

/* True if nothing in it would be changed by text_clean(). */
bool text_is_clean(const char *s, size_t len, enum text_mode mode);

/* True if it is UTF-8 throughout, clean or not. */
bool text_is_valid(const char *s, size_t len);

/* Decode one character at s (len > 0). Returns the bytes it took and sets *cp; a bad sequence gives
 * U+FFFD and the length of its maximal bad part (at least 1). */
size_t text_decode(const char *s, size_t len, uint32_t *cp);

/* Encode cp (a scalar value) into out, which holds at least 4 bytes; returns how many it used. */
size_t text_encode(char *out, uint32_t cp);

/* Cells that clean text takes on a terminal. */
int text_width(const char *s, size_t len);

/* Bytes of clean text that fit in cells, never splitting a character from its marks; *used (may be
 * NULL) is set to the cells they take. */
size_t text_fit(const char *s, size_t len, int cells, int *used);

/* Append clean text cut or padded with blanks to exactly `cells`; a cut ends in `ellipsis` (a
 * string one cell wide, "" for a bare cut). right: pad on the left. */
void text_cell(struct buf *out, const char *s, int cells, bool right, const char *ellipsis);

/* What someone typed or wrote, as a message may show it: cleaned, in 'quotation marks', cut after
 * some words. Returns out. */
#define TEXT_SHOWN_SIZE 200
const char *text_shown(const char *s, char out[TEXT_SHOWN_SIZE]);

/* ASCII form for terminals without UTF-8: each other character becomes '?' times its width, but the
 * few that the console itself draws (arrows, ellipsis, box lines) get their ASCII twins. */
void text_ascii(struct buf *out, const char *s, size_t len);

/* Does s equal / start with prefix, ASCII letters compared without case? */
bool text_same(const char *a, const char *b);
bool text_starts(const char *s, const char *prefix);

#endif
