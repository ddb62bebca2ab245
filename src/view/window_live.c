/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/window_impl.h"

static void
begin(struct window *w)
{
	const struct row *row = window_current(w);
	const bool anchored = row && w->q.limit == 0;
	struct list_query q = window_query_for(w, anchored ? SEEK_ROW : SEEK_FIRST, NULL,
	    anchored ? window_limit(w->first) : w->first);

	snprintf(w->follow, sizeof w->follow, "%s", row ? row->id : "");
	if (anchored)
		q.id = w->follow;
	w->old = false;
	w->quiet = w->jump_again = true;
	w->jump_offset = 0; /* the place is that of the time when it stands */
	window_ask_stage(w, q.seek, &q);
}

void
window_refresh_care(struct window *w)
{
	/* Only when all else has come: ranks that were dropped for it each time would never. */
	if (w->old && w->settled && !w->jump && !w->want && !w->before && !w->after && !w->standing)
		begin(w);
}

void
window_refresh(struct window *w)
{
	w->old = true;
	window_refresh_care(w);
}

void
window_recount(struct window *w)
{
	w->recount = true;
	window_care(w);
}

void
window_refresh_drop(struct window *w)
{
	if (!w->quiet)
		return;
	window_drop_ticket(w, &w->jump);
	held_clear(&w->stage);
	w->quiet = w->jump_again = false;
	w->old = true;
}

/* Ranks come after the rows: until then the former ones stand. */
static void
carry_standings(struct window *w)
{
	size_t i, k, hint = 0;

	for (i = 0; i < w->stage.n; i++)
		for (k = 0; k < w->held.n; k++) {
			struct held_row *to = &w->stage.rows[i];
			const struct held_row *from = &w->held.rows[(hint + k) % w->held.n];

			if (strcmp(from->row->id, to->row->id) != 0)
				continue;
			memcpy(to->rank, from->rank, sizeof to->rank);
			memcpy(to->change, from->change, sizeof to->change);
			hint = (hint + k + 1) % w->held.n;
			break;
		}
}

void
window_refresh_commit(struct window *w, size_t cursor)
{
	const struct row *row = window_current(w);
	const long position = window_position(w);
	size_t offset = list_cursor(w->list) - list_top(w->list);
	long at = row ? held_find(&w->stage, row->id) : -1;

	/* The cursor has gone elsewhere meanwhile, past what was fetched around it. */
	if (at < 0 && row && w->q.limit == 0 && strcmp(row->id, w->follow) != 0) {
		held_clear(&w->stage);
		begin(w);
		return;
	}
	if (at < 0)
		at = (long)(w->q.limit > 0 ? list_cursor(w->list) : cursor);
	carry_standings(w);
	/* As far as is known; a count that differs takes it back. */
	w->keep_index = position - 1 - at > 0 ? position - 1 - at : -1;
	/* Where the first row is in sight, one that comes before it shall be, too. */
	if (list_top(w->list) == 0 && w->held.at_start && w->stage.at_start &&
	    (size_t)at < list_page(w->list))
		offset = (size_t)at;
	window_commit(w, (size_t)at, offset);
}
