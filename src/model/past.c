/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/past.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

enum past_how
past_how_of(const char *word)
{
	static const char *const words[] = {
		[PAST_NEW] = "new",
		[PAST_GONE] = "gone",
		[PAST_UP] = "up",
		[PAST_DOWN] = "down",
		[PAST_CHANGED] = "changed",
	};

	for (size_t i = PAST_NEW; i < ARRAY_LEN(words); i++)
		if (strcmp(words[i], word) == 0)
			return (enum past_how)i;
	return PAST_SAME;
}

unsigned
past_bit(const char *name)
{
	static const struct {
		const char *name;
		enum past_cell cell;
	} names[] = {
		{ "name", PAST_NAME },
		{ "score", PAST_SCORE },
		{ "band", PAST_BAND },
		{ "status", PAST_STATUS },
		{ "export_npu", PAST_UNIT },
		{ "export_force", PAST_UNIT },
		{ "lro", PAST_LRO },
		{ "open_taskings", PAST_OPEN },
		{ "overdue_taskings", PAST_LATE },
		{ "last_seen", PAST_SEEN },
		{ "title", (enum past_cell)PAST_TITLE },
		{ "due", (enum past_cell)PAST_DUE },
		{ "late", (enum past_cell)PAST_IS_LATE },
		{ "state", (enum past_cell)PAST_STATE },
		{ "unit", (enum past_cell)PAST_TO_UNIT },
		{ "officer", (enum past_cell)PAST_OFFICER },
		{ "line_ref", (enum past_cell)PAST_LINE },
		{ "route", (enum past_cell)PAST_ROUTE },
		{ "operation", (enum past_cell)PAST_OPERATION },
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return 1U << names[i].cell;
	return 0;
}

void
past_free(struct past *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n; i++) {
		free(p->lines[i].rank);
		free(p->lines[i].ref);
		for (size_t c = 0; c < PAST_CELLS; c++)
			free(p->lines[i].cell[c]);
		free(p->lines[i].told);
	}
	free(p->lines);
	free(p->week);
	free(p->moment);
	free(p->said);
	free(p->whose);
	free(p->before);
	free(p);
}
