/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/dashboard.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "model/panel_chart.h"
#include "term/chart.h"
#include "view/card_grid.h"
#include "view/panel.h"
#include "model/standing.h"

#define HEAD_ROWS 1

struct dashboard;

/* A panel being asked for. */
struct slot {
	struct dashboard *owner;
	struct panel *panel; /* NULL until it came */
	source_ticket ticket;
	bool failed;
};

struct dashboard {
	struct view view;
	struct panel_heads *heads; /* NULL until they came */
	struct slot *cards;	   /* one a head */
	source_ticket ticket;
	size_t at;
	int top;
	struct card_grid grid; /* as last drawn */
	struct region region;
	char status[64];
};

static bool
is_standing(const struct panel_head *head)
{
	return strcmp(head->code, "standing") == 0;
}

static void
on_panel(void *arg, struct panel *panel, const struct error *err)
{
	struct slot *card = arg;
	struct dashboard *d = card->owner;

	card->ticket = 0;
	card->failed = !panel;
	if (panel) {
		panel_free(card->panel);
		card->panel = panel;
	} else {
		d->view.services->message_error(d->view.services, err);
	}
	d->view.dirty = true;
}

/* People and days are counted afresh, which takes longest. */
static bool
is_slow(const struct panel_head *head)
{
	static const char *const slow[] = { "charges", "safeguarding", "closing" };

	for (size_t i = 0; i < ARRAY_LEN(slow); i++)
		if (strcmp(head->code, slow[i]) == 0)
			return true;
	return false;
}

static void
ask_panel(struct dashboard *d, size_t i)
{
	struct source *source = d->view.services->source;

	if (!d->cards[i].ticket && !is_standing(&d->heads->items[i]))
		d->cards[i].ticket =
		    source->ops->panel(source, d->heads->items[i].code, on_panel, &d->cards[i]);
}

/* One is counted after the other: those that are seen come first, but for the slow ones. */
static void
ask_panels(struct dashboard *d)
{
	const size_t n = d->heads->n, first = (size_t)d->top * (size_t)d->grid.across;

	for (size_t k = 0; k < n; k++)
		if (!is_slow(&d->heads->items[(first + k) % n]))
			ask_panel(d, (first + k) % n);
	for (size_t k = 0; k < n; k++)
		ask_panel(d, (first + k) % n);
}

static void
on_heads(void *arg, struct panel_heads *heads, const struct error *err)
{
	struct dashboard *d = arg;

	d->ticket = 0;
	d->view.dirty = d->view.full = true;
	if (!heads) {
		d->view.services->message_error(d->view.services, err);
		return;
	}
	d->heads = heads;
	d->cards = xcalloc(heads->n + 1, sizeof *d->cards);
	for (size_t i = 0; i < heads->n; i++)
		d->cards[i].owner = d;
	ask_panels(d);
}

static void
ask(struct dashboard *d)
{
	struct source *source = d->view.services->source;

	if (d->heads) {
		d->view.services->rows_stand(d->view.services);
		ask_panels(d);
	} else if (!d->ticket) {
		d->ticket = source->ops->panels(source, on_heads, d);
	}
}

static size_t
counting(const struct dashboard *d)
{
	size_t n = 0;

	for (size_t i = 0; d->heads && i < d->heads->n; i++)
		n += d->cards[i].ticket != 0;
	return n;
}

static void
draw_head(const struct dashboard *d, struct region r)
{
	int col = region_text(r, 0, 1, STYLE_TITLE, "Dashboard") + 3;

	if (d->heads && d->heads->n)
		region_text(r, 0, col, STYLE_DIM, d->heads->items[0].whose);
}

/* How a period begins: its end is the same on all cards and stands in the head. */
static size_t
beginning(const char *period)
{
	const char *to = strstr(period, " to ");

	return to ? (size_t)(to - period) : strcspn(period, ",");
}

/* The population and the period: the rest of it is on the panel. */
static void
draw_title(struct region r, const struct panel_head *head, bool selected)
{
	struct buf when = BUF_INIT;

	region_text(r, 0, 0, STYLE_TITLE, selected ? ">" : " ");
	region_cell(region_span(r, 0, 1, r.cols - 1), selected ? STYLE_CURSOR : STYLE_TITLE, false,
	    head->title);
	buf_addf(&when, "%s ", head->population);
	buf_add(&when, head->period, beginning(head->period));
	region_cell(region_span(r, 1, 0, r.cols), STYLE_DIM, false, buf_str(&when));
	buf_free(&when);
}

static void
draw_picture(struct region r, const struct panel_head *head, const struct panel *panel)
{
	struct plate p = chart_plate(r);

	panel_card(&p, head->code, panel);
	chart_paint(r, &p);
	plate_free(&p);
}

static void
draw_card(struct dashboard *d, struct region r, size_t i)
{
	const struct panel_head *head = &d->heads->items[i];
	struct region body = region_part(r, 2, 0, r.rows - 2, r.cols);
	struct panel *standing = NULL;
	const struct panel *panel = d->cards[i].panel;

	region_clear(r);
	draw_title(r, head, i == d->at);
	if (is_standing(head))
		panel = standing = standing_panel(d->view.services->summary);
	if (panel)
		draw_picture(body, head, panel);
	else
		region_text(body, 0, 0, STYLE_DIM,
		    d->cards[i].failed ? "could not be counted; r asks again" : "counting...");
	panel_free(standing);
}

static void
draw_cards(struct dashboard *d, struct region r)
{
	const struct card_grid *g = &d->grid;

	for (size_t i = 0; i < d->heads->n; i++) {
		const int row = (int)i / g->across - d->top, col = (int)i % g->across;
		struct region card;

		if (row < 0 || row >= g->shown)
			continue;
		card = region_part(r, row * g->rows, col * g->step, g->rows, g->step - 1);
		draw_card(d, card, i);
		if (i == d->at)
			screen_cursor(r.screen, card.row, card.col, false);
	}
}

static void
dashboard_draw(struct view *view, struct region r)
{
	struct dashboard *d = (struct dashboard *)view;

	region_clear(r);
	draw_head(d, r);
	d->region = region_part(r, HEAD_ROWS, 0, r.rows - HEAD_ROWS, r.cols);
	if (d->heads) {
		card_grid_fit(&d->grid, d->heads->n, d->region.rows, d->region.cols);
		d->top = card_grid_top(&d->grid, d->top, d->at);
		draw_cards(d, d->region);
	} else {
		region_text(r, 2, 1, STYLE_DIM, "Reading...");
	}
	view->dirty = view->full = false;
}

static enum request
open_card(struct dashboard *d)
{
	struct app_services *s = d->view.services;

	s->push(s, panel_view_new(s, &d->heads->items[d->at]));
	return REQ_NONE;
}

/* By so many cards, staying where there is none. */
static void
move(struct dashboard *d, long by)
{
	const long to = (long)d->at + by;

	if (to >= 0 && to < (long)d->heads->n)
		d->at = (size_t)to;
}

static enum request
dashboard_request(struct view *view, enum request r, const char *arg)
{
	struct dashboard *d = (struct dashboard *)view;
	const int across = d->grid.across, page = d->grid.across * d->grid.shown;

	(void)arg;
	view->dirty = true;
	if (r == REQ_REFRESH) {
		ask(d);
		return REQ_NONE;
	}
	if (!d->heads || !d->heads->n)
		return r;
	if (r == REQ_OPEN)
		return open_card(d);
	if (r == REQ_LEFT || r == REQ_RIGHT)
		move(d, r == REQ_LEFT ? -1 : 1);
	else if (r == REQ_UP || r == REQ_DOWN)
		move(d, r == REQ_UP ? -across : across);
	else if (r == REQ_PAGE_UP || r == REQ_PAGE_DOWN)
		move(d, r == REQ_PAGE_UP ? -page : page);
	else if (r == REQ_PANE_NEXT)
		d->at = (d->at + 1) % d->heads->n;
	else if (r == REQ_FIRST || r == REQ_LAST)
		d->at = r == REQ_FIRST ? 0 : d->heads->n - 1;
	else
		return r;
	return REQ_NONE;
}

static bool
dashboard_key(struct view *view, const struct key *key)
{
	struct dashboard *d = (struct dashboard *)view;
	const int row = key->mouse.row - d->region.row, col = key->mouse.col - d->region.col;
	size_t card;

	if (key->code != KEYC_MOUSE || !d->heads || row < 0 || col < 0)
		return false;
	if (key->mouse.kind == MOUSE_WHEEL_UP || key->mouse.kind == MOUSE_WHEEL_DOWN)
		move(d, key->mouse.kind == MOUSE_WHEEL_UP ? -d->grid.across : d->grid.across);
	card = (size_t)((row / d->grid.rows + d->top) * d->grid.across + col / d->grid.step);
	if (key->mouse.kind != MOUSE_WHEEL_UP && key->mouse.kind != MOUSE_WHEEL_DOWN &&
	    card < d->heads->n)
		d->at = card;
	if (key->mouse.kind == MOUSE_DOUBLE)
		view->services->post(view->services, REQ_OPEN, NULL);
	view->dirty = true;
	return true;
}

static const char *
dashboard_status(struct view *view)
{
	struct dashboard *d = (struct dashboard *)view;
	const size_t left = counting(d);

	d->status[0] = '\0';
	if (left)
		snprintf(d->status, sizeof d->status, "counted %zu of %zu", d->heads->n - left,
		    d->heads->n);
	else if (d->heads && d->grid.down > d->grid.shown)
		snprintf(d->status, sizeof d->status, "%zu/%zu", d->at + 1, d->heads->n);
	return d->status;
}

static void
dashboard_close(struct view *view)
{
	struct dashboard *d = (struct dashboard *)view;
	struct source *source = view->services->source;

	if (d->ticket)
		source->ops->cancel(source, d->ticket);
	for (size_t i = 0; d->heads && i < d->heads->n; i++) {
		if (d->cards[i].ticket)
			source->ops->cancel(source, d->cards[i].ticket);
		panel_free(d->cards[i].panel);
	}
	free(d->cards);
	panel_heads_free(d->heads);
	free(d);
}

static const enum request dashboard_hints[] = { REQ_BACK, REQ_OPEN, REQ_PANE_NEXT, REQ_REFRESH,
	REQ_HELP, REQ_COMMAND, REQ_QUIT, REQ_NONE };

static const struct view_ops dashboard_ops = {
	.name = "dashboard",
	.title = "dashboard",
	.hints = dashboard_hints,
	.draw = dashboard_draw,
	.request = dashboard_request,
	.key = dashboard_key,
	.changed = view_redraw,
	.status = dashboard_status,
	.close = dashboard_close,
};

struct view *
dashboard_new(struct app_services *services)
{
	struct dashboard *d = xcalloc(1, sizeof *d);

	d->view = (struct view){ .ops = &dashboard_ops, .services = services, .full = true };
	card_grid_fit(&d->grid, 1, services->rows, services->cols);
	ask(d);
	return &d->view;
}
