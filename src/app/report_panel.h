/* SPDX-License-Identifier: MIT
 *
 * What the reports of panels share: the panels of the dashboard (model/panel.h), read by the
 * statements the screen reads them by, as pictures of a document.
 */
#ifndef GRIDLINE_APP_REPORT_PANEL_H
#define GRIDLINE_APP_REPORT_PANEL_H

#include "model/panel.h"
#include "app/report.h"

/* NULL on failure. code: as of the screen, "standing" among them. */
struct panel *report_panel(struct report *r, const char *code, struct error *err);
/* Its picture, of the shape it has on the screen. */
void report_panel_picture(struct report *r, const struct panel_head *head, const struct panel *p);
/* Its cells into a table of four texts and a number: panel, series, label, value. */
void report_panel_cells(struct doc_table *t, const char *code, const struct panel *p);
/* The whole of a panel as a matrix: series from `first` on down, labels across. */
struct doc_matrix *report_panel_matrix(
    struct report *r, const struct panel *p, size_t first, const char *corner);

#endif
