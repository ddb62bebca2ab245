/* SPDX-License-Identifier: MIT
 *
 * If this program fails by its own fault, the user keeps a terminal that works: it is given back
 * before the process dies of the signal.
 */
#ifndef GRIDLINE_APP_CRASH_H
#define GRIDLINE_APP_CRASH_H

#include "term/screen.h"

/* The screen to give back; NULL when it is about to be closed in order. */
void crash_watch(const struct screen *screen);

#endif
