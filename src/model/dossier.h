/* SPDX-License-Identifier: MIT
 *
 * What stands behind a line, as a consultation opened it: a head that stays, and panes of rows. It
 * is personal data: whoever holds one wipes it with dossier_free() as soon as it is not shown.
 */
#ifndef GRIDLINE_MODEL_DOSSIER_H
#define GRIDLINE_MODEL_DOSSIER_H

#include <stdbool.h>
#include <stddef.h>

#define DOSSIER_CELLS 7
#define DOSSIER_HEAD 11
#define DOSSIER_ID 37

/* X(symbol, name in the database, title, columns: title:width each, separated by '|') */
#define DOSSIER_PANES(X) \
	X(DOSSIER_SUMMARY, "summary", "Summary", "What:16|Is:60") \
	X(DOSSIER_NUMBERS, "numbers", "Numbers", "Number:18|Kind:7|State:10|First:10|Last:10") \
	X(DOSSIER_PLACES, "places", "Places", "Role:7|Where:28|From:10|To:10") \
	X(DOSSIER_GROUPS, "groups", "Groups", \
	    "Group:9|Kind:4|Name:20|Role:9|From:10|To:10|Band:7") \
	X(DOSSIER_PEOPLE, "people", "People", \
	    "Person:10|Is:16|Child:6|Since:10|Until:10|Told as:10") \
	X(DOSSIER_SCORES, "scores", "Scores", \
	    "On:10|State:10|Total:6|Band:9|Proposed:11|Second:11|Signed:11") \
	X(DOSSIER_INTEL, "intelligence", "Intelligence", "Day:10|Grade:5|Is:10|Report:12|Text:60") \
	X(DOSSIER_TASKINGS, "taskings", "Taskings", \
	    "Tasking:10|State:10|Unit:7|Due:10|Title:34|Operation:10") \
	X(DOSSIER_OUTCOMES, "outcomes", "Outcomes", \
	    "Day:10|Kind:12|Reference:13|State or who:12|Unit:6|Counts as:11") \
	X(DOSSIER_DOUBLES, "doubles", "Doubles", \
	    "May be:30|Cause:8|State:10|Raised:10|Decided:10|By:11") \
	X(DOSSIER_TIMELINE, "timeline", "Timeline", "When:16|What:50|Who:11")

#define DOSSIER_ENUM(symbol, name, title, columns) symbol,
enum dossier_pane { DOSSIER_PANES(DOSSIER_ENUM) DOSSIER_PANE_COUNT };

enum dossier_head {
	DOSSIER_REF,
	DOSSIER_NAME,
	DOSSIER_STATUS,
	DOSSIER_SCORE,
	DOSSIER_BAND,
	DOSSIER_UNIT,
	DOSSIER_LRO,
	DOSSIER_NEXT_REVIEW,
	DOSSIER_RESTRICTED,
	DOSSIER_VERSION,
	DOSSIER_OPEN
};

struct dossier_row {
	char object[16]; /* what steps can be taken on: "line", "assessment", "outcome"... */
	char id[DOSSIER_ID];
	char *cells[DOSSIER_CELLS];
	char *more; /* may have lines */
	char *mark; /* late, voided, protected...: said beside the row */
};

struct dossier {
	char id[DOSSIER_ID];
	char *head[DOSSIER_HEAD];
	struct dossier_rows {
		struct dossier_row *rows;
		size_t n;
	} panes[DOSSIER_PANE_COUNT];
};

/* DOSSIER_PANE_COUNT for a name that is none ("head" among them). */
enum dossier_pane dossier_pane_find(const char *name);
const char *dossier_pane_name(enum dossier_pane pane);
const char *dossier_pane_title(enum dossier_pane pane);
/* Title and width of a pane's column; false past the last. */
bool dossier_column(enum dossier_pane pane, size_t i, char title[24], int *width);

/* A row at the end of its pane, to be filled with texts that it then owns. */
struct dossier_row *dossier_add(struct dossier *d, enum dossier_pane pane);
/* Overwrites every text before it goes. The dossier itself goes, too; NULL allowed. */
void dossier_free(struct dossier *d);

#endif
