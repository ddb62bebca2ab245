/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/pick.h"

#include "base/alloc.h"
#include "term/menu.h"

struct pick_view {
	struct view view;
	struct menu *menu;
	long chosen;
	void (*done)(void *arg, long chosen);
	void *arg;
};

static void
pick_draw(struct view *v, struct region r)
{
	struct pick_view *p = (struct pick_view *)v;

	menu_draw(p->menu, r);
	v->dirty = v->full = false;
}

static bool
pick_key(struct view *v, const struct key *key)
{
	struct pick_view *p = (struct pick_view *)v;

	switch (menu_key(p->menu, key)) {
	case MENU_UNUSED:
		return false;
	case MENU_MOVED:
	case MENU_CHANGED:
		v->full = true;
		break;
	case MENU_DONE:
		p->chosen = menu_selected(p->menu)->id;
		v->services->pop(v->services, v);
		break;
	case MENU_LEFT:
		v->services->pop(v->services, v);
		break;
	}
	return true;
}

static enum request
pick_request(struct view *v, enum request r, const char *arg)
{
	(void)v;
	(void)arg;
	return r;
}

static void
pick_close(struct view *v)
{
	struct pick_view *p = (struct pick_view *)v;
	void (*done)(void *arg, long chosen) = p->done;
	void *arg = p->arg;
	long chosen = p->chosen;

	menu_free(p->menu);
	free(p);
	done(arg, chosen);
}

static const struct view_ops pick_ops = {
	.name = "pick",
	.title = "choose",
	.popup = true,
	.keys_first = true,
	.draw = pick_draw,
	.request = pick_request,
	.key = pick_key,
	.close = pick_close,
};

struct view *
pick_new(struct app_services *services, const struct pick *pick)
{
	struct pick_view *p = xcalloc(1, sizeof *p);
	size_t i;

	p->view = (struct view){ .ops = &pick_ops, .services = services, .dirty = true };
	p->menu = menu_new(pick->title, 0);
	for (i = 0; i < pick->n; i++)
		menu_add(p->menu,
		    &(struct menu_item){
			.id = (int)i, .text = pick->items[i], .note = pick->help[i] });
	menu_select(p->menu, (int)pick->selected);
	p->chosen = -1;
	p->done = pick->done;
	p->arg = pick->arg;
	return &p->view;
}
