/* SPDX-License-Identifier: MIT
 *
 * The meeting: one item at a time, for a screen that all look at. Its keys come before all others;
 * each decision of the reference table has one, which opens the form with that decision chosen and
 * the cursor at the rationale.
 */
#include "config.h"

#include <string.h>

#include "base/alloc.h"
#include "view/dossier.h"
#include "view/review_impl.h"
#include "view/sheet.h"

/* Decisions are the database's, and may change there: one that is gone is refused by its form, one
 * that is new is chosen with REQ_DECIDE. What the review itself is asked for by name is here. */
static const struct review_decision decisions[] = {
	{ REQ_ADOPT, "review_decide", { "decision", "adopt", "rationale", NULL } },
	{ REQ_NOT_ADOPT, "review_decide", { "decision", "not-adopt", "rationale", NULL } },
	{ REQ_MONITOR, "review_decide", { "decision", "monitor", "rationale", NULL } },
	{ REQ_DEVELOP, "review_decide", { "decision", "develop", "rationale", "task_title" } },
	{ REQ_REFER, "review_decide", { "decision", "refer", "rationale", NULL } },
	{ REQ_DEFER, "review_item_defer", { NULL, NULL, "reason", NULL } },
	{ REQ_CLOSE, "review_decide", { "decision", "close", "rationale", NULL } },
	{ REQ_KEEP, "review_decide", { "decision", "keep", "rationale", NULL } },
};

const struct review_decision *
review_decisions(size_t *n)
{
	*n = ARRAY_LEN(decisions);
	return decisions;
}

bool
review_may_decide(const struct review_view *v)
{
	struct source *source = v->view.services->source;
	const char *role = source->ops->session(source)->role;

	return v->data->open && (strcmp(role, "analyst") == 0 || strcmp(role, "supervisor") == 0);
}

/* The form of a decision on the item shown, if the request is one. */
static bool
decide(struct review_view *v, const struct review_item *item, enum request r)
{
	struct app_services *s = v->view.services;

	for (size_t i = 0; i < ARRAY_LEN(decisions); i++) {
		const struct review_decision *d = &decisions[i];

		if (d->request != r)
			continue;
		if (item->decision[0])
			s->message(s, MESSAGE_WARNING,
			    "item %ld is settled: %s; a correction can be added to the review",
			    item->position, item->decision);
		else
			s->push(s, sheet_new_begin(s, d->step, item->id, &d->begin));
		return true;
	}
	return false;
}

/* Round the agenda to what is still to be decided. */
static void
go_open(struct review_view *v)
{
	struct app_services *s = v->view.services;
	const size_t at = review_find(v->data, v->id);
	const size_t next = review_open_item(v->data, at < v->data->n ? at + 1 : 0);

	if (next == v->data->n)
		s->message(s, MESSAGE_INFO, "every item is settled");
	else if (next == at)
		s->message(s, MESSAGE_INFO, "this is the last item without a decision");
	else
		review_step_to(v, (long)next - (long)at);
}

static enum request
meeting_request(struct review_view *v, enum request r)
{
	const long page = pane_page(v->pane) > 1 ? pane_page(v->pane) - 1 : 1;

	switch ((int)r) { /* the few of all requests that move here */
	case REQ_ITEM_NEXT:
		review_step_to(v, 1);
		break;
	case REQ_ITEM_BEFORE:
		review_step_to(v, -1);
		break;
	case REQ_ITEM_OPEN:
		go_open(v);
		break;
	case REQ_DOWN:
	case REQ_UP:
		pane_scroll(v->pane, r == REQ_DOWN ? 1 : -1);
		break;
	case REQ_PAGE_DOWN:
	case REQ_PAGE_UP:
		pane_scroll(v->pane, r == REQ_PAGE_DOWN ? page : -page);
		break;
	case REQ_FIRST:
		pane_top(v->pane);
		break;
	case REQ_BACK:
	case REQ_QUIT:
		review_leave_meeting(v);
		break;
	default:
		return r;
	}
	return REQ_NONE;
}

enum request
review_meeting_request(struct view *view, enum request r, const char *arg)
{
	struct review_view *v = (struct review_view *)view;
	struct app_services *s = view->services;
	const struct review_item *item = review_current(v);

	view->dirty = true;
	if (r == REQ_REFRESH) {
		v->quiet = false;
		review_card_ask(v);
	}
	r = review_common_request(v, r, arg);
	if (r == REQ_NONE || (item && decide(v, item, r)))
		return REQ_NONE;
	if (r == REQ_OPEN && item && item->line_id[0]) {
		s->push(s, dossier_new(s, item->line_id, item->what));
		return REQ_NONE;
	}
	return meeting_request(v, r);
}
