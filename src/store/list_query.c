/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/list_query.h"

#include "store/filter_sql.h"
#include "store/list_sort.h"
#include "store/statement.h"

/* The grid with what moved, counted once. */
#define LIST_MOVED \
	"api.grid left join (select line_id, rank as rank_now, moved, change as change_now " \
	"from api.movement) as movement using (line_id)"

/* What a query's pieces are made from, and the pieces. */
struct pieces {
	const struct list_query *q;
	const struct list_sort *sort;
	struct params *params;
	const struct words *words;
	bool down; /* the index is walked backwards to go down the list */
	struct buf from, keys, where, order, seek, limit, rank;
};

static const char *
from_view(const struct list_query *q, const struct list_sort *sort)
{
	if (q->listing == LISTING_GROUPS)
		return "api.groups";
	if (q->listing == LISTING_TASKINGS)
		return "api.taskings";
	if (sort->moved || filter_sql_moved(q->filter))
		return LIST_MOVED;
	return "api.grid";
}

static struct filter_sql
writer(struct pieces *p, struct buf *sql)
{
	return (struct filter_sql){
		.sql = sql, .params = p->params, .words = p->words, .listing = p->q->listing
	};
}

static void
pieces_init(
    struct pieces *p, const struct list_query *q, struct params *params, const struct words *words)
{
	struct filter_sql to;

	*p = (struct pieces){ .q = q, .params = params, .words = words };
	p->sort = list_sort_get(q->listing, q->sort);
	p->down = p->sort->backwards != q->descending;
	buf_adds(&p->from, from_view(q, p->sort));
	list_sort_keys(&p->keys, p->sort);
	to = writer(p, &p->where);
	filter_sql_add(&to, q->filter);
}

static void
pieces_free(struct pieces *p)
{
	buf_free(&p->from);
	buf_free(&p->keys);
	buf_free(&p->where);
	buf_free(&p->order);
	buf_free(&p->seek);
	buf_free(&p->limit);
	buf_free(&p->rank);
}

#define PIECES 7

static void
slots_init(struct statement_slot slots[PIECES], const struct pieces *p)
{
	const struct statement_slot filled[PIECES] = {
		{ "from", buf_str(&p->from) },
		{ "keys", buf_str(&p->keys) },
		{ "where", buf_str(&p->where) },
		{ "order", buf_str(&p->order) },
		{ "seek", buf_str(&p->seek) },
		{ "limit", buf_str(&p->limit) },
		{ "rank", buf_str(&p->rank) },
	};

	memcpy(slots, filled, sizeof filled);
}

static void
seek_key(struct pieces *p, bool backwards, bool inclusive)
{
	const bool down = p->down != backwards;
	const char *op = down ? (inclusive ? "<=" : "<") : (inclusive ? ">=" : ">");

	if (!p->q->key[0])
		return;
	buf_adds(&p->seek, " and ");
	list_sort_beyond(&p->seek, p->params, p->sort, op, p->q->key);
}

static void
seek_at(struct pieces *p, const char *from)
{
	buf_adds(&p->seek, " and ");
	list_sort_from(&p->seek, p->sort, p->down ? "<=" : ">=", from);
}

/* From the row of that id, wherever it stands. */
static void
seek_id(struct pieces *p)
{
	struct buf from = BUF_INIT;

	buf_adds(&from, "(select ");
	list_sort_raw_keys(&from, p->sort);
	buf_addf(&from, " from %s where %s = $%zu::uuid) as target", buf_str(&p->from),
	    p->q->listing == LISTING_GROUPS ? "group_id" : "line_id",
	    params_text(p->params, p->q->id));
	seek_at(p, buf_str(&from));
	buf_free(&from);
}

/* Fill a statement in as a source of rows: "(select ...) as target". */
static void
fill_inner(struct buf *out, const char *statement, const struct pieces *p)
{
	struct statement_slot slots[PIECES];

	slots_init(slots, p);
	buf_addc(out, '(');
	statement_fill_inner(out, statement, slots, PIECES);
	buf_adds(out, ") as target");
}

/* The same query with other pieces, to find the row to start from. */
static void
pieces_target(struct pieces *target, const struct pieces *p, bool down)
{
	*target = (struct pieces){
		.q = p->q, .sort = p->sort, .params = p->params, .words = p->words, .down = p->down
	};
	buf_adds(&target->from, buf_str(&p->from));
	buf_adds(&target->where, buf_str(&p->where));
	list_sort_raw_keys(&target->keys, p->sort);
	list_sort_order(&target->order, p->sort, down);
}

/* Below the last rank stands the last row. */
static void
seek_rank(struct pieces *p)
{
	struct pieces target;
	struct buf from = BUF_INIT;

	pieces_target(&target, p, !p->down);
	buf_addf(&target.rank, "$%zu::int", params_number(p->params, p->q->rank));
	fill_inner(&from, "list_rank", &target);
	seek_at(p, buf_str(&from));
	buf_free(&from);
	pieces_free(&target);
}

/* The first match beyond the key or, failing that, from the list's end on; the page starts there.
 */
static void
seek_find(struct pieces *p, bool backwards)
{
	struct pieces target;
	struct filter_sql to;
	struct buf from = BUF_INIT;

	pieces_target(&target, p, p->down != backwards);
	to = writer(p, &target.where);
	buf_adds(&target.where, " and ");
	filter_sql_word(&to, p->q->find);
	seek_key(&target, backwards, false);
	fill_inner(&from, target.seek.len ? "list_find" : "list_find_first", &target);
	seek_at(p, buf_str(&from));
	buf_free(&from);
	pieces_free(&target);
}

static void
seek(struct pieces *p, bool *reversed)
{
	*reversed = false;
	switch (p->q->seek) {
	case SEEK_FIRST:
		break;
	case SEEK_LAST:
		*reversed = true;
		break;
	case SEEK_AFTER:
		seek_key(p, false, false);
		break;
	case SEEK_BEFORE:
		*reversed = true;
		seek_key(p, true, false);
		break;
	case SEEK_FROM:
		seek_key(p, false, true);
		break;
	case SEEK_RANK:
		seek_rank(p);
		break;
	case SEEK_FIND:
		seek_find(p, false);
		break;
	case SEEK_FIND_BACK:
		seek_find(p, true);
		break;
	case SEEK_ROW:
		seek_id(p);
		break;
	}
}

static void
write_list(struct list_statement *out, const char *statement, struct pieces *p)
{
	struct statement_slot slots[PIECES];
	struct buf sql = BUF_INIT;

	list_sort_order(&p->order, p->sort, p->down != out->reversed);
	/* A number of ours and no parameter: a plan made without knowing it may sort everything. */
	buf_addf(&p->limit, "%zu", p->q->limit + 1);
	slots_init(slots, p);
	statement_fill(&sql, statement, slots, PIECES);
	out->sql = buf_take(&sql);
	pieces_free(p);
}

void
list_query_page(struct list_statement *out, const struct list_query *q, const struct words *words)
{
	struct pieces p;

	*out = (struct list_statement){ .params = PARAMS_INIT };
	pieces_init(&p, q, &out->params, words);
	seek(&p, &out->reversed);
	write_list(out, q->listing == LISTING_GROUPS ? "groups_page" : "grid_page", &p);
}

/* All open lines are told from a tally: the grid's first count, at every desk. */
static bool
tallied(const struct pieces *p)
{
	return p->q->listing == LISTING_GRID && !p->q->filter && !p->sort->moved;
}

void
list_query_count(struct list_statement *out, const struct list_query *q, const struct words *words)
{
	struct pieces p;

	*out = (struct list_statement){ .params = PARAMS_INIT };
	pieces_init(&p, q, &out->params, words);
	write_list(out, tallied(&p) ? "list_count_open" : "list_count", &p);
}

void
list_query_ids(struct list_statement *out, const struct list_query *q, const struct words *words)
{
	struct pieces p;

	*out = (struct list_statement){ .params = PARAMS_INIT };
	pieces_init(&p, q, &out->params, words);
	write_list(out, q->listing == LISTING_GROUPS ? "groups_ids" : "grid_ids", &p);
}

/* A day is meant to its end. What the view has and the past has not is worked out here. */
static void
add_as_at(struct pieces *p, const char *as_at)
{
	const bool day = strlen(as_at) == DATE_TEXT - 1;
	char marker[64];
	const struct statement_slot slot = { "moment", marker };

	snprintf(marker, sizeof marker, "($%zu::%s)", params_text(p->params, as_at),
	    day ? "date + time '23:59:59.999999'" : "timestamptz");
	buf_addc(&p->from, '(');
	statement_fill_inner(&p->from, "grid_as_at", &slot, 1);
	buf_adds(&p->from, ") as grid");
}

void
list_query_export(struct list_statement *out, const struct list_query *q, const char *statement,
    const char *as_at, const struct words *words)
{
	struct pieces p;

	*out = (struct list_statement){ .params = PARAMS_INIT };
	pieces_init(&p, q, &out->params, as_at ? NULL : words);
	buf_clear(&p.from);
	if (as_at)
		add_as_at(&p, as_at);
	else
		buf_adds(&p.from, q->listing == LISTING_GRID ? LIST_MOVED : from_view(q, p.sort));
	write_list(out, statement, &p);
}
