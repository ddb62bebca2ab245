/* SPDX-License-Identifier: MIT
 *
 * report dashboard: the panels of the dashboard on paper, each with what it counts, its picture and
 * its numbers.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/text.h"
#include "store/panel_read.h"
#include "app/report_panel.h"

static const struct report_column cell_columns[] = {
	{ "panel", NULL, COLUMN_TERM },
	{ "series", NULL, COLUMN_TEXT },
	{ "label", NULL, COLUMN_TEXT },
	{ "value", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

static bool
add_panel(
    struct report *r, const struct panel_head *head, struct doc_table *cells, struct error *err)
{
	struct panel *p = report_panel(r, head->code, err);
	char *about;

	if (p == NULL)
		return false;
	about = xasprintf("%s, %s. %s%s%s%s", head->population, head->period, head->rule,
	    *p->note != '\0' ? " In short: " : "", p->note, *p->note != '\0' ? "." : "");
	about[0] = (char)toupper((unsigned char)about[0]);
	doc_card(r->doc, head->title, about);
	free(about);
	report_panel_picture(r, head, p);
	report_panel_cells(cells, head->code, p);
	panel_free(p);
	return true;
}

static bool
fill(struct report *r, struct error *err)
{
	struct panel_heads *heads;
	struct rows *rows = NULL;
	struct doc_table *cells;
	bool ok = run_query(r->run, "dashboard_panels", NULL, &rows, err);

	if (!ok)
		return false;
	heads = panel_heads_read(rows);
	rows_free(rows);
	doc_set(&r->doc->title, "Dashboard");
	r->doc->wide = true;
	cells = report_table(r, "cells", "", cell_columns);
	if (heads->n > 0) {
		char *whose = xasprintf("Counted over %s", heads->items[0].whose);

		doc_set(&r->doc->population, whose);
		free(whose);
	}
	for (size_t i = 0; ok && i < heads->n; i++)
		ok = add_panel(r, &heads->items[i], cells, err);
	r->rows = (long)cells->nrows;
	panel_heads_free(heads);
	return ok;
}

const struct report_kind report_dashboard = {
	.name = "dashboard",
	.help = "the panels of the dashboard, each with its numbers",
	.fill = fill,
};
