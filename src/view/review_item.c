/* SPDX-License-Identifier: MIT
 *
 * One item as the meeting looks at it, large and calm: where the meeting is, what it is about, how
 * it can be decided, and below that the card, which scrolls.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/chart.h"
#include "base/text.h"
#include "view/review_impl.h"

#define WIDE_COLS 96  /* from here on two columns side by side */
#define WIDE_ITEMS 8  /* of a card that has something for both */
#define ROOMY_ROWS 14 /* from here on there is room to breathe */
#define WAS_MOST 24   /* cells of what was, beside what is */
#define GAP 3	      /* cells between what stands in one row */
#define KEY_GAP 2     /* between keys, so that all of them fit 80 */
#define INDENT 3

static int
cells(const char *text)
{
	return text_width(text, strlen(text));
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

/* How wide the column of what was is, over all changes of a section; 0 if some are too long to
 * stand in columns. */
static int
was_cells(const struct card *card, size_t from)
{
	int widest = cells("then");

	for (size_t i = from; i < card->n && card->items[i].was; i++) {
		if (strcmp(card->items[i].section, card->items[from].section) != 0)
			break;
		if (cells(card->items[i].was) > widest)
			widest = cells(card->items[i].was);
	}
	return widest <= WAS_MOST ? widest : 0;
}

/* Then and now side by side, or, where that would not fit, one after the other. */
static void
add_change(struct flow *flow, const struct card_item *item, int width)
{
	struct buf text = BUF_INIT;

	if (width)
		buf_addf(&text, "%s%*s%s", item->was, width - cells(item->was) + 3, "", item->text);
	else
		buf_addf(&text, "%s, was %s", item->text, item->was);
	flow_pair(flow, item->label, buf_str(&text));
	buf_free(&text);
}

static void
add_then_now(struct flow *flow, int width)
{
	char *head;

	if (!width)
		return;
	head = xasprintf("then%*snow", width - cells("then") + 3, "");
	flow_pair(flow, " ", head);
	free(head);
}

void
review_fill(struct review_view *v)
{
	struct flow *flow = pane_flow(v->pane);
	const char *section = "";
	int width = 0;

	flow_clear(flow);
	pane_set_wide(v->pane, v->card && v->card->n >= WIDE_ITEMS ? WIDE_COLS : 0);
	for (size_t i = 0; v->card && i < v->card->n; i++) {
		const struct card_item *item = &v->card->items[i];

		if (strcmp(item->section, section) != 0) {
			flow_heading(flow, section = item->section);
			width = item->was ? was_cells(v->card, i) : 0;
			if (item->was)
				add_then_now(flow, width);
		}
		if (item->was)
			add_change(flow, item, width);
		else if (strcmp(item->label, "Trend") == 0)
			add_trend(flow, item, screen_utf8(v->region.screen));
		else if (item->label[0])
			flow_pair(flow, item->label, item->text);
		else
			flow_text(flow, item->text);
	}
}

/* Parts of a text that are set one after the other, whole, on as many rows as they take. */
struct strip {
	struct region r;
	int row, col, first, gap;
	enum style style;
};

static void
strip_add(struct strip *s, const char *text)
{
	if (!text[0] || s->row >= s->r.rows)
		return;
	if (s->col > s->first && s->col + cells(text) > s->r.cols) {
		s->row++;
		s->col = s->first;
	}
	if (s->row < s->r.rows)
		region_cell(
		    region_span(s->r, s->row, s->col, s->r.cols - s->col), s->style, false, text);
	s->col += cells(text) + s->gap;
}

static void
add_minutes(struct strip *s, const char *what, long seconds)
{
	char text[64];

	if (seconds < 0)
		return;
	if (seconds < 60)
		snprintf(text, sizeof text, "%s just begun", what);
	else
		snprintf(text, sizeof text, "%s %ld min", what, seconds / 60);
	strip_add(s, text);
}

/* Which item of how many, how many are left, how long it takes, who has the chair. Returns the rows
 * it took. */
static int
draw_head(const struct review_view *v, const struct review_item *item, struct region r)
{
	const struct review *data = v->data;
	const size_t left = data->n - review_settled(data);
	struct strip s = { .r = r, .col = 1, .first = 1, .gap = GAP, .style = STYLE_LABEL };
	char text[160];

	snprintf(text, sizeof text, "%s", data->week);
	strip_add(&s, text);
	snprintf(text, sizeof text, "item %ld of %zu", item->position, data->n);
	strip_add(&s, text);
	if (left)
		snprintf(text, sizeof text, "%zu undecided", left);
	else
		snprintf(text, sizeof text, "all are settled");
	strip_add(&s, text);
	if (data->open && data->meeting_s >= 0)
		add_minutes(&s, "meeting", data->meeting_s + v->ticks);
	if (data->open && data->item_s >= 0 && strcmp(item->id, data->at) == 0)
		add_minutes(&s, "item", data->item_s + v->ticks);
	snprintf(text, sizeof text, "%.60s has the chair", data->chair);
	strip_add(&s, text);
	return s.row + 1 < r.rows ? s.row + 1 : r.rows;
}

/* "A adopt": nothing for a decision whose key was taken away. */
static void
add_key(struct strip *s, const struct keymap *keys, enum request r)
{
	char key[24], hint[REQUEST_HINT_MAX], text[64];

	keymap_key(keys, r, key);
	if (!key[0])
		return;
	request_hint(r, hint);
	snprintf(text, sizeof text, "%s %s", key, hint);
	strip_add(s, text);
}

/* What was decided, or which keys decide. Returns the rows it took. */
static int
draw_decision(const struct review_view *v, const struct review_item *item, struct region r)
{
	const struct keymap *keys = v->view.services->keys;
	struct strip s = {
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
	if (!v->data->open || !review_may_decide(v)) {
		strip_add(&s, v->data->open ? "To be decided" : "The meeting has not begun.");
		if (!v->data->open)
			add_key(&s, keys, REQ_MEETING);
		return s.row + 1;
	}
	d = review_decisions(&n);
	s.style = STYLE_KEY;
	for (size_t i = 0; i < n; i++)
		add_key(&s, keys, d[i].request);
	return s.row + 1 < r.rows ? s.row + 1 : r.rows;
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
		region_text(r, 2, 2, STYLE_DIM, "Nothing is on the agenda.");
	view->dirty = view->full = false;
}
