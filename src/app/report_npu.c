/* SPDX-License-Identifier: MIT
 *
 * report npu: a page for the LRO of a neighbourhood policing unit: its lines, what came of them,
 * what is to be done, and where they sell.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "app/report.h"

/* So much fits on the page; what is left out is told. */
enum { LINES = 10, TASKINGS = 6, CORRIDORS = 5 };

static const struct report_column line_columns[] = {
	{ "rank", "No.", COLUMN_NUMBER },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "name", "Name", COLUMN_TEXT },
	{ "score", "Score", COLUMN_NUMBER },
	{ "band", "Band", COLUMN_TERM },
	{ "change", "Moved", COLUMN_CHANGE },
	{ "status", "Status", COLUMN_TERM },
	{ "mark", "", COLUMN_TERM },
	{ "days_since_review", "Days", COLUMN_NUMBER },
	{ "open_taskings", "Tasks", COLUMN_NUMBER },
	{ "overdue_taskings", "Late", COLUMN_NUMBER },
	{ "imports", NULL, COLUMN_LIST },
	{ "last_seen", NULL, COLUMN_DATE },
	{ NULL, NULL, COLUMN_TEXT },
};
static const struct report_column tasking_columns[] = {
	{ "tasking_ref", "Tasking", COLUMN_TERM },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "title", "What", COLUMN_TEXT },
	{ "unit", "Unit", COLUMN_TERM },
	{ "state_label", "State", COLUMN_TERM },
	{ "due_on", "Due", COLUMN_DATE },
	{ "late", "Late", COLUMN_FLAG },
	{ NULL, NULL, COLUMN_TEXT },
};
static const struct report_column event_columns[] = {
	{ "label", "What came of its lines", COLUMN_TEXT },
	{ "quarter", "This quarter", COLUMN_NUMBER },
	{ "year", "This year", COLUMN_NUMBER },
	{ "year_ago", "Same days last year", COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};
static const struct report_column corridor_columns[] = {
	{ "area", NULL, COLUMN_TEXT },
	{ "lines", NULL, COLUMN_NUMBER },
	{ "high", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

static const char *
cell(const struct rows *rows, const char *name)
{
	int at = rows_find(rows, name);

	return at < 0 ? "" : rows_text(rows, 0, (size_t)at);
}

/* Each with its statement; at_most 0: it takes no bound. */
static const struct npu_table {
	const char *name, *statement;
	const struct report_column *columns;
	int at_most;
} lines = { "lines", "report_npu_lines", line_columns, LINES },
  taskings = { "taskings", "report_npu_taskings", tasking_columns, TASKINGS },
  events = { "events", "report_npu_events", event_columns, 0 },
  corridors = { "corridors", "report_npu_corridors", corridor_columns, CORRIDORS };

static struct doc_table *
add_table(struct report *r, const struct npu_table *which, const char *npu, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct doc_table *t = report_table(r, which->name, "", which->columns);
	bool ok;

	doc_empty(t, "None that you may see.");
	params_text(&p, npu);
	if (which->at_most > 0)
		params_number(&p, which->at_most);
	ok = report_rows(r, t, which->statement, &p, err);
	params_free(&p);
	return ok ? t : NULL;
}

/* Where its lines sell, as a picture; the table is for files. */
static void
add_corridors(struct report *r, const struct doc_table *t)
{
	struct doc_chart *c;

	if (t->nrows == 0) {
		doc_text(r->doc, "None that you may see.");
		return;
	}
	c = doc_chart(r->doc, DOC_BARS, "sells", "Lines by where they sell");
	for (size_t i = 0; i < t->nrows; i++) {
		const char *all = t->rows[i][1], *high = t->rows[i][2];
		char *shown = xasprintf("%s, %s high or critical", all, high);

		doc_label(c, t->rows[i][0]);
		doc_value(c, 0, strtod(all, NULL), shown);
		free(shown);
	}
}

static void
tell_unit(struct report *r, const struct rows *unit)
{
	char *title = xasprintf("%s (%s)", cell(unit, "label"), cell(unit, "code"));

	doc_set(&r->doc->title, title);
	free(title);
	report_as_at(r);
	doc_text(r->doc,
	    "LRO: %s. %s open lines, %s of them new this week; %s stale, %s not scored, %s with taskings that are late.",
	    *cell(unit, "lros") != '\0' ? cell(unit, "lros") : "nobody named", cell(unit, "lines"),
	    cell(unit, "fresh"), cell(unit, "stale"), cell(unit, "unscored"), cell(unit, "late"));
}

static bool
fill_unit(struct report *r, const struct rows *unit, struct error *err)
{
	const char *npu = cell(unit, "code");
	const struct doc_table *t;

	tell_unit(r, unit);
	doc_section(r->doc, "Lines");
	t = add_table(r, &lines, npu, err);
	if (t == NULL)
		return false;
	doc_main(r->doc, t);
	doc_note(r->doc,
	    "%sDays since the last review; open taskings, and those of them that are late.",
	    t->nrows == LINES ? "The first of them. " : "");
	doc_section(r->doc, "Taskings");
	t = add_table(r, &taskings, npu, err);
	if (t == NULL)
		return false;
	if (t->nrows == TASKINGS)
		doc_note(r->doc, "The first %d: what is late, then what is due.", TASKINGS);
	doc_section(r->doc, "Outcomes");
	if (add_table(r, &events, npu, err) == NULL)
		return false;
	doc_section(r->doc, "Corridors");
	t = add_table(r, &corridors, npu, err);
	if (t == NULL)
		return false;
	add_corridors(r, t);
	return true;
}

static bool
fill(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *unit = NULL;
	bool ok;

	params_text(&p, r->asked.npu);
	ok = run_query(r->run, "report_npu_head", &p, &unit, err);
	params_free(&p);
	if (ok && rows_count(unit) == 0) {
		char shown[TEXT_SHOWN_SIZE];

		error_set(err, "--npu: there is no neighbourhood policing unit %s",
		    text_shown(r->asked.npu, shown));
		error_hint(
		    err, "they are called BE, BW, CV and so on: the filter help (f) lists them");
		ok = false;
	}
	ok = ok && fill_unit(r, unit, err);
	rows_free(unit);
	return ok;
}

const struct report_kind report_npu = {
	.name = "npu",
	.help = "one unit: its lines, taskings, outcomes and corridors",
	.takes = REPORT_NPU,
	.needs = REPORT_NPU,
	.fill = fill,
};
