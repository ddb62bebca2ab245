/* SPDX-License-Identifier: MIT
 *
 * The seam. Screens ask for data only through this table of typed calls; store/ answers them from
 * PostgreSQL, tests/lib/fake_source.c from fixtures. No call waits: each returns a ticket at once
 * and its reply function runs later, from the event loop, exactly once, unless the ticket was
 * cancelled before. A reply never runs inside the call that asked.
 *
 * Ownership: a query is only read during the call. What a reply is handed belongs to the receiver,
 * who frees it with the function named in the type's header. On failure the data is NULL and err
 * says why; err lives only during the reply.
 */
#ifndef GRIDLINE_MODEL_SOURCE_H
#define GRIDLINE_MODEL_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/card.h"
#include "model/dossier.h"
#include "model/figure.h"
#include "model/filter.h"
#include "model/news.h"
#include "model/page.h"
#include "model/past.h"
#include "model/panel.h"
#include "model/review.h"
#include "model/session.h"
#include "model/step.h"
#include "model/summary.h"
#include "model/tasking.h"
#include "model/terms.h"
#include "model/waiting.h"

typedef uint64_t source_ticket; /* 0 is none */

enum seek_kind {
	SEEK_FIRST,
	SEEK_LAST,
	SEEK_AFTER,	/* the rows after key */
	SEEK_BEFORE,	/* the rows before key, still in listing order */
	SEEK_FROM,	/* the row at key, or where it would stand, and what follows */
	SEEK_RANK,	/* from the row of that rank (of the grid) on */
	SEEK_FIND,	/* from the first row after key that holds `find` on; wraps round */
	SEEK_FIND_BACK, /* the same, backwards from key */
	SEEK_ROW,	/* from the row with this id on, wherever it now stands */
};

struct list_query {
	enum listing listing;
	const struct filter *filter; /* NULL: everything open */
	int sort;		     /* column index; the listing's own order when -1 */
	bool descending;	     /* against the column's natural order */
	enum seek_kind seek;
	const char *key[ROW_KEYS]; /* of AFTER, BEFORE, FROM, FIND: a row's key */
	long rank;		   /* of RANK */
	const char *find;	   /* of FIND: a word as for FILTER_WORD */
	const char *id;		   /* of ROW */
	size_t limit;		   /* rows wanted, 1..1000 */
};

/* Rank and movement of rows, which cost more than the rows and so come after them. */
struct standing {
	char id[ROW_ID_LEN + 1];
	char rank[12], change[12]; /* as cells: "" when unranked / unmoved, "+3", "-1", "new" */
};

typedef void source_page_fn(void *arg, struct page *page, const struct error *err);
typedef void source_count_fn(void *arg, long count, const struct error *err); /* -1 on failure */
typedef void source_standing_fn(void *arg, const struct standing *s, size_t n,
    const struct error *err); /* s lives only during the reply */
typedef void source_summary_fn(void *arg, const struct summary *s, const struct error *err);
/* The terms are one allocation and what terms_free() frees: that first, then free(). */
typedef void source_terms_fn(void *arg, struct terms *terms, const struct error *err);
typedef void source_card_fn(void *arg, struct card *card, const struct error *err);
/* Ids of all rows a filter holds, for marking: at most `limit` of them, *more says if it was hit.
 */
typedef void source_ids_fn(
    void *arg, const char *const *ids, size_t n, bool more, const struct error *err);

/* The reply owns it. One that is a part is followed by another reply. */
typedef void source_past_fn(void *arg, struct past *p, const struct error *err);
/* n 0 and week NULL: no review is prepared. */
typedef void source_review_fn(void *arg, struct review *r, const struct error *err);
typedef void source_waiting_fn(void *arg, struct waiting *w, const struct error *err);
/* Which panels the dashboard has, and what each counts. */
typedef void source_panels_fn(void *arg, struct panel_heads *heads, const struct error *err);
typedef void source_panel_fn(void *arg, struct panel *panel, const struct error *err);
typedef void source_panel_rows_fn(void *arg, struct panel_rows *rows, const struct error *err);
/* What can be done to a record. */
typedef void source_steps_fn(void *arg, struct step_offers *offers, const struct error *err);
typedef void source_step_form_fn(void *arg, struct step_form *form, const struct error *err);
/* What became of each record; what failed as a whole (no right, a field that will not do) is err.
 */
typedef void source_step_many_fn(void *arg, struct step_results *results, const struct error *err);
/* Refused for its fields: SQLSTATE GL004, and err->detail names them. GL003: somebody else changed
 * the record; ask for the form anew. An answer that was lost has been looked up by then. */
typedef void source_step_fn(void *arg, struct step_done *done, const struct error *err);
/* at: the time it was saved, as to be shown; "" where a draft was dropped. */
typedef void source_draft_fn(void *arg, const char *at, const struct error *err);

/* token: what the second step is asked with, "" on failure; it lives only during the reply. */
typedef void source_consult_fn(void *arg, const char *token, const struct error *err);
/* GL002: the token has expired, or the line is not one's own to see any more. */
typedef void source_dossier_fn(void *arg, struct dossier *d, const struct error *err);
/* texts live only during the reply. */
typedef void source_justifications_fn(
    void *arg, const char *const *texts, size_t n, const struct error *err);

typedef void source_taskings_fn(void *arg, struct tasking_list *list, const struct error *err);
typedef void source_task_board_fn(void *arg, struct task_board *board, const struct error *err);
typedef void source_task_days_fn(void *arg, struct task_days *days, const struct error *err);
typedef void source_task_loads_fn(void *arg, struct task_loads *loads, const struct error *err);

/* Of the list, or of the records of one figure. */
typedef void source_figures_fn(void *arg, struct figures *f, const struct error *err);

struct source;

struct source_ops {
	/* FIND that finds nothing replies with an empty page and no error. */
	source_ticket (*page)(
	    struct source *s, const struct list_query *q, source_page_fn *fn, void *arg);
	source_ticket (*count)(
	    struct source *s, const struct list_query *q, source_count_fn *fn, void *arg);
	source_ticket (*standing)(
	    struct source *s, const char *const *ids, size_t n, source_standing_fn *fn, void *arg);
	source_ticket (*ids)(
	    struct source *s, const struct list_query *q, source_ids_fn *fn, void *arg);
	source_ticket (*summary)(struct source *s, source_summary_fn *fn, void *arg);
	source_ticket (*terms)(struct source *s, source_terms_fn *fn, void *arg);
	/* What the preview pane shows of one line or group; no personal data in it. */
	source_ticket (*card)(
	    struct source *s, enum listing listing, const char *id, source_card_fn *fn, void *arg);

	/* Personal data, in two steps: the first commits why a line is looked at, the second reads
	 * what stands behind it. A token serves for minutes, for its owner and its line. */
	source_ticket (*consult)(struct source *s, const char *id, const char *justification,
	    source_consult_fn *fn, void *arg);
	source_ticket (*dossier)(
	    struct source *s, const char *token, source_dossier_fn *fn, void *arg);
	/* What the user gave as justifications lately, latest first. */
	source_ticket (*justifications)(struct source *s, source_justifications_fn *fn, void *arg);

	source_ticket (*waiting)(struct source *s, source_waiting_fn *fn, void *arg);
	/* The figures of the board; with an id, the records that one counts. */
	source_ticket (*figures)(
	    struct source *s, const char *id, source_figures_fn *fn, void *arg);
	/* The review of a week; NULL: the one that is on, or the next one prepared. And an item of
	 * it as the meeting looks at it. */
	source_ticket (*review)(
	    struct source *s, const char *week, source_review_fn *fn, void *arg);
	source_ticket (*review_item)(
	    struct source *s, const char *id, source_card_fn *fn, void *arg);
	/* That this console follows the chair, or does no more: replies 1 if it is told so to the
	 * others from now on, else 0. */
	source_ticket (*review_follow)(
	    struct source *s, const char *id, bool follow, source_count_fn *fn, void *arg);
	/* How many taskings of one's own others did something to since one last looked; and that
	 * one looks now, which replies 0. */
	source_ticket (*tasks_fresh)(struct source *s, source_count_fn *fn, void *arg);
	source_ticket (*tasks_seen)(struct source *s, source_count_fn *fn, void *arg);
	/* week: of ISO, like 2022-W51; one that is over, or the present one. */
	source_ticket (*past)(
	    struct source *s, const char *week, enum past_kind kind, source_past_fn *fn, void *arg);
	/* A line as the grid had it in a week, beside the week before; no personal data in it. */
	source_ticket (*line_as_at)(
	    struct source *s, const char *id, const char *week, source_card_fn *fn, void *arg);
	/* The dashboard: each panel is a question of its own, which gives way to what the screen
	 * waits for. panel also takes "corridors" and "map". */
	source_ticket (*panels)(struct source *s, source_panels_fn *fn, void *arg);
	source_ticket (*panel)(struct source *s, const char *code, source_panel_fn *fn, void *arg);
	source_ticket (*panel_rows)(
	    struct source *s, const struct panel_query *q, source_panel_rows_fn *fn, void *arg);
	/* object: "line", "assessment"..., as in ref.step. */
	source_ticket (*steps)(
	    struct source *s, const char *object, const char *id, source_steps_fn *fn, void *arg);
	/* id NULL: the step makes a record. */
	source_ticket (*step_form)(
	    struct source *s, const char *step, const char *id, source_step_form_fn *fn, void *arg);
	/* The version by now of the record a form is about; -1 where that is not told. */
	source_ticket (*step_version)(
	    struct source *s, const char *step, const char *id, source_count_fn *fn, void *arg);
	/* What it would do with what is typed so far, as a card. */
	source_ticket (*step_preview)(
	    struct source *s, const struct step_taking *t, source_card_fn *fn, void *arg);
	source_ticket (*step_take)(
	    struct source *s, const struct step_taking *t, source_step_fn *fn, void *arg);
	/* Keep what is typed; without cells (n 0) throw it away. Not to be cancelled: a draft that
	 * was sent is kept. */
	source_ticket (*draft)(
	    struct source *s, const struct step_taking *t, source_draft_fn *fn, void *arg);

	/* The same step on many records: what would become of each with what is typed so far, and
	 * what did. One that is tried again with its key is not done twice. */
	source_ticket (*step_many_preview)(
	    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg);
	source_ticket (*step_many)(
	    struct source *s, const struct step_many_taking *t, source_step_many_fn *fn, void *arg);

	source_ticket (*taskings)(
	    struct source *s, const struct tasking_ask *ask, source_taskings_fn *fn, void *arg);
	/* Everything about one, with its history. */
	source_ticket (*task_card)(struct source *s, const char *id, source_card_fn *fn, void *arg);
	/* by: "state" or "unit". */
	source_ticket (*task_board)(
	    struct source *s, const char *by, source_task_board_fn *fn, void *arg);
	source_ticket (*task_days)(
	    struct source *s, date_days from, date_days to, source_task_days_fn *fn, void *arg);
	source_ticket (*task_loads)(
	    struct source *s, date_days from, date_days to, source_task_loads_fn *fn, void *arg);

	/* The reply will not run. What the server is doing for it is cancelled, too. */
	void (*cancel)(struct source *s, source_ticket ticket);
	/* Requests under way whose reply has not run. */
	size_t (*pending)(const struct source *s);
	/* Who is connected, as whom and how; never NULL, changes whenever `generation` in it does.
	 */
	const struct session *(*session)(const struct source *s);
	/* What others changed, by kind; never NULL, see model/news.h. */
	const struct news *(*news)(const struct source *s);
};

struct source {
	const struct source_ops *ops;
};

#endif
