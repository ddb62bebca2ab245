/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "view/tasks_impl.h"

#define PREVIEW_ROWS 28	 /* from so many rows on what is asked stands below the list by itself */
#define PREVIEW_COLS 120 /* from so many cells on it stands beside it */
#define PREVIEW_LEAST 12 /* with fewer rows there is none */
#define SECTIONS_MOST 8

struct section {
	const char *code, *label;
	size_t n;
	bool late;
};

/* The sections in the order they come in, with how many each has. */
static size_t
count_sections(const struct tasks_view *v, struct section *out)
{
	size_t n = 0, i, k;

	for (i = 0; v->data && i < v->data->n; i++) {
		const struct tasking_item *t = &v->data->items[i];

		for (k = 0; k < n && strcmp(out[k].code, t->section) != 0; k++)
			continue;
		if (k == SECTIONS_MOST)
			continue;
		if (k == n)
			out[n++] =
			    (struct section){ .code = t->section, .label = t->section_label };
		out[k].n++;
		out[k].late |= t->late;
	}
	return n;
}

static int
strip_width(const struct section *s, size_t n, bool labels, int gap)
{
	int width = 1;

	for (size_t i = 0; i < n; i++) {
		const char *text = labels ? s[i].label : s[i].code;

		width += text_width(text, strlen(text)) + 5 + gap;
	}
	return width;
}

/* How many wait in each section: what presses is bold and carries its sign. */
static void
draw_strip(const struct tasks_view *v, struct region r)
{
	struct section sections[SECTIONS_MOST] = { { .n = 0 } };
	size_t n = count_sections(v, sections), i;
	bool labels = strip_width(sections, n, true, 3) <= r.cols;
	int col = 1, gap = labels || strip_width(sections, n, false, 3) <= r.cols ? 3 : 1;
	struct buf text = BUF_INIT;

	region_clear(region_part(r, 0, 0, 1, r.cols));
	for (i = 0; i < n; i++) {
		bool presses = sections[i].late || strcmp(sections[i].code, "answer") == 0;

		buf_clear(&text);
		buf_addf(&text, "%s%s %zu", labels ? sections[i].label : sections[i].code,
		    sections[i].late ? "!" : "", sections[i].n);
		col +=
		    region_text(r, 0, col, presses ? STYLE_WARNING : STYLE_NORMAL, buf_str(&text)) +
		    gap;
	}
	buf_free(&text);
}

static void
draw_title(const struct tasks_view *v, struct region r)
{
	struct buf text = BUF_INIT;
	size_t late = 0, i;

	for (i = 0; v->data && i < v->data->n; i++)
		late += v->data->items[i].late;
	buf_adds(&text, v->title);
	if (v->data)
		buf_addf(&text, ": %zu open%s", v->data->n, late ? ", " : "");
	if (late)
		buf_addf(&text, "%zu late!", late);
	region_clear(region_part(r, 0, 0, 1, r.cols));
	region_text(r, 0, 1, STYLE_TITLE, buf_str(&text));
	buf_free(&text);
}

bool
tasks_preview_open(const struct tasks_view *v)
{
	const struct app_services *s = v->view.services;

	if (v->preview_wish >= 0)
		return v->preview_wish;
	return s->rows >= PREVIEW_ROWS && s->cols >= 60;
}

static void
draw_empty(const struct tasks_view *v, struct region r)
{
	const struct app_services *s = v->view.services;
	struct buf text = BUF_INIT;

	region_clear(r);
	if (!v->data) {
		buf_adds(&text, "Reading...");
	} else if (v->data->n) {
		buf_adds(&text, "None holds all of these words; ");
		keymap_hint(s->keys, REQ_FILTER_CLEAR, " shows all again.", &text);
	} else if (v->scope == TASKINGS_MINE) {
		buf_adds(&text, "Nothing waits for you. ");
		keymap_hint(s->keys, REQ_GRID, " the grid, ", &text);
		keymap_hint(s->keys, REQ_BOARD, " the board.", &text);
	} else {
		buf_adds(&text, "No tasking is open here.");
	}
	region_text(r, 1, 2, v->data ? STYLE_NORMAL : STYLE_DIM, buf_str(&text));
	screen_cursor(r.screen, r.row + 1, r.col + 2, false);
	buf_free(&text);
}

static void
draw_preview(struct tasks_view *v, struct region *list, struct region r)
{
	const struct tasking_item *t = tasks_current(v);
	int share;

	if (r.cols >= PREVIEW_COLS && r.rows < PREVIEW_ROWS) {
		share = r.cols * 2 / 5;
		*list = region_part(r, 0, 0, r.rows, r.cols - share - 2);
		region_vline(r, r.cols - share - 2, STYLE_DIM);
		v->preview_region = region_part(r, 0, r.cols - share, r.rows, share);
	} else {
		share = r.rows * 2 / 5;
		*list = region_part(r, 0, 0, r.rows - share - 1, r.cols);
		region_hline(r, r.rows - share - 1, v->preview_focus ? STYLE_TITLE : STYLE_DIM);
		v->preview_region = region_part(r, r.rows - share, 1, share, r.cols - 1);
	}
	preview_want(v->preview, t ? t->id : "", false);
	preview_draw(v->preview, v->preview_region, true);
}

void
tasks_draw(struct view *view, struct region r)
{
	struct tasks_view *v = (struct tasks_view *)view;
	int head = 1;

	if (view->full)
		region_clear(r);
	if (v->cols != r.cols)
		tasks_fit(v, r.cols);
	v->head_region = r;
	if (v->scope == TASKINGS_MINE) {
		tasks_head_draw(view->services, r, TASKS_LIST);
		draw_strip(v, region_part(r, head++, 0, 1, r.cols));
	} else {
		draw_title(v, r);
	}
	r = region_part(r, head, 0, r.rows - head, r.cols);
	v->list_region = r;
	v->preview_region = region_part(r, 0, 0, 0, 0);
	if (tasks_preview_open(v) && r.rows >= PREVIEW_LEAST && v->nshown)
		draw_preview(v, &v->list_region, r);
	if (v->nshown)
		list_draw(v->list, v->list_region, view->full);
	else
		draw_empty(v, v->list_region);
	view->dirty = view->full = false;
}
