/* SPDX-License-Identifier: MIT
 *
 * What Gridline remembers for its user from one time to the next: layouts, saved views, what was
 * typed at the prompts, where the user was. One small file in the state folder, replaced as a whole
 * or not at all. Losing it is never fatal: a broken file is set aside, an unwritable folder costs a
 * warning.
 */
#ifndef GRIDLINE_CONF_STATE_H
#define GRIDLINE_CONF_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

#define STATE_HISTORY_MAX 100 /* lines remembered of a prompt */

struct state_layout {
	char *listing, *text;
};

/* The same sizes as struct saved_view of the model, which this room does not know. */
struct state_view {
	char name[48], listing[16], filter[512], sort[32];
	long limit;
};

struct state_history {
	char *name;   /* of the prompt: "filter" */
	char **lines; /* oldest first */
	size_t n;
};

/* Read by anyone, changed through the functions below; every text in it is clean. */
struct state {
	char *dir; /* NULL: nothing is remembered */
	struct state_layout *layouts;
	size_t nlayouts;
	struct state_view *views;
	size_t nviews;
	struct state_history *histories;
	size_t nhistories;
	char *last_view, *last_filter; /* "" when there are none */
	bool changed;		       /* since it was read or saved */
};

/* Read dir/state (see conf/paths.h), which need not exist; dir NULL: remember nothing. Always gives
 * a usable state, freed with state_free(); warning is filled if what was there could not be used.
 */
struct state *state_open(const char *dir, struct error *warning);
void state_free(struct state *s); /* NULL allowed; saves nothing */

/* Write it if it changed: made beside and moved into place, folders made 0700, the file 0600. False
 * with the reason; the file there before is then untouched. */
bool state_save(struct state *s, struct error *err);

/* All texts are copied; those of a view are clean already, the others are cleaned here. */
void state_set_layout(struct state *s, const char *listing, const char *text);
const char *state_layout(const struct state *s, const char *listing); /* NULL if none */
/* Put or replace by name (ASCII case ignored). */
void state_put_view(struct state *s, const struct state_view *view);
bool state_delete_view(struct state *s, const char *name); /* false if there was none */
/* Add a line to a prompt's history, as the newest; one that is there already moves to the end. */
void state_add_history(struct state *s, const char *name, const char *line);
const struct state_history *state_history(const struct state *s, const char *name); /* or NULL */
void state_set_last(struct state *s, const char *view, const char *filter);

#endif
