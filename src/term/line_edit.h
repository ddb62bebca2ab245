/* SPDX-License-Identifier: MIT
 *
 * One line of text being typed: no screen, no meaning. What is inserted passes the sanitiser, so
 * that the text is always fit to be shown, and what is shown is what is sent. The cursor moves by
 * characters with the marks that stand on them.
 *
 *   C-a Home, C-e End        to the ends             C-k, C-u   delete to the end, to the start
 *   C-b Left, C-f Right      by a character          C-w M-Backspace, M-d  delete a word
 *   M-b M-Left, M-f M-Right  by a word               C-y        put back what was deleted last
 *   C-p Up, C-n Down         through the history     Backspace, C-d Del
 *
 * form(3) has fields of a fixed size, needs a window and knows neither history nor wide paste.
 */
#ifndef GRIDLINE_TERM_LINE_EDIT_H
#define GRIDLINE_TERM_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "term/key.h"
#include "term/line_history.h"

#define LINE_EDIT_MOST 4096 /* bytes; what goes beyond is not taken */

struct line_edit;

/* history is used, not owned, and outlives the line; NULL for none. */
struct line_edit *line_edit_new(const char *text, const struct line_history *history);
/* Without history, and with another limit than LINE_EDIT_MOST. */
struct line_edit *line_edit_new_long(const char *text, size_t most);
void line_edit_free(struct line_edit *e); /* NULL allowed */

const char *line_edit_text(struct line_edit *e);	   /* valid until the next change */
size_t line_edit_at(struct line_edit *e);		   /* the cursor, in bytes */
void line_edit_set(struct line_edit *e, const char *text); /* the cursor goes to its end */
/* Put text in the place of bytes [from, to); the cursor goes behind it. */
void line_edit_replace(struct line_edit *e, size_t from, size_t to, const char *text);
void line_edit_goto(struct line_edit *e, size_t at); /* to where a character begins, or the end */

enum line_edit_result {
	LINE_EDIT_UNUSED, /* no key of the editor's */
	LINE_EDIT_MOVED,  /* at most the cursor moved */
	LINE_EDIT_CHANGED
};
/* Pasted text comes between KEYC_PASTE and KEYC_PASTE_END: control characters in it are blanks,
 * and it is put in as a whole, so that a long one is quick. */
enum line_edit_result line_edit_key(struct line_edit *e, const struct key *key);

#endif
