/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "view/browse.h"
#include "view/sheet.h"
#include "view/steps.h"

/* What a tasking was raised on is not marked any more; what was refused is. */
static void
on_raised(void *arg, const struct step_results *results)
{
	struct browse *b = arg;

	for (size_t i = 0; i < results->n; i++)
		if (results->items[i].fate == STEP_DONE)
			marks_remove(&b->marks, results->items[i].id);
	list_touch(b->list);
	browse_request(&b->view, REQ_REFRESH, NULL);
	browse_dirty(b);
}

/* A tasking on the row, or one on each that is marked. */
static void
raise(struct browse *b, const struct row *row)
{
	struct app_services *s = b->view.services;
	const char *step = b->kind->listing == LISTING_GRID ? "task_raise" : "task_raise_group";
	const char **ids;

	if (b->marks.n == 0) {
		s->push(s, sheet_new(s, step, row->id));
		return;
	}
	ids = marks_list(&b->marks);
	s->push(s,
	    sheet_many_new(s,
		&(struct sheet_many){ .step = step,
		    .what = b->kind->what,
		    .ids = ids,
		    .n = b->marks.n,
		    .done = on_raised,
		    .arg = b }));
	free(ids);
}

/* What can be done to the row under the cursor, or one step of it by name. */
enum request
browse_step_request(struct browse *b, enum request r, const char *arg)
{
	struct app_services *s = b->view.services;
	const struct row *row = window_current(b->window);
	bool line = b->kind->listing == LISTING_GRID;
	char *title;

	if (!row || (r != REQ_STEP && r != REQ_RAISE && (r != REQ_EDIT || !line)))
		return r;
	if (r == REQ_RAISE) {
		raise(b, row);
		return REQ_NONE;
	}
	if (arg || r == REQ_EDIT) {
		s->push(s, sheet_new(s, arg ? arg : "line_edit", row->id));
		return REQ_NONE;
	}
	title = xasprintf("%s %s", row->cell[line ? GRID_LINE_REF : GROUP_REF],
	    row->cell[column_find(b->kind->listing, "name")]);
	s->push(s, steps_new(s, line ? "line" : "group", row->id, title));
	free(title);
	return REQ_NONE;
}
