/* SPDX-License-Identifier: MIT
 *
 * The papers of the weekly review: the pack that is read before it, and the minutes that are read
 * after.
 */
#include "config.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "app/report_figures.h"

static const struct report_column agenda_columns[] = {
	{ "position", "Item", COLUMN_NUMBER },
	{ "kind_label", NULL, COLUMN_TEXT },
	{ "line_ref", NULL, COLUMN_TERM },
	{ "what", "What", COLUMN_TEXT },
	{ "why", "Why it is here", COLUMN_TEXT },
	{ "version", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column decision_columns[] = {
	{ "position", "Item", COLUMN_NUMBER },
	{ "line_ref", NULL, COLUMN_TERM },
	{ "what", "What", COLUMN_TEXT },
	{ "decision_label", "Decision", COLUMN_TEXT },
	{ "rationale", NULL, COLUMN_TEXT },
	{ "in_full", "Rationale", COLUMN_TEXT },
	{ "referred_to", "To", COLUMN_TEXT },
	{ "decided_by", "By", COLUMN_TERM },
	{ "authority", NULL, COLUMN_TERM },
	{ "decided_at", "At", COLUMN_TERM },
	{ "recorded_by", NULL, COLUMN_TERM },
	{ "information", NULL, COLUMN_TEXT },
	{ "threat", NULL, COLUMN_TEXT },
	{ "powers", NULL, COLUMN_TEXT },
	{ "options", NULL, COLUMN_TEXT },
	{ "action", NULL, COLUMN_TEXT },
	{ "ethics", NULL, COLUMN_TEXT },
	{ "taskings", "Taskings", COLUMN_LIST },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column grid_columns[] = {
	{ "rank", "Rank", COLUMN_NUMBER },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "name", "Name", COLUMN_TEXT },
	{ "score", "Score", COLUMN_NUMBER },
	{ "band", "Band", COLUMN_TERM },
	{ "change", "Change", COLUMN_CHANGE },
	{ "status", "Status", COLUMN_TERM },
	{ "export_npu", "NPU", COLUMN_TERM },
	{ "lro", "LRO", COLUMN_TERM },
	{ "open_taskings", "Open", COLUMN_NUMBER },
	{ "overdue_taskings", "Late", COLUMN_NUMBER },
	{ "last_review", "Reviewed", COLUMN_DATE },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column mover_columns[] = {
	{ "how", "How", COLUMN_TERM },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "name", "Name", COLUMN_TEXT },
	{ "rank_then", "Rank then", COLUMN_NUMBER },
	{ "rank_now", "Now", COLUMN_NUMBER },
	{ "what", "What changed", COLUMN_TEXT },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column tasking_columns[] = {
	{ "tasking_ref", "Tasking", COLUMN_TERM },
	{ "position", "Item", COLUMN_NUMBER },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "title", "What", COLUMN_TEXT },
	{ "unit", "Unit", COLUMN_TERM },
	{ "officer", "Officer", COLUMN_TERM },
	{ "due_on", "Due", COLUMN_DATE },
	{ "state_label", "State", COLUMN_TEXT },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column outcome_columns[] = {
	{ "outcome_ref", "Outcome", COLUMN_TERM },
	{ "line_ref", "Line", COLUMN_TERM },
	{ "kind", "Kind", COLUMN_TERM },
	{ "state", "State", COLUMN_TERM },
	{ "on_day", "On", COLUMN_DATE },
	{ "unit", "Unit", COLUMN_TERM },
	{ "check_back_due", "Check-back due", COLUMN_DATE },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column note_columns[] = {
	{ "at", "At", COLUMN_TERM },
	{ "login", "By", COLUMN_TERM },
	{ "kind", "Kind", COLUMN_TERM },
	{ "item", "Item", COLUMN_NUMBER },
	{ "text", "Text", COLUMN_TEXT },
	{ "reason", "Reason", COLUMN_TEXT },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column chair_columns[] = {
	{ "at", "At", COLUMN_TERM },
	{ "act", "What", COLUMN_TERM },
	{ "login", "To", COLUMN_TERM },
	{ "by_login", "By", COLUMN_TERM },
	{ "reason", "Reason", COLUMN_TEXT },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column figure_columns[] = {
	{ "label", "Figure", COLUMN_TEXT },
	{ "n", "Number", COLUMN_NUMBER },
	{ "measure", NULL, COLUMN_TERM },
	{ NULL, NULL, COLUMN_TEXT },
};

static const struct report_column board_columns[] = {
	{ "label", "Figure", COLUMN_TEXT },
	{ "told_frozen", "Number", COLUMN_NUMBER },
	{ "told_unit", "", COLUMN_TERM },
	{ "stretch", "Counted over", COLUMN_TEXT },
	{ "id", NULL, COLUMN_TERM },
	{ "frozen", NULL, COLUMN_NUMBER },
	{ NULL, NULL, COLUMN_TEXT },
};

/* A section with one table, asked for by the review's key or by its week. */
struct section {
	const char *title, *name, *empty;
	const struct report_column *columns;
	const char *statement;
	bool by_week, main;
};

static const struct section pack_sections[] = {
	{ "Agenda", "agenda", "Nothing is on the agenda.", agenda_columns, "review_agenda", false,
	    true },
	{ "What moved since the review before", "movers", "Nothing moved.", mover_columns,
	    "report_movers", true, false },
	{ "Outcomes since the review before", "outcomes", "None.", outcome_columns,
	    "report_review_outcomes", false, false },
	{ "The grid", "grid", "No open line that you may see.", grid_columns, "report_review_grid",
	    true, false },
};

static const struct section minutes_sections[] = {
	{ "Decisions", "decisions", "Nothing was on the agenda.", decision_columns, "review_agenda",
	    false, true },
	{ "Taskings raised", "taskings", "None.", tasking_columns, "report_review_taskings", false,
	    false },
	{ "The chair", "chair", "The same throughout.", chair_columns, "report_review_chairs",
	    false, false },
	{ "Notes and corrections", "notes", "None.", note_columns, "report_review_notes", false,
	    false },
	{ "Outcomes since the review before", "outcomes", "None.", outcome_columns,
	    "report_review_outcomes", false, false },
	{ "Counts as frozen", "figures", "The review is not closed: nothing is frozen yet.",
	    figure_columns, "report_review_figures", false, false },
	{ "Figures for the board as frozen", "board", "None were frozen with it.", board_columns,
	    "report_review_board", true, false },
};

/* Numbers and stretches in the words of the board. */
static bool
add_board(struct report *r, struct doc_table *t, const struct params *p, struct error *err)
{
	struct rows *rows = NULL;

	if (!run_query(r->run, "report_review_board", p, &rows, err))
		return false;
	for (size_t i = 0; i < rows_count(rows); i++)
		report_figures_row(t, rows, i);
	r->rows += (long)rows_count(rows);
	rows_free(rows);
	return true;
}

static bool
add(struct report *r, const struct section *s, const char *key, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct doc_table *t;
	bool ok;

	doc_section(r->doc, s->title);
	t = report_table(r, s->name, "", s->columns);
	doc_empty(t, s->empty);
	if (s->main)
		doc_main(r->doc, t);
	params_text(&p, s->by_week ? r->asked.week : key);
	ok = s->columns == board_columns ? add_board(r, t, &p, err)
					 : report_rows(r, t, s->statement, &p, err);
	params_free(&p);
	return ok;
}

static const char *
cell(const struct rows *rows, const char *name)
{
	return rows_text(rows, 0, (size_t)rows_find(rows, name));
}

/* Who met when, and how it stands. */
static void
add_head(struct report *r, const struct rows *rows)
{
	struct buf day = BUF_INIT;

	report_day(&day, cell(rows, "meets_on"));
	doc_text(r->doc, "%s, %s, on %s. Chair: %s. %s: %s. Units: %s.", cell(rows, "series"),
	    cell(rows, "week"), buf_str(&day), cell(rows, "chair"),
	    *cell(rows, "opened") != '\0' ? "There" : "Expected", cell(rows, "attendees"),
	    cell(rows, "units"));
	if (*cell(rows, "closed") != '\0')
		doc_text(r->doc, "Opened %s, closed %s after %s minutes.", cell(rows, "opened"),
		    cell(rows, "closed"), cell(rows, "minutes"));
	else if (*cell(rows, "opened") != '\0')
		doc_text(r->doc, "Opened %s.", cell(rows, "opened"));
	if (*cell(rows, "opened") != '\0')
		doc_text(r->doc, "%s items, %s decided, %s deferred.", cell(rows, "items"),
		    cell(rows, "decided"), cell(rows, "deferred"));
	if (*cell(rows, "frozen") != '\0')
		doc_note(r->doc, "Frozen as at %s; its hash, which stands in the audit log, is %s.",
		    cell(rows, "frozen"), cell(rows, "frozen_hash"));
	doc_set(&r->doc->period, buf_str(&day));
	buf_free(&day);
}

static bool
fill(struct report *r, const char *title, const struct section *sections, size_t n,
    struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	char *named;
	bool ok;

	params_text(&p, r->asked.week);
	ok = run_query(r->run, "report_review", &p, &rows, err);
	params_free(&p);
	if (ok && rows_count(rows) == 0) {
		char shown[TEXT_SHOWN_SIZE];

		error_set(err, "there is no review of %s that you may see",
		    text_shown(r->asked.week, shown));
		ok = error_hint(err, "gridline review list names those there are");
	}
	if (ok) {
		named = xasprintf("%s: %s", title, cell(rows, "week"));
		doc_set(&r->doc->title, named);
		free(named);
		r->doc->wide = true;
		add_head(r, rows);
	}
	for (size_t i = 0; ok && i < n; i++)
		ok = add(r, &sections[i], cell(rows, "review_id"), err);
	rows_free(rows);
	return ok;
}

static bool
fill_pack(struct report *r, struct error *err)
{
	return fill(r, "Weekly review", pack_sections, ARRAY_LEN(pack_sections), err);
}

static bool
fill_minutes(struct report *r, struct error *err)
{
	return fill(
	    r, "Minutes of the weekly review", minutes_sections, ARRAY_LEN(minutes_sections), err);
}

const struct report_kind report_pack = {
	.name = "pack",
	.help = "the papers for the review of a week: agenda, movers, outcomes, grid",
	.takes = REPORT_WEEK,
	.needs = REPORT_WEEK,
	.fill = fill_pack,
};

const struct report_kind report_minutes = {
	.name = "minutes",
	.help = "the minutes of a week's review: decisions, taskings, notes, figures",
	.takes = REPORT_WEEK,
	.needs = REPORT_WEEK,
	.fill = fill_minutes,
};
