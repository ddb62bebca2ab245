/* SPDX-License-Identifier: MIT
 *
 * report corridors: where lines are run from against where they sell, and what each place runs.
 * report map: the same places as tiles of a map.
 */
#include "config.h"

#include "base/text.h"
#include "app/report_panel.h"

static const struct report_column corridor_columns[] = {
	{ "run_from", NULL, COLUMN_TEXT },
	{ "sells_in", NULL, COLUMN_TEXT },
	{ "lines", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

/* The first series are the lines themselves, each once. */
static bool
has_lines(const struct panel *p)
{
	return p->nseries > 0 && *p->series[0] == '\0';
}

static void
add_cells(struct report *r, const struct panel *p)
{
	struct doc_table *t = report_table(r, "corridors", "", corridor_columns);

	for (size_t i = 0; i < p->nlabels; i++)
		for (size_t s = 0; s < p->nseries; s++) {
			char lines[32];

			if (panel_value(p, s, i) == 0)
				continue;
			snprintf(lines, sizeof lines, "%ld", panel_value(p, s, i));
			doc_row(t, (const char *const[]){ p->label[i], p->series[s], lines });
		}
	r->rows += (long)t->nrows;
}

/* Every place with its lines and its share of them, as below the matrix of the screen. */
static void
add_shares(struct report *r, const struct panel *p)
{
	struct doc_chart *c =
	    doc_chart(r->doc, DOC_BARS, "lines", "Lines run from there, and their share of all");
	const long all = panel_total(p, 0);

	for (size_t i = 0; i < p->nlabels; i++) {
		const long n = panel_value(p, 0, i);
		char shown[64];

		snprintf(shown, sizeof shown, "%ld (%ld %%)", n,
		    all > 0 ? (n * 100 + all / 2) / all : 0);
		doc_label(c, p->label[i]);
		doc_value(c, 0, (double)n, shown);
	}
}

static bool
fill_corridors(struct report *r, struct error *err)
{
	struct panel *p = report_panel(r, "corridors", err);
	struct doc_matrix *m;

	if (p == NULL)
		return false;
	doc_set(&r->doc->title, "Corridors");
	r->doc->wide = true;
	add_cells(r, p);
	if (p->nlabels == 0) {
		doc_text(r->doc, "No open line that you may see.");
		panel_free(p);
		return true;
	}
	if (*p->note != '\0')
		doc_text(r->doc, "%s.", p->note);
	doc_section(r->doc, "From where they are run to where they sell");
	m = report_panel_matrix(r, p, has_lines(p) ? 1 : 0, "Sells in \\ run from");
	m->across = true;
	doc_note(r->doc,
	    "Open lines now. A line that sells in several places counts in each of them, so columns "
	    "are not added up.");
	if (has_lines(p)) {
		doc_section(r->doc, "Where they are run from");
		add_shares(r, p);
	}
	panel_free(p);
	return true;
}

static const struct report_column place_columns[] = {
	{ "code", "Code", COLUMN_TERM },
	{ "name", "Place", COLUMN_TEXT },
	{ NULL, NULL, COLUMN_TEXT },
};

/* A map for a measure, and the numbers of all of them in one table. */
static void
add_map(struct report *r, const struct panel *p, size_t series)
{
	struct doc_tiles *t;

	doc_card(r->doc, p->series[series], "");
	t = doc_tiles(r->doc, p->series[series], "");
	for (size_t i = 0; i < p->nlabels; i++) {
		struct doc_tile tile = { .value = panel_value(p, series, i) };
		const char *name;

		if (!panel_tile(p, i, &tile.row, &tile.col, &name))
			continue;
		doc_tile(t, &tile, p->label[i], name);
	}
}

static void
add_places(struct report *r, const struct panel *p)
{
	struct doc_table *t = report_table(r, "places", "", place_columns);
	const char **cells = xcalloc(2 + p->nseries, sizeof *cells);
	char(*numbers)[32] = xcalloc(p->nseries + 1, sizeof *numbers);

	for (size_t s = 0; s < p->nseries; s++)
		doc_column(t, p->series[s], p->series[s], COLUMN_NUMBER);
	for (size_t i = 0; i < p->nlabels; i++) {
		int row, col;

		panel_tile(p, i, &row, &col, &cells[1]);
		cells[0] = p->label[i];
		for (size_t s = 0; s < p->nseries; s++) {
			snprintf(numbers[s], sizeof numbers[s], "%ld", panel_value(p, s, i));
			cells[2 + s] = numbers[s];
		}
		doc_row(t, cells);
	}
	r->rows += (long)t->nrows;
	free(numbers);
	free(cells);
}

static bool
fill_map(struct report *r, struct error *err)
{
	struct panel *p = report_panel(r, "map", err);

	if (p == NULL)
		return false;
	doc_set(&r->doc->title, "Map");
	r->doc->wide = true;
	doc_text(r->doc, "Open lines now, by the unit or force they are run from.");
	for (size_t s = 0; s < p->nseries; s++)
		add_map(r, p, s);
	doc_section(r->doc, "The numbers, with the places that have no tile");
	add_places(r, p);
	panel_free(p);
	return true;
}

const struct report_kind report_corridors = {
	.name = "corridors",
	.help = "where lines are run from against where they sell",
	.fill = fill_corridors,
};

const struct report_kind report_map = {
	.name = "map",
	.help = "where lines are run from, as tiles of a map",
	.fill = fill_map,
};
