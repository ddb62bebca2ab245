/* SPDX-License-Identifier: MIT
 *
 * The terminal: the only room that includes curses. Everything drawn goes through here into curses
 * windows, so that a move costs the terminal what changed and no more. Coordinates are rows and
 * columns of a region; what falls outside is clipped, text is expected clean (base/text), and in a
 * terminal without UTF-8 it is turned to ASCII here.
 */
#ifndef GRIDLINE_TERM_SCREEN_H
#define GRIDLINE_TERM_SCREEN_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "term/key.h"
#include "term/style.h"

struct screen;

struct screen_options {
	const struct theme *theme; /* copied */
	int colours; /* 0 mono, 8, 16, 256; -1: what the terminal has, NO_COLOR heeded */
	bool ascii;  /* only ASCII, whatever the locale says */
	bool mouse;
	int esc_ms;	  /* how long Esc waits for the rest of a sequence; 0: 10 */
	const char *term; /* terminal type; NULL: $TERM */
	FILE *in, *out;	  /* NULL: the process's own terminal */
	int rows, cols;	  /* size to use instead of the terminal's; 0: the terminal's */
};

/* Take the terminal over; one screen at a time. The caller has called setlocale(); signal handlers
 * stay as the caller has them. False with the reason and the way out (not a terminal, no terminal
 * descriptions). A TERM that is missing, unknown or cannot place the cursor falls back to vt100 and
 * says so in `warning` (may be NULL). */
bool screen_open(struct screen **out, const struct screen_options *options, struct error *warning,
    struct error *err);
void screen_close(struct screen *s); /* gives the terminal back as it was; NULL allowed */

/* From a signal path or without memory: give the terminal back with nothing but async-signal-safe
 * calls. The screen is of no use afterwards. NULL allowed. */
void screen_restore_emergency(const struct screen *s);

/* Ctrl-Z: give the terminal back, stop the whole job, take the terminal again when it goes on. Not
 * called in captive mode. */
void screen_suspend(struct screen *s);
void screen_set_mouse(struct screen *s, bool on); /* nothing where the terminal has none */
bool screen_mouse(const struct screen *s);

/* A part of the screen, in its own coordinates. Plain value; regions never own anything. */
struct region {
	struct screen *screen;
	int row, col, rows, cols;
};
struct region screen_region(struct screen *s); /* the whole of it, as it is now */
/* Parts, clipped to r; a part outside has 0 rows or cols. */
struct region region_part(struct region r, int row, int col, int rows, int cols);

struct region region_span(struct region r, int row, int col, int cells); /* a part of one row */

void region_clear(struct region r);
/* Draw clean text from (row, col), cut at the region's edge; returns the cells used. */
int region_text(struct region r, int row, int col, enum style style, const char *text);
/* Fill the region's first row with clean text and plain blanks, right-aligned if asked; a cut shows
 * an ellipsis. */
void region_cell(struct region r, enum style style, bool right, const char *text);
void region_fill(struct region r, enum style style, char c); /* all of it */
void region_vline(struct region r, int col, enum style style);
void region_hline(struct region r, int row, enum style style);
/* Change the style of all cells of a region, which are drawn already. */
void region_restyle(struct region r, enum style style);
/* Move what stands in rows [top, top+rows) by `by` lines (up when positive), as the terminal can
 * do cheaply; the rows laid free are blank. */
void region_scroll(struct region r, int top, int rows, int by);

/* Where the real cursor stands after the next screen_flush(): on the selected row, for readers of
 * braille and magnifiers, or in the text being typed (visible then). */
void screen_cursor(struct screen *s, int row, int col, bool visible);
void screen_flush(struct screen *s);  /* send what changed */
void screen_redraw(struct screen *s); /* forget what the terminal shows and send everything (C-l) */

bool screen_utf8(const struct screen *s);
int screen_rows(const struct screen *s);
int screen_cols(const struct screen *s);

/* Input without waiting: false when there is no whole key yet. wait_ms: with a lone Esc pending,
 * call again after so many ms (-1: nothing pending). screen_fd() is what poll() watches. */
int screen_fd(const struct screen *s);
bool screen_key(struct screen *s, struct key *key, int *wait_ms);
bool screen_at_end(const struct screen *s); /* the terminal is gone (read gave 0 or EIO) */
/* SIGWINCH came: ask the terminal for its size; the next screen_key() gives KEYC_RESIZE. */
void screen_resized(struct screen *s);
/* For screens without a terminal and for tests. */
void screen_set_size(struct screen *s, int rows, int cols);

/* What is on the screen as text, one line a row, trailing blanks kept. styles: after an empty line
 * a second block that says how each cell looks: "." plain; b bold, d dim, u underlined, r reversed,
 * k blinking (of several the last of these); in colour the first letter of black Red Green Yellow
 * bLue Magenta Cyan White as a capital here, # for any other. The caller frees. */
char *screen_dump(struct screen *s, bool styles);

#endif
