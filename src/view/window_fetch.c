/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/window_impl.h"

#define STANDING_MAX 200 /* rows whose standing is asked for in one trip */

/* Rows came in front: those far behind the screen may go. */
static void
add_before(struct window *w, struct page *page)
{
	size_t added = held_prepend(&w->held, page);
	size_t keep;

	if (w->index >= 0)
		w->index -= (long)added;
	list_set_rows(w->list, w->held.n, w->held.at_start, w->held.at_end);
	list_shift(w->list, (long)added);
	keep = list_top(w->list) + list_page(w->list) + WINDOW_MAX / 2;
	if (w->held.n > WINDOW_MAX && w->held.n > keep)
		held_drop_back(&w->held, w->held.n - keep);
}

/* Rows came behind: those far in front of the screen may go. */
static void
add_after(struct window *w, struct page *page)
{
	size_t gone = 0, top = list_top(w->list);

	held_append(&w->held, page);
	if (w->held.n > WINDOW_MAX && top > WINDOW_MAX / 2)
		gone = held_drop_front(&w->held, top - WINDOW_MAX / 2);
	if (gone)
		list_shift(w->list, -(long)gone);
	if (w->index >= 0)
		w->index += (long)gone;
}

static void
on_more(struct window *w, struct page *page, const struct error *err,
    void (*add)(struct window *w, struct page *page))
{
	if (!page) {
		w->want = 0;
		w->events->failed(w->arg, err);
		return;
	}
	add(w, page);
	window_tell_list(w);
	window_care(w);
	window_changed(w);
}

static void
on_after(void *arg, struct page *page, const struct error *err)
{
	struct window *w = arg;

	w->after = 0;
	on_more(w, page, err, add_after);
}

static void
on_before(void *arg, struct page *page, const struct error *err)
{
	struct window *w = arg;

	w->before = 0;
	on_more(w, page, err, add_before);
}

static void
on_standing(void *arg, const struct standing *s, size_t n, const struct error *err)
{
	struct window *w = arg;
	size_t i;

	w->standing = 0;
	if (err && error_is_set(err)) {
		w->events->failed(w->arg, err);
		return;
	}
	for (i = 0; i < n; i++)
		held_standing(&w->held, &s[i]);
	list_touch(w->list);
	window_care(w);
	window_changed(w);
}

static void
on_count(void *arg, long count, const struct error *err)
{
	struct window *w = arg;

	(void)err; /* a total that cannot be had is only not shown */
	w->count = 0;
	if (count < 0)
		return;
	/* Rows came or went: how many before those held is not known. */
	if (w->total >= 0 && w->total != count && !w->held.at_start)
		w->index = -1;
	w->total = count;
	window_tell_list(w);
	window_changed(w);
}

/* Ranks of rows that have none yet, those near the cursor first. Rows that the source does not
 * answer for are not asked for again. */
static void
ask_standing(struct window *w)
{
	const char *ids[STANDING_MAX];
	size_t n = 0, i, from = list_top(w->list);

	if (w->standing || w->listing != LISTING_GRID || !w->settled)
		return;
	for (i = 0; i < w->held.n && n < STANDING_MAX; i++) {
		struct held_row *r = &w->held.rows[(from + i) % w->held.n];

		if (r->standing)
			continue;
		r->standing = true;
		ids[n++] = r->row->id;
	}
	if (n)
		w->standing = w->source->ops->standing(w->source, ids, n, on_standing, w);
}

/* The count waits until nothing else does, and makes way for what does. */
static void
ask_count(struct window *w)
{
	struct list_query q;

	if (w->count || (w->total >= 0 && !w->recount) || w->jump || w->before || w->after ||
	    w->standing)
		return;
	w->recount = false;
	q = window_query_for(w, SEEK_FIRST, NULL, 1);
	w->count = w->source->ops->count(w->source, &q, on_count, w);
}

static source_ticket
fetch(struct window *w, enum seek_kind seek, size_t i, source_page_fn *fn)
{
	size_t missing = (size_t)(w->want < 0 ? -w->want : w->want);
	struct list_query q = window_query_for(
	    w, seek, w->held.rows[i].row, window_limit(missing + list_page(w->list)));

	window_drop_ticket(w, &w->count);
	return w->source->ops->page(w->source, &q, fn, w);
}

/* Go on with a move that ran out of rows. */
static void
go_on(struct window *w)
{
	long rest = w->want;

	if (rest == 0)
		return;
	rest = list_move(w->list, rest > 0 ? LIST_DOWN : LIST_UP, rest > 0 ? rest : -rest);
	if ((rest > 0 && w->held.at_end) || (rest < 0 && w->held.at_start))
		rest = 0;
	w->want = rest;
	if (w->want_scroll && list_cursor(w->list) >= w->want_offset)
		list_set_top(w->list, list_cursor(w->list) - w->want_offset);
}

void
window_care(struct window *w)
{
	size_t top, page, ahead;

	if (!w->settled || w->jump)
		return;
	go_on(w);
	top = list_top(w->list);
	page = list_page(w->list);
	ahead = page > WINDOW_PAGE / 2 ? page : WINDOW_PAGE / 2;
	ask_standing(w);
	if (w->held.n && !w->held.at_end && !w->after && top + page + ahead > w->held.n)
		w->after = fetch(w, SEEK_AFTER, w->held.n - 1, on_after);
	if (w->held.n && !w->held.at_start && !w->before && top < ahead)
		w->before = fetch(w, SEEK_BEFORE, 0, on_before);
	window_refresh_care(w);
	ask_count(w);
}
