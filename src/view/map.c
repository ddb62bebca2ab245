/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "term/chart.h"
#include "view/grid.h"
#include "view/place_filter.h"

struct map {
	struct view view;
	struct panel *panel;
	source_ticket ticket;
	size_t series, label; /* what it is shaded by, and the tile of the cursor */
	struct buf status;
};

static bool
tile_at(const struct panel *p, size_t label, struct chart_tile *tile)
{
	*tile = (struct chart_tile){ .code = p->label[label] };
	return panel_tile(p, label, &tile->row, &tile->col, &tile->name);
}

static void
on_panel(void *arg, struct panel *panel, const struct error *err)
{
	struct map *m = arg;

	m->ticket = 0;
	m->view.dirty = m->view.full = true;
	if (!panel) {
		m->view.services->message_error(m->view.services, err);
		return;
	}
	panel_free(m->panel);
	m->panel = panel;
	if (m->label >= panel->nlabels || m->series >= panel->nseries)
		m->label = m->series = 0;
}

static void
ask(struct map *m)
{
	struct source *source = m->view.services->source;

	if (!m->ticket)
		m->ticket = source->ops->panel(source, "map", on_panel, m);
}

/* The tiles there are, in their own order; free() them. which: their labels. */
static size_t
tiles_of(const struct map *m, struct chart_tile **tiles, size_t **which)
{
	const struct panel *p = m->panel;
	size_t n = 0;

	*tiles = xcalloc(p->nlabels + 1, sizeof **tiles);
	*which = xcalloc(p->nlabels + 1, sizeof **which);
	for (size_t i = 0; i < p->nlabels; i++)
		if (tile_at(p, i, &(*tiles)[n])) {
			(*tiles)[n].value = panel_value(p, m->series, i);
			(*which)[n++] = i;
		}
	return n;
}

/* What has no tile, in a line of words. */
static void
draw_elsewhere(const struct map *m, struct region r)
{
	const struct panel *p = m->panel;
	struct buf text = BUF_INIT;
	struct chart_tile tile;

	for (size_t i = 0; i < p->nlabels; i++)
		if (!tile_at(p, i, &tile))
			buf_addf(&text, "%s%s%s %ld",
			    text.len ? ", " : "Elsewhere: ", i == m->label ? ">" : "", tile.name,
			    panel_value(p, m->series, i));
	region_cell(region_span(r, 0, 0, r.cols), STYLE_DIM, false, buf_str(&text));
	buf_free(&text);
}

static void
draw_tiles(struct map *m, struct region r)
{
	struct plate p = chart_plate(r);
	struct chart_tiles_fit fit;
	struct chart_tile *tiles;
	size_t *which, n = tiles_of(m, &tiles, &which);

	chart_tiles_fit(tiles, n, &p, &fit);
	chart_tiles(&p, tiles, n, &fit);
	chart_paint(r, &p);
	plate_free(&p);
	if (fit.rows == 0)
		region_text(r, 0, 0, STYLE_DIM, "No room for the map; :corridors has the numbers.");
	for (size_t i = 0; fit.rows && i < n; i++) {
		const int row = tiles[i].row * fit.rows, col = tiles[i].col * fit.cols;

		if (which[i] != m->label)
			continue;
		region_restyle(region_span(r, row, col, fit.cols - 1), STYLE_CURSOR);
		screen_cursor(r.screen, r.row + row, r.col + col, false);
	}
	free(tiles);
	free(which);
}

/* The measures, the one shaded by in brackets; that one alone, with its number, where not all have
 * room. Returns the column after them. */
static int
draw_measures(const struct map *m, struct region r, int col)
{
	const struct panel *p = m->panel;
	int all = 0;

	for (size_t i = 0; i < p->nseries; i++)
		all += text_width(p->series[i], strlen(p->series[i])) + 3;
	for (size_t i = 0; i < p->nseries; i++) {
		const bool shown = i == m->series;
		char *name;

		if (col + all > r.cols)
			name = shown ? xasprintf("[%s] %zu/%zu ", p->series[i], i + 1, p->nseries)
				     : xstrdup("");
		else
			name = xasprintf(
			    "%s%s%s ", shown ? "[" : " ", p->series[i], shown ? "]" : " ");
		col += region_text(r, 0, col, shown ? STYLE_TITLE : STYLE_DIM, name);
		free(name);
	}
	return col;
}

static void
map_draw(struct view *view, struct region r)
{
	struct map *m = (struct map *)view;
	int col;

	region_clear(r);
	col = region_text(r, 0, 1, STYLE_TITLE, "Map") + 3;
	if (!m->panel || !m->panel->nlabels) {
		region_text(
		    r, 2, 1, STYLE_DIM, m->panel ? "There is no place on it." : "Counting...");
		view->dirty = view->full = false;
		return;
	}
	col = draw_measures(m, r, col);
	region_text(r, 0, col + 1, STYLE_DIM, "open lines you see, now");
	draw_tiles(m, region_part(r, 1, 1, r.rows - 2, r.cols - 2));
	draw_elsewhere(m, region_part(r, r.rows - 1, 1, 1, r.cols - 2));
	view->dirty = view->full = false;
}

/* How far a tile lies in a direction, and beside it; -1 if it lies elsewhere. */
static int
distance(const struct chart_tile *from, const struct chart_tile *to, enum request r)
{
	const int down = to->row - from->row, right = to->col - from->col;
	const int along = r == REQ_UP ? -down
	    : r == REQ_DOWN	      ? down
	    : r == REQ_LEFT	      ? -right
				      : right;
	const int beside = abs(r == REQ_UP || r == REQ_DOWN ? right : down);

	return along > 0 ? along + 2 * beside : -1;
}

static void
move(struct map *m, enum request r)
{
	const struct panel *p = m->panel;
	struct chart_tile from, to;
	size_t best = m->label;
	int nearest = -1;

	if (!tile_at(p, m->label, &from)) {
		if (r == REQ_LEFT || r == REQ_UP)
			m->label -= m->label > 0;
		else
			m->label += m->label + 1 < p->nlabels;
		return;
	}
	for (size_t i = 0; i < p->nlabels; i++) {
		const int d = tile_at(p, i, &to) ? distance(&from, &to, r) : -1;

		if (d > 0 && (nearest < 0 || d < nearest)) {
			nearest = d;
			best = i;
		}
	}
	/* Below the map stand the places without a tile. */
	for (size_t i = 0; nearest < 0 && r == REQ_DOWN && i < p->nlabels; i++)
		if (!tile_at(p, i, &to)) {
			best = i;
			break;
		}
	m->label = best;
}

static enum request
map_request(struct view *view, enum request r, const char *arg)
{
	struct map *m = (struct map *)view;
	struct app_services *s = view->services;
	struct buf filter = BUF_INIT;

	(void)arg;
	view->dirty = true;
	if (r == REQ_REFRESH) {
		ask(m);
		return REQ_NONE;
	}
	if (!m->panel || !m->panel->nlabels)
		return r;
	if (r == REQ_PANE_NEXT) {
		m->series = (m->series + 1) % m->panel->nseries;
	} else if (r == REQ_OPEN) {
		place_filter(&filter, s->terms, m->panel->label[m->label]);
		buf_addf(&filter, "%s%s", *m->panel->filter[m->series] ? " " : "",
		    m->panel->filter[m->series]);
		s->push(s, grid_new(s, buf_str(&filter)));
		buf_free(&filter);
	} else if (r == REQ_UP || r == REQ_DOWN || r == REQ_LEFT || r == REQ_RIGHT) {
		move(m, r);
	} else {
		return r;
	}
	return REQ_NONE;
}

static const char *
map_status(struct view *view)
{
	struct map *m = (struct map *)view;
	const struct panel *p = m->panel;
	struct chart_tile tile;

	buf_clear(&m->status);
	if (!p || !p->nlabels)
		return "";
	tile_at(p, m->label, &tile);
	buf_addf(&m->status, "%s:", tile.name);
	for (size_t i = 0; i < p->nseries; i++)
		buf_addf(&m->status, "%s %s %ld", i ? "," : "", p->series[i],
		    panel_value(p, i, m->label));
	return buf_str(&m->status);
}

static void
map_close(struct view *view)
{
	struct map *m = (struct map *)view;

	if (m->ticket)
		view->services->source->ops->cancel(view->services->source, m->ticket);
	panel_free(m->panel);
	buf_free(&m->status);
	free(m);
}

static const enum request map_hints[] = { REQ_BACK, REQ_OPEN, REQ_PANE_NEXT, REQ_CORRIDORS,
	REQ_REFRESH, REQ_HELP, REQ_QUIT, REQ_NONE };

static const struct view_ops map_ops = {
	.name = "map",
	.title = "map",
	.hints = map_hints,
	.draw = map_draw,
	.request = map_request,
	.changed = view_redraw,
	.status = map_status,
	.close = map_close,
};

struct view *
map_new(struct app_services *services)
{
	struct map *m = xcalloc(1, sizeof *m);

	m->view = (struct view){ .ops = &map_ops, .services = services, .full = true };
	ask(m);
	return &m->view;
}
