/* SPDX-License-Identifier: MIT
 *
 * One item as the meeting looks at it, large and calm: where the meeting is, what it is about, how
 * it can be decided, and below that the card, which scrolls.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/card_flow.h"
#include "view/flowrow.h"
#include "view/review_impl.h"

#define WIDE_COLS 96  /* from here on two columns side by side */
#define WIDE_ITEMS 8  /* of a card that has something for both */
#define ROOMY_ROWS 14 /* from here on there is room to breathe */
#define GAP 3	      /* cells between what stands in one row */
#define KEY_GAP 2     /* between keys, so that all of them fit 80 */
#define INDENT 3

void
review_fill(struct review_view *v)
{
	pane_set_wide(v->pane, v->card && v->card->n >= WIDE_ITEMS ? WIDE_COLS : 0);
	card_flow_fill(pane_flow(v->pane), v->card, screen_utf8(v->region.screen));
}

static void
add_minutes(struct flowrow *s, const char *what, long seconds)
{
	char text[64];

	if (seconds < 0)
		return;
	if (seconds < 60)
		snprintf(text, sizeof text, "%s just begun", what);
	else
		snprintf(text, sizeof text, "%s %ld min", what, seconds / 60);
	flowrow_add(s, text);
}

/* Which item of how many, how many are left, how long it takes, who has the chair. Returns the rows
 * it took. */
static int
draw_head(const struct review_view *v, const struct review_item *item, struct region r)
{
	const struct review *data = v->data;
	const size_t left = data->n - review_settled(data);
	struct flowrow s = { .r = r, .col = 1, .first = 1, .gap = GAP, .style = STYLE_LABEL };
	char text[160];

	snprintf(text, sizeof text, "%s", data->week);
	flowrow_add(&s, text);
	snprintf(text, sizeof text, "item %ld of %zu", item->position, data->n);
	flowrow_add(&s, text);
	if (left)
		snprintf(text, sizeof text, "%zu undecided", left);
	else
		snprintf(text, sizeof text, "all are settled");
	flowrow_add(&s, text);
	if (data->open && data->meeting_s >= 0)
		add_minutes(&s, "meeting", data->meeting_s + v->ticks);
	if (data->open && data->item_s >= 0 && strcmp(item->id, data->at) == 0)
		add_minutes(&s, "item", data->item_s + v->ticks);
	snprintf(text, sizeof text, "%.60s %s the chair", data->chair, data->over ? "had" : "has");
	flowrow_add(&s, text);
	if (data->followers[0]) {
		snprintf(text, sizeof text, "followed by %.120s", data->followers);
		flowrow_add(&s, text);
	}
	return flowrow_rows(&s);
}

/* What was decided, or which keys decide. Returns the rows it took. */
static int
draw_decision(const struct review_view *v, const struct review_item *item, struct region r)
{
	const struct keymap *keys = v->view.services->keys;
	struct flowrow s = {
		.r = r, .col = INDENT, .first = INDENT, .gap = KEY_GAP, .style = STYLE_WARNING
	};
	const struct review_decision *d;
	size_t n;

	if (item->decision[0]) {
		char *text = xasprintf("* %s", item->decision);

		region_cell(region_span(r, 0, INDENT, r.cols - INDENT), STYLE_TITLE, false, text);
		free(text);
		return 1;
	}
	if (!review_may_decide(v)) {
		flowrow_add(&s,
		    v->data->open	? "To be decided"
			: v->data->over ? "Nothing was decided"
					: "The meeting has not begun.");
		if (!v->data->open && !v->data->over)
			flowrow_key(&s, keys, REQ_MEETING, NULL);
		return flowrow_rows(&s);
	}
	d = review_decisions(&n);
	s.style = STYLE_KEY;
	for (size_t i = 0; i < n; i++)
		flowrow_key(&s, keys, d[i].request, NULL);
	return flowrow_rows(&s);
}

static void
draw_item(struct review_view *v, const struct review_item *item, struct region r)
{
	const int gap = r.rows >= ROOMY_ROWS ? 1 : 0;
	const bool stale = !v->card || strcmp(v->card->id, v->id) != 0;
	int row = draw_head(v, item, region_part(r, 0, 0, gap ? 3 : 1, r.cols)) + gap;

	region_cell(region_span(r, row, INDENT, r.cols - INDENT), STYLE_TITLE, false, item->what);
	row++;
	if (gap)
		region_cell(region_span(r, row++, INDENT, r.cols - INDENT), STYLE_NORMAL, false,
		    item->kind);
	row += gap;
	if (row < r.rows)
		row += draw_decision(v, item, region_part(r, row, 0, gap ? 4 : 1, r.cols));
	row += gap;
	if (v->card && row < r.rows)
		pane_draw(v->pane, region_part(r, row, 1, r.rows - row, r.cols - 1), stale);
}

/* A follower does not see every item. */
static void
draw_nothing(const struct review_view *v, struct region r)
{
	struct flowrow s = { .r = region_part(r, 2, 0, r.rows - 2, r.cols),
		.col = INDENT,
		.first = INDENT,
		.gap = 1,
		.style = STYLE_NORMAL };

	if (v->data && v->data->open) {
		flowrow_add(&s, "The meeting is at an item");
		flowrow_add(&s, "that is not yours to see.");
	} else {
		flowrow_add(&s, "Nothing is on the agenda.");
	}
}

void
review_draw_meeting(struct view *view, struct region r)
{
	struct review_view *v = (struct review_view *)view;
	const struct review_item *item = review_current(v);

	if (view->full)
		region_clear(r);
	v->region = r;
	if (item)
		draw_item(v, item, r);
	else
		draw_nothing(v, r);
	view->dirty = view->full = false;
}
