/* SPDX-License-Identifier: MIT
 *
 * report tasking-sheet: what a unit has to do, on a page for its briefing. Rows, order and numbers
 * are those of the list on its officers' screens (api.unit_tasks).
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "app/report.h"

static const struct report_column columns[] = {
	{ "section", NULL, COLUMN_TERM },
	{ "section_label", NULL, COLUMN_TERM },
	{ "tasking_ref", "Tasking", COLUMN_TERM },
	{ "record_ref", "On", COLUMN_TERM },
	{ "title", "What", COLUMN_TEXT },
	{ "officer", "Officer", COLUMN_TERM },
	{ "due", "Due", COLUMN_DATE },
	{ "priority", "Priority", COLUMN_TERM },
	{ "state_label", "State", COLUMN_TERM },
	{ "answer_due", "Answer by", COLUMN_DATE },
	{ "record_name", "Line", COLUMN_TEXT },
	{ "asked", NULL, COLUMN_TEXT },
	{ "operation", NULL, COLUMN_TERM },
	{ "four_p", NULL, COLUMN_TERM },
	{ "state", NULL, COLUMN_TERM },
	{ "late", NULL, COLUMN_FLAG },
	{ "carried", NULL, COLUMN_NUMBER },
	{ "row_version", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};
enum { SECTION = 0 };

static size_t
count(const struct doc_table *t, const char *section)
{
	size_t n = 0;

	for (size_t r = 0; r < t->nrows; r++)
		n += text_same(t->rows[r][SECTION], section);
	return n;
}

/* The unit's name in the title; the numbers of the sections, and the day they turn on. */
static bool
tell(struct report *r, const struct doc_table *t, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	struct buf review = BUF_INIT;
	char *title;
	bool ok;

	params_text(&p, r->asked.unit);
	ok = run_query(r->run, "report_unit", &p, &rows, err);
	params_free(&p);
	if (ok) {
		title = rows_null(rows, 0, 0) ? xasprintf("Tasking sheet: %s", r->asked.unit)
					      : xasprintf("Tasking sheet: %s, %s",
						    rows_text(rows, 0, 0), rows_text(rows, 0, 1));
		doc_set(&r->doc->title, title);
		free(title);
		report_day(&review, rows_text(rows, 0, 3));
		doc_text(r->doc,
		    "%zu late, %zu awaiting our answer, %zu due before the next review on %s, %zu open "
		    "besides.",
		    count(t, "late"), count(t, "answer"), count(t, "due"), buf_str(&review),
		    count(t, "open"));
	}
	buf_free(&review);
	rows_free(rows);
	return ok;
}

static bool
fill(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct doc_table *t = report_table(r, "taskings", "", columns);
	bool ok;

	r->doc->wide = true;
	doc_group(t, "section_label");
	doc_empty(t, "Nothing is asked of this unit.");
	params_text(&p, r->asked.unit);
	ok = report_rows(r, t, "report_tasking_sheet", &p, err);
	params_free(&p);
	ok = ok && tell(r, t, err);
	doc_last(r->doc, t);
	if (ok && t->nrows > 0)
		doc_note(r->doc,
		    "Answer, update and complete them in the console (key 4) or with gridline "
		    "task. A tasking stands in the first section that it fits.");
	return ok;
}

const struct report_kind report_tasking_sheet = {
	.name = "tasking-sheet",
	.help = "what a unit has to do, for its briefing",
	.takes = REPORT_UNIT,
	.needs = REPORT_UNIT,
	.fill = fill,
};
