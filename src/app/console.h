/* SPDX-License-Identifier: MIT
 *
 * The console between its events: a stack of screens under a banner and over a bottom line, and
 * what they ask of the application. It knows neither the terminal's descriptor nor the database's,
 * and it never waits: the loop (or a test) hands it keys, the news that the session changed, and
 * the time.
 */
#ifndef GRIDLINE_APP_CONSOLE_H
#define GRIDLINE_APP_CONSOLE_H

#include <stdbool.h>
#include <stdint.h>

#include "app/memory.h"
#include "model/source.h"
#include "term/screen.h"
#include "view/keymap.h"

struct console;

/* All pointers are borrowed and outlive the console. */
struct console_settings {
	const char *marking; /* protective marking */
	const struct keymap *keys;
	const char *start;	  /* screen or saved view to begin with; NULL: the grid */
	const char *start_filter; /* NULL or "": none */
	const char *lro;	  /* what LRO stands for here */
	struct memory *memory;	  /* layouts, views and histories of the user */
	int preview_min_cols;
	int stale_days;
	bool captive; /* no suspend, no way out but leaving */
	bool confirm_quit;
	int64_t (*now_us)(void);  /* CLOCK_MONOTONIC, or a test's own */
	void (*retry)(void *arg); /* connect again now; NULL: nothing to try */
	void *retry_arg;
};

/* Opens the first screen, which asks for its rows at once. */
struct console *console_new(
    struct screen *screen, struct source *source, const struct console_settings *settings);
void console_free(struct console *c); /* NULL allowed */

void console_key(struct console *c, const struct key *key);
/* As typed after ':'. True if there is such a request. */
bool console_command(struct console *c, const char *line);
/* The source did something: look at the session, and at what still runs. */
void console_source(struct console *c);
/* Call what is due; ms until something is due again, -1: never. */
int console_timers(struct console *c);
/* Send what changed to the terminal, if anything did. */
void console_draw(struct console *c);

/* A message at the foot, kept for :messages. */
void console_warn(struct console *c, const char *text);

bool console_done(const struct console *c);    /* the user has left */
bool console_suspend(struct console *c);       /* the user asked to stop; asking again says no */
bool console_settled(const struct console *c); /* nothing runs: a script may go on */
/* SIGINT from outside: cancel what runs. */
void console_interrupt(struct console *c);

#endif
