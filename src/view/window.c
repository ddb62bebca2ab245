/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/window.h"

#include "base/alloc.h"
#include "view/window_impl.h"

size_t
window_limit(size_t at_least)
{
	size_t limit = at_least > WINDOW_PAGE ? at_least : WINDOW_PAGE;

	return limit < WINDOW_LIMIT_MAX ? limit : WINDOW_LIMIT_MAX;
}

void
window_drop_ticket(struct window *w, source_ticket *t)
{
	if (*t)
		w->source->ops->cancel(w->source, *t);
	*t = 0;
}

void
window_stop_fetching(struct window *w)
{
	window_refresh_drop(w);
	window_drop_ticket(w, &w->jump);
	window_drop_ticket(w, &w->before);
	window_drop_ticket(w, &w->after);
	window_drop_ticket(w, &w->count);
	held_clear(&w->stage);
	w->want = 0;
}

struct list_query
window_query_for(const struct window *w, enum seek_kind seek, const struct row *from, size_t limit)
{
	struct list_query q = { .listing = w->listing,
		.filter = w->q.filter,
		.sort = w->q.sort,
		.descending = w->q.descending,
		.seek = seek,
		.limit = limit };
	size_t i;

	for (i = 0; from && i < ROW_KEYS; i++)
		q.key[i] = from->key[i];
	return q;
}

void
window_changed(struct window *w)
{
	w->events->changed(w->arg);
}

void
window_tell_list(struct window *w)
{
	list_set_rows(w->list, w->held.n, w->held.at_start, w->held.at_end);
	if (w->held.at_start)
		w->index = 0;
	if (w->held.at_end && w->index >= 0)
		w->total = w->index + (long)w->held.n;
	else if (w->held.at_end && w->index < 0 && w->total >= (long)w->held.n)
		w->index = w->total - (long)w->held.n;
}

struct window *
window_new(struct source *source, enum listing listing, struct list *list,
    const struct window_events *events, void *arg)
{
	struct window *w = xcalloc(1, sizeof *w);

	*w = (struct window){ .source = source,
		.listing = listing,
		.list = list,
		.events = events,
		.arg = arg,
		.q = { .sort = -1 },
		.index = -1,
		.total = -1 };
	return w;
}

void
window_free(struct window *w)
{
	if (!w)
		return;
	window_stop_fetching(w);
	window_drop_ticket(w, &w->standing);
	held_clear(&w->held);
	free(w);
}

void
window_open(struct window *w, const struct window_query *q, size_t first, const char *follow)
{
	struct list_query lq;

	w->q = *q;
	w->first = q->limit > 0 ? (size_t)q->limit : first;
	if (w->first > WINDOW_LIMIT_MAX)
		w->first = WINDOW_LIMIT_MAX;
	w->settled = w->old = w->recount = false;
	w->total = -1;
	window_drop_ticket(w, &w->standing);
	snprintf(w->follow, sizeof w->follow, "%s", follow && q->limit == 0 ? follow : "");
	lq = window_query_for(w, w->follow[0] ? SEEK_ROW : SEEK_FIRST, NULL, w->first);
	lq.id = w->follow;
	w->jump_offset = list_cursor(w->list) - list_top(w->list);
	window_jump(w, &lq);
	w->old = false;
}

void
window_reload(struct window *w)
{
	const struct row *row = window_current(w);
	struct list_query q;

	if (!w->settled || !row || w->q.limit > 0) {
		q = window_query_for(w, SEEK_FIRST, NULL, w->first);
		window_jump(w, &q);
		w->old = false;
		return;
	}
	snprintf(w->follow, sizeof w->follow, "%s", row->id);
	window_stop_fetching(w);
	w->old = false;
	w->total = -1;
	q = window_query_for(w, SEEK_ROW, NULL, window_limit(w->first));
	q.id = w->follow;
	w->jump_again = true;
	w->jump_offset = list_cursor(w->list) - list_top(w->list);
	window_ask_stage(w, SEEK_ROW, &q);
	window_changed(w);
}

void
window_move(struct window *w, enum list_move move, long count)
{
	size_t offset = list_cursor(w->list) - list_top(w->list);
	long rest = list_move(w->list, move, count);
	bool known = (rest > 0 && w->held.at_end) || (rest < 0 && w->held.at_start);

	if (rest == 0 || known || (w->jump && !w->quiet) || !w->settled) {
		w->want = 0;
	} else {
		window_refresh_drop(w);
		w->want = (w->want > 0) == (rest > 0) ? w->want + rest : rest;
		w->want_scroll = move == LIST_PAGE_DOWN || move == LIST_PAGE_UP;
		w->want_offset = offset;
	}
	window_care(w);
	window_changed(w);
}

void
window_moved(struct window *w)
{
	w->want = 0;
	window_care(w);
	window_changed(w);
}

/* Of two keys that lead elsewhere the later one counts, though the first is still under way. */
static void
forget_jump(struct window *w)
{
	if (!w->settled || w->jump_again)
		return;
	window_drop_ticket(w, &w->jump);
	held_clear(&w->stage);
}

void
window_first(struct window *w)
{
	struct list_query q = window_query_for(w, SEEK_FIRST, NULL, window_limit(w->first));

	if (!w->settled || w->held.at_start) {
		forget_jump(w);
		list_set_cursor(w->list, 0);
		window_moved(w);
		return;
	}
	window_jump(w, &q);
}

void
window_last(struct window *w)
{
	struct list_query q = window_query_for(w, SEEK_LAST, NULL, window_limit(w->first));

	if (!w->settled || w->held.at_end) {
		forget_jump(w);
		list_set_cursor(w->list, w->held.n ? w->held.n - 1 : 0);
		window_moved(w);
		return;
	}
	window_jump(w, &q);
}

void
window_rank(struct window *w, long rank)
{
	struct list_query q = window_query_for(w, SEEK_RANK, NULL, window_limit(w->first));

	if (!w->settled)
		return;
	q.rank = rank;
	window_jump(w, &q);
}

void
window_find(struct window *w, const char *word, bool backwards)
{
	const struct row *row = window_current(w);
	enum seek_kind seek = backwards ? SEEK_FIND_BACK : SEEK_FIND;
	struct list_query q;

	if (!row || !w->settled) {
		w->events->missed(w->arg, seek);
		return;
	}
	q = window_query_for(w, seek, row, window_limit(w->first));
	q.find = word;
	window_jump(w, &q);
}

bool
window_cancel(struct window *w)
{
	bool any = window_busy(w) || w->count;

	if (!any)
		return false;
	window_stop_fetching(w);
	w->jump_again = false;
	window_changed(w);
	return true;
}

bool
window_busy(const struct window *w)
{
	return (w->jump && !w->quiet) || w->want;
}

size_t
window_rows(const struct window *w)
{
	return w->held.n;
}

bool
window_settled(const struct window *w)
{
	return w->settled;
}

bool
window_whole(const struct window *w)
{
	return w->settled && w->held.at_start && w->held.at_end;
}

const struct row *
window_row(const struct window *w, size_t i)
{
	return w->held.rows[i].row;
}

const char *
window_rank_of(const struct window *w, size_t i)
{
	return w->held.rows[i].rank;
}

const char *
window_change_of(const struct window *w, size_t i)
{
	return w->held.rows[i].change;
}

const struct row *
window_current(const struct window *w)
{
	size_t i = list_cursor(w->list);

	return i < w->held.n ? w->held.rows[i].row : NULL;
}

long
window_find_id(const struct window *w, const char *id)
{
	return held_find(&w->held, id);
}

long
window_position(const struct window *w)
{
	return w->index >= 0 && w->held.n ? w->index + (long)list_cursor(w->list) + 1 : 0;
}

long
window_total(const struct window *w)
{
	return w->total;
}
