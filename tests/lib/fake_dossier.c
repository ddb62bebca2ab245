/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_dossier.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"

const char *const fake_whys[FAKE_WHYS] = { "SYNTHETIC weekly review",
	"SYNTHETIC tasking of 30 Dec" };

static const struct {
	enum dossier_pane pane;
	const char *object, *cells[DOSSIER_CELLS], *more, *mark;
} rows[] = {
	{ DOSSIER_SUMMARY, "line", { "Run from", "West Midlands, BE" }, "", "" },
	{ DOSSIER_SUMMARY, "line", { "Sells", "heroin; crack cocaine" }, "", "" },
	{ DOSSIER_SUMMARY, "line", { "Last seen", "2022-12-27" }, "", "" },
	{ DOSSIER_NUMBERS, "line",
	    { "07700 900123", "phone", "in use", "2022-11-02", "2022-12-27" },
	    "Seen in 14 messages.", "" },
	{ DOSSIER_NUMBERS, "line",
	    { "07700 900124", "phone", "silent", "2022-10-11", "2022-11-01" }, "", "" },
	{ DOSSIER_PEOPLE, "line", { "P-0001", "runs the line", "", "2022-10-11", "", "fact" },
	    "Named by two sources.", "" },
	{ DOSSIER_PEOPLE, "line",
	    { "P-0002", "made to sell", "child", "2022-11-30", "", "assessment" },
	    "Missing from home twice.\nA referral was made.", "protected" },
	{ DOSSIER_SCORES, "assessment",
	    { "2022-12-15", "Signed", "97", "critical", "analyst1", "analyst2", "supervisor1" },
	    "Children: 3 of 4. Several children.", "signed" },
	{ DOSSIER_SCORES, "assessment",
	    { "2022-11-16", "Signed", "82", "critical", "analyst2", "analyst1", "supervisor1" },
	    "Children: 2 of 4. One child carries.", "signed" },
	{ DOSSIER_TIMELINE, "line", { "2022-12-15 09:12", "Score of 97 signed", "supervisor1" }, "",
	    "" },
	{ DOSSIER_TIMELINE, "line", { "2022-11-02 14:03", "Identified", "analyst1" }, "", "" },
};

struct dossier *
fake_dossier(const struct fake_row *line)
{
	static const int head[DOSSIER_HEAD] = { [DOSSIER_REF] = GRID_LINE_REF,
		[DOSSIER_NAME] = GRID_NAME,
		[DOSSIER_STATUS] = GRID_STATUS,
		[DOSSIER_SCORE] = GRID_SCORE,
		[DOSSIER_BAND] = GRID_BAND,
		[DOSSIER_UNIT] = GRID_EXPORT_NPU,
		[DOSSIER_LRO] = GRID_LRO };
	struct dossier *d = xcalloc(1, sizeof *d);

	snprintf(d->id, sizeof d->id, "%s", line->id);
	for (size_t i = 0; i < DOSSIER_HEAD; i++)
		d->head[i] = xstrdup(i <= DOSSIER_LRO ? line->cell[head[i]]
			: i == DOSSIER_NEXT_REVIEW    ? "2023-01-14"
			: i == DOSSIER_RESTRICTED     ? (line->flags & ROW_RESTRICTED ? "yes" : "")
			: i == DOSSIER_VERSION	      ? "7"
						      : "yes");
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct dossier_row *row = dossier_add(d, rows[i].pane);

		snprintf(row->object, sizeof row->object, "%s", rows[i].object);
		snprintf(row->id, sizeof row->id, "%s", line->id);
		for (size_t c = 0; c < DOSSIER_CELLS; c++)
			row->cells[c] = xstrdup(rows[i].cells[c] ? rows[i].cells[c] : "");
		row->more = xstrdup(rows[i].more);
		row->mark = xstrdup(rows[i].mark);
	}
	return d;
}

struct waiting *
fake_waiting(const struct fake_row *lines, size_t count)
{
	static const struct {
		const char *object, *kind, *what, *since, *due, *who;
		bool late;
	} items[] = {
		{ "assessment", "Score", "to be signed", "2022-12-28", "2023-01-04", "analyst1",
		    false },
		{ "assessment", "Score", "to be seconded", "2022-12-30", "", "analyst2", false },
		{ "line", "Review", "not reviewed for 60 days", "2022-11-01", "2022-12-27", "",
		    true },
	};
	struct waiting *w = xcalloc(1, sizeof *w);
	size_t n = ARRAY_LEN(items) < count ? ARRAY_LEN(items) : count;

	w->items = xcalloc(n + 1, sizeof *w->items);
	for (size_t i = 0; i < n; i++) {
		const struct fake_row *row = &lines[i];
		struct waiting_item *item = &w->items[w->n++];

		snprintf(item->object, sizeof item->object, "%s", items[i].object);
		memcpy(item->id, row->id, sizeof item->id);
		memcpy(item->line_id, row->id, sizeof item->line_id);
		item->kind = xstrdup(items[i].kind);
		item->line_ref = xstrdup(row->cell[GRID_LINE_REF]);
		item->name = xstrdup(row->cell[GRID_NAME]);
		item->what = xstrdup(items[i].what);
		item->since = xstrdup(items[i].since);
		item->due = xstrdup(items[i].due);
		item->who = xstrdup(items[i].who);
		item->late = items[i].late;
	}
	return w;
}

static void
fake_figure(struct figure_item *item, const char *id, const char *const cells[FIGURE_CELLS])
{
	snprintf(item->id, sizeof item->id, "%s", id);
	for (size_t k = 0; k < FIGURE_CELLS; k++)
		item->cells[k] = xstrdup(cells[k]);
	item->rule = xstrdup(
	    "Arrests by the programme in the period, by the day of the arrest. (F-2022.1, paragraph 10)");
	item->note = xstrdup(text_same(id, "share") ? "93 of 180, 51.7%" : "");
}

struct figures *
fake_figures(const char *id, const struct fake_row *lines, size_t count)
{
	static const char *const all[][FIGURE_CELLS] = {
		{ "Arrests", "55", "arrests", "75", "-20 (-27%)", "2022-Q3" },
		{ "Export locations in Birmingham and Coventry", ">50", "percent", "", "",
		    "2022-12-31" },
		{ "People engaged with safeguarding services", "<5", "persons", "", "",
		    "2022-04..2022-12" },
	};
	struct figures *f = xcalloc(1, sizeof *f);

	f->items = xcalloc(3, sizeof *f->items);
	f->n = 3;
	for (size_t i = 0; *id == '\0' && i < f->n; i++)
		fake_figure(&f->items[i], i == 1 ? "share" : "arrests_q3", all[i]);
	for (size_t i = 0; *id != '\0' && i < f->n; i++) {
		const bool seen = i != 1 && i < count;

		fake_figure(&f->items[i], seen ? lines[i].id : "",
		    (const char *const[]){ seen ? "AR-4C58C3DE" : "",
			seen ? lines[i].cell[GRID_LINE_REF] : "", "2022-12-01", "CLTF",
			seen ? "linked to drugs" : "of a line you may not see",
			i == 2 ? "0" : "1" });
	}
	return f;
}
