/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/request.h"

#include <stdio.h>
#include <string.h>

#define TAKES_ARGUMENT(name) (name[sizeof(name) - 2] == '=')
#define REQUEST_INFO(symbol, name, keys, group, help) \
	[symbol] = { name, (int)sizeof(name) - 1 - TAKES_ARGUMENT(name), keys, help, group, \
		TAKES_ARGUMENT(name) },

#define GROUP_TITLE(symbol, title) [symbol] = title,

static const struct request_info table[REQ_COUNT] = { REQUESTS(REQUEST_INFO) };

const struct request_info *
request_info(enum request r)
{
	return r > REQ_NONE && r < REQ_COUNT ? &table[r] : NULL;
}

enum request
request_find(const char *name, size_t len)
{
	int r;

	for (r = REQ_NONE + 1; r < REQ_COUNT; r++)
		if ((size_t)table[r].name_len == len && strncmp(table[r].name, name, len) == 0)
			return (enum request)r;
	return REQ_NONE;
}

/* Those whose names were made for typing. */
static const char *const hints[REQ_COUNT] = {
	[REQ_PAGE_DOWN] = "next page",
	[REQ_PAGE_UP] = "page before",
	[REQ_SEARCH_NEXT] = "next match",
	[REQ_SEARCH_PREVIOUS] = "match before",
	[REQ_FILTER_CLEAR] = "no filter",
	[REQ_SORT_REVERSE] = "turn order",
	[REQ_VIEW_SAVE] = "save view",
	[REQ_MARK_RANGE] = "mark to here",
	[REQ_MARK_ALL] = "mark all",
	[REQ_MARK_NONE] = "unmark all",
	[REQ_PANE_NEXT] = "next pane",
	[REQ_STEP] = "do",
	[REQ_TASKS] = "taskings",
	[REQ_ITEM_NEXT] = "next",
	[REQ_ITEM_BEFORE] = "before",
	[REQ_ITEM_OPEN] = "undecided",
};

void
request_hint(enum request r, char hint[REQUEST_HINT_MAX])
{
	snprintf(hint, REQUEST_HINT_MAX, "%s", hints[r] ? hints[r] : table[r].name);
	hint[strcspn(hint, "=")] = '\0';
	for (; *hint; hint++)
		if (*hint == '-')
			*hint = ' ';
}

const char *
request_group_title(enum request_group g)
{
	static const char *const titles[GROUP_COUNT] = { REQUEST_GROUPS(GROUP_TITLE) };

	return titles[g];
}
