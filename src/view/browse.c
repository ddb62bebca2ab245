/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/browse.h"

#include "base/alloc.h"
#include "view/cells.h"
#include "view/fit.h"

#define FIRST_ROWS 10 /* a first page holds at least so many */
/* After others changed something: up to so many rows are counted again soon, more now and then. */
#define COUNT_FEW 20000
#define COUNT_MS 1000
#define COUNT_MANY_MS 300000

void
browse_dirty(struct browse *b)
{
	b->view.dirty = true;
}

static void
on_preview(void *arg)
{
	browse_dirty(arg);
}

bool
browse_preview_open(const struct browse *b)
{
	if (b->preview_wish >= 0)
		return b->preview_wish;
	return b->view.services->cols >= b->view.services->preview_min_cols;
}

void
browse_preview_row(struct browse *b, bool at_once)
{
	const struct row *row = window_current(b->window);

	if (browse_preview_open(b))
		preview_want(b->preview, row && window_settled(b->window) ? row->id : "", at_once);
}

static int
digits(long n)
{
	int count = 1;

	for (; n >= 10; n /= 10)
		count++;
	return count;
}

static void
on_window_changed(void *arg)
{
	struct browse *b = arg;

	if (digits(window_total(b->window)) != digits(b->fitted_total))
		browse_set_columns(b);
	browse_dirty(b);
	browse_preview_row(b, false);
}

static void
on_window_loaded(void *arg)
{
	struct browse *b = arg;

	if (b->has_before)
		browse_query_free(&b->before);
	b->has_before = false;
	b->view.services->rows_stand(b->view.services);
	browse_preview_row(b, true);
}

static void
on_window_missed(void *arg, enum seek_kind kind)
{
	struct browse *b = arg;
	struct app_services *s = b->view.services;

	if (kind == SEEK_RANK)
		s->message(s, MESSAGE_WARNING, "no line of that rank or after it is listed here");
	else
		s->message(s, MESSAGE_WARNING, "%s is in none of these %s", b->find ? b->find : "",
		    b->kind->what);
}

static void
on_window_failed(void *arg, const struct error *err)
{
	struct browse *b = arg;
	const struct session *session =
	    b->view.services->source->ops->session(b->view.services->source);

	/* Where there is no row, the list itself says why. */
	if (window_rows(b->window) || session->link != LINK_REFUSED)
		b->view.services->message_error(b->view.services, err);
	if (!window_settled(b->window) && b->has_before) {
		b->has_before = false;
		browse_show(b, &b->before, true);
	}
	browse_dirty(b);
}

static const struct window_events window_events = {
	.changed = on_window_changed,
	.loaded = on_window_loaded,
	.missed = on_window_missed,
	.failed = on_window_failed,
};

static void
list_cell(void *arg, size_t row, int column, struct list_cell *cell)
{
	struct browse *b = arg;

	*cell = (struct list_cell){ .text = "", .style = STYLE_NORMAL };
	buf_clear(&b->cell);
	if (row < window_rows(b->window))
		b->kind->cell(b, row, column, cell);
}

static bool
list_marked(void *arg, size_t row)
{
	struct browse *b = arg;

	return row < window_rows(b->window) && marks_has(&b->marks, window_row(b->window, row)->id);
}

static const struct list_ops list_ops = { .cell = list_cell, .marked = list_marked };

void
browse_query_free(struct browse_query *q)
{
	free(q->filter_text);
	filter_free(q->filter);
	*q = (struct browse_query){ .filter_text = NULL, .sort = -1 };
}

struct browse_query
browse_query_copy(const struct browse *b)
{
	struct browse_query copy = b->query;
	struct filter_error err; /* it parsed before */

	copy.filter_text = xstrdup(copy.filter_text);
	copy.filter = NULL;
	filter_parse(b->kind->listing, copy.filter_text, &copy.filter, &err);
	return copy;
}

static size_t
first_rows(const struct browse *b)
{
	int rows = b->view.services->rows;

	return rows > FIRST_ROWS ? (size_t)rows : FIRST_ROWS;
}

/* The sort sign: on the score where the list is in the order of threat. */
static void
show_order(struct browse *b)
{
	int column = b->query.sort;

	if (column < 0)
		column = b->kind->listing == LISTING_GRID ? (int)GRID_SCORE : (int)GROUP_REF;
	list_set_sort(b->list, column, cells_fall(b->kind->listing, column) != b->query.descending);
}

void
browse_show(struct browse *b, struct browse_query *q, bool follow)
{
	struct browse_query mine = *q;
	struct window_query wq = { .filter = mine.filter,
		.sort = mine.sort,
		.descending = mine.descending,
		.limit = mine.limit };
	const struct row *row = window_current(b->window);
	char id[ROW_ID_LEN + 1] = "";

	*q = (struct browse_query){ .filter_text = NULL, .sort = -1 };
	if (follow && row)
		snprintf(id, sizeof id, "%s", row->id);
	if (window_settled(b->window) && !b->has_before) {
		b->before = b->query;
		b->has_before = true;
	} else {
		browse_query_free(&b->query);
	}
	b->query = mine;
	show_order(b);
	window_open(b->window, &wq, first_rows(b), id[0] ? id : NULL);
	browse_dirty(b);
}

void
browse_set_columns(struct browse *b)
{
	struct fit fit;

	b->cols = b->view.services->cols;
	b->fitted_total = window_total(b->window);
	fit_layout(&b->layout, browse_list_cols(b, b->cols), b->fitted_total, &fit);
	b->letters = fit.letters;
	list_set_columns(b->list, fit.columns, fit.n);
	b->view.full = true;
	browse_dirty(b);
}

void
browse_changed(struct view *v)
{
	struct browse *b = (struct browse *)v;
	const struct session *s = v->services->source->ops->session(v->services->source);

	if (b->cols != v->services->cols)
		browse_set_columns(b);
	if (s->link == LINK_LOST || s->link == LINK_REFUSED) {
		b->was_lost = true;
	} else if (s->link == LINK_UP && b->was_lost) {
		b->was_lost = false;
		window_reload(b->window);
		preview_forget(b->preview);
	}
	browse_preview_row(b, false);
	browse_dirty(b);
}

static void
count_due(void *arg)
{
	struct browse *b = arg;

	b->counting = false;
	window_recount(b->window);
}

/* Counting takes longer the more there is to count, and matters the less. */
static void
count_soon(struct browse *b)
{
	struct app_services *s = b->view.services;

	if (b->counting)
		return;
	b->counting = true;
	s->timer(s, window_total(b->window) < COUNT_FEW ? COUNT_MS : COUNT_MANY_MS, count_due, b);
}

void
browse_news(struct view *v, unsigned kinds)
{
	struct browse *b = (struct browse *)v;

	if (kinds & NEWS_BIT(NEWS_LINE)) {
		window_refresh(b->window);
		count_soon(b);
	}
	if (kinds & (NEWS_BIT(NEWS_LINE) | NEWS_BIT(NEWS_TASKING)))
		preview_refresh(b->preview);
}

void
browse_close(struct view *v)
{
	struct browse *b = (struct browse *)v;

	v->services->timer(v->services, -1, count_due, b);
	if (b->marking)
		v->services->source->ops->cancel(v->services->source, b->marking);
	preview_free(b->preview);
	window_free(b->window);
	list_free(b->list);
	marks_clear(&b->marks);
	browse_query_free(&b->query);
	if (b->has_before)
		browse_query_free(&b->before);
	free(b->find);
	buf_free(&b->cell);
	buf_free(&b->status);
	free(b);
}

struct view *
browse_new(struct app_services *services, const struct browse_kind *kind, const char *filter)
{
	struct browse *b = xcalloc(1, sizeof *b);
	struct browse_query q = { .filter_text = xstrdup(filter ? filter : ""), .sort = -1 };
	struct filter_error err;

	*b = (struct browse){ .view = { .ops = kind->ops, .services = services, .full = true },
		.kind = kind,
		.layout = *services->layout(services, kind->listing),
		.query = { .filter_text = xstrdup(""), .sort = -1 },
		.preview_wish = -1,
		.cell = BUF_INIT,
		.status = BUF_INIT };
	b->list = list_new(&list_ops, b);
	b->window = window_new(services->source, kind->listing, b->list, &window_events, b);
	b->preview = preview_new(services, kind->listing, on_preview, b);
	browse_set_columns(b);
	if (!filter_parse(kind->listing, q.filter_text, &q.filter, &err))
		q.filter_text[0] = '\0';
	else if (q.filter) {
		free(q.filter_text);
		q.filter_text = filter_text(q.filter);
	}
	q.sort = b->layout.sort;
	q.descending = b->layout.descending;
	browse_show(b, &q, false);
	return &b->view;
}
