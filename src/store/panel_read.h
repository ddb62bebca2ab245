/* SPDX-License-Identifier: MIT
 *
 * Answers about the dashboard as structs of model/: one reading for the screen and for paper, so
 * that both show the same numbers.
 */
#ifndef GRIDLINE_STORE_PANEL_READ_H
#define GRIDLINE_STORE_PANEL_READ_H

#include "model/panel.h"
#include "model/summary.h"
#include "store/params.h"
#include "store/rows.h"

/* The statement of a panel ("type1", "corridors", "map"), its parameters appended. */
const char *panel_statement(const char *code, struct params *params);
struct panel *panel_read(const struct rows *rows);
struct panel_heads *panel_heads_read(const struct rows *rows); /* of dashboard_panels */
void summary_read(const struct rows *rows, struct summary *s); /* s is all empty */

#endif
