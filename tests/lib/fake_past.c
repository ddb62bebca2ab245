/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_past.h"

#include "base/alloc.h"
#include "model/column.h"

static void
fill(struct past_line *l, const struct fake_row *row, size_t i)
{
	static const int cells[PAST_CELLS] = { GRID_NAME, GRID_SCORE, GRID_BAND, GRID_STATUS,
		GRID_EXPORT_NPU, GRID_LRO, GRID_OPEN_TASKINGS, GRID_OVERDUE_TASKINGS,
		GRID_LAST_SEEN };

	memcpy(l->id, row->id, sizeof l->id);
	l->how = (enum past_how)(i % (PAST_CHANGED + 1));
	l->rank = xasprintf("%zu", i + 1);
	l->ref = xstrdup(row->cell[GRID_LINE_REF]);
	for (size_t c = 0; c < PAST_CELLS; c++)
		l->cell[c] = xstrdup(row->cell[cells[c]]);
	if (l->how >= PAST_UP) {
		l->changed = past_bit("score") | past_bit("status");
		l->told = xstrdup("rank 4, was 9; score 88, was 70; status active, was developing");
	} else {
		l->told = xstrdup("");
	}
}

struct past *
fake_past(const struct fake_row *lines, size_t count, const char *week, bool region)
{
	struct past *p = xcalloc(1, sizeof *p);

	p->n = count < 30 ? count : 30;
	p->lines = xcalloc(p->n + 1, sizeof *p->lines);
	for (size_t i = 0; i < p->n; i++)
		fill(&p->lines[i], &lines[i], i);
	p->week = xstrdup(week);
	p->moment = xstrdup("Wed 2022-12-21 11:01");
	p->before = xstrdup("Wed 2022-12-14 11:01");
	p->said = xstrdup("as the review of 2022-12-21 froze it");
	p->whose = xstrdup(region ? "West Midlands region" : "West Midlands");
	p->more = count > p->n;
	return p;
}
