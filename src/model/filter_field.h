/* SPDX-License-Identifier: MIT
 *
 * What may stand before and after the operator of a filter term: the two tables behind
 * gridline-filter(7). The parser, completion, the manual's check and the store's conditions all
 * read them, so a new field is one line here, one condition in the store and one entry in the
 * manual.
 */
#ifndef GRIDLINE_MODEL_FILTER_FIELD_H
#define GRIDLINE_MODEL_FILTER_FIELD_H

#include <stddef.h>

#include "model/column.h"
#include "model/terms.h"

enum filter_type {
	FILTER_TYPE_TEXT, /* a part of the text, any case */
	FILTER_TYPE_TERM, /* a code of the reference tables: struct filter_field.vocabulary */
	FILTER_TYPE_NUMBER,
	FILTER_TYPE_DATE, /* a date, month, week, quarter, today, yesterday, 14d or 2w ago */
	FILTER_TYPE_FLAG, /* the rest take the words of FILTER_KEYWORDS with their type */
	FILTER_TYPE_CHANGE,
	FILTER_TYPE_IS,
	FILTER_TYPE_HAS,
};

/* clang-format off */

/* X(symbol, listing, name, other names (blank-separated), type, vocabulary of a TERM, column, help)
 * The columns' own names are always among the names. */
#define FILTER_FIELDS(X) \
	X(FIELD_REF, LISTING_GRID, "ref", "line_ref", TEXT, COUNT, GRID_LINE_REF, "part of the reference") \
	X(FIELD_NAME, LISTING_GRID, "name", "", TEXT, COUNT, GRID_NAME, "part of the name") \
	X(FIELD_ALIAS, LISTING_GRID, "alias", "aliases", TEXT, COUNT, -1, "part of another name") \
	X(FIELD_STATUS, LISTING_GRID, "status", "", TERM, STATUS, GRID_STATUS, "status code; reaches closed lines, too") \
	X(FIELD_BAND, LISTING_GRID, "band", "", TERM, BAND, GRID_BAND, "band of the score") \
	X(FIELD_SCORE, LISTING_GRID, "score", "", NUMBER, COUNT, GRID_SCORE, "local threat score, 0 to 100") \
	X(FIELD_RANK, LISTING_GRID, "rank", "", NUMBER, COUNT, GRID_RANK, "place on the grid, 1 is the greatest threat") \
	X(FIELD_CHANGE, LISTING_GRID, "change", "", CHANGE, COUNT, GRID_CHANGE, "movement since the week began") \
	X(FIELD_NPU, LISTING_GRID, "npu", "export_npu", TERM, NPU, GRID_EXPORT_NPU, "unit it is run from") \
	X(FIELD_FORCE, LISTING_GRID, "force", "export_force", TERM, FORCE, GRID_EXPORT_FORCE, "force it is run from") \
	X(FIELD_IMPORT, LISTING_GRID, "import", "imports", TERM, LOCATION, GRID_IMPORTS, "place it sells in") \
	X(FIELD_DRUG, LISTING_GRID, "drug", "drugs", TERM, DRUG, GRID_DRUGS, "drug it sells") \
	X(FIELD_BULK, LISTING_GRID, "bulk", "bulk_marketing", FLAG, COUNT, GRID_BULK_MARKETING, "sends bulk messages offering drugs") \
	X(FIELD_LRO, LISTING_GRID, "lro", "", TERM, LRO, GRID_LRO, "login of its Local Responsible Officer") \
	X(FIELD_GROUP, LISTING_GRID, "group", "groups", TEXT, COUNT, GRID_GROUPS, "part of a group's reference") \
	X(FIELD_OPEN, LISTING_GRID, "open", "open_taskings", NUMBER, COUNT, GRID_OPEN_TASKINGS, "open taskings") \
	X(FIELD_LATE, LISTING_GRID, "late", "overdue overdue_taskings", NUMBER, COUNT, GRID_OVERDUE_TASKINGS, "overdue taskings") \
	X(FIELD_FIRST, LISTING_GRID, "first", "first_seen", DATE, COUNT, GRID_FIRST_SEEN, "first seen") \
	X(FIELD_LAST, LISTING_GRID, "last", "last_seen", DATE, COUNT, GRID_LAST_SEEN, "last seen") \
	X(FIELD_REVIEWED, LISTING_GRID, "reviewed", "review last_review", DATE, COUNT, GRID_LAST_REVIEW, "last reviewed") \
	X(FIELD_DAYS, LISTING_GRID, "days", "days_since_review", NUMBER, COUNT, GRID_DAYS_SINCE_REVIEW, "days since the last review") \
	X(FIELD_IS, LISTING_GRID, "is", "", IS, COUNT, -1, "what a line is") \
	X(FIELD_HAS, LISTING_GRID, "has", "", HAS, COUNT, -1, "what a line has") \
	X(FIELD_GROUP_REF, LISTING_GROUPS, "ref", "group_ref", TEXT, COUNT, GROUP_REF, "part of the reference") \
	X(FIELD_GROUP_NAME, LISTING_GROUPS, "name", "", TEXT, COUNT, GROUP_NAME, "part of the name") \
	X(FIELD_GROUP_KIND, LISTING_GROUPS, "kind", "", TERM, GROUP_KIND, GROUP_KIND, "OCG or USG") \
	X(FIELD_GROUP_MAPPED, LISTING_GROUPS, "mapped", "", FLAG, COUNT, GROUP_MAPPED, "mapped as an OCG") \
	X(FIELD_GROUP_BAND, LISTING_GROUPS, "band", "", TERM, GROUP_BAND, GROUP_BAND, "band it is mapped in") \
	X(FIELD_GROUP_LINE, LISTING_GROUPS, "line", "lines", TEXT, COUNT, GROUP_LINES, "part of the reference of a line of theirs") \
	X(FIELD_GROUP_OPEN, LISTING_GROUPS, "open", "open_lines", NUMBER, COUNT, GROUP_OPEN_LINES, "how many open lines they have") \
	X(FIELD_GROUP_TOP, LISTING_GROUPS, "score", "top_score", NUMBER, COUNT, GROUP_TOP_SCORE, "highest score of their lines") \
	X(FIELD_TASKING_REF, LISTING_TASKINGS, "ref", "tasking_ref", TEXT, COUNT, TASKING_REF, "part of the reference") \
	X(FIELD_TASKING_LINE, LISTING_TASKINGS, "line", "line_ref", TEXT, COUNT, TASKING_LINE, "part of its line's reference") \
	X(FIELD_TASKING_GROUP, LISTING_TASKINGS, "group", "group_ref", TEXT, COUNT, TASKING_GROUP, "part of its group's reference") \
	X(FIELD_TASKING_TITLE, LISTING_TASKINGS, "title", "", TEXT, COUNT, TASKING_TITLE, "part of what is to be done") \
	X(FIELD_TASKING_ROUTE, LISTING_TASKINGS, "route", "", TERM, TASKING_ROUTE, TASKING_ROUTE, "local, force, regional or national") \
	X(FIELD_TASKING_UNIT, LISTING_TASKINGS, "unit", "", TERM, UNIT, TASKING_UNIT, "unit or capability that is to do it") \
	X(FIELD_TASKING_OFFICER, LISTING_TASKINGS, "officer", "", TERM, OFFICER, TASKING_OFFICER, "login of the officer it is given to") \
	X(FIELD_TASKING_OPERATION, LISTING_TASKINGS, "operation", "", TERM, OPERATION, TASKING_OPERATION, "operation it belongs to") \
	X(FIELD_TASKING_FOUR_P, LISTING_TASKINGS, "four_p", "", TERM, FOUR_P, TASKING_FOUR_P, "which of the four Ps") \
	X(FIELD_TASKING_PRIORITY, LISTING_TASKINGS, "priority", "", TERM, PRIORITY, TASKING_PRIORITY, "how pressing") \
	X(FIELD_TASKING_RAISED, LISTING_TASKINGS, "raised", "raised_on", DATE, COUNT, TASKING_RAISED_ON, "day it was raised") \
	X(FIELD_TASKING_BY, LISTING_TASKINGS, "by", "raised_by", TERM, OFFICER, TASKING_RAISED_BY, "login that raised it") \
	X(FIELD_TASKING_DUE, LISTING_TASKINGS, "due", "due_on", DATE, COUNT, TASKING_DUE_ON, "last day to do it") \
	X(FIELD_TASKING_STATE, LISTING_TASKINGS, "state", "", TERM, TASKING_STATE, TASKING_STATE, "where it stands") \
	X(FIELD_TASKING_CLOSED, LISTING_TASKINGS, "closed", "closed_on", DATE, COUNT, TASKING_CLOSED_ON, "day it was closed") \
	X(FIELD_TASKING_RESULT, LISTING_TASKINGS, "result", "", TEXT, COUNT, TASKING_RESULT, "part of what came of it") \
	X(FIELD_TASKING_FORCE, LISTING_TASKINGS, "force", "", TERM, FORCE, -1, "force whose tasking it is") \
	X(FIELD_TASKING_OPEN, LISTING_TASKINGS, "open", "", FLAG, COUNT, -1, "still to be done") \
	X(FIELD_TASKING_LATE, LISTING_TASKINGS, "late", "overdue", FLAG, COUNT, -1, "still to be done and past its day")

/* X(symbol, type, word, help) */
#define FILTER_KEYWORDS(X) \
	X(KEYWORD_YES, FLAG, "yes", "") \
	X(KEYWORD_NO, FLAG, "no", "") \
	X(KEYWORD_UP, CHANGE, "up", "higher than when the week began") \
	X(KEYWORD_DOWN, CHANGE, "down", "lower than when the week began") \
	X(KEYWORD_MOVED_NEW, CHANGE, "new", "not on the grid when the week began") \
	X(KEYWORD_SAME, CHANGE, "same", "where it was, or not ranked") \
	X(KEYWORD_OPEN, IS, "open", "neither closed nor merged") \
	X(KEYWORD_CLOSED, IS, "closed", "closed or merged") \
	X(KEYWORD_ANY, IS, "any", "open or closed") \
	X(KEYWORD_NEW, IS, "new", "on the grid since this week") \
	X(KEYWORD_STALE, IS, "stale", "no intelligence or review within the limit") \
	X(KEYWORD_MINE, IS, "mine", "you are its LRO") \
	X(KEYWORD_UNIT, IS, "unit", "run from your own unit") \
	X(KEYWORD_UNSCORED, IS, "unscored", "no signed assessment") \
	X(KEYWORD_RESTRICTED, IS, "restricted", "seen only by named people and supervisors") \
	X(KEYWORD_SHARED, IS, "shared", "shared with the region") \
	X(KEYWORD_HAS_OVERDUE, HAS, "overdue", "an overdue tasking") \
	X(KEYWORD_HAS_TASKINGS, HAS, "taskings", "an open tasking") \
	X(KEYWORD_HAS_GROUPS, HAS, "groups", "a known group behind it") \
	X(KEYWORD_HAS_IMPORTS, HAS, "imports", "a known place it sells in") \
	X(KEYWORD_HAS_ALIASES, HAS, "aliases", "another name") \
	X(KEYWORD_HAS_LRO, HAS, "lro", "a Local Responsible Officer") \
	X(KEYWORD_HAS_REVIEW, HAS, "review", "been reviewed")

/* clang-format on */

#define FILTER_SYMBOL_1(symbol, listing, name, others, type, vocabulary, column, help) symbol,
#define FILTER_SYMBOL_2(symbol, type, word, help) symbol,
enum filter_field_id { FILTER_FIELDS(FILTER_SYMBOL_1) FILTER_FIELD_COUNT };
enum filter_keyword { FILTER_KEYWORDS(FILTER_SYMBOL_2) KEYWORD_NONE };

struct filter_field {
	enum filter_field_id id;
	enum listing listing;
	const char *name;
	const char *others; /* further names, blank-separated, "" for none */
	enum filter_type type;
	enum vocabulary vocabulary; /* of a TERM; VOCABULARY_COUNT otherwise */
	int column;		    /* index in the listing's table, -1 if none */
	const char *help;	    /* one line, for completion and the manual */
};
const struct filter_field *filter_fields(size_t *n);
/* By any of its names, ASCII case ignored; NULL if the listing has none such. */
const struct filter_field *filter_field_find(enum listing listing, const char *name, size_t len);
/* The field called nearly so, NULL if none is. */
const char *filter_field_nearest(enum listing listing, const char *name);

struct filter_keyword_info {
	enum filter_type type;
	const char *word, *help;
};
const struct filter_keyword_info *filter_keyword_get(enum filter_keyword k);
/* KEYWORD_NONE if the type takes no such word. */
enum filter_keyword filter_keyword_find(enum filter_type type, const char *word);

#endif
