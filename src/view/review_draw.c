/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "view/flowrow.h"
#include "view/review_impl.h"

#define ROOMY_ROWS 12 /* with fewer the list has all the room */

enum { COLUMN_PLACE, COLUMN_WHAT, COLUMN_DECISION, COLUMN_WHY, COLUMN_KIND };

static const struct list_column columns[] = {
	{ .id = COLUMN_PLACE, .title = "Item", .width = 5 },
	{ .id = COLUMN_WHAT, .title = "What", .width = 26 },
	{ .id = COLUMN_DECISION, .title = "Decision", .width = 11 },
	{ .id = COLUMN_WHY, .title = "Why it is here", .width = 58 },
	{ .id = COLUMN_KIND, .title = "On the agenda for", .width = 33 },
};

/* Its kind stands in a column of its own. */
static const char *
reason(const struct review_item *item)
{
	const size_t len = strlen(item->kind);

	return strncmp(item->why, item->kind, len) == 0 && strncmp(item->why + len, ": ", 2) == 0
	    ? item->why + len + 2
	    : item->why;
}

/* "> 4": the meeting is at it. */
static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	struct review_view *v = arg;
	const struct review_item *item = &v->data->items[row];

	*out = (struct list_cell){ .text = "", .style = STYLE_NORMAL };
	switch (column) {
	case COLUMN_PLACE:
		snprintf(v->cell, sizeof v->cell, "%s%3ld",
		    strcmp(item->id, v->data->at) == 0 ? ">" : " ", item->position);
		out->text = v->cell;
		break;
	case COLUMN_WHAT:
		out->text = item->what;
		break;
	case COLUMN_DECISION:
		out->text = item->decision[0] || !v->data->open ? item->decision : "-";
		break;
	case COLUMN_WHY:
		out->text = reason(item);
		break;
	case COLUMN_KIND:
		out->text = item->kind;
		break;
	default: /* a number, not an enum */
		break;
	}
}

static const struct list_ops list_ops = { .cell = cell };

struct list *
review_list_new(struct review_view *v)
{
	struct list *list = list_new(&list_ops, v);

	list_set_columns(list, columns, ARRAY_LEN(columns));
	return list;
}

/* "Review 2022-W52 is open, supervisor1 in the chair: 34 items, 3 settled" */
static void
draw_title(const struct review_view *v, struct region r)
{
	struct buf text = BUF_INIT;

	if (!v->data)
		buf_adds(&text, "The weekly review");
	else if (!v->data->week)
		buf_adds(&text, "No review is prepared");
	else
		buf_addf(&text, "Review %s is %s, %s in the chair: %zu items, %zu settled",
		    v->data->week, v->data->state, v->data->chair, v->data->n,
		    review_settled(v->data));
	region_text(r, 0, 1, STYLE_TITLE, buf_str(&text));
	buf_free(&text);
}

/* What can be done now, in words; the keys of the bottom line are for what always can. Returns the
 * rows it took. */
static int
draw_next(const struct review_view *v, struct region r)
{
	const struct keymap *keys = v->view.services->keys;
	const struct review *data = v->data;
	struct flowrow s = { .r = r, .col = 1, .first = 1, .gap = 3, .style = STYLE_KEY };
	char before[48];

	if (!data || r.rows == 0)
		return 0;
	if (!data->week) {
		flowrow_key(&s, keys, REQ_EDIT, "prepares one");
		return flowrow_rows(&s);
	}
	if (data->open) {
		flowrow_key(&s, keys, REQ_OPEN, "goes into the meeting");
		flowrow_key(&s, keys, REQ_FOLLOW, "follows the chair");
	} else if (data->over) {
		flowrow_key(&s, keys, REQ_OPEN, "shows an item as it was decided");
		flowrow_key(&s, keys, REQ_EDIT, "adds a note or a correction");
	} else {
		flowrow_key(&s, keys, REQ_EDIT,
		    data->n ? "opens the review, or builds the agenda anew"
			    : "builds the agenda, or opens the review");
		flowrow_key(&s, keys, REQ_NEW, "adds an item");
	}
	if (data->before[0]) {
		snprintf(before, sizeof before, "%.9s, closed", data->before);
		flowrow_key(&s, keys, REQ_WEEK_BACK, before);
	}
	if (v->week[0])
		flowrow_key(&s, keys, REQ_WEEK_ON, data->after[0] ? data->after : "as it is now");
	return flowrow_rows(&s);
}

void
review_draw(struct view *view, struct region r)
{
	struct review_view *v = (struct review_view *)view;
	int head;

	if (view->full)
		region_clear(r);
	draw_title(v, r);
	head = 1 + (r.rows >= ROOMY_ROWS ? draw_next(v, region_part(r, 1, 0, 3, r.cols)) : 0);
	v->region = region_part(r, head, 0, r.rows - head, r.cols);
	if (v->data && v->data->n)
		list_draw(v->list, v->region, view->full);
	else
		region_text(r, head + 1, 2, STYLE_DIM,
		    !v->data		? "Reading..."
			: v->data->week ? "Nothing is on the agenda yet."
					: "");
	view->dirty = view->full = false;
}
