/* SPDX-License-Identifier: MIT
 *
 * The inside of the review screen, for review*.c alone.
 */
#ifndef GRIDLINE_VIEW_REVIEW_IMPL_H
#define GRIDLINE_VIEW_REVIEW_IMPL_H

#include "base/uuid.h"
#include "model/review.h"
#include "term/list.h"
#include "term/pane.h"
#include "view/services.h"
#include "view/sheet.h"
#include "view/view.h"

struct review_view {
	struct view view;
	struct review *data; /* NULL until it came; week NULL: none is prepared */
	source_ticket ticket, card_ticket, go_ticket;
	char week[9];	 /* a closed one that was gone back to; "": the one that is on, or next */
	bool old, quiet; /* another reading is wanted; a failure is not worth a message */

	bool meeting; /* one item, not the list */
	bool follow;  /* the meeting's item is shown, whichever it is */
	char id[37];  /* the item shown or asked for */
	struct card *card;
	bool card_old;
	struct pane *pane;

	source_ticket told_ticket;
	bool told; /* the others were told that this console follows */
	bool mute; /* that they were not: it cannot be told */

	char go_op[UUID_TEXT]; /* of the move under way */
	bool go_again;	       /* the item has changed since that was sent */

	struct list *list;
	struct region region;
	long ticks; /* seconds since the answer, as far as the clock on the screen goes */
	char status[96], cell[24];
};

/* The item shown, or under the cursor of the list; NULL for none. */
const struct review_item *review_current(const struct review_view *v);
bool review_is_held(const struct review_view *v); /* a review, with a week */

/* What a key decides, and how its form begins. */
struct review_decision {
	enum request request;
	const char *step;
	struct sheet_begin begin;
};

/* review.c: the agenda, and what both it and the meeting take. */
void review_ask(struct review_view *v);
void review_enter_meeting(struct review_view *v); /* from the list; and back */
void review_leave_meeting(struct review_view *v);
enum request review_common_request(struct review_view *v, enum request r, const char *arg);

/* review_meeting.c */
enum request review_meeting_request(struct view *view, enum request r, const char *arg);
const struct review_decision *review_decisions(size_t *n); /* those that have a key, in order */
bool review_may_decide(const struct review_view *v);	   /* so that the keys are worth showing */

/* review_move.c: from item to item. */
void review_show(struct review_view *v, size_t at); /* and ask for its card */
void review_step_to(struct review_view *v, long by);
void review_go(struct review_view *v); /* take the meeting to the item shown, if the user leads */
void review_caught_up(struct review_view *v); /* new data has come: go where the meeting is */
void review_card_ask(struct review_view *v);
void review_move_end(struct review_view *v); /* let go of what is under way */
void review_follow(struct review_view *v);
/* Tell the others whether this console follows, where that has changed. */
void review_tell(struct review_view *v);

/* review_draw.c */
struct list *review_list_new(struct review_view *v);
void review_draw(struct view *view, struct region r);

/* review_item.c */
void review_draw_meeting(struct view *view, struct region r);
void review_fill(struct review_view *v); /* the pane out of the card */

#endif
