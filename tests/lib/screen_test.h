/* SPDX-License-Identifier: MIT
 *
 * Screens without a terminal: curses on files, a fixed size, keys by name, and what is shown
 * compared with a golden file byte for byte, trailing blanks included. UPDATE=1 in the environment
 * writes the golden files anew; `git diff` is then the review.
 *
 *   struct screen_test t;
 *   screen_test_open(&t, &(struct screen_test_setup){ .rows = 24, .cols = 80 });
 *   ... draw into screen_region(t.screen) ...
 *   screen_test_golden(&t, "tests/unit/term/golden/list-80x24");
 *   screen_test_close(&t);
 */
#ifndef GRIDLINE_TESTS_LIB_SCREEN_TEST_H
#define GRIDLINE_TESTS_LIB_SCREEN_TEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "term/screen.h"

struct screen_test_setup {
	int rows, cols;	  /* 0: 24 x 80 */
	const char *term; /* NULL: xterm-256color */
	int colours;	  /* as in screen_options, but 0 means 256 and -1 mono */
	bool ascii;
	const struct theme *theme;
};

struct screen_test {
	struct screen *screen;
	FILE *in, *out;
	int typing; /* where the screen reads what screen_test_bytes() writes */
	long sent;  /* bytes that the last screen_test_sent() had counted */
};

/* Fails the test if the screen cannot be opened. */
void screen_test_open(struct screen_test *t, const struct screen_test_setup *setup);
void screen_test_close(struct screen_test *t);

/* Flush, then compare with <top_srcdir>/<name>.screen: the text, and a letter a cell for how it
 * looks (screen_dump()). A difference fails the test and prints both. */
void screen_test_golden(struct screen_test *t, const char *name);
/* Flush; the bytes sent to the terminal since the last call. */
long screen_test_sent(struct screen_test *t);
/* Flush; one row as text without trailing blanks. The caller frees. */
char *screen_test_row(struct screen_test *t, int row);

/* Bytes as the terminal would send them, for screen_key(). */
void screen_test_bytes(struct screen_test *t, const char *bytes, size_t len);
/* Call press() for each key of a blank-separated list of names ("j C-d Enter"); a word in quotes is
 * typed letter by letter ("/ 'amber line' Enter"). */
void screen_test_keys(
    const char *names, void (*press)(void *arg, const struct key *key), void *arg);

#endif
