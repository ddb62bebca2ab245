/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/filter_sql.h"

#include "store/statement.h"

/* What a field is called in the view. */
static const char *const exprs[FILTER_FIELD_COUNT] = {
	[FIELD_REF] = "line_ref",
	[FIELD_NAME] = "name",
	[FIELD_ALIAS] = "aliases_text",
	[FIELD_STATUS] = "status",
	[FIELD_BAND] = "band",
	[FIELD_SCORE] = "score",
	[FIELD_RANK] = "rank",
	[FIELD_CHANGE] = "moved",
	[FIELD_NPU] = "export_npu",
	[FIELD_FORCE] = "export_force",
	[FIELD_IMPORT] = "imports",
	[FIELD_DRUG] = "drugs",
	[FIELD_BULK] = "bulk_marketing",
	[FIELD_LRO] = "lro",
	[FIELD_GROUP] = "groups",
	[FIELD_OPEN] = "open_taskings",
	[FIELD_LATE] = "overdue_taskings",
	[FIELD_FIRST] = "first_seen",
	[FIELD_LAST] = "last_seen",
	[FIELD_REVIEWED] = "last_review",
	[FIELD_DAYS] = "days_since_review",
	[FIELD_IS] = NULL,
	[FIELD_HAS] = NULL,
	[FIELD_GROUP_REF] = "group_ref",
	[FIELD_GROUP_NAME] = "name",
	[FIELD_GROUP_KIND] = "kind",
	[FIELD_GROUP_MAPPED] = "mapped",
	[FIELD_GROUP_BAND] = "band",
	[FIELD_GROUP_LINE] = "lines",
	[FIELD_GROUP_OPEN] = "open_lines",
	[FIELD_GROUP_TOP] = "top_score",
	[FIELD_TASKING_REF] = "tasking_ref",
	[FIELD_TASKING_LINE] = "line_ref",
	[FIELD_TASKING_GROUP] = "group_ref",
	[FIELD_TASKING_TITLE] = "title",
	[FIELD_TASKING_ROUTE] = "route",
	[FIELD_TASKING_UNIT] = "unit",
	[FIELD_TASKING_OFFICER] = "officer",
	[FIELD_TASKING_OPERATION] = "operation",
	[FIELD_TASKING_FOUR_P] = "four_p",
	[FIELD_TASKING_PRIORITY] = "priority",
	[FIELD_TASKING_RAISED] = "raised_on",
	[FIELD_TASKING_BY] = "raised_by",
	[FIELD_TASKING_DUE] = "due_on",
	[FIELD_TASKING_STATE] = "state",
	[FIELD_TASKING_CLOSED] = "closed_on",
	[FIELD_TASKING_RESULT] = "result",
	[FIELD_TASKING_FORCE] = "force",
	[FIELD_TASKING_OPEN] = "is_open",
	[FIELD_TASKING_LATE] = "late",
};

/* What a keyword of is:, has: and change: asks for. Those of flags stand with their field. */
static const char *const conditions[KEYWORD_NONE] = {
	[KEYWORD_YES] = NULL,
	[KEYWORD_NO] = NULL,
	[KEYWORD_UP] = "moved > 0",
	[KEYWORD_DOWN] = "moved < 0",
	[KEYWORD_MOVED_NEW] = "change_now = 'new'",
	[KEYWORD_SAME] = "coalesce(change_now, '') = ''",
	[KEYWORD_OPEN] = "is_open",
	[KEYWORD_CLOSED] = "not is_open",
	[KEYWORD_ANY] = "true",
	[KEYWORD_NEW] = "is_new",
	[KEYWORD_STALE] = "is_stale",
	[KEYWORD_MINE] = "lro = session_user::text",
	[KEYWORD_UNIT] = "export_npu = (select unit from api.session())",
	[KEYWORD_UNSCORED] = "score is null",
	[KEYWORD_RESTRICTED] = "restricted",
	[KEYWORD_SHARED] = "shared",
	[KEYWORD_HAS_OVERDUE] = "overdue_taskings > 0",
	[KEYWORD_HAS_TASKINGS] = "open_taskings > 0",
	[KEYWORD_HAS_GROUPS] = "groups <> ''",
	[KEYWORD_HAS_IMPORTS] = "imports <> ''",
	[KEYWORD_HAS_ALIASES] = "aliases_text <> ''",
	[KEYWORD_HAS_LRO] = "lro is not null",
	[KEYWORD_HAS_REVIEW] = "last_review is not null",
};

static const char *
operator(enum filter_op op)
{
	switch (op) {
	case FILTER_IS:
		return "=";
	case FILTER_LT:
		return "<";
	case FILTER_LE:
		return "<=";
	case FILTER_GT:
		return ">";
	case FILTER_GE:
		return ">=";
	}
	return "=";
}

/* Codes in a cell that holds several are separated by ';'. */
static bool
holds_list(const struct filter_field *field)
{
	return field->id == FIELD_IMPORT || field->id == FIELD_DRUG;
}

static void
add_term(const struct filter_sql *to, const struct filter_field *field, const char *code)
{
	const size_t n = params_text(to->params, code);

	if (holds_list(field))
		buf_addf(to->sql, "$%zu = any(string_to_array(%s, ';'))", n, exprs[field->id]);
	else
		buf_addf(to->sql, "%s = $%zu", exprs[field->id], n);
}

/* "(keys) < (where the lines of that rank begin)": a rank is counted for each row that is asked for
 * it, its bounds are found once. */
static void
add_rank_bound(const struct filter_sql *to, const char *op, long rank)
{
	char marker[32];
	const struct statement_slot slot = { "rank", marker };

	snprintf(marker, sizeof marker, "$%zu::bigint", params_number(to->params, rank));
	buf_addf(to->sql, " and (sort_score, sort_seen, line_ref) %s (", op);
	statement_fill_inner(to->sql, "rank_bound", &slot, 1);
	buf_addc(to->sql, ')');
}

static void
add_rank(const struct filter_sql *to, enum filter_op op, long rank)
{
	buf_adds(to->sql, "is_open and score is not null");
	switch (op) {
	case FILTER_IS:
		add_rank_bound(to, ">=", rank);
		add_rank_bound(to, "<", rank + 1);
		break;
	case FILTER_LT:
		add_rank_bound(to, "<", rank);
		break;
	case FILTER_LE:
		add_rank_bound(to, "<", rank + 1);
		break;
	case FILTER_GT:
		add_rank_bound(to, ">=", rank + 1);
		break;
	case FILTER_GE:
		add_rank_bound(to, ">=", rank);
		break;
	}
}

static void
add_date(const struct filter_sql *to, const struct filter *test, const struct filter_value *v)
{
	const char *expr = exprs[test->field->id];

	if (v->date != DATE_NONE)
		buf_addf(to->sql, "%s %s $%zu::date", expr, operator(test->op),
		    params_date(to->params, v->date));
	else
		buf_addf(to->sql, "%s %s (select today from api.session()) - $%zu::int",
		    expr, operator(test->op), params_number(to->params, v->days));
}

/* "%text%", with what would be a wildcard in it escaped. The server can tell from a pattern how
 * many rows to expect, and so whether to walk the list or to go through the table. */
static size_t
add_pattern(struct params *params, const char *text)
{
	struct buf pattern = BUF_INIT;
	size_t n;

	buf_addc(&pattern, '%');
	for (; *text; text++) {
		if (strchr("\\%_", *text))
			buf_addc(&pattern, '\\');
		buf_addc(&pattern, *text);
	}
	buf_addc(&pattern, '%');
	n = params_text(params, buf_str(&pattern));
	buf_free(&pattern);
	return n;
}

static void
add_value(const struct filter_sql *to, const struct filter *test, const struct filter_value *v)
{
	const struct filter_field *field = test->field;

	switch (field->type) {
	case FILTER_TYPE_TEXT:
		buf_addf(
		    to->sql, "%s ilike $%zu", exprs[field->id], add_pattern(to->params, v->text));
		break;
	case FILTER_TYPE_TERM:
		add_term(to, field, v->text);
		break;
	case FILTER_TYPE_NUMBER:
		if (field->id == FIELD_RANK)
			add_rank(to, test->op, v->number);
		else
			buf_addf(to->sql, "%s %s $%zu::int", exprs[field->id], operator(test->op),
			    params_number(to->params, v->number));
		break;
	case FILTER_TYPE_DATE:
		add_date(to, test, v);
		break;
	case FILTER_TYPE_FLAG:
		buf_addf(to->sql, "%s%s", v->keyword == KEYWORD_NO ? "not " : "", exprs[field->id]);
		break;
	case FILTER_TYPE_CHANGE:
	case FILTER_TYPE_IS:
	case FILTER_TYPE_HAS:
		buf_adds(to->sql, conditions[v->keyword]);
		break;
	}
}

static void
add_test(const struct filter_sql *to, const struct filter *test)
{
	for (size_t i = 0; i < test->nvalues; i++) {
		buf_adds(to->sql, i ? " or (" : "(");
		add_value(to, test, &test->values[i]);
		buf_addc(to->sql, ')');
	}
}

void
filter_sql_word(const struct filter_sql *to, const char *word)
{
	const bool known = to->words && to->listing == LISTING_GRID;
	const char *ids = known ? words_find(to->words, word) : NULL;
	const char *key = known ? words_key(to->words, word) : NULL;

	if (to->listing == LISTING_TASKINGS)
		buf_addf(to->sql,
		    "concat_ws(E'\\n', tasking_ref, line_ref, line_name, group_ref, title) ilike $%zu",
		    add_pattern(to->params, word));
	else if (ids && strcmp(ids, "{}") == 0)
		buf_adds(to->sql, "false");
	else if (ids)
		buf_addf(to->sql, "line_id = any($%zu::uuid[])", params_text(to->params, ids));
	else if (key)
		buf_addf(to->sql, "search_text like $%zu", add_pattern(to->params, key));
	else
		buf_addf(to->sql, "strpos(search_text, (select api.search_key($%zu))) > 0",
		    params_text(to->params, word));
}

static void
add_node(const struct filter_sql *to, const struct filter *f)
{
	buf_addc(to->sql, '(');
	switch (f->kind) {
	case FILTER_AND:
	case FILTER_OR:
		for (size_t i = 0; i < f->nchildren; i++) {
			if (i > 0)
				buf_adds(to->sql, f->kind == FILTER_AND ? " and " : " or ");
			add_node(to, f->children[i]);
		}
		break;
	case FILTER_NOT:
		/* What is empty is not so: -npu:BW holds the lines without a unit, too. */
		add_node(to, f->children[0]);
		buf_adds(to->sql, " is not true");
		break;
	case FILTER_WORD:
		filter_sql_word(to, f->values[0].text);
		break;
	case FILTER_TEST:
		add_test(to, f);
		break;
	}
	buf_addc(to->sql, ')');
}

void
filter_sql_add(const struct filter_sql *to, const struct filter *filter)
{
	const bool open = to->listing == LISTING_GRID && !(filter && filter_names_state(filter));

	if (open)
		buf_adds(to->sql, "is_open");
	if (open && filter)
		buf_adds(to->sql, " and ");
	if (filter)
		add_node(to, filter);
	else if (!open)
		buf_adds(to->sql, "true");
}

bool
filter_sql_moved(const struct filter *filter)
{
	if (!filter)
		return false;
	for (size_t i = 0; i < filter->nchildren; i++)
		if (filter_sql_moved(filter->children[i]))
			return true;
	return filter->kind == FILTER_TEST && filter->field->type == FILTER_TYPE_CHANGE;
}
