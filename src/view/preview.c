/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/preview.h"

#include "base/alloc.h"
#include "term/pane.h"

#define SETTLE_MS 80 /* a held key repeats faster than this */

struct preview {
	struct app_services *services;
	enum listing listing;
	bool taskings; /* it is of those instead */
	void (*changed)(void *arg);
	void *arg;
	struct card *card;	   /* shown; NULL for none */
	char want[ROW_ID_LEN + 1]; /* "" for none */
	source_ticket ticket;
	bool old; /* what is shown, or on its way, may not be so any more */
	struct pane *pane;
};

static void ask(void *arg);

struct preview *
preview_new(
    struct app_services *services, enum listing listing, void (*changed)(void *arg), void *arg)
{
	struct preview *p = xcalloc(1, sizeof *p);

	p->services = services;
	p->listing = listing;
	p->changed = changed;
	p->arg = arg;
	p->pane = pane_new();
	return p;
}

struct preview *
preview_new_taskings(struct app_services *services, void (*changed)(void *arg), void *arg)
{
	struct preview *p = preview_new(services, LISTING_GRID, changed, arg);

	p->taskings = true;
	return p;
}

void
preview_free(struct preview *p)
{
	if (!p)
		return;
	p->services->timer(p->services, -1, ask, p);
	if (p->ticket)
		p->services->source->ops->cancel(p->services->source, p->ticket);
	card_free(p->card);
	pane_free(p->pane);
	free(p);
}

static bool
shown(const struct preview *p)
{
	return p->card && strcmp(p->card->id, p->want) == 0;
}

/* The card as headed pairs. */
static void
fill(struct preview *p)
{
	struct flow *flow = pane_flow(p->pane);
	const struct card_item *item;
	const char *section = "";
	size_t i;

	flow_clear(flow);
	for (i = 0; p->card && i < p->card->n; i++) {
		item = &p->card->items[i];
		if (strcmp(item->section, section) != 0)
			flow_heading(flow, section = item->section);
		if (item->label[0])
			flow_pair(flow, item->label, item->text);
		else
			flow_text(flow, item->text);
	}
}

static void
on_card(void *arg, struct card *card, const struct error *err)
{
	struct preview *p = arg;

	p->ticket = 0;
	if (card) {
		if (!p->card || strcmp(p->card->id, card->id) != 0)
			pane_top(p->pane);
		card_free(p->card);
		p->card = card;
		fill(p);
	} else {
		p->services->message_error(p->services, err);
	}
	p->changed(p->arg);
	if (card && p->old)
		ask(p);
	else if (card && p->want[0] && !shown(p))
		p->services->timer(p->services, SETTLE_MS, ask, p);
}

static void
ask(void *arg)
{
	struct preview *p = arg;
	struct source *source = p->services->source;

	if (p->ticket || !p->want[0] || (shown(p) && !p->old))
		return;
	p->old = false;
	p->ticket = p->taskings ? source->ops->task_card(source, p->want, on_card, p)
				: source->ops->card(source, p->listing, p->want, on_card, p);
}

void
preview_want(struct preview *p, const char *id, bool at_once)
{
	if (strcmp(p->want, id) == 0 && (shown(p) || p->ticket))
		return;
	snprintf(p->want, sizeof p->want, "%s", id);
	if (!p->want[0] || shown(p))
		p->services->timer(p->services, -1, ask, p);
	else if (at_once)
		ask(p);
	else
		p->services->timer(p->services, SETTLE_MS, ask, p);
}

void
preview_forget(struct preview *p)
{
	char id[ROW_ID_LEN + 1];

	memcpy(id, p->want, sizeof id);
	if (p->card)
		p->card->id[0] = '\0';
	p->want[0] = '\0';
	preview_want(p, id, true);
}

void
preview_refresh(struct preview *p)
{
	p->old = p->want[0] != '\0';
	if (shown(p) || p->ticket)
		ask(p);
}

void
preview_scroll(struct preview *p, long by)
{
	pane_scroll(p->pane, by);
	p->changed(p->arg);
}

long
preview_page(const struct preview *p)
{
	return pane_page(p->pane);
}

void
preview_draw(struct preview *p, struct region r, bool whole)
{
	flow_set_brief(pane_flow(p->pane), !whole);
	pane_draw(p->pane, r, p->want[0] && !shown(p));
}
