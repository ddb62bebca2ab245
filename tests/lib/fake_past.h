/* SPDX-License-Identifier: MIT
 *
 * An invented week of the grid: the first lines, with one of every kind of difference. SYNTHETIC.
 */
#ifndef GRIDLINE_TESTS_FAKE_PAST_H
#define GRIDLINE_TESTS_FAKE_PAST_H

#include "fake_rows.h"
#include "model/past.h"

struct past *fake_past(
    const struct fake_row *lines, size_t count, const char *week, bool region); /* past_free() */

#endif
