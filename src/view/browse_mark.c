/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/browse.h"

#define MARK_ALL_MAX 1000 /* rows one press of mark-all takes in: as many as a source hands out */

static void
set_anchor(struct browse *b, const struct row *row)
{
	snprintf(b->anchor, sizeof b->anchor, "%s", row->id);
}

/* Mark or unmark the row and go one down, so that holding the key marks a run. */
static void
mark(struct browse *b)
{
	const struct row *row = window_current(b->window);

	if (!row)
		return;
	if (marks_has(&b->marks, row->id))
		marks_remove(&b->marks, row->id);
	else
		marks_add(&b->marks, row->id);
	set_anchor(b, row);
	list_touch_row(b->list, list_cursor(b->list));
	window_move(b->window, LIST_DOWN, 1);
}

static void
mark_range(struct browse *b)
{
	struct app_services *s = b->view.services;
	const struct row *row = window_current(b->window);
	long from = window_find_id(b->window, b->anchor);
	long to = (long)list_cursor(b->list), i;

	if (!row)
		return;
	if (!b->anchor[0]) {
		s->message(
		    s, MESSAGE_WARNING, "mark one end first, then the range from it to here");
		return;
	}
	if (from < 0) {
		s->message(s, MESSAGE_WARNING,
		    "the last mark is too far from here: mark the range in parts, or filter and "
		    "mark all");
		return;
	}
	for (i = from < to ? from : to; i <= (from < to ? to : from); i++)
		marks_add(&b->marks, window_row(b->window, (size_t)i)->id);
	set_anchor(b, row);
	list_touch(b->list);
}

static void
on_ids(void *arg, const char *const *ids, size_t n, bool more, const struct error *err)
{
	struct browse *b = arg;
	struct app_services *s = b->view.services;
	size_t i;

	b->marking = 0;
	if (!ids) {
		s->message_error(s, err);
		return;
	}
	for (i = 0; i < n; i++)
		marks_add(&b->marks, ids[i]);
	if (more)
		s->message(s, MESSAGE_WARNING,
		    "the first %zu %s are marked; there are more: filter for fewer", n,
		    b->kind->what);
	list_touch(b->list);
	browse_dirty(b);
}

static void
mark_all(struct browse *b)
{
	struct source *source = b->view.services->source;
	struct list_query q = { .listing = b->kind->listing,
		.filter = b->query.filter,
		.sort = b->query.sort,
		.descending = b->query.descending,
		.seek = SEEK_FIRST,
		.limit = b->query.limit > 0 && b->query.limit < MARK_ALL_MAX
		    ? (size_t)b->query.limit
		    : MARK_ALL_MAX };
	size_t i;

	if (window_whole(b->window)) {
		for (i = 0; i < window_rows(b->window); i++)
			marks_add(&b->marks, window_row(b->window, i)->id);
		list_touch(b->list);
	} else if (!b->marking && window_settled(b->window)) {
		b->marking = source->ops->ids(source, &q, on_ids, b);
	}
}

enum request
browse_mark_request(struct browse *b, enum request r, const char *arg)
{
	(void)arg;
	if (r == REQ_MARK)
		mark(b);
	else if (r == REQ_MARK_RANGE)
		mark_range(b);
	else if (r == REQ_MARK_ALL)
		mark_all(b);
	else if (r == REQ_MARK_NONE)
		marks_clear(&b->marks);
	else
		return r;
	if (r == REQ_MARK_NONE) {
		b->anchor[0] = '\0';
		list_touch(b->list);
	}
	browse_dirty(b);
	return REQ_NONE;
}
