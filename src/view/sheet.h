/* SPDX-License-Identifier: MIT
 *
 * The form of a step, whichever it is: what the database wants to be told, with choices, what is
 * wrong at each field, and beside it what saving would do. What is typed is kept in the database as
 * a draft from the first pause on, so that it outlives a resize, the link, the server and the
 * console. A record that somebody else changed meanwhile is shown field by field, theirs beside
 * one's own; nothing is overwritten.
 */
#ifndef GRIDLINE_VIEW_SHEET_H
#define GRIDLINE_VIEW_SHEET_H

#include "view/services.h"
#include "view/view.h"

/* For services->push(). id NULL: the step makes a record. */
struct view *sheet_new(struct app_services *services, const char *step, const char *id);

/* The same, opened with something chosen already. */
struct sheet_begin {
	const char *name, *value; /* of a field that has this value, whatever a draft says */
	const char *focus;	  /* the field to begin in */
	const char *open;	  /* a field whose section is wanted */
};
/* begin and its texts are static, or outlive the form; members may be NULL. */
struct view *sheet_new_begin(struct app_services *services, const char *step, const char *id,
    const struct sheet_begin *begin);

/* One step on many records: the fields once, beside them what would become of each. Each is then
 * done or refused by itself; a summary tells which, with the reasons. */
struct sheet_many {
	const char *step; /* or several, separated by a blank: the first that one of them allows */
	const char *what; /* "taskings" */
	const char *const *ids;
	const long *versions; /* NULL: whatever they are by then */
	size_t n;	      /* at least 1 */
	/* What became of each, when the form has gone; NULL allowed. arg is a screen below. */
	void (*done)(void *arg, const struct step_results *results);
	void *arg;
};
/* Everything in m is copied. */
struct view *sheet_many_new(struct app_services *services, const struct sheet_many *m);

#endif
