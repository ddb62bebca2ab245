/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/steps.h"

#include "base/alloc.h"
#include "term/menu.h"
#include "view/sheet.h"

#define HELD_MOST 32

struct steps {
	struct view view;
	char id[ROW_ID_LEN + 1];
	char *title;
	struct menu *menu; /* NULL until the answer came */
	struct step_offers *offers;
	source_ticket ticket;
	const char *chosen;	    /* the step that opens when the menu has gone */
	struct key held[HELD_MOST]; /* typed before the menu was there */
	size_t nheld;
	bool left;				   /* no key counts any more */
	void (*hand)(void *arg, const char *step); /* NULL: the step opens as a form */
	void *arg;
};

static bool steps_key(struct view *view, const struct key *key);

static void
on_offers(void *arg, struct step_offers *offers, const struct error *err)
{
	struct steps *v = arg;
	struct app_services *s = v->view.services;
	size_t i;

	v->ticket = 0;
	if (!offers || offers->n == 0) {
		if (err)
			s->message_error(s, err);
		else
			s->message(s, MESSAGE_INFO, "there is nothing you can do to this record");
		step_offers_free(offers);
		s->pop(s, &v->view);
		return;
	}
	v->offers = offers;
	v->menu = menu_new(v->title, 0);
	for (i = 0; i < offers->n; i++) {
		const struct step_offer *o = &offers->items[i];
		char *note = o->blocked[0] ? xasprintf("not now: %s", o->blocked) : NULL;

		menu_add(v->menu,
		    &(struct menu_item){
			.id = (int)i, .text = o->label, .note = note ? note : o->help });
		free(note);
	}
	for (i = 0; i < v->nheld && !v->left; i++)
		steps_key(&v->view, &v->held[i]);
	v->view.dirty = true;
}

static void
steps_draw(struct view *view, struct region r)
{
	struct steps *v = (struct steps *)view;

	if (v->menu)
		menu_draw(v->menu, r);
	view->dirty = view->full = false;
}

static void
leave(struct steps *v)
{
	v->left = true;
	v->view.services->pop(v->view.services, &v->view);
}

static void
choose(struct steps *v)
{
	const struct step_offer *o = &v->offers->items[menu_selected(v->menu)->id];
	struct app_services *s = v->view.services;

	if (o->blocked[0] && !v->hand) {
		s->message(s, MESSAGE_WARNING, "%s: %s", o->label, o->blocked);
		return;
	}
	v->chosen = o->step;
	leave(v);
}

static bool
steps_key(struct view *view, const struct key *key)
{
	struct steps *v = (struct steps *)view;

	if (!v->menu) {
		if (key->code == KEYC_ESC)
			leave(v);
		else if (v->nheld < HELD_MOST)
			v->held[v->nheld++] = *key;
		return true;
	}
	switch (menu_key(v->menu, key)) {
	case MENU_UNUSED:
		return false;
	case MENU_MOVED:
	case MENU_CHANGED:
		view->full = true;
		break;
	case MENU_DONE:
		choose(v);
		break;
	case MENU_LEFT:
		leave(v);
		break;
	}
	return true;
}

static enum request
steps_request(struct view *view, enum request r, const char *arg)
{
	(void)view;
	(void)arg;
	return r;
}

static void
steps_close(struct view *view)
{
	struct steps *v = (struct steps *)view;
	struct app_services *s = view->services;

	if (v->ticket)
		s->source->ops->cancel(s->source, v->ticket);
	if (v->chosen && v->hand)
		v->hand(v->arg, v->chosen);
	else if (v->chosen)
		s->push(s, sheet_new(s, v->chosen, v->id));
	menu_free(v->menu);
	step_offers_free(v->offers);
	free(v->title);
	free(v);
}

static const struct view_ops steps_ops = {
	.name = "steps",
	.title = "what can be done here",
	.popup = true,
	.keys_first = true,
	.draw = steps_draw,
	.request = steps_request,
	.key = steps_key,
	.close = steps_close,
};

struct view *
steps_new(struct app_services *services, const char *object, const char *id, const char *title)
{
	struct steps *v = xcalloc(1, sizeof *v);

	v->view = (struct view){ .ops = &steps_ops, .services = services, .dirty = true };
	snprintf(v->id, sizeof v->id, "%s", id);
	v->title = xstrdup(title);
	v->ticket = services->source->ops->steps(services->source, object, id, on_offers, v);
	return &v->view;
}

struct view *
steps_for_new(struct app_services *services, const struct steps_for *of)
{
	struct view *view = steps_new(services, of->object, of->id, of->title);
	struct steps *v = (struct steps *)view;

	v->hand = of->chosen;
	v->arg = of->arg;
	return view;
}
