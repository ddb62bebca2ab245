/* SPDX-License-Identifier: MIT
 *
 * Panels of the fake source: the same figures every time, SYNTHETIC.
 */
#include "config.h"

#include "fake_impl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static const char *const months[] = { "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
	"Jan", "Feb", "Mar" };
static const char *const ps[] = { "Pursue", "Prevent", "Protect", "Prepare" };

static struct panel_heads *
panels(void)
{
	static const char *const all[][6] = {
		{ "type1", "Type 1 outcomes", "programme", "from 1 Apr 2022 to 31 Dec 2022", "",
		    "Lines closed for good, provisional or verified, by the day they were closed." },
		{ "charges", "People charged", "programme", "from 1 Apr 2022 to 31 Dec 2022", "",
		    "People charged, each once." },
		{ "safeguarding", "Safeguarded", "programme", "from 1 Apr 2022 to 31 Dec 2022", "",
		    "People engaged, each once." },
		{ "disruptions", "Disruptions", "programme", "from 1 Apr 2022 to 31 Dec 2022", "",
		    "Events by grade and by the 4 Ps." },
		{ "arrests", "Arrests", "programme", "from 1 Apr 2022 to 31 Dec 2022", "",
		    "Arrests." },
		{ "socex", "SOCEx arrests", "force-wide", "from 1 Apr 2022 to 31 Dec 2022", "",
		    "People arrested." },
		{ "disruptions_force", "Disruptions", "force-wide",
		    "from 1 Apr 2022 to 31 Dec 2022", "", "Events of the whole force." },
		{ "bands", "Lines by band", "lines", "in twelve weeks to 31 Dec 2022", "",
		    "Open lines by band." },
		{ "standing", "Stale and overdue", "lines", "now, 31 Dec 2022", "", "Open lines." },
		{ "closing", "Identified to closed", "programme", "from 1 Apr 2022 to 31 Dec 2022",
		    "", "Days from the first news of a line." },
	};
	struct panel_heads *heads = panel_heads_new();

	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		const char *text[6];

		memcpy(text, all[i], sizeof text);
		text[4] = "lines of West Midlands and shared ones";
		panel_heads_add(heads, text);
	}
	return heads;
}

static void
add_months(struct panel *p, const char *series, long first, size_t n)
{
	for (size_t i = 0; i < n; i++)
		panel_add(p, series, months[i], first + (long)(i * 5 % 7), NULL);
}

static void
add_matrix(struct panel *p)
{
	static const char *const grades[] = { "Major", "Moderate", "Minor", "None", "Negative" };

	for (size_t i = 0; i < ARRAY_LEN(grades); i++)
		for (size_t k = 0; k < ARRAY_LEN(ps); k++)
			panel_add(
			    p, grades[i], ps[k], i < 3 ? (long)((i + 2) * (k + 1) % 7) : 0, NULL);
}

static void
add_bands(struct panel *p)
{
	static const char *const bands[] = { "Critical", "High", "Medium", "Low", "No score" };
	char week[16];

	for (int w = 0; w < 12; w++)
		for (size_t k = 0; k < ARRAY_LEN(bands); k++) {
			snprintf(week, sizeof week, "%d Nov", w + 1);
			panel_add(
			    p, w == 11 ? "now" : week, bands[k], 10 * (long)k + w % 3 + 2, NULL);
		}
}

static void
add_socex(struct panel *p)
{
	for (size_t i = 0; i < 9; i++) {
		panel_add(p, months[i], "Arrested", 100 + (long)i * 6, NULL);
		panel_add(p, months[i], "Linked to drugs", 60 + (long)i * 4, NULL);
		panel_add(p, months[i], "Trafficking", 30 + (long)i * 2, NULL);
	}
}

static void
add_corridors(struct panel *p)
{
	static const char *const areas[] = { "", "Staffordshire", "West Mercia",
		"Devon & Cornwall" };
	static const char *const units[] = { "BE", "BW", "CV", "DY", "SW", "SH", "WS", "WV",
		"Staffordshire" };

	for (size_t i = 0; i < ARRAY_LEN(areas); i++)
		for (size_t k = 0; k < ARRAY_LEN(units); k++)
			if (i == 0 || (i + k) % 3)
				panel_add(p, areas[i], units[k], (long)(44 / (i + k + 1)),
				    i + k == 0
					? "64.5 % of the region's export locations are in Birmingham and Coventry: 80 of 124"
					: NULL);
}

static void
add_map(struct panel *p)
{
	static const struct {
		const char *code, *note;
	} tiles[] = { { "Staffordshire", "0 2 Staffordshire" }, { "WV", "1 1 Wolverhampton" },
		{ "WS", "1 2 Walsall" }, { "West Mercia", "2 0 West Mercia" },
		{ "BW", "2 3 Birmingham West" }, { "CV", "3 5 Coventry" }, { "Kent", "Kent" } };
	static const char *const measures[] = { "Lines", "Critical and high", "Open taskings" };

	for (size_t i = 0; i < ARRAY_LEN(measures); i++)
		for (size_t k = 0; k < ARRAY_LEN(tiles); k++)
			panel_add(p, measures[i], tiles[k].code, (long)((k * 7 + i * 3) % 40),
			    tiles[k].note);
	panel_set_filter(p, "Critical and high", "band:critical,high");
	panel_set_filter(p, "Open taskings", "has:taskings");
}

static struct panel *
panel(const char *code)
{
	static const char *const spans[] = { "under 4 weeks", "4 to 13 weeks", "13 to 26 weeks",
		"over 26 weeks" };
	struct panel *p = panel_new();

	if (strcmp(code, "type1") == 0) {
		add_months(p, "2022/23", 17, 9);
		add_months(p, "2021/22", 2, 12);
	} else if (strncmp(code, "disruptions", 11) == 0)
		add_matrix(p);
	else if (strcmp(code, "socex") == 0)
		add_socex(p);
	else if (strcmp(code, "bands") == 0)
		add_bands(p);
	else if (strcmp(code, "corridors") == 0)
		add_corridors(p);
	else if (strcmp(code, "map") == 0)
		add_map(p);
	else if (strcmp(code, "closing") == 0)
		for (size_t i = 0; i < ARRAY_LEN(spans); i++)
			panel_add(
			    p, "", spans[i], 40 - (long)(i * i), i ? NULL : "half within 112 days");
	else
		add_months(p, "", 9, 9);
	return p;
}

/* As many rows as the figure says, of the first lines there are. */
static struct panel_rows *
panel_rows(const struct fake *f, const struct job *j)
{
	const struct fake_row *lines = f->rows[LISTING_GRID];
	struct panel *p = panel(j->panel);
	const long figure = panel_value(
	    p, j->series ? panel_series(p, j->series) : 0, j->label ? panel_label(p, j->label) : 0);
	const size_t n = f->n[LISTING_GRID], wanted = figure < 0 ? 0 : (size_t)figure;
	struct panel_rows *all = panel_rows_new(wanted < n ? wanted : n);

	for (size_t i = 0; i < all->n; i++) {
		struct panel_row *row = &all->items[i];

		snprintf(row->line_id, sizeof row->line_id, "%s", lines[i].id);
		row->ref = xasprintf("EV-%04zu", i + 1);
		row->on_day = xstrdup("2022-12-01");
		row->unit = xstrdup("CLTF");
		row->line_ref = xstrdup(lines[i].cell[GRID_LINE_REF]);
		row->line_name = xstrdup(lines[i].cell[GRID_NAME]);
		row->what = xstrdup("SYNTHETIC");
		row->counts = 1;
	}
	panel_free(p);
	return all;
}

void
fake_dashboard_answer(const struct fake *f, const struct job *j, const struct error *err)
{
	if (j->kind == JOB_PANELS)
		j->fn.panels(j->arg, err ? NULL : panels(), err);
	else if (j->kind == JOB_PANEL)
		j->fn.panel(j->arg, err ? NULL : panel(j->panel), err);
	else
		j->fn.panel_rows(j->arg, err ? NULL : panel_rows(f, j), err);
}
