/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/alloc.h"
#include "view/columns.h"
#include "view/browse.h"
#include "view/pick.h"

/* The order stays with the user's layout unless it belongs to a saved view. */
static void
sort_by(struct browse *b, int column, bool descending)
{
	struct browse_query q = browse_query_copy(b);

	q.sort = column;
	q.descending = descending;
	browse_show(b, &q, false);
	if (q.view[0])
		return;
	b->layout.sort = column;
	b->layout.descending = descending;
	b->view.services->save_layout(b->view.services, &b->layout);
}

/* "score", "-score" for the other way round, "rank" or "" for the list's own order. */
static void
sort_named(struct browse *b, const char *name)
{
	struct app_services *s = b->view.services;
	bool descending = *name == '-';
	int column = -1;

	name += descending;
	if (*name) {
		column = column_find(b->kind->listing, name);
		if (column < 0) {
			s->message(s, MESSAGE_ERROR, "%s is not a column of the %s", name,
			    listing_name(b->kind->listing));
			return;
		}
	}
	if (b->kind->listing == LISTING_GRID && column == GRID_RANK)
		column = -1;
	sort_by(b, column, descending);
}

/* As a click on a title or a choice in the menu: the column, and when it is that one already, the
 * other way round. */
static void
sort_toggle(struct browse *b, int column)
{
	if (b->kind->listing == LISTING_GRID && column == GRID_RANK)
		column = -1;
	sort_by(b, column, column == b->query.sort && !b->query.descending);
}

static void
sort_chosen(void *arg, long chosen)
{
	if (chosen >= 0)
		sort_toggle(arg, (int)chosen);
}

static void
pick_sort(struct browse *b)
{
	const char *items[LAYOUT_COLUMNS], *help[LAYOUT_COLUMNS];
	struct pick pick = { .title = "sort by", .items = items, .help = help, .arg = b };
	const struct column *table = column_table(b->kind->listing, &pick.n);
	size_t i;

	for (i = 0; i < pick.n && i < LAYOUT_COLUMNS; i++) {
		items[i] = table[i].title;
		help[i] = (int)i != b->query.sort ? ""
		    : b->query.descending	  ? "now, reversed"
						  : "now";
	}
	pick.selected = b->query.sort < 0 ? 0 : (size_t)b->query.sort;
	pick.done = sort_chosen;
	b->view.services->push(b->view.services, pick_new(b->view.services, &pick));
}

static void
columns_changed(void *arg, const struct layout *layout, bool keep)
{
	struct browse *b = arg;

	b->layout = *layout;
	browse_set_columns(b);
	if (keep)
		b->view.services->save_layout(b->view.services, &b->layout);
}

/* The first column that scrolls and can be seen. */
static struct layout_column *
scrolled_column(struct browse *b)
{
	size_t n, i, scroll = (size_t)list_scroll(b->list), seen = 0;
	const struct list_column *columns = list_columns(b->list, &n);
	size_t j;

	for (i = 0; i < n; i++) {
		if (columns[i].frozen || seen++ < scroll)
			continue;
		for (j = 0; j < b->layout.n; j++)
			if (b->layout.columns[j].column == columns[i].id)
				return &b->layout.columns[j];
	}
	return NULL;
}

static void
widen(struct browse *b, int by)
{
	struct layout_column *column = scrolled_column(b);

	if (!column || column->width + by < 1 || column->width + by > 60)
		return;
	column->width += by;
	browse_set_columns(b);
	b->view.services->save_layout(b->view.services, &b->layout);
}

enum request
browse_layout_request(struct browse *b, enum request r, const char *arg)
{
	struct app_services *s = b->view.services;

	if (r == REQ_SORT && arg)
		sort_named(b, arg);
	else if (r == REQ_SORT)
		pick_sort(b);
	else if (r == REQ_SORT_REVERSE)
		sort_by(b, b->query.sort, !b->query.descending);
	else if (r == REQ_COLUMNS)
		s->push(s, columns_new(s, &b->layout, columns_changed, b));
	else if (r == REQ_WIDER || r == REQ_NARROWER)
		widen(b, r == REQ_WIDER ? 1 : -1);
	else
		return r;
	return REQ_NONE;
}

void
browse_sort_click(struct browse *b, int column)
{
	sort_toggle(b, column);
}
