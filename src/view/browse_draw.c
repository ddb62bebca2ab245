/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/text.h"
#include "term/flow.h"
#include "view/browse.h"

#define SIDE_COLS 100 /* from this width on the preview stands beside the list, else below it */
#define PANE_GAP 2    /* the line between, and a blank */
#define PANE_MIN 30
#define PANE_MAX 64

/* Cells the preview takes beside the list, 0 if it stands below it or not at all. */
static int
side_cells(const struct browse *b, int cols)
{
	int size = cols * 2 / 5;

	if (!browse_preview_open(b) || cols < SIDE_COLS)
		return 0;
	return size < PANE_MIN ? PANE_MIN : size > PANE_MAX ? PANE_MAX : size;
}

int
browse_list_cols(const struct browse *b, int cols)
{
	int side = side_cells(b, cols);

	return side ? cols - side - PANE_GAP : cols;
}

/* Cut r into list and preview, with a line between them. */
static void
divide(struct browse *b, struct region r)
{
	enum style style = b->preview_focus ? STYLE_TITLE : STYLE_DIM;
	int side = side_cells(b, r.cols), rows = r.rows * 2 / 5;

	b->list_region = r;
	b->preview_region = region_part(r, 0, 0, 0, 0);
	if (side) {
		b->list_region = region_part(r, 0, 0, r.rows, r.cols - side - PANE_GAP);
		region_clear(region_part(r, 0, r.cols - side - PANE_GAP, r.rows, PANE_GAP));
		region_vline(r, r.cols - side - PANE_GAP, style);
		b->preview_region = region_part(r, 0, r.cols - side, r.rows, side);
	} else if (browse_preview_open(b) && r.rows >= 8) {
		b->list_region = region_part(r, 0, 0, r.rows - rows - 1, r.cols);
		region_hline(r, r.rows - rows - 1, style);
		b->preview_region = region_part(r, r.rows - rows, 0, rows, r.cols);
	}
}

/* Why there is no row to show. */
static void
add_reason(const struct browse *b, const struct session *s, struct buf *text)
{
	if (s->link == LINK_REFUSED || s->link == LINK_LOST)
		buf_adds(text, s->text);
	else if (!window_settled(b->window))
		buf_adds(text, s->link == LINK_CONNECTING ? "Connecting..." : "Reading...");
	else if (strcmp(s->role, "admin") == 0)
		buf_addf(text, "Your role, admin, sees no %s.", b->kind->what);
	else if (b->query.filter_text[0])
		buf_addf(text, "No %s match %s.", b->kind->what, b->query.filter_text);
	else if (strcmp(s->role, "lro") == 0)
		buf_addf(text,
		    "There are no %s here: none is run from your unit (%s) or tasked to it.",
		    b->kind->what, s->unit);
	else
		buf_addf(text, "There are no %s here yet.", b->kind->what);
}

/* And what to do. */
static void
add_way_out(const struct browse *b, const struct session *s, struct buf *text)
{
	const struct keymap *keys = b->view.services->keys;

	if (s->link == LINK_REFUSED)
		keymap_hint(keys, REQ_REFRESH, " tries again", text);
	else if (s->link == LINK_LOST)
		buf_adds(text,
		    "Is the server running, and do -h and -p (or PGHOST and PGPORT) say where?");
	else if (!window_settled(b->window))
		return;
	else if (strcmp(s->role, "admin") == 0)
		buf_adds(text, "Log in as an analyst, a supervisor or an LRO to see them.");
	else if (b->query.filter_text[0])
		keymap_hint(keys, REQ_FILTER_CLEAR, " takes the filter away", text);
	else
		keymap_hint(keys, REQ_REFRESH, " reads again", text);
}

static void
draw_empty(const struct browse *b, struct region r)
{
	struct region in = region_part(r, 2, 2, r.rows - 2, r.cols - 4);
	const struct session *s = b->view.services->source->ops->session(b->view.services->source);
	struct flow *flow = flow_new();
	struct buf text = BUF_INIT;
	size_t lines, i;

	add_reason(b, s, &text);
	flow_text(flow, buf_str(&text));
	buf_clear(&text);
	add_way_out(b, s, &text);
	flow_text(flow, buf_str(&text));
	buf_free(&text);
	lines = flow_lines(flow, in.cols);
	region_clear(region_part(r, 1, 0, r.rows - 1, r.cols));
	for (i = 0; i < lines && (int)i < in.rows; i++)
		flow_draw(flow, i, region_span(in, (int)i, 0, in.cols), NULL);
	flow_free(flow);
}

void
browse_draw(struct view *v, struct region r)
{
	struct browse *b = (struct browse *)v;
	bool full = v->full;
	int strip = r.rows > b->kind->strip + 4 ? b->kind->strip : 0;

	if (strip)
		b->kind->draw_strip(b, region_part(r, 0, 0, strip, r.cols));
	divide(b, region_part(r, strip, 0, r.rows - strip, r.cols));
	list_draw(b->list, b->list_region, full || window_rows(b->window) == 0);
	if (window_rows(b->window) == 0)
		draw_empty(b, b->list_region);
	if (b->preview_region.rows > 0)
		preview_draw(b->preview, b->preview_region, b->preview_focus);
	v->dirty = v->full = false;
}

static void
add_order(const struct browse *b, struct buf *out)
{
	size_t n;
	const struct column *table = column_table(b->kind->listing, &n);

	if (b->query.sort >= 0 && (size_t)b->query.sort < n)
		buf_addf(out, "  by %s%s", table[b->query.sort].name,
		    b->query.descending ? " reversed" : "");
	else if (b->query.descending)
		buf_adds(out, "  reversed");
}

/* 12/431  overdue  by score  3 marked */
const char *
browse_status(struct view *v)
{
	struct browse *b = (struct browse *)v;
	struct buf *out = &b->status;
	long position = window_position(b->window), total = window_total(b->window);

	buf_clear(out);
	/* A jump is answered at once, also where its rows are long in coming. */
	if (!window_settled(b->window))
		buf_adds(out, "reading...");
	else if (window_busy(b->window))
		buf_adds(out, "…");
	else if (position > 0)
		buf_addf(out, "%ld", position);
	else if (window_rows(b->window))
		buf_adds(out, "-");
	if (total >= 0 && window_settled(b->window))
		buf_addf(out, "%s%ld", window_rows(b->window) ? "/" : "", total);
	if (b->marks.n)
		buf_addf(out, "  %zu marked", b->marks.n);
	if (b->query.view[0])
		buf_addf(out, "  view %s", b->query.view);
	else if (b->query.filter_text && b->query.filter_text[0])
		buf_addf(out, "  f: %s", b->query.filter_text);
	add_order(b, out);
	return buf_str(out);
}
