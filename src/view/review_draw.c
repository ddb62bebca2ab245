/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/chart.h"
#include "base/text.h"
#include "view/review_impl.h"

#define WIDE_COLS 96 /* from here on two columns side by side */
#define WIDE_ITEMS 8 /* of a card that has something for both */

enum { COLUMN_PLACE, COLUMN_KIND, COLUMN_WHAT, COLUMN_DECISION, COLUMN_WHY };

static const struct list_column columns[] = {
	{ .id = COLUMN_PLACE, .title = "Item", .width = 5 },
	{ .id = COLUMN_WHAT, .title = "What", .width = 26 },
	{ .id = COLUMN_DECISION, .title = "Decision", .width = 11 },
	{ .id = COLUMN_WHY, .title = "Why it is here", .width = 66 },
};

/* "> 4": the meeting is at it. */
static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	struct review_view *v = arg;
	const struct review_item *item = &v->data->items[row];

	*out = (struct list_cell){ .text = "", .style = STYLE_NORMAL };
	switch (column) {
	case COLUMN_PLACE:
		snprintf(v->cell, sizeof v->cell, "%s%3ld",
		    strcmp(item->id, v->data->at) == 0 ? ">" : " ", item->position);
		out->text = v->cell;
		break;
	case COLUMN_WHAT:
		out->text = item->what;
		break;
	case COLUMN_DECISION:
		out->text = item->decision[0] || !v->data->open ? item->decision : "-";
		break;
	case COLUMN_WHY:
		out->text = item->why;
		break;
	default: /* a number, not an enum */
		break;
	}
}

static const struct list_ops list_ops = { .cell = cell };

struct list *
review_list_new(struct review_view *v)
{
	struct list *list = list_new(&list_ops, v);

	list_set_columns(list, columns, ARRAY_LEN(columns));
	return list;
}

/* Scores one after the other, with a line over them. */
static void
add_trend(struct flow *flow, const struct card_item *item, bool utf8)
{
	struct buf text = BUF_INIT;
	long scores[32];
	size_t n = 0;
	char *end;

	for (const char *s = item->text; *s != '\0' && n < ARRAY_LEN(scores); s = end) {
		scores[n] = strtol(s, &end, 10);
		if (end == s)
			break;
		n++;
	}
	if (n > 1)
		chart_spark(&text, scores, n, utf8);
	buf_addf(&text, "%s%s", n > 1 ? "  " : "", item->text);
	flow_pair(flow, item->label, buf_str(&text));
	buf_free(&text);
}

void
review_fill(struct review_view *v)
{
	struct flow *flow = pane_flow(v->pane);
	const char *section = "";

	flow_clear(flow);
	pane_set_wide(v->pane, v->card && v->card->n >= WIDE_ITEMS ? WIDE_COLS : 0);
	for (size_t i = 0; v->card && i < v->card->n; i++) {
		const struct card_item *item = &v->card->items[i];

		if (strcmp(item->section, section) != 0)
			flow_heading(flow, section = item->section);
		if (strcmp(item->label, "Trend") == 0)
			add_trend(flow, item, screen_utf8(v->region.screen));
		else if (item->label[0])
			flow_pair(flow, item->label, item->text);
		else
			flow_text(flow, item->text);
	}
}

/* "Review 2022-W52 is open, supervisor1 in the chair: 34 items, 3 settled" */
static void
draw_title(const struct review_view *v, struct region r)
{
	struct buf text = BUF_INIT;

	if (!v->data)
		buf_adds(&text, "The weekly review");
	else if (!v->data->week)
		buf_adds(&text, "No review is prepared: e prepares one");
	else
		buf_addf(&text, "Review %s is %s, %s in the chair: %zu items, %zu settled",
		    v->data->week, v->data->state, v->data->chair, v->data->n,
		    review_settled(v->data));
	region_text(r, 0, 1, STYLE_TITLE, buf_str(&text));
	buf_free(&text);
}

static void
add_minutes(struct buf *out, const char *what, long seconds)
{
	if (seconds >= 60)
		buf_addf(out, "   %s %ld min", what, seconds / 60);
}

/* Which item, how long it has taken, and why it is here. */
static void
draw_head(const struct review_view *v, const struct review_item *item, struct region r)
{
	struct buf text = BUF_INIT;

	buf_addf(&text, "%s   item %ld of %zu", v->data->week, item->position, v->data->n);
	if (v->data->open) {
		if (v->data->meeting_s >= 0)
			add_minutes(&text, "meeting", v->data->meeting_s + v->ticks);
		if (v->data->item_s >= 0 && strcmp(item->id, v->data->at) == 0)
			add_minutes(&text, "this item", v->data->item_s + v->ticks);
	}
	buf_addf(&text, "   %s", item->kind);
	region_cell(region_span(r, 0, 1, r.cols - 1), STYLE_DIM, false, buf_str(&text));
	buf_free(&text);
}

static void
draw_item(struct review_view *v, const struct review_item *item, struct region r)
{
	const int gap = r.rows > 16 ? 1 : 0; /* room to breathe where there is room */
	struct buf text = BUF_INIT;
	const bool stale = !v->card || strcmp(v->card->id, v->id) != 0;
	int row;

	draw_head(v, item, r);
	row = 1 + gap;
	region_cell(region_span(r, row, 3, r.cols - 3), STYLE_TITLE, false, item->what);
	row++;
	if (item->decision[0])
		buf_addf(&text, "* %s", item->decision);
	else
		buf_adds(&text, v->data->open ? "To be decided: D" : "The meeting has not begun");
	region_cell(region_span(r, row, 3, r.cols - 3),
	    item->decision[0] ? STYLE_NORMAL : STYLE_WARNING, false, buf_str(&text));
	buf_free(&text);
	row += 1 + gap;
	if (v->card)
		pane_draw(v->pane, region_part(r, row, 1, r.rows - row, r.cols - 1), stale);
}

void
review_draw(struct view *view, struct region r)
{
	struct review_view *v = (struct review_view *)view;
	const struct review_item *item = v->meeting ? review_current(v) : NULL;

	if (view->full)
		region_clear(r);
	if (item) {
		v->region = r;
		draw_item(v, item, r);
	} else {
		draw_title(v, r);
		v->region = region_part(r, 1, 0, r.rows - 1, r.cols);
		if (v->data && v->data->n)
			list_draw(v->list, v->region, view->full);
		else
			region_text(r, 2, 2, STYLE_DIM,
			    !v->data		? "Reading..."
				: v->data->week ? "Nothing is on the agenda."
						: "");
	}
	view->dirty = view->full = false;
}
