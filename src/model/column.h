/* SPDX-License-Identifier: MIT
 *
 * The columns of the list screens, in the order of their exports. One table a listing: the screen,
 * the export, the filter language and the sort menu all read it, so a new column is one line here,
 * one in the api view and one in the store's list of sort keys.
 *
 *   X(symbol, name, title, width, kind, flags)
 *   name   what files, filters and `--sort` call it; also the column of the api view
 *   width  cells on the screen before the user changes it (the title must fit)
 */
#ifndef GRIDLINE_MODEL_COLUMN_H
#define GRIDLINE_MODEL_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

enum column_kind {
	COLUMN_TEXT,
	COLUMN_TERM,   /* a code of the reference tables */
	COLUMN_LIST,   /* several values, separated by ';' in files and ", " on the screen */
	COLUMN_NUMBER, /* right-aligned */
	COLUMN_CHANGE, /* +3, -1, new or empty; drawn ▲3 ▼1 new */
	COLUMN_DATE,
	COLUMN_FLAG,  /* yes or no */
	COLUMN_BLOCK, /* text of several lines; one line in a table */
};

enum column_flags {
	COLUMN_FROZEN = 1,	/* stays when the grid scrolls sideways */
	COLUMN_HIDDEN = 2,	/* not shown until chosen */
	COLUMN_SCREEN_ONLY = 4, /* not part of the export */
};

#define GRID_COLUMNS(X) \
	X(GRID_RANK, "rank", "Rank", 5, COLUMN_NUMBER, COLUMN_FROZEN) \
	X(GRID_LINE_REF, "line_ref", "Reference", 10, COLUMN_TEXT, COLUMN_FROZEN) \
	X(GRID_NAME, "name", "Name", 16, COLUMN_TEXT, 0) \
	X(GRID_SCORE, "score", "Score", 5, COLUMN_NUMBER, 0) \
	X(GRID_BAND, "band", "Band", 8, COLUMN_TERM, 0) \
	X(GRID_CHANGE, "change", "Change", 6, COLUMN_CHANGE, 0) \
	X(GRID_STATUS, "status", "Status", 11, COLUMN_TERM, 0) \
	X(GRID_EXPORT_FORCE, "export_force", "Force", 14, COLUMN_TERM, COLUMN_HIDDEN) \
	X(GRID_EXPORT_NPU, "export_npu", "NPU", 4, COLUMN_TERM, 0) \
	X(GRID_IMPORTS, "imports", "Imports", 18, COLUMN_LIST, 0) \
	X(GRID_DRUGS, "drugs", "Drugs", 16, COLUMN_LIST, COLUMN_HIDDEN) \
	X(GRID_BULK_MARKETING, "bulk_marketing", "Bulk", 4, COLUMN_FLAG, COLUMN_HIDDEN) \
	X(GRID_LRO, "lro", "LRO", 9, COLUMN_TEXT, 0) \
	X(GRID_GROUPS, "groups", "Groups", 14, COLUMN_LIST, 0) \
	X(GRID_OPEN_TASKINGS, "open_taskings", "Open", 4, COLUMN_NUMBER, 0) \
	X(GRID_OVERDUE_TASKINGS, "overdue_taskings", "Late", 4, COLUMN_NUMBER, 0) \
	X(GRID_FIRST_SEEN, "first_seen", "First seen", 10, COLUMN_DATE, COLUMN_HIDDEN) \
	X(GRID_LAST_SEEN, "last_seen", "Last seen", 10, COLUMN_DATE, COLUMN_HIDDEN) \
	X(GRID_LAST_REVIEW, "last_review", "Reviewed", 10, COLUMN_DATE, COLUMN_HIDDEN) \
	X(GRID_DAYS_SINCE_REVIEW, "days_since_review", "Days", 5, COLUMN_NUMBER, COLUMN_SCREEN_ONLY)

#define GROUP_COLUMNS(X) \
	X(GROUP_REF, "group_ref", "Reference", 10, COLUMN_TEXT, COLUMN_FROZEN) \
	X(GROUP_KIND, "kind", "Kind", 4, COLUMN_TERM, 0) \
	X(GROUP_NAME, "name", "Name", 20, COLUMN_TEXT, 0) \
	X(GROUP_MAPPED, "mapped", "Mapped", 6, COLUMN_FLAG, 0) \
	X(GROUP_BAND, "band", "Band", 8, COLUMN_TEXT, 0) \
	X(GROUP_OPEN_LINES, "open_lines", "Lines", 5, COLUMN_NUMBER, COLUMN_SCREEN_ONLY) \
	X(GROUP_TOP_SCORE, "top_score", "Top", 5, COLUMN_NUMBER, COLUMN_SCREEN_ONLY) \
	X(GROUP_LINES, "lines", "Their lines", 30, COLUMN_LIST, COLUMN_SCREEN_ONLY)

/* Taskings have screens of their own; this is their file, which can be filtered and sorted, too. */
#define TASKING_COLUMNS(X) \
	X(TASKING_REF, "tasking_ref", "Reference", 10, COLUMN_TEXT, COLUMN_FROZEN) \
	X(TASKING_LINE, "line_ref", "Line", 10, COLUMN_TEXT, 0) \
	X(TASKING_GROUP, "group_ref", "Group", 8, COLUMN_TEXT, 0) \
	X(TASKING_TITLE, "title", "What", 24, COLUMN_TEXT, 0) \
	X(TASKING_ROUTE, "route", "Route", 8, COLUMN_TERM, 0) \
	X(TASKING_UNIT, "unit", "Unit", 6, COLUMN_TERM, 0) \
	X(TASKING_OFFICER, "officer", "Officer", 9, COLUMN_TEXT, 0) \
	X(TASKING_OPERATION, "operation", "Operation", 9, COLUMN_TERM, 0) \
	X(TASKING_FOUR_P, "four_p", "Under", 8, COLUMN_TERM, 0) \
	X(TASKING_PRIORITY, "priority", "Priority", 8, COLUMN_TERM, 0) \
	X(TASKING_RAISED_ON, "raised_on", "Raised", 10, COLUMN_DATE, 0) \
	X(TASKING_RAISED_BY, "raised_by", "By", 9, COLUMN_TEXT, 0) \
	X(TASKING_DUE_ON, "due_on", "Due", 10, COLUMN_DATE, 0) \
	X(TASKING_STATE, "state", "State", 11, COLUMN_TERM, 0) \
	X(TASKING_CLOSED_ON, "closed_on", "Closed", 10, COLUMN_DATE, 0) \
	X(TASKING_RESULT, "result", "Result", 24, COLUMN_BLOCK, 0)

#define COLUMN_ENUM(symbol, name, title, width, kind, flags) symbol,
enum grid_column { GRID_COLUMNS(COLUMN_ENUM) GRID_COLUMN_COUNT };
enum group_column { GROUP_COLUMNS(COLUMN_ENUM) GROUP_COLUMN_COUNT };
enum tasking_column { TASKING_COLUMNS(COLUMN_ENUM) TASKING_COLUMN_COUNT };

struct column {
	const char *name, *title;
	int width;
	enum column_kind kind;
	unsigned flags; /* enum column_flags */
};

enum listing {
	LISTING_GRID,			    /* lines, ranked */
	LISTING_GROUPS,			    /* OCGs and USGs */
	LISTING_SCREENS,		    /* those before are the list screens */
	LISTING_TASKINGS = LISTING_SCREENS, /* exports */
	LISTING_COUNT
};

/* The table of a listing; *n is set to its length. */
const struct column *column_table(enum listing listing, size_t *n);

/* Index of a column by name (ASCII case ignored), -1 if the listing has none such. */
int column_find(enum listing listing, const char *name);

/* "grid", "groups" or "taskings": the name in files and messages. */
const char *listing_name(enum listing listing);

#endif
