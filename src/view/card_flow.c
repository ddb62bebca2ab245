/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/card_flow.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/chart.h"
#include "base/text.h"

#define WAS_MOST 24 /* cells of what was, beside what is */

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
card_flow_fill(struct flow *flow, const struct card *card, bool utf8)
{
	const char *section = "";
	int width = 0;

	flow_clear(flow);
	for (size_t i = 0; card && i < card->n; i++) {
		const struct card_item *item = &card->items[i];

		if (strcmp(item->section, section) != 0) {
			flow_heading(flow, section = item->section);
			width = item->was ? was_cells(card, i) : 0;
			if (item->was)
				add_then_now(flow, width);
		}
		if (item->was)
			add_change(flow, item, width);
		else if (strcmp(item->label, "Trend") == 0)
			add_trend(flow, item, utf8);
		else if (item->label[0])
			flow_pair(flow, item->label, item->text);
		else
			flow_text(flow, item->text);
	}
}
