/* SPDX-License-Identifier: MIT
 *
 * Keys as values: what the terminal sent, decoded, and their names in configuration and help
 * ("j", "C-d", "M-x", "Space", "Enter", "Esc", "Tab", "S-Tab", "PgDn", "F1", "<" ...).
 */
#ifndef GRIDLINE_TERM_KEY_H
#define GRIDLINE_TERM_KEY_H

#include <stdbool.h>
#include <stdint.h>

/* A Unicode character as it is; control characters as KEY_CTRL('d'); the rest from here. */
enum key_code {
	KEYC_SPECIAL = 0x200000,
	KEYC_UP = KEYC_SPECIAL,
	KEYC_DOWN,
	KEYC_LEFT,
	KEYC_RIGHT,
	KEYC_HOME,
	KEYC_END,
	KEYC_PGUP,
	KEYC_PGDN,
	KEYC_INSERT,
	KEYC_DELETE,
	KEYC_BACKSPACE,
	KEYC_ENTER,
	KEYC_TAB,
	KEYC_BTAB,
	KEYC_ESC,
	KEYC_F1,
	KEYC_F12 = KEYC_F1 + 11,
	KEYC_S_UP,
	KEYC_S_DOWN,
	KEYC_S_LEFT,
	KEYC_S_RIGHT,
	KEYC_MOUSE,  /* see struct key.mouse */
	KEYC_RESIZE, /* the screen has a new size; not from the keyboard */
	KEYC_PASTE,  /* start of a bracketed paste; the text follows as characters, then
			KEYC_PASTE_END */
	KEYC_PASTE_END,
	KEYC_ALT =
	    0x1000000, /* or-ed in: Alt, or Esc before it; Ctrl with an arrow counts as Alt */
	KEYC_NONE = 0
};
#define KEYC_CTRL(c) ((uint32_t)(c)&0x1Fu)

enum mouse_kind { MOUSE_PRESS, MOUSE_DOUBLE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct key {
	uint32_t code;
	struct {
		enum mouse_kind kind;
		int row, col;
	} mouse;
};

/* KEYC_NONE if the name is none. Names of special keys are read without case ("pgdn"). */
uint32_t key_parse(const char *name);
/* Writes the name, which key_parse() reads back; "" for what no one can press (KEYC_MOUSE ...). */
void key_format(uint32_t code, char out[24]);
/* The key a control byte (or DEL) stands for: Enter, Tab, Backspace, Esc or KEYC_CTRL. */
uint32_t key_control(unsigned char c);

#endif
