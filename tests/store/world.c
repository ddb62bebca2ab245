/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/store/world.h"

#include <stdlib.h>

struct world
world_open(const char *user)
{
	char *conninfo = xasprintf("user=%s", user);
	const struct link_options o = { .target.conninfo = conninfo };
	struct world w = { .link = link_new(&o) };

	w.source = store_source_new(w.link);
	free(conninfo);
	return w;
}

void
world_close(struct world *w)
{
	page_free(w->page);
	store_source_free(w->source);
	link_free(w->link);
}

void
world_take_page(void *arg, struct page *page, const struct error *err)
{
	struct world *w = arg;

	page_free(w->page);
	w->page = page;
	w->done = true;
	if (err)
		print_message("page: %s\n", err->text);
	w->failed = err != NULL;
}

static void
take_count(void *arg, long count, const struct error *err)
{
	struct world *w = arg;

	w->count = count;
	w->done = true;
	if (err)
		print_message("count: %s\n", err->text);
}

const struct page *
world_fetch(struct world *w, const struct list_query *q)
{
	w->done = false;
	w->source->ops->page(w->source, q, world_take_page, w);
	assert_int_equal(w->source->ops->pending(w->source), 1);
	store_pump(w->link, &w->done);
	assert_non_null(w->page);
	assert_int_equal(w->source->ops->pending(w->source), 0);
	return w->page;
}

long
world_count(struct world *w, const struct list_query *q)
{
	w->done = false;
	w->source->ops->count(w->source, q, take_count, w);
	store_pump(w->link, &w->done);
	return w->count;
}

struct filter *
world_filter(enum listing listing, const char *text)
{
	struct filter *filter;
	struct filter_error err;

	if (!filter_parse(listing, text, &filter, &err))
		fail_msg("%s: %s", text, err.error.text);
	return filter;
}
