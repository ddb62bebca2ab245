/* SPDX-License-Identifier: MIT
 *
 * What a screen may ask of the application around it. Implemented in app/, by a small fake in
 * tests.
 */
#ifndef GRIDLINE_VIEW_SERVICES_H
#define GRIDLINE_VIEW_SERVICES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/layout.h"
#include "model/source.h"
#include "view/keymap.h"
#include "view/view.h"

enum message_kind { MESSAGE_INFO, MESSAGE_WARNING, MESSAGE_ERROR };

/* A line of input at the foot of the screen. All texts are copied. */
struct ask {
	const char *label;   /* "filter: " */
	const char *initial; /* text to start with, NULL for none */
	const char *history; /* name of the history it remembers under, static; NULL for none */
	/* Candidates for what stands left of the cursor; NULL: no completion. */
	void (*complete)(void *arg, const char *text, size_t at, struct filter_completion *out);
	/* Is the text fit to be accepted? Shown while typing; NULL: anything is. */
	bool (*check)(void *arg, const char *text, struct filter_error *err);
	/* Enter: the text. Esc: NULL. Runs once. */
	void (*done)(void *arg, const char *text);
	void *arg;
};

struct app_services {
	struct source *source;
	const struct keymap *keys;
	const struct terms *terms;     /* NULL until they came */
	const struct summary *summary; /* NULL until it came */
	const char *lro;	       /* what LRO stands for here */
	int stale_days;		       /* thresholds in force */
	int preview_min_cols;	       /* the preview opens by itself from this width on */
	int rows, cols;		       /* of the screen, as it is now */

	/* Show a message at the foot, kept in :messages too. */
	void (*message)(struct app_services *s, enum message_kind kind, const char *fmt, ...)
	    ATTR_PRINTF(3, 4);
	void (*message_error)(struct app_services *s, const struct error *err);
	void (*ask)(struct app_services *s, const struct ask *ask);
	/* Put a screen on the stack, which then owns it. */
	void (*push)(struct app_services *s, struct view *v);
	/* Take this screen off, from wherever it stands, once the present event is done with: an
	 * answer may come when something else, help perhaps, stands over it. */
	void (*pop)(struct app_services *s, struct view *v);
	/* Do as if the request had been typed, after the present one is done with. */
	void (*post)(struct app_services *s, enum request r, const char *arg);
	/* Call fn(arg) once, ms from now; one timer for each fn and arg, asked for anew it starts
	 * anew, ms < 0 takes it back. */
	void (*timer)(struct app_services *s, int ms, void (*fn)(void *arg), void *arg);
	/* The rows of a list stand: what costs more than a page (terms, summary) may be asked for,
	 * or asked for anew. */
	void (*rows_stand)(struct app_services *s);

	/* Layouts and views of the user, remembered across sessions. */
	const struct layout *(*layout)(struct app_services *s, enum listing listing);
	void (*save_layout)(struct app_services *s, const struct layout *layout);
	const struct saved_view *(*views)(struct app_services *s, size_t *n);
	bool (*save_view)(struct app_services *s, const struct saved_view *view, struct error *err);
	bool (*delete_view)(struct app_services *s, const char *name, struct error *err);
};

#endif
