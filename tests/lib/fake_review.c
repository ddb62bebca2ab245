/* SPDX-License-Identifier: MIT
 *
 * A weekly review of four items. Who asks does not lead it; each time it is asked for, the meeting
 * has gone on by one item.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "fake_impl.h"

static const struct {
	const char *id, *line_id, *kind, *what, *why, *decision;
} items[] = {
	{ "i1", "l1", "Taskings late or carried forward", "WM22-0076 Quiet Sprocket",
	    "Taskings late or carried forward: T22-0073 of BE was due 2022-12-06", "Adopt" },
	{ "i2", "l2", "Moved since last time", "WM22-0196 Caf\303\251 Nocturne",
	    "Moved since last time: rank 67, was 111; score 53, was 33", "" },
	{ "i3", "l3", "Greatest threat", "WM22-0019 Double Kettle",
	    "Greatest threat: rank 1, score 99", "" },
	{ "i4", "", "Any other business", "Cover over the new year", "Two units are short.", "" },
};

static void
fill(struct review *r, size_t n, bool over)
{
	r->n = n;
	r->items = xcalloc(r->n + 1, sizeof *r->items);
	for (size_t i = 0; i < r->n; i++) {
		struct review_item *item = &r->items[i];

		snprintf(item->id, sizeof item->id, "%s", items[i].id);
		snprintf(item->line_id, sizeof item->line_id, "%s", items[i].line_id);
		item->position = (long)i + 1;
		item->kind = xstrdup(items[i].kind);
		item->what = xstrdup(items[i].what);
		item->why = xstrdup(items[i].why);
		item->decision = xstrdup(over ? "Adopt" : items[i].decision);
	}
}

/* The one that is on; where it was closed (fake_closed()) the next, whose agenda is empty; by its
 * week one that is over. */
static void
answer_review(struct fake *f, const struct job *j)
{
	struct review *r = xcalloc(1, sizeof *r);

	r->over = j->key[0] != '\0';
	r->open = !r->over && !f->closed;
	snprintf(r->id, sizeof r->id, "%s", r->over ? j->key : f->closed ? "r2" : "r1");
	if (r->open && !f->hidden)
		snprintf(r->at, sizeof r->at, "%s", items[f->reviews++ % ARRAY_LEN(items)].id);
	r->week = xstrdup(r->over ? j->key : f->closed ? "2023-W01" : "2022-W52");
	r->state = xstrdup(r->over ? "closed" : r->open ? "open" : "prepared");
	r->before = xstrdup(r->over ? "" : f->closed ? "2022-W52" : "2022-W51");
	r->after = xstrdup("");
	r->followers = xstrdup(f->follows ? "analyst1, lro_bw" : r->open ? "lro_bw" : "");
	r->chair = xstrdup("supervisor1");
	r->version = 3;
	r->meeting_s = 754;
	r->item_s = 65;
	fill(r, f->closed && !r->over ? 0 : ARRAY_LEN(items), r->over);
	j->fn.review(j->arg, r, NULL);
}

static void
answer_card(const struct job *j)
{
	struct card *card = xcalloc(1, sizeof *card);

	snprintf(card->id, sizeof card->id, "%s", j->id);
	card_add(
	    card, "Why it is here", "", j->id[1] == '4' ? "Two units are short." : items[1].why);
	if (j->id[1] == '1')
		card_add(card, "Decision", "Adopt",
		    "The unit says when. (supervisor1, 2022-12-31 10:02)");
	if (j->id[1] < '4') {
		card_add_change(card, "Since 21 December", "Band", "low", "medium");
		card_add_change(card, "Since 21 December", "Score", "33", "53");
		card_add(card, "How it stands", "Rank", "67");
		card_add(card, "How it stands", "Trend", "53 33 53 33 40 53");
		card_add(card, "Taskings", "T22-0073",
		    "Disruption plan: BE, due 2022-12-06, in progress (late)");
		card_add(
		    card, "Decided before", "2022-W51", "Monitor: Known, worked, nothing new.");
	}
	j->fn.card(j->arg, card, NULL);
}

void
fake_hide_item(struct fake *f)
{
	f->hidden = !f->hidden;
}

void
fake_close_review(struct fake *f)
{
	f->closed = true;
}

void
fake_answer_review(struct fake *f, const struct job *j)
{
	if (j->kind == JOB_REVIEW) {
		answer_review(f, j);
	} else if (j->kind == JOB_REVIEW_FOLLOW) {
		f->follows = strcmp(j->key, "yes") == 0;
		j->fn.count(j->arg, f->follows, NULL);
	} else {
		answer_card(j);
	}
}
