/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/window_impl.h"

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

void
window_jump(struct window *w, const struct list_query *q)
{
	window_stop_fetching(w);
	w->jump_again = false;
	window_ask_stage(w, q->seek, q);
	window_changed(w);
}
