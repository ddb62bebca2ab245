/* SPDX-License-Identifier: MIT
 *
 * Text that is laid out in lines to the width there is: headings, paragraphs, and pairs of a label
 * and a text. The layout is arithmetic without a screen (flow_lines()); drawing is line by line.
 * Help pages and the preview pane stand on it. Pads (curs_pad(3)) would hold a copy of every line
 * for one width.
 *
 * Pairs that follow each other share the width of the widest label, up to a third of the line;
 * below FLOW_NARROW cells a label has a line of its own and its text stands indented below.
 */
#ifndef GRIDLINE_TERM_FLOW_H
#define GRIDLINE_TERM_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#include "term/screen.h"

#define FLOW_NARROW 30

struct flow;

struct flow *flow_new(void);
void flow_free(struct flow *f); /* NULL allowed */
void flow_clear(struct flow *f);
/* Texts are clean (newlines are kept as breaks) and copied. */
void flow_heading(struct flow *f, const char *text); /* after an empty line, but for the first */
void flow_text(struct flow *f, const char *text);
void flow_pair(struct flow *f, const char *label, const char *text);
/* Labels of the pairs added from now on are drawn in this style (STYLE_LABEL at first). */
void flow_label_style(struct flow *f, enum style style);

/* Lay each block out in one line, cut where it does not fit: lines then keep their places from one
 * text to the next of its kind, and a terminal is sent only what differs in them. */
void flow_set_brief(struct flow *f, bool brief);

/* Lay out for so many cells; returns the lines. Kept until text or width changes. */
size_t flow_lines(struct flow *f, int cols);
/* After flow_lines(): draw a line into the first row of r; word is shown where it stands, NULL for
 * none. */
void flow_draw(const struct flow *f, size_t line, struct region r, const char *word);
/* Is it the empty line in front of a heading? */
bool flow_is_gap(const struct flow *f, size_t line);
/* The same as text. */
void flow_line(const struct flow *f, size_t line, struct buf *out);
/* The nearest line from `from` on (down) or before it (up) that holds the word, -1 if none. */
long flow_find(const struct flow *f, size_t from, bool down, const char *word);

#endif
