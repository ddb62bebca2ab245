/* SPDX-License-Identifier: MIT
 *
 * What a cell means, not how it looks. A theme maps each style to attributes and, where the
 * terminal and the user allow it (NO_COLOR, mono), to a colour. Nothing is said by colour alone:
 * every style that carries a meaning goes with a letter, a mark or an attribute.
 */
#ifndef GRIDLINE_TERM_STYLE_H
#define GRIDLINE_TERM_STYLE_H

#include <stdbool.h>

#include "base/err.h"

/* X(symbol, name in theme files, default attributes, default colour name, what it is for) */
#define STYLES(X) \
	X(STYLE_NORMAL, "normal", "", "", "everything without a style of its own") \
	X(STYLE_MARKING, "marking", "bold", "", "protective marking") \
	X(STYLE_BANNER, "banner", "", "", "clock, role and connection beside the marking") \
	X(STYLE_TITLE, "title", "bold", "", "column titles and headings") \
	X(STYLE_CURSOR, "cursor", "reverse", "", "the cell that stands for the selected row") \
	X(STYLE_MARKED, "marked", "", "", "the sign of a marked row") \
	X(STYLE_DIM, "dim", "dim", "", "frames, hints, what is empty") \
	X(STYLE_LABEL, "label", "dim", "", "labels in panes") \
	X(STYLE_KEY, "key", "bold", "", "keys in the bottom line and in help") \
	X(STYLE_MATCH, "match", "underline", "", "what a search found") \
	X(STYLE_ERROR, "error", "bold", "red", "errors") \
	X(STYLE_WARNING, "warning", "bold", "yellow", "warnings, late") \
	X(STYLE_GOOD, "good", "", "green", "done, well") \
	X(STYLE_UP, "up", "bold", "red", "moved up the grid") \
	X(STYLE_DOWN, "down", "", "green", "moved down the grid") \
	X(STYLE_NEW, "new", "bold", "cyan", "new on the grid") \
	X(STYLE_STALE, "stale", "dim", "", "stale") \
	X(STYLE_INPUT, "input", "underline", "", "what is being typed") \
	X(STYLE_CHOICE, "choice", "reverse", "", "the selected item of a menu or completion") \
	X(STYLE_BAND_1, "band1", "bold", "red", "the highest band") \
	X(STYLE_BAND_2, "band2", "bold", "yellow", "the second band") \
	X(STYLE_BAND_3, "band3", "", "", "the third band") \
	X(STYLE_BAND_4, "band4", "", "", "the fourth and lower bands")

#define STYLE_ENUM(symbol, name, attributes, colour, help) symbol,
enum style { STYLES(STYLE_ENUM) STYLE_COUNT };

/* Where a colour is shown it stands for bold, which is then left out: "bold", "red" is bold in mono
 * and red in colour; bright-red is stronger. */

/* A theme as configuration gives it: attributes ("bold dim underline reverse blink") and colour
 * names (black red green yellow blue magenta cyan white, bright-*, or 0..255; "" is the terminal's
 * own). An empty look falls back to the default above. */
struct style_look {
	char attributes[40], colour[24], background[24];
};
struct theme {
	struct style_look look[STYLE_COUNT];
};

int style_find(const char *name); /* -1 if none */
const char *style_name(enum style style);
void theme_defaults(struct theme *theme);
/* False with the reason if attributes or colour are not as above. */
bool style_look_check(const struct style_look *look, struct error *err);

enum style_bit {
	STYLE_BIT_BOLD = 1,
	STYLE_BIT_DIM = 2,
	STYLE_BIT_UNDERLINE = 4,
	STYLE_BIT_REVERSE = 8,
	STYLE_BIT_BLINK = 16,
};

/* A look, parsed. Colours are 0..255, -1 for the terminal's own. */
struct style_paint {
	unsigned bits; /* enum style_bit */
	int foreground, background;
};
bool style_look_parse(const struct style_look *look, struct style_paint *paint, struct error *err);
/* The nearest colour of a terminal that has `colours` of them (8, 16 or 256). */
int style_colour_nearest(int colour, int colours);

#endif
