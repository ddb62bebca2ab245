/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/list_request.h"

#include "base/alloc.h"
#include "view/services.h"

bool
list_move_of(enum request r, enum list_move *move)
{
	static const struct {
		enum request request;
		enum list_move move;
	} moves[] = {
		{ REQ_DOWN, LIST_DOWN },
		{ REQ_UP, LIST_UP },
		{ REQ_PAGE_DOWN, LIST_PAGE_DOWN },
		{ REQ_PAGE_UP, LIST_PAGE_UP },
		{ REQ_HALF_DOWN, LIST_HALF_DOWN },
		{ REQ_HALF_UP, LIST_HALF_UP },
		{ REQ_SCREEN_TOP, LIST_TOP_ROW },
		{ REQ_SCREEN_MIDDLE, LIST_MIDDLE_ROW },
		{ REQ_SCREEN_BOTTOM, LIST_BOTTOM_ROW },
		{ REQ_LEFT, LIST_LEFT },
		{ REQ_RIGHT, LIST_RIGHT },
	};
	size_t i;

	for (i = 0; i < ARRAY_LEN(moves); i++)
		if (moves[i].request == r) {
			*move = moves[i].move;
			return true;
		}
	return false;
}

enum request
list_request(struct list *l, size_t rows, enum request r)
{
	enum list_move move;

	if (r == REQ_FIRST || r == REQ_LAST) {
		if (rows)
			list_set_cursor(l, r == REQ_FIRST ? 0 : rows - 1);
		return REQ_NONE;
	}
	if (!list_move_of(r, &move))
		return r;
	list_move(l, move, 1);
	return REQ_NONE;
}

static bool
mouse(struct list *l, struct region r, const struct key *key)
{
	long row;

	if (key->code != KEYC_MOUSE)
		return false;
	if (key->mouse.kind == MOUSE_WHEEL_UP || key->mouse.kind == MOUSE_WHEEL_DOWN) {
		list_move(
		    l, key->mouse.kind == MOUSE_WHEEL_UP ? LIST_UP : LIST_DOWN, LIST_WHEEL_ROWS);
		return true;
	}
	row = list_row_at(l, key->mouse.row - r.row - 1);
	if (row < 0)
		return false;
	list_set_cursor(l, (size_t)row);
	return true;
}

bool
list_press(struct view *v, struct list *l, struct region r, const struct key *key)
{
	if (!mouse(l, r, key))
		return false;
	if (key->mouse.kind == MOUSE_DOUBLE)
		v->services->post(v->services, REQ_OPEN, NULL);
	v->dirty = true;
	return true;
}
