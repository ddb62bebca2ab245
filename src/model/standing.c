/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/standing.h"

#include "base/alloc.h"

static const char *const filters[] = { "is:stale", "has:overdue", "has:overdue", "is:new",
	"is:unscored" };

struct panel *
standing_panel(const struct summary *s)
{
	struct panel *p;

	if (!s)
		return NULL;
	p = panel_new();
	panel_add(p, "", "Stale*", s->stale_lines, NULL);
	panel_add(p, "", "Lines late!", s->overdue_lines, NULL);
	panel_add(p, "", "Taskings late!", s->overdue_taskings, NULL);
	panel_add(p, "", "New this week", s->new_lines, NULL);
	panel_add(p, "", "No score", s->unscored, NULL);
	return p;
}

const char *
standing_filter(size_t label)
{
	return filters[label < ARRAY_LEN(filters) ? label : 0];
}
