/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/grid.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "view/cells.h"
#include "view/browse.h"
#include "view/dossier.h"
#include "view/strip.h"

/* Where a band stands among the bands: as the summary has them, as shipped before it is there. */
static size_t
band_place(const struct browse *b, const char *band)
{
	static const char *const shipped[] = { "critical", "high", "medium", "low" };
	const struct summary *s = b->view.services->summary;
	size_t i;

	for (i = 0; s && i < s->nbands; i++)
		if (strcmp(s->band[i].code, band) == 0)
			return i;
	for (i = 0; i < ARRAY_LEN(shipped); i++)
		if (strcmp(shipped[i], band) == 0)
			break;
	return i;
}

/* A word, or on a narrow screen its letter. */
static void
band_cell(struct browse *b, const struct row *row, struct list_cell *cell)
{
	const char *band = row->cell[GRID_BAND];

	cell->style = strip_band_style(band_place(b, band));
	if (!b->letters || !*band)
		return;
	buf_addc(&b->cell, (char)toupper((unsigned char)band[0]));
	cell->text = buf_str(&b->cell);
}

static void
name_cell(struct browse *b, const struct row *row, struct list_cell *cell)
{
	if (!(row->flags & ROW_RESTRICTED))
		return;
	buf_addf(&b->cell, "[R] %s", row->cell[GRID_NAME]);
	cell->text = buf_str(&b->cell);
}

static void
grid_cell(struct browse *b, size_t i, int column, struct list_cell *cell)
{
	const struct row *row = window_row(b->window, i);
	bool overdue = row->flags & ROW_OVERDUE, stale = row->flags & ROW_STALE;

	cell->text = row->cell[column];
	switch (column) {
	case GRID_RANK:
		if (*window_rank_of(b->window, i))
			cell->text = window_rank_of(b->window, i);
		break;
	case GRID_CHANGE:
		cells_change(&b->cell,
		    *window_change_of(b->window, i) ? window_change_of(b->window, i) : cell->text,
		    cell);
		break;
	case GRID_NAME:
		name_cell(b, row, cell);
		break;
	case GRID_SCORE:
		cell->style = strip_band_style(band_place(b, row->cell[GRID_BAND]));
		break;
	case GRID_BAND:
		band_cell(b, row, cell);
		break;
	case GRID_IMPORTS:
	case GRID_DRUGS:
	case GRID_GROUPS:
		cells_list(&b->cell, cell->text, cell);
		break;
	case GRID_OPEN_TASKINGS:
		cells_count(&b->cell, cell->text, 0, STYLE_NORMAL, cell);
		break;
	case GRID_OVERDUE_TASKINGS:
		cells_count(&b->cell, cell->text, overdue ? '!' : 0, STYLE_WARNING, cell);
		break;
	case GRID_DAYS_SINCE_REVIEW:
		cells_count(&b->cell, cell->text, stale ? '*' : 0, STYLE_STALE, cell);
		break;
	default:
		break;
	}
}

static void
grid_strip(struct browse *b, struct region r)
{
	strip_draw(r, b->view.services->summary);
}

static enum request
grid_open(struct browse *b, const struct row *row)
{
	struct app_services *s = b->view.services;
	char *title = xasprintf("%s %s", row->cell[GRID_LINE_REF], row->cell[GRID_NAME]);

	s->push(s, dossier_new(s, row->id, title));
	free(title);
	return REQ_NONE;
}

/* The three answers in one key each. */
static enum request
grid_request(struct view *v, enum request r, const char *arg)
{
	static const struct saved_view top = { .name = "top 20", .limit = 20 },
				       overdue = { .name = "overdue", .filter = "has:overdue" },
				       changed = { .name = "changed",
					       .filter = "change:up,down,new" };
	struct browse *b = (struct browse *)v;

	if (r == REQ_TOP)
		browse_show_saved(b, &top);
	else if (r == REQ_OVERDUE)
		browse_show_saved(b, &overdue);
	else if (r == REQ_CHANGED)
		browse_show_saved(b, &changed);
	else
		return browse_request(v, r, arg);
	return REQ_NONE;
}

static const enum request grid_hints[] = { REQ_HELP, REQ_FILTER, REQ_SEARCH, REQ_TOP, REQ_OVERDUE,
	REQ_CHANGED, REQ_TASKS, REQ_VIEWS, REQ_OPEN, REQ_STEP, REQ_RAISE, REQ_WAITING,
	REQ_DASHBOARD, REQ_SORT, REQ_COLUMNS, REQ_GROUPS, REQ_MARK, REQ_COMMAND, REQ_QUIT,
	REQ_NONE };

static const struct view_ops grid_ops = {
	.name = "grid",
	.title = "threat grid",
	.hints = grid_hints,
	.draw = browse_draw,
	.request = grid_request,
	.key = browse_key,
	.changed = browse_changed,
	.news = browse_news,
	.status = browse_status,
	.close = browse_close,
};

static const struct browse_kind grid_kind = {
	.listing = LISTING_GRID,
	.what = "lines",
	.search = "search reference, name, alias: ",
	.ops = &grid_ops,
	.cell = grid_cell,
	.strip = 1,
	.draw_strip = grid_strip,
	.open = grid_open,
};

struct view *
grid_new(struct app_services *services, const char *filter)
{
	return browse_new(services, &grid_kind, filter);
}
