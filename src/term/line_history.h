/* SPDX-License-Identifier: MIT
 *
 * Lines typed before, oldest first, each once. Whoever keeps them over sessions reads them from
 * here.
 */
#ifndef GRIDLINE_TERM_LINE_HISTORY_H
#define GRIDLINE_TERM_LINE_HISTORY_H

#include <stddef.h>

struct line_history;

struct line_history *line_history_new(size_t most);
void line_history_free(struct line_history *h); /* NULL allowed */
/* To the end; an equal one from before goes, and the oldest when there are too many. Empty lines
 * are not kept. */
void line_history_add(struct line_history *h, const char *line);
size_t line_history_count(const struct line_history *h);
const char *line_history_at(const struct line_history *h, size_t i); /* 0 is the oldest */

#endif
