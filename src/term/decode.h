/* SPDX-License-Identifier: MIT
 *
 * From bytes to keys, without a terminal and without waiting. ncurses' own getch() is not used for
 * it: with a lone Esc it waits ESCDELAY inside the call, which an event loop cannot have, it knows
 * no bracketed paste, and what it does not know it hands on byte by byte, so that a late reply of
 * the terminal would act as keys. Here unknown sequences are swallowed whole.
 *
 * The sequences that terminfo names are tried first (decoder_add()), then the general forms of
 * ECMA-48 and xterm, which serve when TERM is wrong.
 */
#ifndef GRIDLINE_TERM_DECODE_H
#define GRIDLINE_TERM_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "term/key.h"

#define DECODE_NAMED 48	   /* sequences from terminfo */
#define DECODE_NAME_LEN 12 /* and their length, with the NUL */
#define DECODE_BUFFER 256
#define DECODE_STRING_MS 500 /* a control string that pauses longer has broken off */
#define DECODE_DOUBLE_MS 400 /* two presses within are a double one */

struct decoder {
	struct {
		char bytes[DECODE_NAME_LEN];
		uint32_t code;
	} named[DECODE_NAMED];
	size_t nnamed;
	int esc_ms;
	bool utf8;

	unsigned char buf[DECODE_BUFFER];
	size_t len;
	int64_t fed_at; /* when the last bytes came */
	bool pasting;
	bool in_string, in_string_esc; /* a control string, and its last byte was Esc */
	struct {
		int row, col;
		int64_t at;
		bool any;
	} press; /* the last one, for double presses */
};

/* utf8: bytes from 0x80 are UTF-8; otherwise they are the locale's. */
void decoder_init(struct decoder *d, int esc_ms, bool utf8);
/* A sequence of this terminal's; ignored unless it begins with Esc and fits. NULL allowed. */
void decoder_add(struct decoder *d, const char *sequence, uint32_t code);
/* How many bytes decoder_feed() takes now; at least one after decoder_key() returned false. */
size_t decoder_space(const struct decoder *d);
void decoder_feed(struct decoder *d, const void *bytes, size_t len, int64_t now_ms);
/* The next key; false when there is none yet. *wait_ms: call again after so long, -1: no need. */
bool decoder_key(struct decoder *d, int64_t now_ms, struct key *key, int *wait_ms);

#endif
