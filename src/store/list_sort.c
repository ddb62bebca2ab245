/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/list_sort.h"

/* A bare name in an order by would mean the column of the answer: where that shows something else,
 * the key names its view. */
/* clang-format off */
#define LINE_REF { "line_ref", "text" }
#define RANKED { { "sort_score", "int" }, { "sort_seen", "int" }, LINE_REF }
#define BY(expr, type) .key = { { expr, type }, LINE_REF }
#define GROUP_BY(expr, type) .key = { { expr, type }, { "group_ref", "text" } }

static const struct list_sort grid[GRID_COLUMN_COUNT] = {
	[GRID_RANK] = { .key = RANKED },
	[GRID_LINE_REF] = { .key = { LINE_REF } },
	[GRID_NAME] = { BY("name_key", "text") },
	[GRID_SCORE] = { .key = RANKED },
	[GRID_BAND] = { .key = RANKED },
	/* New on the grid first, then by how far up; what has no rank last. */
	[GRID_CHANGE] = { BY("case when rank_now is null then 2147483647 when change_now = 'new' "
		"then -2147483647 else -coalesce(moved, 0) end", "bigint"), .moved = true },
	[GRID_STATUS] = { BY("status", "text") },
	[GRID_EXPORT_FORCE] = { BY("export_force", "text") },
	[GRID_EXPORT_NPU] = { BY("coalesce(export_npu, '')", "text") },
	[GRID_IMPORTS] = { BY("imports", "text") },
	[GRID_DRUGS] = { BY("drugs", "text") },
	[GRID_BULK_MARKETING] = { BY("grid.bulk_marketing", "boolean"), .backwards = true },
	[GRID_LRO] = { BY("coalesce(lro, '')", "text") },
	[GRID_GROUPS] = { BY("groups", "text") },
	[GRID_OPEN_TASKINGS] = { BY("open_taskings", "int"), .backwards = true },
	[GRID_OVERDUE_TASKINGS] = { BY("overdue_taskings", "int"), .backwards = true },
	[GRID_FIRST_SEEN] = { BY("coalesce(first_seen, '-infinity')", "date"), .backwards = true },
	[GRID_LAST_SEEN] = { BY("coalesce(last_seen, '-infinity')", "date"), .backwards = true },
	[GRID_LAST_REVIEW] = { BY("coalesce(last_review, '-infinity')", "date"), .backwards = true },
	[GRID_DAYS_SINCE_REVIEW] = { BY("coalesce(last_review, '-infinity')", "date") },
};

static const struct list_sort groups[GROUP_COLUMN_COUNT] = {
	[GROUP_REF] = { .key = { { "group_ref", "text" } } },
	[GROUP_KIND] = { GROUP_BY("kind", "text") },
	[GROUP_NAME] = { GROUP_BY("name_key", "text") },
	[GROUP_MAPPED] = { GROUP_BY("groups.mapped", "boolean"), .backwards = true },
	[GROUP_BAND] = { GROUP_BY("coalesce(band, '')", "text") },
	[GROUP_OPEN_LINES] = { GROUP_BY("coalesce(open_lines, 0)", "int"), .backwards = true },
	[GROUP_TOP_SCORE] = { GROUP_BY("coalesce(top_score, -1)", "int"), .backwards = true },
	[GROUP_LINES] = { GROUP_BY("coalesce(lines, '')", "text") },
};
#define TASKING_BY(expr, type) .key = { { expr, type }, { "tasking_ref", "text" } }
#define TASKING_WORD(name) TASKING_BY("coalesce(" name ", '')", "text")

static const struct list_sort taskings[TASKING_COLUMN_COUNT] = {
	[TASKING_REF] = { .key = { { "tasking_ref", "text" } } },
	[TASKING_LINE] = { TASKING_WORD("line_ref") },
	[TASKING_GROUP] = { TASKING_WORD("group_ref") },
	[TASKING_TITLE] = { TASKING_WORD("title") },
	[TASKING_ROUTE] = { TASKING_WORD("route") },
	[TASKING_UNIT] = { TASKING_WORD("unit") },
	[TASKING_OFFICER] = { TASKING_WORD("officer") },
	[TASKING_OPERATION] = { TASKING_WORD("operation") },
	[TASKING_FOUR_P] = { TASKING_WORD("four_p") },
	[TASKING_PRIORITY] = { TASKING_WORD("priority") },
	[TASKING_RAISED_ON] = { TASKING_BY("raised_on", "date"), .backwards = true },
	[TASKING_RAISED_BY] = { TASKING_WORD("raised_by") },
	[TASKING_DUE_ON] = { TASKING_BY("coalesce(due_on, 'infinity')", "date"), .backwards = true },
	[TASKING_STATE] = { TASKING_WORD("state") },
	[TASKING_CLOSED_ON] = { TASKING_BY("coalesce(closed_on, '-infinity')", "date"), .backwards = true },
	[TASKING_RESULT] = { TASKING_WORD("result") },
};
/* clang-format on */

const struct list_sort *
list_sort_get(enum listing listing, int column)
{
	if (listing == LISTING_GROUPS)
		return &groups[column < 0 ? GROUP_REF : column];
	if (listing == LISTING_TASKINGS)
		return &taskings[column < 0 ? TASKING_REF : column];
	return &grid[column < 0 ? GRID_RANK : column];
}

static size_t
count_keys(const struct list_sort *sort)
{
	size_t n = 0;

	while (n < ROW_KEYS && sort->key[n].expr)
		n++;
	return n;
}

void
list_sort_order(struct buf *sql, const struct list_sort *sort, bool down)
{
	for (size_t i = 0; i < count_keys(sort); i++)
		buf_addf(sql, "%s%s%s", i ? ", " : "", sort->key[i].expr, down ? " desc" : "");
}

void
list_sort_keys(struct buf *sql, const struct list_sort *sort)
{
	for (size_t i = 0; i < count_keys(sort); i++)
		buf_addf(sql, "%s(%s)::text as key%zu", i ? ", " : "", sort->key[i].expr, i);
}

void
list_sort_raw_keys(struct buf *sql, const struct list_sort *sort)
{
	for (size_t i = 0; i < count_keys(sort); i++)
		buf_addf(sql, "%s%s as key%zu", i ? ", " : "", sort->key[i].expr, i);
}

static void
add_exprs(struct buf *sql, const struct list_sort *sort)
{
	buf_addc(sql, '(');
	for (size_t i = 0; i < count_keys(sort); i++)
		buf_addf(sql, "%s%s", i ? ", " : "", sort->key[i].expr);
	buf_addc(sql, ')');
}

void
list_sort_beyond(struct buf *sql, struct params *params, const struct list_sort *sort,
    const char *op, const char *const key[ROW_KEYS])
{
	add_exprs(sql, sort);
	buf_addf(sql, " %s (", op);
	for (size_t i = 0; i < count_keys(sort); i++)
		buf_addf(sql, "%s$%zu::%s", i ? ", " : "", params_text(params, key[i]),
		    sort->key[i].type);
	buf_addc(sql, ')');
}

void
list_sort_from(struct buf *sql, const struct list_sort *sort, const char *op, const char *from)
{
	add_exprs(sql, sort);
	buf_addf(sql, " %s (select ", op);
	for (size_t i = 0; i < count_keys(sort); i++)
		buf_addf(sql, "%skey%zu", i ? ", " : "", i);
	buf_addf(sql, " from %s)", from);
}
