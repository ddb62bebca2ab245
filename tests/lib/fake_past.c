/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_past.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void
set(char **cell, char *text)
{
	free(*cell);
	*cell = text;
}

static void
fill_tasking(struct past_line *l, size_t i)
{
	static const char *const states[] = { "offered", "accepted", "in-progress", "result" };

	l->how = i % 4 == 1 ? PAST_NEW
	    : i % 4 == 2    ? PAST_GONE
	    : i % 4 == 3    ? PAST_CHANGED
			    : PAST_SAME;
	set(&l->ref, xasprintf("T22-%04zu", i + 1));
	set(&l->rank, xstrdup(""));
	set(&l->cell[PAST_TITLE], xstrdup("Visit both flats"));
	set(&l->cell[PAST_DUE], xasprintf("2022-12-%02zu", i % 28 + 1));
	set(&l->cell[PAST_STATE], xstrdup(l->how == PAST_GONE ? "complete" : states[i % 3]));
	set(&l->cell[PAST_TO_UNIT], xstrdup("BE"));
	set(&l->cell[PAST_OFFICER], xstrdup("lro_be"));
	set(&l->cell[PAST_IS_LATE], xstrdup(i < 8 ? "late" : ""));
	set(&l->cell[PAST_LINE], xstrdup("L-1000"));
	set(&l->cell[PAST_ROUTE], xstrdup("local"));
	set(&l->cell[PAST_OPERATION], xstrdup(""));
	l->changed = l->how == PAST_CHANGED ? past_bit("state") | past_bit("officer")
	    : l->how == PAST_GONE	    ? past_bit("state")
					    : 0;
	set(&l->told,
	    xstrdup(l->how == PAST_CHANGED ? "officer lro_be, was none; state accepted, was offered"
		    : l->how == PAST_GONE  ? "state complete, was result"
					   : ""));
}

void
fake_line_as_at(const char *week, const char *id, source_card_fn *fn, void *arg)
{
	struct card *card = xcalloc(1, sizeof *card);
	char *section = xasprintf("As at Wed 2022-12-21 11:01 in %s", week);

	snprintf(card->id, sizeof card->id, "%s", id);
	card_add_change(card, "Changed since Wed 2022-12-14 11:01", "Score", "33", "53");
	card_add_change(card, "Changed since Wed 2022-12-14 11:01", "Band", "low", "medium");
	card_add(card, section, "Name", "Amber Kite");
	card_add(card, section, "Score", "53*");
	card_add(card, section, "Band", "medium*");
	card_add(card, section, "Status", "Active");
	card_add(
	    card, "Taskings open then", "T22-0073", "Disruption plan: BE, due 2022-12-06, offered");
	free(section);
	fn(arg, card, NULL);
}

struct past *
fake_past(const struct fake_row *lines, size_t count, const char *week, const char *kind)
{
	struct past *p = xcalloc(1, sizeof *p);

	p->n = count < 30 ? count : 30;
	p->lines = xcalloc(p->n + 1, sizeof *p->lines);
	for (size_t i = 0; i < p->n; i++)
		fill(&p->lines[i], &lines[i], i);
	for (size_t i = 0; strcmp(kind, "taskings") == 0 && i < p->n; i++)
		fill_tasking(&p->lines[i], i);
	p->week = xstrdup(week);
	p->moment = xstrdup("Wed 2022-12-21 11:01");
	p->before = xstrdup("Wed 2022-12-14 11:01");
	p->said = xstrdup("as the review of 2022-12-21 froze it");
	p->whose = xstrdup(strcmp(kind, "region") == 0 ? "West Midlands region" : "West Midlands");
	p->more = count > p->n;
	return p;
}
