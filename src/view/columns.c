/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/columns.h"

#include "base/alloc.h"
#include "term/menu.h"

struct columns_view {
	struct view view;
	struct menu *menu;
	struct layout before, layout;
	bool keep;
	void (*changed)(void *arg, const struct layout *layout, bool keep);
	void *arg;
};

static void
columns_draw(struct view *v, struct region r)
{
	struct columns_view *c = (struct columns_view *)v;

	menu_draw(c->menu, r);
	v->dirty = v->full = false;
}

/* The menu's items as a layout; a list without any column is none, so the first one stays. */
static void
read_menu(struct columns_view *c)
{
	const struct menu_item *item;
	bool any = false;
	size_t i;

	c->layout.n = menu_count(c->menu);
	for (i = 0; i < c->layout.n; i++) {
		item = menu_at(c->menu, i);
		c->layout.columns[i] = (struct layout_column){
			.column = item->id, .width = item->width, .shown = item->on
		};
		any = any || item->on;
	}
	if (!any && c->layout.n)
		c->layout.columns[0].shown = true;
}

static bool
columns_key(struct view *v, const struct key *key)
{
	struct columns_view *c = (struct columns_view *)v;

	switch (menu_key(c->menu, key)) {
	case MENU_UNUSED:
		return false;
	case MENU_MOVED:
		break;
	case MENU_CHANGED:
		read_menu(c);
		c->changed(c->arg, &c->layout, false);
		break;
	case MENU_DONE:
		c->keep = true;
		v->services->pop(v->services, v);
		break;
	case MENU_LEFT:
		v->services->pop(v->services, v);
		break;
	}
	v->full = true;
	return true;
}

static enum request
columns_request(struct view *v, enum request r, const char *arg)
{
	(void)v;
	(void)arg;
	return r;
}

static void
columns_close(struct view *v)
{
	struct columns_view *c = (struct columns_view *)v;

	c->changed(c->arg, c->keep ? &c->layout : &c->before, c->keep);
	menu_free(c->menu);
	free(c);
}

static const struct view_ops columns_ops = {
	.name = "columns",
	.title = "columns",
	.popup = true,
	.keys_first = true,
	.draw = columns_draw,
	.request = columns_request,
	.key = columns_key,
	.close = columns_close,
};

struct view *
columns_new(struct app_services *services, const struct layout *layout,
    void (*changed)(void *arg, const struct layout *layout, bool keep), void *arg)
{
	struct columns_view *c = xcalloc(1, sizeof *c);
	const struct layout_column *lc;
	const struct column *table;
	size_t i, n;

	c->view = (struct view){ .ops = &columns_ops, .services = services, .dirty = true };
	c->layout = c->before = *layout;
	c->changed = changed;
	c->arg = arg;
	c->menu = menu_new("columns", MENU_TOGGLES | MENU_ORDERS | MENU_WIDTHS);
	table = column_table(layout->listing, &n);
	for (i = 0; i < layout->n; i++) {
		lc = &layout->columns[i];
		menu_add(c->menu,
		    &(struct menu_item){ .id = lc->column,
			.text = table[lc->column].title,
			.note = table[lc->column].flags & COLUMN_FROZEN ? "stays" : "",
			.on = lc->shown,
			.width = lc->width });
	}
	return &c->view;
}
