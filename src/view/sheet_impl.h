/* SPDX-License-Identifier: MIT
 *
 * The inside of a form, for the sheet*.c files alone: sheet.c (keys, drawing, leaving),
 * sheet_fill.c (from the database's fields to the widget's, and what is wrong with them),
 * sheet_send.c (draft, preview, saving), sheet_many.c (the same step on many records), sheet_live.c
 * (what others do to the record meanwhile).
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

/* The records of a form for many of them. */
struct sheet_many_state {
	char *what; /* "taskings" */
	const char **ids;
	long *versions; /* NULL: whatever they are */
	size_t n;
	char *steps;		/* one or several, separated by a blank */
	size_t nsteps, form_at; /* form_at: which of them on which record is tried for the form */
	struct step_results *told, *results; /* what saving would do, and did; NULL: not known */
	size_t asked, taken;		     /* how many of them told and results are of */
	bool stop;			     /* the rest is not to be done */
	void (*done)(void *arg, const struct step_results *results);
	void *arg;
};

/* What is typed, to be handed over. */
struct sheet_handed {
	struct step_taking t;
	const char **names, **values;
};

#define SHEET_EARLY_MOST 512 /* keys that are kept until the form has come */

struct sheet {
	struct view view;
	char step[64], id[ROW_ID_LEN + 1]; /* id "": it makes a record */
	struct sheet_many_state *many;	   /* NULL: one record */
	struct sheet_begin begin;	   /* all NULL: as the database has it */
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
	char kept_at[32], status[128];
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

/* sheet.c */
struct sheet *sheet_make(struct app_services *services); /* that has not asked for its form yet */
void sheet_catch_up(struct sheet *e);			 /* with what was typed before it came */

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
void sheet_hand(
    const struct sheet *e, struct sheet_handed *h, bool all); /* all: the unchanged, too */
void sheet_handed_free(struct sheet_handed *h);
void sheet_refused(struct sheet *e, const struct error *err);

/* sheet_many.c */
/* A form, or the reason why there is none, for one of them; true if it goes on by itself. */
bool sheet_many_form(struct sheet *e, struct step_form *form, const struct error *err);
void sheet_many_tell(struct sheet *e);
void sheet_many_take(struct sheet *e);
void sheet_many_show(struct sheet *e); /* what saving would do, over the whole screen */
void sheet_many_close(struct sheet *e);
void sheet_many_stop(struct sheet *e); /* saving goes no further than what is on its way */

/* sheet_many_show.c */
void sheet_many_fill(
    const struct sheet *e, struct flow *flow, const struct step_results *r, bool done);
void sheet_many_results(struct sheet *e); /* the summary, as the form goes */

#endif
