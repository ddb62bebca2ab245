/* SPDX-License-Identifier: MIT
 *
 * The table of requests: at once the enum, the names for `:` and for key settings, the default
 * keys, the help screen and the key section of gridline(1). A key maps to a request; the view on
 * top gets it first and hands back what it does not handle, down to the application.
 *
 *   X(symbol, name, default keys (blank-separated names of term/key.h), group, help)
 * A name that ends in "=" takes an argument on the `:` line; its key asks for it.
 */
#ifndef GRIDLINE_VIEW_REQUEST_H
#define GRIDLINE_VIEW_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

/*   X(symbol, title in help and manual) */
#define REQUEST_GROUPS(X) \
	X(GROUP_MOVE, "Moving about") \
	X(GROUP_FIND, "Finding, filtering, sorting") \
	X(GROUP_MARK, "Marking") \
	X(GROUP_SHOW, "Showing") \
	X(GROUP_DO, "Changing records") \
	X(GROUP_MEETING, "In the meeting, before all other keys") \
	X(GROUP_GO, "Going to a screen") \
	X(GROUP_APP, "Gridline itself")

#define REQUEST_GROUP_ENUM(symbol, title) symbol,
enum request_group { REQUEST_GROUPS(REQUEST_GROUP_ENUM) GROUP_COUNT };

#define REQUESTS(X) \
	X(REQ_DOWN, "down", "j Down C-n", GROUP_MOVE, "next row") \
	X(REQ_UP, "up", "k Up C-p", GROUP_MOVE, "row before") \
	X(REQ_PAGE_DOWN, "page-down", "PgDn C-f", GROUP_MOVE, "next page") \
	X(REQ_PAGE_UP, "page-up", "PgUp C-b", GROUP_MOVE, "page before") \
	X(REQ_HALF_DOWN, "half-down", "C-d", GROUP_MOVE, "half a page down") \
	X(REQ_HALF_UP, "half-up", "C-u", GROUP_MOVE, "half a page up") \
	X(REQ_FIRST, "first", "g Home", GROUP_MOVE, "first row") \
	X(REQ_LAST, "last", "G End", GROUP_MOVE, "last row") \
	X(REQ_RANK, "rank=", "R", GROUP_MOVE, "jump to a rank") \
	X(REQ_SCREEN_TOP, "screen-top", "H", GROUP_MOVE, "top row of the screen") \
	X(REQ_SCREEN_MIDDLE, "screen-middle", "M", GROUP_MOVE, "middle row of the screen") \
	X(REQ_SCREEN_BOTTOM, "screen-bottom", "L", GROUP_MOVE, "bottom row of the screen") \
	X(REQ_LEFT, "left", "h Left", GROUP_MOVE, "scroll a column to the left") \
	X(REQ_RIGHT, "right", "l Right", GROUP_MOVE, "scroll a column to the right") \
	X(REQ_SEARCH, "search=", "/", GROUP_FIND, "search reference, name and alias") \
	X(REQ_SEARCH_NEXT, "search-next", "n", GROUP_FIND, "next match") \
	X(REQ_SEARCH_PREVIOUS, "search-previous", "N", GROUP_FIND, "match before") \
	X(REQ_FILTER, "filter=", "f", GROUP_FIND, "filter the list") \
	X(REQ_FILTER_CLEAR, "filter-clear", "F", GROUP_FIND, "take the filter away") \
	X(REQ_SORT, "sort=", "s", GROUP_FIND, "sort by a column") \
	X(REQ_SORT_REVERSE, "sort-reverse", "S", GROUP_FIND, "turn the order round") \
	X(REQ_VIEWS, "view=", "v", GROUP_FIND, "saved views: open one") \
	X(REQ_VIEW_SAVE, "view-save=", "V", GROUP_FIND, "save filter, sort and columns as a view") \
	X(REQ_VIEW_DELETE, "view-delete=", "", GROUP_FIND, "delete a view of your own") \
	X(REQ_MARK, "mark", "Space", GROUP_MARK, "mark or unmark the row") \
	X(REQ_MARK_RANGE, "mark-range", "m", GROUP_MARK, "mark from the last mark to here") \
	X(REQ_MARK_ALL, "mark-all", "a", GROUP_MARK, "mark all in the filter") \
	X(REQ_MARK_NONE, "mark-none", "A", GROUP_MARK, "take all marks away") \
	X(REQ_OPEN, "open", "Enter", GROUP_SHOW, "open the row") \
	X(REQ_PREVIEW, "preview", "p", GROUP_SHOW, "preview pane on or off") \
	X(REQ_PANE_NEXT, "pane-next", "Tab", GROUP_SHOW, "next pane") \
	X(REQ_COLUMNS, "columns", "c", GROUP_SHOW, "choose, order and widen columns") \
	X(REQ_WIDER, "wider", ">", GROUP_SHOW, "widen the first column that scrolls") \
	X(REQ_NARROWER, "narrower", "<", GROUP_SHOW, "narrow it") \
	X(REQ_REFRESH, "refresh", "r F5", GROUP_SHOW, "read the list again") \
	X(REQ_STEP, "step=", "x", GROUP_DO, "what can be done to the record here") \
	X(REQ_EDIT, "edit", "e", GROUP_DO, "edit the line") \
	X(REQ_NEW, "new", "+", GROUP_DO, "identify a new line") \
	X(REQ_RAISE, "raise", "T", GROUP_DO, "raise a tasking, on all that is marked") \
	X(REQ_ACCEPT, "accept", "y", GROUP_DO, \
	    "accept the tasking; authorise one that waits for it") \
	X(REQ_UPDATE, "update", "i", GROUP_DO, "note progress on the tasking") \
	X(REQ_COMPLETE, "complete", "d", GROUP_DO, "done: record the result, review it, complete") \
	X(REQ_UNDO, "undo", "u", GROUP_DO, "take back the last step on the tasking") \
	X(REQ_DECIDE, "decide", "D", GROUP_DO, "decide on the item of the review") \
	X(REQ_FOLLOW, "follow", "=", GROUP_DO, "follow the chair of the review again") \
	X(REQ_ADOPT, "adopt", "A", GROUP_MEETING, "decide: adopt what is proposed") \
	X(REQ_NOT_ADOPT, "not-adopt", "X", GROUP_MEETING, "decide: do not adopt it") \
	X(REQ_MONITOR, "monitor", "M", GROUP_MEETING, "decide: monitor, it stays as it is") \
	X(REQ_DEVELOP, "develop", "V", GROUP_MEETING, \
	    "decide: develop, with a tasking that finds out more") \
	X(REQ_REFER, "refer", "R", GROUP_MEETING, \
	    "decide: refer to another force, unit or partner") \
	X(REQ_DEFER, "defer", "F", GROUP_MEETING, "defer to the next review") \
	X(REQ_CLOSE, "close", "C", GROUP_MEETING, "decide: close the line without an outcome") \
	X(REQ_KEEP, "keep", "K", GROUP_MEETING, "decide: keep, it was looked at and stays") \
	X(REQ_ITEM_NEXT, "item-next", "n l Right", GROUP_MEETING, "next item of the agenda") \
	X(REQ_ITEM_BEFORE, "item-before", "N h Left", GROUP_MEETING, "item before") \
	X(REQ_ITEM_OPEN, "item-open", "Tab", GROUP_MEETING, "next item without a decision") \
	X(REQ_MEETING, "meeting", "e", GROUP_MEETING, \
	    "what can be done to the meeting: open, note, hand over, close") \
	X(REQ_HANDOVER, "handover", "", GROUP_DO, "hand all taskings of one officer to another") \
	X(REQ_GRID, "grid", "1", GROUP_GO, "the threat grid") \
	X(REQ_GROUPS, "groups", "2", GROUP_GO, "OCGs and USGs") \
	X(REQ_WAITING, "waiting", "3", GROUP_GO, "what waits for a decision") \
	X(REQ_TASKS, "tasks", "4", GROUP_GO, "my taskings: what I am to answer, to do, to decide") \
	X(REQ_BOARD, "board", "b", GROUP_GO, "taskings by state or by unit") \
	X(REQ_CALENDAR, "calendar", "C", GROUP_GO, "what falls due, week by week") \
	X(REQ_WORKLOAD, "workload", "W", GROUP_GO, \
	    "what units have to do, and how much of it is late") \
	X(REQ_WEEK_BACK, "week-back", "[", GROUP_GO, "the grid as it stood the week before") \
	X(REQ_WEEK_ON, "week-on", "]", GROUP_GO, "a week on, until it is now") \
	X(REQ_WEEK, "week=", "", GROUP_GO, "the grid as at an ISO week, like 2022-W51") \
	X(REQ_REGION, "region", "", GROUP_GO, \
	    "what the forces of the region share, ranked together") \
	X(REQ_DASHBOARD, "dashboard", "6", GROUP_GO, "figures of the year, and how it stands") \
	X(REQ_CORRIDORS, "corridors", "", GROUP_GO, "where lines are run from and sell") \
	X(REQ_MAP, "map", "", GROUP_GO, "units and forces as tiles") \
	X(REQ_FIGURES, "figures", "", GROUP_GO, "the figures of the board, and what they count") \
	X(REQ_REVIEW, "review", "5", GROUP_GO, "the weekly review: its agenda, the meeting") \
	X(REQ_TOP, "top", "t", GROUP_GO, "greatest threat now: the top 20") \
	X(REQ_OVERDUE, "overdue", "o", GROUP_GO, "what is overdue") \
	X(REQ_CHANGED, "changed", "w", GROUP_GO, "what changed since last week") \
	X(REQ_COMMAND, "command", ":", GROUP_APP, "command line") \
	X(REQ_HELP, "help", "? F1", GROUP_APP, "help") \
	X(REQ_BACK, "back", "Esc", GROUP_APP, "back; cancel what runs") \
	X(REQ_CANCEL, "cancel", "C-c", GROUP_APP, "cancel what runs") \
	X(REQ_MESSAGES, "messages", "", GROUP_APP, "messages of this session") \
	X(REQ_REDRAW, "redraw", "C-l", GROUP_APP, "draw the screen anew") \
	X(REQ_MOUSE, "mouse", "", GROUP_APP, "mouse on or off") \
	X(REQ_SUSPEND, "suspend", "C-z", GROUP_APP, "stop; fg brings it back") \
	X(REQ_QUIT, "quit", "q", GROUP_APP, "leave this screen; on the grid, leave Gridline")

#define REQUEST_ENUM(symbol, name, keys, group, help) symbol,
enum request { REQ_NONE, REQUESTS(REQUEST_ENUM) REQ_COUNT };

struct request_info {
	const char *name; /* as in the table; its first name_len bytes are the name itself */
	int name_len;	  /* without the "=" */
	const char *keys, *help;
	enum request_group group;
	bool takes_argument;
};

/* NULL for REQ_NONE. */
const struct request_info *request_info(enum request r);
enum request request_find(const char *name, size_t len); /* REQ_NONE if unknown */
/* What the bottom line says it does, in a word or two: its name, where request.c has no better. */
#define REQUEST_HINT_MAX 24
void request_hint(enum request r, char hint[REQUEST_HINT_MAX]);
const char *request_group_title(enum request_group g);

#endif
