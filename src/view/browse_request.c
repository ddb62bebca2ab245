/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/browse.h"
#include "view/list_request.h"

/* Keys while the preview has them. */
static enum request
preview_request(struct browse *b, enum request r)
{
	long page = preview_page(b->preview) > 1 ? preview_page(b->preview) - 1 : 1;

	if (r == REQ_DOWN || r == REQ_UP)
		preview_scroll(b->preview, r == REQ_DOWN ? 1 : -1);
	else if (r == REQ_PAGE_DOWN || r == REQ_HALF_DOWN)
		preview_scroll(b->preview, page);
	else if (r == REQ_PAGE_UP || r == REQ_HALF_UP)
		preview_scroll(b->preview, -page);
	else if (r == REQ_BACK)
		b->preview_focus = false;
	else
		return r;
	browse_dirty(b);
	return REQ_NONE;
}

static enum request
move_request(struct browse *b, enum request r)
{
	enum list_move move;

	if (list_move_of(r, &move))
		window_move(b->window, move, 1);
	else if (r == REQ_FIRST)
		window_first(b->window);
	else if (r == REQ_LAST)
		window_last(b->window);
	else
		return r;
	return REQ_NONE;
}

static void
toggle_preview(struct browse *b)
{
	b->preview_wish = !browse_preview_open(b);
	b->preview_focus = false;
	browse_set_columns(b);
	browse_preview_row(b, true);
}

static enum request
show_request(struct browse *b, enum request r)
{
	const struct row *row = window_current(b->window);
	const struct session *s = b->view.services->source->ops->session(b->view.services->source);

	if (r == REQ_OPEN) {
		if (row)
			return b->kind->open(b, row);
	} else if (r == REQ_PREVIEW) {
		toggle_preview(b);
	} else if (r == REQ_PANE_NEXT) {
		b->preview_focus = browse_preview_open(b) && !b->preview_focus;
		browse_dirty(b);
	} else if (r == REQ_REFRESH && (s->link == LINK_UP || s->link == LINK_SLOW)) {
		window_reload(b->window);
		preview_forget(b->preview);
	} else {
		return r;
	}
	return REQ_NONE;
}

/* Stop what runs. A change of the list that was not there yet is taken back. */
static bool
cancel(struct browse *b)
{
	struct source *source = b->view.services->source;
	bool any = window_cancel(b->window);

	if (b->marking) {
		source->ops->cancel(source, b->marking);
		b->marking = 0;
		any = true;
	}
	if (any && !window_settled(b->window) && b->has_before) {
		b->has_before = false;
		browse_show(b, &b->before, true);
	}
	return any;
}

static enum request
back_request(struct browse *b, enum request r)
{
	if (r != REQ_BACK && r != REQ_CANCEL)
		return r;
	if (cancel(b)) {
		b->view.services->message(b->view.services, MESSAGE_INFO, "cancelled");
		return REQ_NONE;
	}
	return r;
}

enum request
browse_request(struct view *v, enum request r, const char *arg)
{
	struct browse *b = (struct browse *)v;

	if (b->preview_focus && browse_preview_open(b))
		r = preview_request(b, r);
	if (r != REQ_NONE)
		r = move_request(b, r);
	if (r != REQ_NONE)
		r = show_request(b, r);
	if (r != REQ_NONE)
		r = browse_step_request(b, r, arg);
	if (r != REQ_NONE)
		r = browse_find_request(b, r, arg);
	if (r != REQ_NONE)
		r = browse_mark_request(b, r, arg);
	if (r != REQ_NONE)
		r = browse_layout_request(b, r, arg);
	if (r != REQ_NONE)
		r = browse_view_request(b, r, arg);
	if (r != REQ_NONE)
		r = back_request(b, r);
	return r;
}

static bool
inside(struct region r, const struct key *key)
{
	return key->mouse.row >= r.row && key->mouse.row < r.row + r.rows &&
	    key->mouse.col >= r.col && key->mouse.col < r.col + r.cols;
}

static void
press(struct browse *b, const struct key *key)
{
	int row = key->mouse.row - b->list_region.row, column;
	long at;

	b->preview_focus = false;
	if (row == 0) {
		column = list_title_at(b->list, key->mouse.col - b->list_region.col);
		if (column >= 0)
			browse_sort_click(b, column);
		return;
	}
	at = list_row_at(b->list, row - 1);
	if (at < 0)
		return;
	list_set_cursor(b->list, (size_t)at);
	window_moved(b->window);
	if (key->mouse.kind == MOUSE_DOUBLE)
		b->view.services->post(b->view.services, REQ_OPEN, NULL);
}

bool
browse_key(struct view *v, const struct key *key)
{
	struct browse *b = (struct browse *)v;
	bool down = key->mouse.kind == MOUSE_WHEEL_DOWN;

	if (key->code != KEYC_MOUSE)
		return false;
	if (key->mouse.kind == MOUSE_PRESS || key->mouse.kind == MOUSE_DOUBLE) {
		if (inside(b->list_region, key))
			press(b, key);
		else
			b->preview_focus = inside(b->preview_region, key);
	} else if (inside(b->preview_region, key)) {
		preview_scroll(b->preview, down ? LIST_WHEEL_ROWS : -LIST_WHEEL_ROWS);
	} else {
		window_move(b->window, down ? LIST_DOWN : LIST_UP, LIST_WHEEL_ROWS);
	}
	browse_dirty(b);
	return true;
}
