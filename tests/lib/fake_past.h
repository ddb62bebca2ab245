/* SPDX-License-Identifier: MIT
 *
 * An invented week of the grid: the first lines, with one of every kind of difference. SYNTHETIC.
 */
#ifndef GRIDLINE_TESTS_FAKE_PAST_H
#define GRIDLINE_TESTS_FAKE_PAST_H

#include "fake_rows.h"
#include "model/source.h"

struct past *fake_past(const struct fake_row *lines, size_t count, const char *week,
    const char *kind); /* "region", "taskings", ""; past_free() */
void fake_line_as_at(const char *week, const char *id, source_card_fn *fn, void *arg);

#endif
