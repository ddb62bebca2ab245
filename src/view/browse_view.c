/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/alloc.h"
#include "base/text.h"
#include "view/browse.h"
#include "view/pick.h"

#define VIEWS_MAX 64

void
browse_show_saved(struct browse *b, const struct saved_view *saved)
{
	struct app_services *s = b->view.services;
	struct browse_query q = { .filter_text = xstrdup(saved->filter), .sort = -1 };
	struct filter_error err = { 0 };
	bool minus = saved->sort[0] == '-';

	if (!filter_parse(b->kind->listing, saved->filter, &q.filter, &err)) {
		error_prefix(&err.error, "view %s: ", saved->name);
		s->message_error(s, &err.error);
		free(q.filter_text);
		return;
	}
	if (saved->sort[0]) {
		q.sort = column_find(b->kind->listing, saved->sort + minus);
		q.descending = minus;
	}
	q.limit = saved->limit;
	snprintf(q.view, sizeof q.view, "%s", saved->name);
	browse_show(b, &q, false);
}

static const struct saved_view *
find_view(struct browse *b, const char *name)
{
	const struct saved_view *views;
	size_t n, i;

	views = b->view.services->views(b->view.services, &n);
	for (i = 0; i < n; i++)
		if (views[i].listing == b->kind->listing && text_same(views[i].name, name))
			return &views[i];
	return NULL;
}

static void
show_named(struct browse *b, const char *name)
{
	const struct saved_view *view = find_view(b, name);

	if (view)
		browse_show_saved(b, view);
	else
		b->view.services->message(b->view.services, MESSAGE_ERROR,
		    "there is no view named \"%s\" of the %s", name,
		    listing_name(b->kind->listing));
}

static void
view_chosen(void *arg, long chosen)
{
	struct browse *b = arg;
	const struct saved_view *views;
	size_t n, i;

	views = b->view.services->views(b->view.services, &n);
	for (i = 0; i < n && chosen >= 0; i++)
		if (views[i].listing == b->kind->listing && chosen-- == 0)
			browse_show_saved(b, &views[i]);
}

static void
pick_view(struct browse *b)
{
	const char *items[VIEWS_MAX], *help[VIEWS_MAX];
	struct pick pick = {
		.title = "views", .items = items, .help = help, .done = view_chosen, .arg = b
	};
	const struct saved_view *views;
	size_t n, i;

	views = b->view.services->views(b->view.services, &n);
	for (i = 0; i < n && pick.n < VIEWS_MAX; i++) {
		if (views[i].listing != b->kind->listing)
			continue;
		if (text_same(views[i].name, b->query.view))
			pick.selected = pick.n;
		items[pick.n] = views[i].name;
		help[pick.n++] = views[i].filter;
	}
	b->view.services->push(b->view.services, pick_new(b->view.services, &pick));
}

static void
save_as(struct browse *b, const char *name)
{
	struct app_services *s = b->view.services;
	struct saved_view view = { .listing = b->kind->listing, .limit = b->query.limit };
	struct error err = ERROR_INIT;
	size_t n;

	name += strspn(name, " ");
	if (!*name)
		return;
	snprintf(view.name, sizeof view.name, "%s", name);
	snprintf(view.filter, sizeof view.filter, "%s", b->query.filter_text);
	if (b->query.sort >= 0 || b->query.descending)
		snprintf(view.sort, sizeof view.sort, "%s%s", b->query.descending ? "-" : "",
		    b->query.sort >= 0 ? column_table(b->kind->listing, &n)[b->query.sort].name
				       : column_table(b->kind->listing, &n)[0].name);
	if (!s->save_view(s, &view, &err)) {
		s->message_error(s, &err);
		return;
	}
	memcpy(b->query.view, view.name, sizeof b->query.view);
	s->message(s, MESSAGE_INFO, "saved as view %s", view.name);
	browse_dirty(b);
}

static void
save_done(void *arg, const char *text)
{
	if (text)
		save_as(arg, text);
}

static void
ask_name(struct browse *b)
{
	struct ask ask = {
		.label = "save as view: ", .initial = b->query.view, .done = save_done, .arg = b
	};

	b->view.services->ask(b->view.services, &ask);
}

static void
delete_view(struct browse *b, const char *name)
{
	struct app_services *s = b->view.services;
	struct error err = ERROR_INIT;

	if (s->delete_view(s, name, &err))
		s->message(s, MESSAGE_INFO, "view %s is deleted", name);
	else
		s->message_error(s, &err);
}

static void
delete_done(void *arg, const char *text)
{
	if (text && *text)
		delete_view(arg, text);
}

static void
ask_delete(struct browse *b)
{
	struct ask ask = { .label = "delete view: ", .done = delete_done, .arg = b };

	b->view.services->ask(b->view.services, &ask);
}

enum request
browse_view_request(struct browse *b, enum request r, const char *arg)
{
	if (r == REQ_VIEWS && arg)
		show_named(b, arg);
	else if (r == REQ_VIEWS)
		pick_view(b);
	else if (r == REQ_VIEW_SAVE && arg)
		save_as(b, arg);
	else if (r == REQ_VIEW_SAVE)
		ask_name(b);
	else if (r == REQ_VIEW_DELETE && arg)
		delete_view(b, arg);
	else if (r == REQ_VIEW_DELETE)
		ask_delete(b);
	else
		return r;
	return REQ_NONE;
}
