/* SPDX-License-Identifier: MIT
 *
 * The inside of a screen, for the screen_*.c files alone: no other file sees curses.
 */
#ifndef GRIDLINE_TERM_SCREEN_IMPL_H
#define GRIDLINE_TERM_SCREEN_IMPL_H

#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#define screen curses_screen /* curses has a struct of this name too */
#include <curses.h>
#undef screen
#include <signal.h>
#include <termios.h>

#include "base/buf.h"

#include "term/decode.h"
#include "term/screen.h"

#define SCREEN_ESCAPE 128 /* bytes that give the terminal back in an emergency */

struct paint {
	attr_t attributes;
	short pair;
};

struct screen {
	SCREEN *curses;
	FILE *in, *out;
	int rows, cols;
	bool fixed_size; /* options said so, or screen_set_size() */
	bool utf8;
	bool mouse, mouse_able, paste_able;
	bool at_end, resized;
	bool cursor_visible, cursor_shown; /* wanted; as the terminal has it */
	int cursor_row, cursor_col;
	struct paint paint[STYLE_COUNT];
	struct decoder decoder;
	struct buf scratch; /* text on its way to ASCII */

	struct termios tty_before;
	bool tty_saved;
	char escape[SCREEN_ESCAPE];
	size_t escape_len;
};

/* screen_paint.c: looks to curses attributes and colour pairs. colours as in screen_options. */
void screen_paint_init(struct screen *s, const struct theme *theme, int colours);

/* screen_tty.c: what is said to the terminal beside curses. */
/* Is there a description of the terminal, and can it place the cursor? Before newterm(). */
bool screen_tty_known(const struct screen *s, const char *term);
void screen_tty_init(struct screen *s);	 /* after newterm() */
void screen_tty_enter(struct screen *s); /* paste marks, mouse */
void screen_tty_leave(struct screen *s);
void screen_tty_size(const struct screen *s, int *rows, int *cols); /* untouched if unknown */

/* screen_input.c */
void screen_input_init(struct screen *s, int esc_ms);

#endif
