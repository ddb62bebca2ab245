/* SPDX-License-Identifier: MIT
 *
 * The inside of a form, for the sheet*.c files alone: sheet.c (keys, drawing, leaving),
 * sheet_fill.c (from the database's fields to the widget's, and what is wrong with them),
 * sheet_send.c (draft, preview, saving), sheet_live.c (what others do to the record meanwhile).
 */
#ifndef GRIDLINE_VIEW_SHEET_IMPL_H
#define GRIDLINE_VIEW_SHEET_IMPL_H

#include "base/uuid.h"
#include "term/form.h"
#include "term/pane.h"
#include "view/sheet.h"

struct sheet;

/* A draft on its way: it is kept whether or not the form is still open when the answer comes. */
struct sheet_draft {
	struct sheet *sheet; /* NULL: closed meanwhile */
};

#define SHEET_EARLY_MOST 512 /* keys that are kept until the form has come */

struct sheet {
	struct view view;
	char step[64], id[ROW_ID_LEN + 1]; /* id "": it makes a record */
	struct step_form *data;		   /* NULL until it came */
	struct form *form;
	struct pane *told; /* what saving would do */
	size_t told_lines;
	source_ticket asking, taking, telling, looking;
	bool moved;		      /* somebody else changed the record since the form was read */
	bool old;		      /* and may have again, while that was asked */
	struct sheet_draft *drafting; /* NULL: none under way */
	char op[UUID_TEXT];	      /* of what is typed; "" since the last change */
	bool typed;		      /* since the draft was last handed in */
	bool kept;		      /* a draft stands in the database */
	bool was_down;		      /* the link; what could not be handed in is when it is up */
	char kept_at[32], status[96];
	struct region told_region;
	struct key early[SHEET_EARLY_MOST]; /* typed before the form came */
	size_t nearly;
};

/* sheet_fill.c */
/* Returns how many fields of a draft differ from a record that was changed since. */
size_t sheet_build(struct sheet *e);
/* Take in what stands by now beside what is typed; returns how many fields differ. */
size_t sheet_merge(struct sheet *e, struct step_form *now);
/* Put what stands by now into the focused field. */
void sheet_take_theirs(struct sheet *e);
/* Everything as it stands in the database. */
void sheet_reset(struct sheet *e);
/* Show what is wrong with a field, or that nothing is; whole: an empty one may be at fault. */
bool sheet_check(struct sheet *e, size_t i, bool whole);
/* All of them; the first at fault gets the focus. Returns how many are. */
size_t sheet_check_all(struct sheet *e);
/* A refusal's faults to their fields; returns how many found theirs. */
size_t sheet_faults(struct sheet *e, const char *detail);
bool sheet_changed(const struct sheet *e);
bool sheet_differs(const struct sheet *e, size_t i); /* from what stands in the database */

/* sheet.c: what was typed before the form came. */
void sheet_catch_up(struct sheet *e);

/* sheet_live.c */
void sheet_news(struct view *v, unsigned kinds);

/* sheet_send.c */
void sheet_typed(struct sheet *e); /* something was: draft and preview follow after a pause */
void sheet_draft_now(struct sheet *e);
void sheet_draft_drop(struct sheet *e);
void sheet_tell(struct sheet *e); /* ask what saving would do */
void sheet_save(struct sheet *e);
void sheet_ask(struct sheet *e);  /* for the form */
void sheet_stop(struct sheet *e); /* no reply or timer reaches it any more */

#endif
