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

static void
stop_fetching(struct window *w)
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

void
window_commit(struct window *w, size_t cursor, size_t offset)
{
	struct held old = w->held;
	size_t n;

	w->index = w->quiet ? w->keep_index : -1;
	w->quiet = false;
	w->held = w->stage;
	w->stage = (struct held)HELD_INIT;
	if (w->q.limit > 0)
		w->held.at_start = w->held.at_end = true;
	window_drop_ticket(w, &w->before);
	window_drop_ticket(w, &w->after);
	window_drop_ticket(w, &w->standing);
	w->settled = true;
	n = w->held.n;
	list_set_rows(w->list, n, w->held.at_start, w->held.at_end);
	list_touch(w->list);
	list_set_cursor(w->list, n && cursor >= n ? n - 1 : cursor);
	list_set_top(w->list, cursor > offset ? cursor - offset : 0);
	held_clear(&old);
	window_tell_list(w);
	w->events->loaded(w->arg);
	window_care(w);
	window_changed(w);
}

static void
commit(struct window *w, size_t cursor, size_t offset)
{
	if (w->quiet)
		window_refresh_commit(w, cursor);
	else
		window_commit(w, cursor, offset);
}

static void
fail(struct window *w, const struct error *err)
{
	if (!w->quiet) /* else nobody waits for it, and there will be news again */
		w->events->failed(w->arg, err);
	w->quiet = false;
}

/* The staged page begins with the row that is followed; now what comes before it. */
static void
on_stage_before(void *arg, struct page *page, const struct error *err)
{
	struct window *w = arg;
	size_t n;

	w->jump = 0;
	if (!page) {
		held_clear(&w->stage);
		fail(w, err);
		window_changed(w);
		return;
	}
	n = held_prepend(&w->stage, page);
	commit(w, n, w->jump_offset);
}

static void
stage_before(struct window *w)
{
	struct list_query q =
	    window_query_for(w, SEEK_BEFORE, w->stage.rows[0].row, window_limit(w->first));

	w->jump = w->source->ops->page(w->source, &q, on_stage_before, w);
}

/* The row that was followed is gone, or nothing was held: what stands in its place. */
static bool
fall_back(struct window *w)
{
	const struct row *row = window_current(w);
	struct list_query q;

	if (w->jump_kind == SEEK_ROW && w->jump_again && row) {
		q = window_query_for(w, SEEK_FROM, row, window_limit(w->first));
		window_ask_stage(w, SEEK_FROM, &q);
		return true;
	}
	if (w->jump_kind == SEEK_ROW) {
		q = window_query_for(w, SEEK_FIRST, NULL, w->first);
		window_ask_stage(w, SEEK_FIRST, &q);
		return true;
	}
	if (w->jump_kind == SEEK_FROM) {
		q = window_query_for(w, SEEK_LAST, NULL, window_limit(w->first));
		window_ask_stage(w, SEEK_LAST, &q);
		return true;
	}
	return false;
}

/* Did the jump lead to a row that is held already? Then the rows around it need not go. */
static bool
jumped_inside(struct window *w, const struct page *page)
{
	long at;

	if (!w->settled || page->nrows == 0 || w->jump_kind == SEEK_FIRST ||
	    w->jump_kind == SEEK_LAST || w->jump_again)
		return false;
	at = held_find(&w->held, page->rows[0].id);
	if (at < 0)
		return false;
	list_set_cursor(w->list, (size_t)at);
	return true;
}

static void
settle(struct window *w, struct page *page)
{
	bool last = w->jump_kind == SEEK_LAST;
	size_t offset = w->jump_again ? w->jump_offset : 0;

	held_append(&w->stage, page);
	w->stage.at_start = page->at_start;
	w->stage.at_end = page->at_end;
	if (last && w->stage.n)
		commit(w, w->stage.n - 1, list_page(w->list) - 1);
	else if (w->stage.n && !w->stage.at_start && w->q.limit == 0 &&
	    (w->jump_again || w->jump_kind == SEEK_ROW))
		stage_before(w);
	else
		commit(w, 0, offset);
}

static void
on_jump(void *arg, struct page *page, const struct error *err)
{
	struct window *w = arg;
	enum seek_kind kind = w->jump_kind;
	bool seeking = kind == SEEK_FIND || kind == SEEK_FIND_BACK || kind == SEEK_RANK;

	w->jump = 0;
	if (!page) {
		fail(w, err);
	} else if (page->nrows == 0 && fall_back(w)) {
		page_free(page);
		return;
	} else if (page->nrows == 0 && seeking) {
		page_free(page);
		w->events->missed(w->arg, kind);
		window_care(w);
	} else if (jumped_inside(w, page)) {
		page_free(page);
		window_care(w);
	} else if (page->nrows == 0) {
		page->at_start = page->at_end = true;
		w->stage.at_start = w->stage.at_end = true;
		page_free(page);
		commit(w, 0, 0);
		return;
	} else {
		settle(w, page);
		return;
	}
	window_changed(w);
}

void
window_ask_stage(struct window *w, enum seek_kind seek, const struct list_query *q)
{
	w->jump_kind = seek;
	w->jump = w->source->ops->page(w->source, q, on_jump, w);
}

/* Start a jump: what was being fetched around the cursor is of no more use. */
static void
jump(struct window *w, const struct list_query *q)
{
	stop_fetching(w);
	w->jump_again = false;
	window_ask_stage(w, q->seek, q);
	window_changed(w);
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
	stop_fetching(w);
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
	jump(w, &lq);
	w->old = false;
}

void
window_reload(struct window *w)
{
	const struct row *row = window_current(w);
	struct list_query q;

	if (!w->settled || !row || w->q.limit > 0) {
		q = window_query_for(w, SEEK_FIRST, NULL, w->first);
		jump(w, &q);
		w->old = false;
		return;
	}
	snprintf(w->follow, sizeof w->follow, "%s", row->id);
	stop_fetching(w);
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
	jump(w, &q);
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
	jump(w, &q);
}

void
window_rank(struct window *w, long rank)
{
	struct list_query q = window_query_for(w, SEEK_RANK, NULL, window_limit(w->first));

	if (!w->settled)
		return;
	q.rank = rank;
	jump(w, &q);
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
	jump(w, &q);
}

bool
window_cancel(struct window *w)
{
	bool any = window_busy(w) || w->count;

	if (!any)
		return false;
	stop_fetching(w);
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
