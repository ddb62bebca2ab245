/* SPDX-License-Identifier: MIT
 *
 * The one event loop: the terminal, the database, signals, time. Nothing in it waits but poll().
 */
#ifndef GRIDLINE_APP_LOOP_H
#define GRIDLINE_APP_LOOP_H

#include <stdbool.h>

#include "app/console.h"
#include "app/script.h"
#include "base/err.h"
#include "store/link.h"
#include "term/screen.h"

struct loop {
	struct screen *screen;
	struct link *link;
	struct console *console;
	struct script *script; /* keys to type first; NULL for none */
	int signals;	       /* from loop_signals() */
	bool captive;	       /* stop signals are not obeyed */
};

enum loop_end {
	LOOP_LEFT,  /* the user left */
	LOOP_GONE,  /* the terminal is gone, or SIGHUP */
	LOOP_ENDED, /* SIGTERM */
};

/* Take the signals of the console out of their usual course and into a descriptor; -1 with err.
 * Call before anything that starts a thread or a screen. */
int loop_signals(struct error *err);

enum loop_end loop_run(struct loop *l);

#endif
