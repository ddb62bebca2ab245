/* SPDX-License-Identifier: MIT
 *
 * Pages of text over the whole screen, with a search inside: the help screen, messages, anything
 * that is read; in two columns where it is wide enough. Its owner fills the flow.
 *
 *   j Down, k Up, C-d C-u, PgDn Space C-f, PgUp C-b, g Home, G End   move
 *   / search, n N next and last match        q Esc leave
 */
#ifndef GRIDLINE_TERM_HELP_H
#define GRIDLINE_TERM_HELP_H

#include "term/flow.h"

struct help;

struct help *help_new(const char *title);
void help_free(struct help *h); /* NULL allowed */
struct flow *help_flow(struct help *h);

enum help_result { HELP_UNUSED, HELP_MOVED, HELP_LEFT };
enum help_result help_key(struct help *h, const struct key *key);
void help_draw(struct help *h, struct region r);

#endif
