/* SPDX-License-Identifier: MIT
 *
 * The general forms of escape sequences: CSI (cursor and function keys with modifiers, mouse,
 * paste marks), SS3 and the control strings that terminals answer with. Used by decode.c only.
 */
#ifndef GRIDLINE_TERM_DECODE_CSI_H
#define GRIDLINE_TERM_DECODE_CSI_H

#include "term/decode.h"

enum decode_result {
	DECODE_KEY,  /* *key and *used are set */
	DECODE_NONE, /* *used bytes mean nothing */
	DECODE_MORE, /* more bytes are needed to tell */
	DECODE_ALT,  /* no sequence: Alt and a character */
};

/* What the Esc at the head of the buffer begins. Never DECODE_MORE when expired. */
enum decode_result decode_sequence(
    struct decoder *d, int64_t now_ms, bool expired, struct key *key, size_t *used);
/* Inside a control string (d->in_string): swallow it to its end, BEL or Esc \. */
enum decode_result decode_string(struct decoder *d, size_t *used);

#endif
