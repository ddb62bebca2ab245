/* SPDX-License-Identifier: MIT
 *
 * Cells that a spreadsheet would run. Export puts an apostrophe in front of them and import takes
 * it off again; a cell that already reads like a guarded one is guarded once more, so that every
 * text comes back as it was.
 */
#ifndef GRIDLINE_BASE_CSV_GUARD_H
#define GRIDLINE_BASE_CSV_GUARD_H

#include <stdbool.h>

#define CSV_GUARD '\''

/* Does it begin like a formula (= + - @, tab, carriage return, or the wide forms of the first
 * four), perhaps behind apostrophes? A plain number such as -1 or +3.5 is none. */
bool csv_guard_needed(const char *cell);

/* The cell without its guard, if it has one. */
const char *csv_guard_strip(const char *cell);

#endif
