/* SPDX-License-Identifier: MIT
 *
 * The contract of a screen. A screen is one small file that ends in one ops struct; the application
 * keeps a stack of them and draws the top one between the banner and the bottom line.
 *
 * Order of calls: any of draw, request, key, changed, news; close last. draw is called
 * after every event that marked the screen dirty, never re-entered, and must not ask for data.
 */
#ifndef GRIDLINE_VIEW_VIEW_H
#define GRIDLINE_VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "model/source.h"
#include "term/screen.h"
#include "view/request.h"

struct app_services; /* view/services.h: what screens may ask of the application */
struct view;

struct view_ops {
	const char *name; /* as in the `start` setting */
	const char *title;
	bool popup;	 /* drawn over the screen below it, which stays to be seen */
	bool meeting;	 /* the keys of GROUP_MEETING come before all others here */
	bool keys_first; /* `key` gets every key, before it is looked up as a request */
	/* Requests whose keys the bottom line shows, most useful first, ended by REQ_NONE. */
	const enum request *hints;

	void (*draw)(struct view *v, struct region r);
	/* Handle a request, or give it back: what is returned goes on to the application. arg is
	 * what was typed after the command, NULL when it came from a key. */
	enum request (*request)(struct view *v, enum request r, const char *arg);
	/* Mouse and keys that map to no request; true if used. NULL: none. */
	bool (*key)(struct view *v, const struct key *key);
	/* The session changed (link, role, clock), or the day turned. NULL: not interested. */
	void (*changed)(struct view *v);
	/* Others changed something of these kinds (model/news.h): ask again for what is shown of
	 * it, quietly, so that nothing moves under the hand and what is the same is not drawn.
	 * Called while the screen is seen; what comes while it is covered, when it is seen again.
	 * NULL: it shows nothing that others change. */
	void (*news)(struct view *v, unsigned kinds);
	/* One line for the left of the bottom line (position, filter, what runs). NULL: none. */
	const char *(*status)(struct view *v);
	/* Free everything; requests under way are cancelled by the view. */
	void (*close)(struct view *v);
};

struct view {
	const struct view_ops *ops;
	struct app_services *services;
	bool dirty;    /* wants to be drawn */
	bool full;     /* and from scratch: the region was cleared */
	unsigned news; /* kinds it is still to be told of; the application's */
};

/* The `changed` of a screen that then is drawn anew, and nothing else. */
void view_redraw(struct view *v);

#endif
