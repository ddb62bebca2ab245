/* SPDX-License-Identifier: MIT
 *
 * The source on the real schema: every order walked both ways, every seek, every field of the
 * filter language held against plain SQL.
 */
#include "config.h"

#include "tests/store/store.h"

#include <stdlib.h>

#include "base/text.h"
#include "store/source.h"

struct world {
	struct link *link;
	struct source *source;
	struct page *page;
	struct standing standing[64];
	size_t nstanding;
	long count;
	size_t nids;
	bool more, done, failed;
	struct summary summary;
	struct terms *terms;
	struct card *card;
};

static struct world
open_world(const char *user)
{
	char *conninfo = xasprintf("user=%s", user);
	const struct link_options o = { .target.conninfo = conninfo };
	struct world w = { .link = link_new(&o) };

	w.source = store_source_new(w.link);
	free(conninfo);
	return w;
}

static void
close_world(struct world *w)
{
	page_free(w->page);
	store_source_free(w->source);
	link_free(w->link);
}

static void
take_page(void *arg, struct page *page, const struct error *err)
{
	struct world *w = arg;

	page_free(w->page);
	w->page = page;
	w->done = true;
	if (err)
		print_message("page: %s\n", err->text);
	w->failed = err != NULL;
}

static void
take_count(void *arg, long count, const struct error *err)
{
	struct world *w = arg;

	w->count = count;
	w->done = true;
	if (err)
		print_message("count: %s\n", err->text);
}

static const struct page *
fetch(struct world *w, const struct list_query *q)
{
	w->done = false;
	w->source->ops->page(w->source, q, take_page, w);
	assert_int_equal(w->source->ops->pending(w->source), 1);
	store_pump(w->link, &w->done);
	assert_non_null(w->page);
	assert_int_equal(w->source->ops->pending(w->source), 0);
	return w->page;
}

static long
count(struct world *w, const struct list_query *q)
{
	w->done = false;
	w->source->ops->count(w->source, q, take_count, w);
	store_pump(w->link, &w->done);
	return w->count;
}

static struct filter *
parse(enum listing listing, const char *text)
{
	struct filter *filter;
	struct filter_error err;

	if (!filter_parse(listing, text, &filter, &err))
		fail_msg("%s: %s", text, err.error.text);
	return filter;
}

/* Ids from one end to the other, in walking order; the caller frees. */
struct walk {
	char (*ids)[ROW_ID_LEN + 1];
	size_t n;
};

static void
note_page(struct walk *walk, const struct page *page, bool down)
{
	walk->ids = xreallocarray(walk->ids, walk->n + page->nrows, sizeof *walk->ids);
	for (size_t i = 0; i < page->nrows; i++) {
		const size_t at = down ? i : page->nrows - 1 - i;

		memcpy(walk->ids[walk->n++], page->rows[at].id, ROW_ID_LEN + 1);
	}
}

static struct walk
walk_list(struct world *w, struct list_query q, bool down)
{
	struct walk walk = { .ids = NULL };
	const struct page *page;
	char *key[ROW_KEYS] = { NULL };
	bool end;

	q.seek = down ? SEEK_FIRST : SEEK_LAST;
	do {
		page = fetch(w, &q);
		assert_true(page->nrows > 0);
		note_page(&walk, page, down);
		end = down ? page->at_end : page->at_start;
		q.seek = down ? SEEK_AFTER : SEEK_BEFORE;
		for (size_t i = 0; i < ROW_KEYS; i++) {
			const char *k = page->rows[down ? page->nrows - 1 : 0].key[i];

			free(key[i]);
			q.key[i] = key[i] = k ? xstrdup(k) : NULL;
		}
	} while (!end);
	for (size_t i = 0; i < ROW_KEYS; i++)
		free(key[i]);
	return walk;
}

static void
check_walks(struct world *w, const struct list_query *q)
{
	struct walk down = walk_list(w, *q, true), up = walk_list(w, *q, false);

	assert_int_equal(down.n, up.n);
	assert_int_equal((long)down.n, count(w, q));
	for (size_t i = 0; i < down.n; i++)
		assert_string_equal(down.ids[i], up.ids[up.n - 1 - i]);
	free(down.ids);
	free(up.ids);
}

static void
every_order_is_walked_both_ways(void **state)
{
	struct world w = open_world("store_analyst");
	struct list_query q = { .limit = 331 };

	(void)state;
	for (int listing = 0; listing < LISTING_COUNT; listing++) {
		size_t n;

		q.listing = (enum listing)listing;
		column_table(q.listing, &n);
		for (int sort = -1; sort < (int)n; sort++) {
			q.sort = sort;
			q.descending = false;
			check_walks(&w, &q);
			q.descending = true;
			check_walks(&w, &q);
		}
	}
	close_world(&w);
}

static int
compare_cells(const struct row *a, const struct row *b, int column, enum column_kind kind)
{
	const char *x = a->cell[column], *y = b->cell[column];

	if (kind == COLUMN_NUMBER)
		return (int)(strtol(x, NULL, 10) - strtol(y, NULL, 10));
	return strcmp(x, y);
}

static void
orders_follow_their_columns(void **state)
{
	/* Of the greatest, the latest, the most overdue one asks for the top. */
	static const struct {
		int column, direction;
		enum column_kind kind;
	} cases[] = {
		{ GRID_LINE_REF, 1, COLUMN_TEXT },
		{ GRID_SCORE, -1, COLUMN_NUMBER },
		{ GRID_STATUS, 1, COLUMN_TEXT },
		{ GRID_EXPORT_NPU, 1, COLUMN_TEXT },
		{ GRID_LRO, 1, COLUMN_TEXT },
		{ GRID_IMPORTS, 1, COLUMN_TEXT },
		{ GRID_OPEN_TASKINGS, -1, COLUMN_NUMBER },
		{ GRID_OVERDUE_TASKINGS, -1, COLUMN_NUMBER },
		{ GRID_LAST_SEEN, -1, COLUMN_TEXT },
		{ GRID_LAST_REVIEW, -1, COLUMN_TEXT },
	};
	struct world w = open_world("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct list_query q = { .sort = cases[i].column, .limit = 1000 };
		const struct page *page = fetch(&w, &q);

		for (size_t r = 1; r < page->nrows; r++)
			assert_true(cases[i].direction *
				compare_cells(&page->rows[r - 1], &page->rows[r], cases[i].column,
				    cases[i].kind) <=
			    0);
	}
	close_world(&w);
}

static void
seeks_find_their_row(void **state)
{
	struct world w = open_world("store_analyst");
	struct list_query q = { .sort = -1, .limit = 20 };
	const struct page *page = fetch(&w, &q);
	char id[ROW_ID_LEN + 1], ref[64], *key[ROW_KEYS] = { NULL };

	(void)state;
	assert_true(page->at_start);
	assert_false(page->at_end);
	assert_int_equal(page->nrows, 20);
	snprintf(id, sizeof id, "%s", page->rows[12].id);
	snprintf(ref, sizeof ref, "%s", page->rows[12].cell[GRID_LINE_REF]);
	for (size_t i = 0; i < ROW_KEYS; i++)
		q.key[i] = key[i] = page->rows[12].key[i] ? xstrdup(page->rows[12].key[i]) : NULL;
	q.seek = SEEK_FROM;
	assert_string_equal(fetch(&w, &q)->rows[0].id, id);
	q.seek = SEEK_ROW;
	q.id = id;
	assert_string_equal(fetch(&w, &q)->rows[0].id, id);
	q.sort = GRID_NAME;
	assert_string_equal(fetch(&w, &q)->rows[0].id, id);
	q.sort = -1;
	q.seek = SEEK_RANK;
	q.rank = 13;
	assert_string_equal(fetch(&w, &q)->rows[0].id, id);
	q.rank = 1000000;
	page = fetch(&w, &q);
	assert_int_equal(page->nrows, 1);
	assert_true(page->at_end);
	q.seek = SEEK_BEFORE;
	page = fetch(&w, &q);
	assert_int_equal(page->nrows, 12);
	assert_true(page->at_start);
	assert_false(page->at_end);
	/* By a word that only that line holds: from anywhere, either way, all the way round. */
	q.find = ref;
	q.seek = SEEK_FIND;
	assert_string_equal(fetch(&w, &q)->rows[0].id, id);
	q.seek = SEEK_FIND_BACK;
	assert_string_equal(fetch(&w, &q)->rows[0].id, id);
	q.key[0] = NULL;
	assert_string_equal(fetch(&w, &q)->rows[0].id, id);
	for (size_t i = 0; i < ROW_KEYS; i++)
		free(key[i]);
	close_world(&w);
}

static void
finding_steps_from_match_to_match(void **state)
{
	/* Rare: candidates. Common or short: the list is walked. */
	static const char *const words[] = { "alder", "OA", "also 1", "needle", "nosuchword" };
	struct world w = open_world("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct filter *filter;
		char *quoted = xasprintf("\"%s\"", words[i]), *key[ROW_KEYS] = { NULL };
		struct list_query q = {
			.sort = -1, .limit = 1, .find = words[i], .seek = SEEK_FIND
		};
		long matches, steps = 0;
		char first[64] = "";

		filter = parse(LISTING_GRID, quoted);
		q.filter = filter;
		matches = count(&w, &q);
		q.filter = NULL;
		while (steps <= matches) {
			const struct page *page = fetch(&w, &q);

			if (page->nrows == 0)
				break;
			if (strcmp(page->rows[0].cell[GRID_LINE_REF], first) == 0)
				break;
			if (!first[0])
				snprintf(
				    first, sizeof first, "%s", page->rows[0].cell[GRID_LINE_REF]);
			for (size_t k = 0; k < ROW_KEYS; k++) {
				free(key[k]);
				q.key[k] = key[k] =
				    page->rows[0].key[k] ? xstrdup(page->rows[0].key[k]) : NULL;
			}
			steps++;
		}
		assert_int_equal(steps, matches);
		for (size_t k = 0; k < ROW_KEYS; k++)
			free(key[k]);
		filter_free(filter);
		free(quoted);
	}
	close_world(&w);
}

static void
filters_hold_what_they_say(void **state)
{
	static const struct {
		const char *filter, *condition;
	} cases[] = {
		{ "", "is_open" },
		{ "is:closed", "not is_open" },
		{ "is:any", "true" },
		{ "ref:LN0000", "is_open and line_ref like 'LN0000%'" },
		{ "name:OAK", "is_open and name like '%oak%'" },
		{ "name:%", "is_open and name like '%!%%' escape '!'" },
		{ "alias:also", "is_open and aliases_text like '%also%'" },
		{ "status:merged", "status = 'merged'" },
		{ "status:active,tasked", "status in ('active', 'tasked')" },
		{ "band:critical", "is_open and band = 'critical'" },
		{ "score>=50 score<60", "is_open and score >= 50 and score < 60" },
		{ "score:60..70", "is_open and score between 60 and 70" },
		{ "rank<=10", "line_id in (select line_id from api.movement where rank <= 10)" },
		{ "rank>=2000",
		    "line_id in (select line_id from api.movement where rank >= 2000)" },
		{ "rank:77", "line_id in (select line_id from api.movement where rank = 77)" },
		{ "rank<99999",
		    "line_id in (select line_id from api.movement where rank < 99999)" },
		{ "npu:BW", "is_open and export_npu = 'BW'" },
		{ "-npu:BW", "is_open and export_npu is distinct from 'BW'" },
		{ "npu:BW,CV or lro:store_lro",
		    "is_open and (export_npu in ('BW', 'CV') or lro = 'store_lro')" },
		{ "force:\"West Midlands\"", "is_open and export_force = 'West Midlands'" },
		{ "import:Warwickshire", "is_open and imports like '%Warwickshire%'" },
		{ "drug:heroin", "is_open and drugs like 'heroin%'" },
		{ "bulk:yes", "is_open and bulk_marketing" },
		{ "bulk:no", "is_open and not bulk_marketing" },
		{ "group:OCG-7", "is_open and groups ilike '%OCG-7%'" },
		{ "open>2 late>=1", "is_open and open_taskings > 2 and overdue_taskings >= 1" },
		{ "last>=2022-12-24", "is_open and last_seen >= '2022-12-24'" },
		{ "last>14d", "is_open and last_seen < '2022-12-17'" },
		{ "first<2022-06-01", "is_open and first_seen < '2022-06-01'" },
		{ "reviewed:2022-12-20", "is_open and last_review = '2022-12-20'" },
		{ "days>30", "is_open and days_since_review > 30" },
		{ "is:new", "is_open and is_new" },
		{ "is:stale", "is_open and is_stale" },
		{ "is:mine", "is_open and is_mine" },
		{ "is:unit", "is_open and export_npu = 'nowhere'" },
		{ "is:restricted", "is_open and restricted" },
		{ "is:shared", "is_open and shared" },
		{ "is:unscored", "is_open and score is null" },
		{ "has:overdue", "is_open and overdue_taskings > 0" },
		{ "has:taskings -has:overdue",
		    "is_open and open_taskings > 0 and overdue_taskings = 0" },
		{ "has:groups", "is_open and groups <> ''" },
		{ "has:imports", "is_open and imports <> ''" },
		{ "has:aliases", "is_open and aliases_text <> ''" },
		{ "has:lro", "is_open and lro is not null" },
		{ "has:review", "is_open and last_review is not null" },
		{ "change:up",
		    "line_id in (select line_id from api.movement where change like '+%')" },
		{ "change:down",
		    "line_id in (select line_id from api.movement where change like '-%')" },
		{ "change:new",
		    "line_id in (select line_id from api.movement where change = 'new')" },
		{ "change:same",
		    "is_open and line_id not in (select line_id from api.movement where change <> '')" },
		{ "zyzzyva", "is_open and line_ref = 'LN-NEEDLE'" },
		{ "-zyzzyva", "is_open and line_ref <> 'LN-NEEDLE'" },
		{ "zyzzyva or needle or nosuchword", "is_open and line_ref = 'LN-NEEDLE'" },
		{ "oak -score>50", "is_open and name like '%oak%' and (score > 50) is not true" },
		{ "(is:closed or is:open) elm", "name like '%Elm%'" },
	};
	struct world w = open_world("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct filter *filter = parse(LISTING_GRID, cases[i].filter);
		const struct list_query q = { .sort = -1, .filter = filter, .limit = 50 };
		char *sql = xasprintf("select count(*) from api.grid where %s", cases[i].condition);
		struct answer a;
		long n = count(&w, &q);

		store_ask_wait(w.link, sql, &a);
		if (strtol(a.text, NULL, 10) != n || a.failed)
			fail_msg("%s: %ld, but %s: %s %s", cases[i].filter, n, cases[i].condition,
			    a.text, a.err.text);
		assert_int_equal(fetch(&w, &q)->nrows, n > 50 ? 50 : n);
		filter_free(filter);
		free(sql);
	}
	close_world(&w);
}

static void
groups_are_filtered_too(void **state)
{
	static const struct {
		const char *filter, *condition;
	} cases[] = {
		{ "", "true" },
		{ "ref:ocg-1", "group_ref like 'OCG-1%'" },
		{ "name:\"group 7\"", "name like '%group 7%'" },
		{ "kind:USG", "kind = 'USG'" },
		{ "mapped:yes", "mapped" },
		{ "band:I1", "band = 'I1'" },
		{ "line:LN00", "lines like '%LN00%'" },
		{ "open>=1", "open_lines >= 1" },
		{ "score>50", "top_score > 50" },
		{ "\"group 11\"", "name like '%group 11%'" },
	};
	struct world w = open_world("store_analyst");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct filter *filter = parse(LISTING_GROUPS, cases[i].filter);
		const struct list_query q = {
			.listing = LISTING_GROUPS, .sort = -1, .filter = filter, .limit = 50
		};
		char *sql =
		    xasprintf("select count(*) from api.groups where %s", cases[i].condition);
		struct answer a;

		store_ask_wait(w.link, sql, &a);
		assert_int_equal(count(&w, &q), strtol(a.text, NULL, 10));
		filter_free(filter);
		free(sql);
	}
	close_world(&w);
}

static void
take_standing(void *arg, const struct standing *s, size_t n, const struct error *err)
{
	struct world *w = arg;

	w->done = true;
	w->failed = err != NULL;
	w->nstanding = n;
	for (size_t i = 0; i < n && i < ARRAY_LEN(w->standing); i++)
		w->standing[i] = s[i];
}

static void
standing_tells_the_rank(void **state)
{
	struct world w = open_world("store_analyst");
	const struct list_query q = { .sort = -1, .limit = 20 };
	const struct page *page = fetch(&w, &q);
	const char *ids[20];

	(void)state;
	for (size_t i = 0; i < 20; i++)
		ids[i] = page->rows[i].id;
	w.done = false;
	w.source->ops->standing(w.source, ids, 20, take_standing, &w);
	store_pump(w.link, &w.done);
	assert_int_equal(w.nstanding, 20);
	for (size_t i = 0; i < 20; i++) {
		char rank[24];
		size_t row = 0;

		while (strcmp(page->rows[row].id, w.standing[i].id) != 0)
			row++;
		snprintf(rank, sizeof rank, "%zu", row + 1);
		assert_string_equal(w.standing[i].rank, rank);
	}
	close_world(&w);
}

static void
take_summary(void *arg, const struct summary *s, const struct error *err)
{
	struct world *w = arg;

	assert_null(err);
	w->summary = *s;
	w->done = true;
}

static void
take_terms(void *arg, struct terms *terms, const struct error *err)
{
	struct world *w = arg;

	assert_null(err);
	w->terms = terms;
	w->done = true;
}

static void
take_card(void *arg, struct card *card, const struct error *err)
{
	struct world *w = arg;

	w->card = card;
	w->failed = err != NULL;
	w->done = true;
}

static void
take_ids(void *arg, const char *const *ids, size_t n, bool more, const struct error *err)
{
	struct world *w = arg;

	assert_null(err);
	w->nids = n;
	w->more = more;
	w->done = true;
	for (size_t i = 0; i < n; i++)
		assert_int_equal(strlen(ids[i]), ROW_ID_LEN);
}

static void
summary_terms_and_ids_are_counted(void **state)
{
	struct world w = open_world("store_analyst");
	struct list_query q = { .sort = -1, .limit = 1000 };
	const long open_lines = count(&w, &q);
	long in_bands = 0;

	(void)state;
	w.done = false;
	w.source->ops->summary(w.source, take_summary, &w);
	store_pump(w.link, &w.done);
	for (size_t i = 0; i < w.summary.nbands; i++)
		in_bands += w.summary.band[i].lines;
	assert_string_equal(w.summary.band[0].code, "critical");
	assert_int_equal(w.summary.open_lines, open_lines);
	assert_int_equal(in_bands + w.summary.unscored, open_lines);
	assert_true(w.summary.overdue_taskings >= w.summary.overdue_lines);
	assert_true(w.summary.stale_lines > 0);
	w.done = false;
	w.source->ops->terms(w.source, take_terms, &w);
	store_pump(w.link, &w.done);
	assert_non_null(terms_find(w.terms, VOCABULARY_NPU, "BW"));
	assert_non_null(terms_find(w.terms, VOCABULARY_STATUS, "active"));
	assert_non_null(terms_find(w.terms, VOCABULARY_LRO, "store_lro"));
	terms_free(w.terms);
	free(w.terms);
	w.done = false;
	w.source->ops->ids(w.source, &q, take_ids, &w);
	store_pump(w.link, &w.done);
	assert_int_equal(w.nids, 1000);
	assert_true(w.more);
	q.limit = 100000;
	w.done = false;
	w.source->ops->ids(w.source, &q, take_ids, &w);
	store_pump(w.link, &w.done);
	assert_int_equal((long)w.nids, open_lines);
	assert_false(w.more);
	close_world(&w);
}

static void
hostile_text_is_shown_not_obeyed(void **state)
{
	struct world w = open_world("store_analyst");
	struct filter *filter = parse(LISTING_GRID, "hostile");
	const struct list_query q = { .sort = -1, .limit = 5, .filter = filter };
	const struct page *page = fetch(&w, &q);
	const char *name;

	(void)state;
	assert_int_equal(page->nrows, 1);
	name = page->rows[0].cell[GRID_NAME];
	assert_true(text_is_clean(name, strlen(name), TEXT_LINE));
	assert_non_null(strstr(name, "^[]0;owned^G"));
	assert_non_null(strstr(name, "<U+202E>"));
	w.done = false;
	w.source->ops->card(w.source, LISTING_GRID, page->rows[0].id, take_card, &w);
	store_pump(w.link, &w.done);
	assert_non_null(w.card);
	assert_true(w.card->n > 0);
	for (size_t i = 0; i < w.card->n; i++)
		assert_true(text_is_clean(
		    w.card->items[i].text, strlen(w.card->items[i].text), TEXT_BLOCK));
	card_free(w.card);
	filter_free(filter);
	close_world(&w);
}

static void
what_is_not_seen_is_not_there(void **state)
{
	static const struct {
		const char *user, *condition;
	} cases[] = {
		{ "store_analyst",
		    "(holder_force = 'West Midlands' or shared) and not restricted" },
		{ "store_supervisor", "holder_force = 'West Midlands' or shared" },
		{ "store_lro", "(export_npu = 'BW' or false) and not restricted" },
		{ "store_admin", "false" },
	};
	const struct list_query q = { .sort = -1, .limit = 10 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct world w = open_world(cases[i].user), root = open_world("store_supervisor");
		char *sql = xasprintf("select 1 / (count(*) = %ld)::int from data.line "
				      "where is_open and (%s)",
		    count(&w, &q), cases[i].condition);

		store_sql(sql);
		free(sql);
		close_world(&w);
		close_world(&root);
	}
}

static void
a_stranger_is_told_so(void **state)
{
	struct world w = open_world("store_nobody");
	const struct list_query q = { .sort = -1, .limit = 10 };

	(void)state;
	w.source->ops->page(w.source, &q, take_page, &w);
	store_pump(w.link, &w.done);
	assert_true(w.failed);
	assert_null(w.page);
	assert_int_equal(w.source->ops->session(w.source)->link, LINK_REFUSED);
	close_world(&w);
}

static void
fail_if_called(void *arg, struct page *page, const struct error *err)
{
	(void)arg;
	(void)page;
	(void)err;
	fail();
}

static void
cancelled_tickets_stay_silent(void **state)
{
	struct world w = open_world("store_analyst");
	struct filter *filter = parse(LISTING_GRID, "somethingelse");
	struct list_query q = { .sort = -1, .limit = 10, .filter = filter };
	source_ticket t[3];

	(void)state;
	t[0] = w.source->ops->page(w.source, &q, fail_if_called, NULL);
	q.filter = NULL;
	t[1] = w.source->ops->page(w.source, &q, fail_if_called, NULL);
	t[2] = w.source->ops->page(w.source, &q, fail_if_called, NULL);
	assert_int_equal(w.source->ops->pending(w.source), 3);
	for (size_t i = 0; i < ARRAY_LEN(t); i++)
		w.source->ops->cancel(w.source, t[i]);
	w.source->ops->cancel(w.source, t[0]);
	w.source->ops->cancel(w.source, 0);
	assert_int_equal(w.source->ops->pending(w.source), 0);
	fetch(&w, &q);
	assert_int_equal(w.page->nrows, 10);
	filter_free(filter);
	close_world(&w);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_order_is_walked_both_ways),
		cmocka_unit_test(orders_follow_their_columns),
		cmocka_unit_test(seeks_find_their_row),
		cmocka_unit_test(finding_steps_from_match_to_match),
		cmocka_unit_test(filters_hold_what_they_say),
		cmocka_unit_test(groups_are_filtered_too),
		cmocka_unit_test(standing_tells_the_rank),
		cmocka_unit_test(summary_terms_and_ids_are_counted),
		cmocka_unit_test(hostile_text_is_shown_not_obeyed),
		cmocka_unit_test(what_is_not_seen_is_not_there),
		cmocka_unit_test(a_stranger_is_told_so),
		cmocka_unit_test(cancelled_tickets_stay_silent),
	};

	(void)argc;
	store_world("grid", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
