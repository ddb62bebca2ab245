/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/groups.h"

#include "view/cells.h"
#include "view/grid.h"
#include "view/browse.h"

static void
groups_cell(struct browse *b, size_t i, int column, struct list_cell *cell)
{
	const struct row *row = window_row(b->window, i);

	cell->text = row->cell[column];
	if (column == GROUP_LINES)
		cells_list(&b->cell, cell->text, cell);
	else if (column == GROUP_OPEN_LINES)
		cells_count(&b->cell, cell->text, 0, STYLE_NORMAL, cell);
}

static enum request
groups_open(struct browse *b, const struct row *row)
{
	struct app_services *s = b->view.services;
	struct buf filter = BUF_INIT;

	buf_addf(&filter, "group:\"%s\"", row->cell[GROUP_REF]);
	s->push(s, grid_new(s, buf_str(&filter)));
	buf_free(&filter);
	return REQ_NONE;
}

static const enum request groups_hints[] = { REQ_HELP, REQ_OPEN, REQ_RAISE, REQ_BACK, REQ_FILTER,
	REQ_SEARCH, REQ_SORT, REQ_VIEWS, REQ_PREVIEW, REQ_COLUMNS, REQ_GRID, REQ_MARK, REQ_COMMAND,
	REQ_QUIT, REQ_NONE };

static const struct view_ops groups_ops = {
	.name = "groups",
	.title = "groups",
	.hints = groups_hints,
	.draw = browse_draw,
	.request = browse_request,
	.key = browse_key,
	.changed = browse_changed,
	.news = browse_news,
	.status = browse_status,
	.close = browse_close,
};

static const struct browse_kind groups_kind = {
	.listing = LISTING_GROUPS,
	.what = "groups",
	.search = "search reference, name: ",
	.ops = &groups_ops,
	.cell = groups_cell,
	.open = groups_open,
};

struct view *
groups_new(struct app_services *services)
{
	return browse_new(services, &groups_kind, NULL);
}
