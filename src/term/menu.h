/* SPDX-License-Identifier: MIT
 *
 * A list of choices in a box: one of them is chosen (saved views, sort column), or they are
 * switched, ordered and widened (columns). Typing narrows it to the items that hold what was typed.
 * It keeps its items and knows nothing of what they mean.
 *
 *   Up C-p, Down C-n, PgUp, PgDn, Home, End   move
 *   letters, Backspace   narrow          Enter accept           Esc  widen again, then leave
 *   Space   switch on or off             [ ]   move the item    < > (- +)  narrower, wider
 * The last line is for menus that say so with their flags. menu(3) can neither be narrowed by
 * anything but a prefix nor reordered, and sends whole reversed rows.
 */
#ifndef GRIDLINE_TERM_MENU_H
#define GRIDLINE_TERM_MENU_H

#include <stdbool.h>
#include <stddef.h>

#include "term/screen.h"

enum menu_flag {
	MENU_TOGGLES = 1,
	MENU_ORDERS = 2,
	MENU_WIDTHS = 4,
};
#define MENU_WIDTH_MOST 200

struct menu_item {
	int id;
	const char *text;
	const char *note; /* beside it, dimmed; selected in full below; "" or NULL for none */
	bool on;	  /* MENU_TOGGLES */
	int width;	  /* MENU_WIDTHS, 1..MENU_WIDTH_MOST */
};

struct menu;

struct menu *menu_new(const char *title, unsigned flags);
void menu_free(struct menu *m);				     /* NULL allowed */
void menu_add(struct menu *m, const struct menu_item *item); /* texts are copied */
size_t menu_count(const struct menu *m);
const struct menu_item *menu_at(const struct menu *m, size_t i); /* in their present order */
void menu_select(struct menu *m, int id);
/* The item under the cursor, NULL if nothing holds what was typed. */
const struct menu_item *menu_selected(const struct menu *m);

enum menu_result {
	MENU_UNUSED,
	MENU_MOVED,   /* only to be drawn anew */
	MENU_CHANGED, /* an item was switched, moved or widened */
	MENU_DONE,    /* Enter, with an item selected; a double press too */
	MENU_LEFT     /* Esc */
};
enum menu_result menu_key(struct menu *m, const struct key *key);

void menu_draw(struct menu *m, struct region r); /* a box in the middle of r */

#endif
