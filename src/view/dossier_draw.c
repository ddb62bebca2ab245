/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "term/chart.h"
#include "view/dossier_impl.h"

#define BESIDE_COLS 120 /* from this width on the row in full stands beside the list */
#define BELOW_ROWS 12	/* with fewer rows it is opened with Enter only */
#define TREND_MOST 16

void
dossier_cell(void *arg, size_t row, int column, struct list_cell *cell)
{
	struct dossier_view *v = arg;
	const struct dossier_rows *rows = &v->data->panes[v->pane];

	*cell = (struct list_cell){ .text = "", .style = STYLE_NORMAL };
	if (row >= rows->n)
		return;
	if (column == DOSSIER_CELLS) {
		cell->text = rows->rows[row].mark;
		cell->style = STYLE_WARNING;
		return;
	}
	cell->text = rows->rows[row].cells[column];
	if (v->pane == DOSSIER_SUMMARY && column == 0)
		cell->style = STYLE_LABEL;
}

static void
add(struct buf *out, const char *label, const char *text)
{
	if (*text)
		buf_addf(out, "%s%s%s", out->len ? "  " : "", label, text);
}

/* Reference and name; then how it stands, on two lines where one does not hold it. Returns the rows
 * it took. */
static int
draw_head(struct dossier_view *v, struct region r)
{
	char *const *h = v->data->head;
	struct buf line = BUF_INIT, who = BUF_INIT;
	int rows = 2;

	region_clear(region_part(r, 0, 0, 3, r.cols));
	buf_addf(&line, "%s %s%s", h[DOSSIER_REF], h[DOSSIER_NAME],
	    h[DOSSIER_RESTRICTED][0] ? "  [R] restricted" : "");
	region_text(r, 0, 1, STYLE_TITLE, buf_str(&line));
	buf_clear(&line);
	add(&line, "", h[DOSSIER_STATUS]);
	add(&line, "", h[DOSSIER_SCORE][0] ? h[DOSSIER_SCORE] : "no score");
	add(&line, "", h[DOSSIER_BAND]);
	add(&who, "", h[DOSSIER_UNIT]);
	add(&who, "LRO ", h[DOSSIER_LRO]);
	add(&who, "review by ", h[DOSSIER_OPEN][0] ? h[DOSSIER_NEXT_REVIEW] : "");
	if (text_width(buf_str(&line), line.len) + text_width(buf_str(&who), who.len) + 4 > r.cols)
		region_text(r, rows++, 1, STYLE_NORMAL, buf_str(&who));
	else
		add(&line, "", buf_str(&who));
	region_text(r, 1, 1, STYLE_NORMAL, buf_str(&line));
	buf_free(&line);
	buf_free(&who);
	return rows;
}

static char *
tab(const struct dossier_view *v, int pane)
{
	const char *title = dossier_pane_title((enum dossier_pane)pane);
	size_t n = v->data->panes[pane].n;

	if (pane == (int)v->pane)
		return xasprintf("[%s %zu]", title, n);
	return xasprintf(" %s %zu ", title, n);
}

static int
tabs_width(const struct dossier_view *v)
{
	int pane, width = 0;

	for (pane = 0; pane < DOSSIER_PANE_COUNT; pane++) {
		char *text = tab(v, pane);

		width += text_width(text, strlen(text));
		free(text);
	}
	return width;
}

/* All of them where they fit; else as many as do, from the one before the current on. */
static void
draw_tabs(struct dossier_view *v, struct region r)
{
	int pane = 0, col = 0;
	char *text;

	region_clear(r);
	if (tabs_width(v) > r.cols - 2 && v->pane > 0) {
		pane = (int)v->pane - 1;
		col = region_text(r, 0, 0, STYLE_DIM, pane > 0 ? "‹" : "");
	}
	for (; pane < DOSSIER_PANE_COUNT; pane++) {
		text = tab(v, pane);
		if (col + text_width(text, strlen(text)) > r.cols - 1) {
			region_text(r, 0, r.cols - 1, STYLE_DIM, "›");
			free(text);
			break;
		}
		col += region_text(r, 0, col, pane == (int)v->pane ? STYLE_TITLE : STYLE_DIM, text);
		free(text);
	}
}

/* Signed totals from the first to the latest, drawn and in numbers. */
static void
draw_trend(struct dossier_view *v, struct region r)
{
	const struct dossier_rows *rows = &v->data->panes[DOSSIER_SCORES];
	long totals[TREND_MOST];
	struct buf line = BUF_INIT;
	size_t n = 0, i;

	for (i = 0; i < rows->n && n < TREND_MOST; i++)
		if (strcmp(rows->rows[i].mark, "signed") == 0)
			totals[TREND_MOST - ++n] = strtol(rows->rows[i].cells[2], NULL, 10);
	region_clear(r);
	if (n == 0)
		return;
	buf_adds(&line, "Signed scores  ");
	chart_spark(&line, totals + TREND_MOST - n, n, screen_utf8(r.screen));
	for (i = TREND_MOST - n; i < TREND_MOST; i++)
		buf_addf(&line, "  %ld", totals[i]);
	region_text(r, 0, 1, STYLE_NORMAL, buf_str(&line));
	buf_free(&line);
}

static void
fill_detail(struct dossier_view *v)
{
	const struct dossier_row *row = dossier_at(v);
	struct flow *flow = pane_flow(v->detail);
	char title[24];
	int width;
	size_t c;

	flow_clear(flow);
	for (c = 0; row && c < DOSSIER_CELLS && dossier_column(v->pane, c, title, &width); c++)
		if (row->cells[c][0])
			flow_pair(flow, title, row->cells[c]);
	if (row && row->mark[0])
		flow_pair(flow, "Marked", row->mark);
	if (row && row->more[0])
		flow_text(flow, row->more);
}

static void
draw_rows(struct dossier_view *v, struct region r, bool full)
{
	if (v->data->panes[v->pane].n) {
		list_draw(v->list, r, full);
		return;
	}
	region_clear(r);
	region_text(r, 1, 2, STYLE_DIM, "Nothing is recorded here yet; x shows what can be done.");
}

static void
draw_body(struct dossier_view *v, struct region r, bool full)
{
	int share = r.cols * 2 / 5, rows = r.rows * 2 / 5;

	if (v->pane == DOSSIER_SCORES && r.rows > 6) {
		draw_trend(v, region_part(r, 0, 0, 1, r.cols));
		r = region_part(r, 1, 0, r.rows - 1, r.cols);
	}
	v->list_region = r;
	if (v->detail_off || v->pane == DOSSIER_SUMMARY || r.rows < BELOW_ROWS) {
		draw_rows(v, r, full);
		return;
	}
	fill_detail(v);
	if (r.cols >= BESIDE_COLS) {
		v->list_region = region_part(r, 0, 0, r.rows, r.cols - share - 2);
		region_vline(r, r.cols - share - 2, STYLE_DIM);
		pane_draw(v->detail, region_part(r, 0, r.cols - share, r.rows, share), false);
	} else {
		v->list_region = region_part(r, 0, 0, r.rows - rows - 1, r.cols);
		region_hline(r, r.rows - rows - 1, v->detail_focus ? STYLE_TITLE : STYLE_DIM);
		pane_draw(v->detail, region_part(r, r.rows - rows, 1, rows, r.cols - 1), false);
	}
	draw_rows(v, v->list_region, full);
}

void
dossier_draw(struct view *view, struct region r)
{
	struct dossier_view *v = (struct dossier_view *)view;
	int head;

	if (view->full)
		region_clear(r);
	if (!v->data) {
		region_text(r, 0, 1, STYLE_TITLE, v->title);
		region_text(r, 1, 1, STYLE_DIM,
		    v->why ? "consulting..." : "who reads this is logged, with the reason");
	} else {
		head = draw_head(v, r);
		draw_tabs(v, region_part(r, head, 0, 1, r.cols));
		draw_body(v, region_part(r, head + 1, 0, r.rows - head - 1, r.cols), view->full);
	}
	view->dirty = view->full = false;
}
