/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/pager.h"

#include "base/alloc.h"
#include "term/help.h"

struct pager {
	struct view view;
	struct help *help;
};

static void
pager_draw(struct view *v, struct region r)
{
	struct pager *p = (struct pager *)v;

	help_draw(p->help, r);
	v->dirty = v->full = false;
}

static bool
pager_key(struct view *v, const struct key *key)
{
	struct pager *p = (struct pager *)v;

	switch (help_key(p->help, key)) {
	case HELP_UNUSED:
		return false;
	case HELP_MOVED:
		v->dirty = true;
		break;
	case HELP_LEFT:
		v->services->pop(v->services, v);
		break;
	}
	return true;
}

static enum request
pager_request(struct view *v, enum request r, const char *arg)
{
	(void)v;
	(void)arg;
	return r;
}

static void
pager_close(struct view *v)
{
	struct pager *p = (struct pager *)v;

	help_free(p->help);
	free(p);
}

static const enum request pager_hints[] = { REQ_BACK, REQ_SEARCH, REQ_PAGE_DOWN, REQ_PAGE_UP,
	REQ_NONE };

static const struct view_ops pager_ops = {
	.name = "text",
	.title = "text",
	.keys_first = true,
	.hints = pager_hints,
	.draw = pager_draw,
	.request = pager_request,
	.key = pager_key,
	.close = pager_close,
};

struct pager *
pager_new(struct app_services *services, const char *title)
{
	struct pager *p = xcalloc(1, sizeof *p);

	p->view = (struct view){ .ops = &pager_ops, .services = services, .full = true };
	p->help = help_new(title);
	return p;
}

struct flow *
pager_flow(struct pager *p)
{
	return help_flow(p->help);
}

struct view *
pager_view(struct pager *p)
{
	return &p->view;
}
