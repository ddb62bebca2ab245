/* SPDX-License-Identifier: MIT
 *
 * A pane of text that scrolls, such as a preview: what is in it is a flow, which its owner fills.
 */
#ifndef GRIDLINE_TERM_PANE_H
#define GRIDLINE_TERM_PANE_H

#include <stdbool.h>

#include "term/flow.h"

struct pane;

struct pane *pane_new(void);
void pane_free(struct pane *p); /* NULL allowed */
/* To be filled: flow_clear(), then headings, pairs and texts. */
struct flow *pane_flow(struct pane *p);
/* From so many cells on, two columns side by side, read one after the other; 0: never. */
void pane_set_wide(struct pane *p, int cols);
/* Shown where it stands; NULL for none. Copied. */
void pane_set_match(struct pane *p, const char *word);

/* By lines, negative upwards; false if it is at its end already. */
bool pane_scroll(struct pane *p, long by);
void pane_top(struct pane *p);
long pane_page(const struct pane *p);	     /* lines of the last drawing, at least 1 */
size_t pane_line(const struct pane *p);	     /* the line at its top */
bool pane_goto(struct pane *p, size_t line); /* put a line at the top, or as near as it goes */
/* To the next (or the last) line that holds the word; false if there is none. */
bool pane_search(struct pane *p, const char *word, bool down);

/* A sign in the last column says that there is more above or below. stale: one says that what
 * stands here is to be replaced; to dim it would send all of it again at every move. */
void pane_draw(struct pane *p, struct region r, bool stale);

#endif
