/* SPDX-License-Identifier: MIT
 *
 * The screen that every list shares: rows in a window, marks, filter, search, sort, columns, saved
 * views, preview. grid.c and groups.c say what differs: how a cell looks, what opens a row, what
 * stands above the list. The files browse_*.c each hold one part of it.
 */
#ifndef GRIDLINE_VIEW_BROWSE_H
#define GRIDLINE_VIEW_BROWSE_H

#include "base/buf.h"
#include "model/layout.h"
#include "term/list.h"
#include "view/marks.h"
#include "view/preview.h"
#include "view/services.h"
#include "view/view.h"
#include "view/window.h"

struct browse;

/* What a list screen is; static. */
struct browse_kind {
	enum listing listing;
	const char *what;   /* "lines": what the rows are */
	const char *search; /* label of the search line: "search reference, name, alias: " */
	const struct view_ops *ops;
	/* Text and style of a cell; text may lie in b->cell, which is empty. */
	void (*cell)(struct browse *b, size_t row, int column, struct list_cell *cell);
	int strip; /* rows above the list */
	void (*draw_strip)(struct browse *b, struct region r);
	enum request (*open)(struct browse *b, const struct row *row);
};

/* What a list shows; replaced as a whole by filter, saved view and sort. */
struct browse_query {
	char *filter_text; /* "" for none; owned */
	struct filter *filter;
	int sort; /* column index or -1 */
	bool descending;
	long limit;
	char view[48]; /* name of the saved view it came from, "" for none */
};

struct browse {
	struct view view; /* first: a listing is a view */
	const struct browse_kind *kind;
	struct list *list;
	struct window *window;
	struct marks marks;
	struct layout layout;
	struct browse_query query, before; /* before: what a cancelled change goes back to */
	bool has_before;
	char *find; /* word of the last search, NULL for none */
	bool find_back;
	char anchor[ROW_ID_LEN + 1]; /* row of the last mark */
	source_ticket marking;	     /* mark-all under way */
	struct preview *preview;
	int preview_wish; /* -1: by width, 0 off, 1 on */
	bool preview_focus;
	struct region list_region, preview_region; /* as last drawn */
	int cols;				   /* of the screen the columns are fitted to */
	long fitted_total;			   /* rows they are fitted to */
	bool letters;				   /* bands are shown by their letters */
	bool was_lost;				   /* the link was down: read again when it is up */
	bool counting;				   /* the rows are to be counted again soon */
	struct buf cell, status;
};

/* filter NULL: none; it must parse. limit and view name come with a saved view. */
struct view *browse_new(
    struct app_services *services, const struct browse_kind *kind, const char *filter);

/* The view_ops of list screens; grid.c and groups.c put them in their ops struct. */
void browse_draw(struct view *v, struct region r);
enum request browse_request(struct view *v, enum request r, const char *arg);
bool browse_key(struct view *v, const struct key *key);
void browse_changed(struct view *v);
void browse_news(struct view *v, unsigned kinds);
const char *browse_status(struct view *v);
void browse_close(struct view *v);

/* browse.c. A browse_query that was freed or handed on is empty: filter_text NULL. */
void browse_dirty(struct browse *b);
void browse_query_free(struct browse_query *q);
/* Show q, which is taken. The cursor stays on its row where that is listed, if follow. */
void browse_show(struct browse *b, struct browse_query *q, bool follow);
/* A copy of what is shown, to change and show. */
struct browse_query browse_query_copy(const struct browse *b);
void browse_set_columns(struct browse *b); /* after a change of the layout or of the width */
/* Cells the list has on a screen of so many columns. */
int browse_list_cols(const struct browse *b, int cols);
bool browse_preview_open(const struct browse *b);
void browse_preview_row(struct browse *b, bool at_once); /* show the cursor's row in it */

/* Handle a request of one part; the request itself if it is none of theirs. */
enum request browse_find_request(struct browse *b, enum request r, const char *arg);
enum request browse_mark_request(struct browse *b, enum request r, const char *arg);
enum request browse_layout_request(struct browse *b, enum request r, const char *arg);
enum request browse_view_request(struct browse *b, enum request r, const char *arg);
/* browse_step.c: what is done to the row under the cursor, or to all that are marked. */
enum request browse_step_request(struct browse *b, enum request r, const char *arg);

/* browse_find.c: put this filter in place of what is there; false (said) if it is wrong. */
bool browse_set_filter(struct browse *b, const char *text);
/* browse_layout.c: a click on a column title. */
void browse_sort_click(struct browse *b, int column);
/* browse_view.c: show a saved view of this listing. */
void browse_show_saved(struct browse *b, const struct saved_view *saved);

#endif
