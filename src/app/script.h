/* SPDX-License-Identifier: MIT
 *
 * Keys typed by a file: for demonstrations and tests. A line is
 *   j j PgDn Enter     keys by name, blank-separated
 *   "npu:BE"           text, typed as it stands; may stand among keys
 *   :sort score        a request, as after ':'
 *   :save-screen FILE  what the screen shows, as text, into a file; "-styles" after the name of
 *                      the request adds how each cell looks
 *   # ...              nothing
 * A line waits until nothing runs, so that the same file gives the same screens.
 */
#ifndef GRIDLINE_APP_SCRIPT_H
#define GRIDLINE_APP_SCRIPT_H

#include <stdbool.h>

#include "app/console.h"
#include "base/err.h"
#include "term/screen.h"

struct script;

struct script *script_open(const char *path, struct error *err); /* NULL on failure */
/* The same from text in memory, which is copied. */
struct script *script_new(const char *text);
void script_free(struct script *s); /* NULL allowed */

/* Type the next line; false at the end. */
bool script_step(struct script *s, struct console *c, struct screen *screen);

#endif
