/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/sheet_impl.h"

static void look(struct sheet *e);

static void
on_version(void *arg, long version, const struct error *err)
{
	struct sheet *e = arg;

	(void)err; /* what cannot be told is told when it is saved */
	e->looking = 0;
	if (version > 0 && e->data && !e->moved && version != e->data->version) {
		e->moved = true;
		e->view.dirty = true;
	}
	if (e->old)
		look(e);
}

static void
look(struct sheet *e)
{
	struct source *source = e->view.services->source;

	e->old = e->looking != 0;
	if (!e->looking)
		e->looking = source->ops->step_version(source, e->step, e->id, on_version, e);
}

/* Nothing that stands in the form is touched: only that it was overtaken is said. */
void
sheet_news(struct view *v, unsigned kinds)
{
	struct sheet *e = (struct sheet *)v;

	(void)kinds; /* a step may be on a record of any */
	if (e->many && !e->taking)
		sheet_tell(e);
	else if (e->data && e->id[0] && !e->taking && !e->asking && !e->moved)
		look(e);
}
