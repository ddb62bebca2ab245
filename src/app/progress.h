/* SPDX-License-Identifier: MIT
 *
 * How far long work has come, on stderr: one line that is written over on a terminal, plain lines
 * elsewhere. Knows nothing of what is being done.
 */
#ifndef GRIDLINE_APP_PROGRESS_H
#define GRIDLINE_APP_PROGRESS_H

#include <stdbool.h>

#include "base/alloc.h"

struct progress {
	const char *name; /* what every line starts with: "gridline demo" */
	bool live;	  /* stderr is a terminal */
	int width;	  /* bytes of the line that stands there now */
};

void progress_start(struct progress *p, const char *name);
/* Plain ASCII text, without a newline. */
void progress_say(struct progress *p, const char *fmt, ...) ATTR_PRINTF(2, 3);
/* Wipe the line, so that what follows starts on a clean one. Harmless when there is none. */
void progress_wipe(struct progress *p);

#endif
