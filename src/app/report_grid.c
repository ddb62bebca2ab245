/* SPDX-License-Identifier: MIT
 *
 * report grid: the ranked grid of a day as a page for the meeting, of one unit or of the force.
 */
#include "config.h"

#include "base/text.h"
#include "app/report.h"

static const struct report_column columns[] = {
	{ "rank", "Rank", COLUMN_NUMBER },
	{ "line_ref", "Reference", COLUMN_TERM },
	{ "name", "Name", COLUMN_TEXT },
	{ "score", "Score", COLUMN_NUMBER },
	{ "band", "Band", COLUMN_TERM },
	{ "change", "Change", COLUMN_CHANGE },
	{ "status", "Status", COLUMN_TERM },
	{ "export_force", NULL, COLUMN_TERM },
	{ "export_npu", "NPU", COLUMN_TERM },
	{ "imports", "Sells in", COLUMN_LIST },
	{ "lro", "LRO", COLUMN_TERM },
	{ "groups", NULL, COLUMN_LIST },
	{ "open_taskings", "Open", COLUMN_NUMBER },
	{ "overdue_taskings", "Late", COLUMN_NUMBER },
	{ "last_seen", NULL, COLUMN_DATE },
	{ "last_review", "Reviewed", COLUMN_DATE },
	{ NULL, NULL, COLUMN_TEXT },
};
enum { BAND = 4, CHANGE = 5 };

/* Lines by band, in the order of the bands' first line: the grid is ranked, so the highest first.
 */
static void
add_bands(struct doc *d, const struct doc_table *t)
{
	struct doc_chart *c = doc_chart(d, DOC_BARS, "bands", "Lines by band");
	size_t from = 0;

	while (from < t->nrows) {
		const char *band = t->rows[from][BAND];
		size_t n = 0;

		while (from + n < t->nrows && text_same(t->rows[from + n][BAND], band))
			n++;
		doc_label(c, *band != '\0' ? band : "unscored");
		doc_value(c, 0, (double)n, NULL);
		from += n;
	}
}

static void
add_counts(struct doc *d, const struct doc_table *t)
{
	size_t fresh = 0, up = 0, down = 0;

	for (size_t i = 0; i < t->nrows; i++) {
		const char *change = t->rows[i][CHANGE];

		fresh += text_same(change, "new");
		up += change[0] == '+';
		down += change[0] == '-';
	}
	doc_text(d,
	    "%zu open lines. Since the week began %zu are new, %zu went up and %zu went down.",
	    t->nrows, fresh, up, down);
}

static bool
fill(struct report *r, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct doc_table *t;
	char *title;
	bool ok;

	title = r->asked.npu != NULL ? xasprintf("Threat grid: %s", r->asked.npu)
				     : xstrdup("Threat grid");
	doc_set(&r->doc->title, title);
	free(title);
	r->doc->wide = true;
	t = report_table(r, "lines", "Open lines, the greatest threat first", columns);
	doc_empty(t, "No open line that you may see.");
	params_text(&p, r->asked.as_at);
	params_text(&p, r->asked.npu != NULL ? r->asked.npu : "");
	ok = report_rows(r, t, "report_grid", &p, err);
	params_free(&p);
	if (ok) {
		add_counts(r->doc, t);
		if (t->nrows > 0)
			add_bands(r->doc, t);
		doc_last(r->doc, t);
	}
	return ok;
}

const struct report_kind report_grid = {
	.name = "grid",
	.help = "the ranked grid, for the meeting",
	.takes = REPORT_AS_AT | REPORT_NPU,
	.fill = fill,
};
