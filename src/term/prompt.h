/* SPDX-License-Identifier: MIT
 *
 * A labelled line of input at the foot of the screen: what completes it as a menu above, what is
 * wrong with it below, with a caret under the character at fault. It asks nobody: after each
 * PROMPT_CHANGED its owner says what is wrong and what would complete the line.
 *
 *   Enter accepts, Esc (C-g, C-c) leaves, Tab and S-Tab walk through the choices, the rest is
 *   line_edit.h's.
 */
#ifndef GRIDLINE_TERM_PROMPT_H
#define GRIDLINE_TERM_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "term/line_edit.h"
#include "term/screen.h"

struct prompt;

/* Texts are copied; history is used, not owned (NULL for none) and not added to. */
struct prompt *prompt_new(
    const char *label, const char *initial, const struct line_history *history);
void prompt_free(struct prompt *p); /* NULL allowed */

const char *prompt_text(const struct prompt *p);
size_t prompt_at(const struct prompt *p);

enum prompt_result {
	PROMPT_UNUSED,	/* no key of the prompt's */
	PROMPT_MOVED,	/* only to be drawn anew */
	PROMPT_CHANGED, /* another text or place: check it, complete it */
	PROMPT_CHOSEN,	/* a choice was put in: check it, but leave the choices */
	PROMPT_DONE,	/* Enter */
	PROMPT_LEFT	/* Esc */
};
enum prompt_result prompt_key(struct prompt *p, const struct key *key);

/* What is wrong, with the byte at fault; NULL: nothing is. hint, the way out, has a line of its own
 * below it; it may be NULL. Copied. */
void prompt_set_error(struct prompt *p, size_t at, const char *text, const char *hint);
/* A line shown while nothing is wrong; NULL for none. Copied. */
void prompt_set_hint(struct prompt *p, const char *hint);
/* What could stand in the place of bytes [from, cursor): n texts, each with help ("" or NULL).
 * Copied; n 0 takes the menu away. */
void prompt_set_choices(
    struct prompt *p, size_t from, const char *const *texts, const char *const *help, size_t n);

/* Rows it would take of so many; draw it into a region of that many at the foot. They come and go,
 * so the screen below is drawn anew when their number changes. */
int prompt_rows(const struct prompt *p, int rows);
void prompt_draw(struct prompt *p, struct region r);

#endif
