/* SPDX-License-Identifier: MIT
 *
 * The source on the real schema beside its lists: standings, counts, cards, and what is not
 * answered.
 */
#include "config.h"

#include "tests/store/world.h"

#include <stdlib.h>

#include "base/text.h"

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
	struct world w = world_open("store_analyst");
	const struct list_query q = { .sort = -1, .limit = 20 };
	const struct page *page = world_fetch(&w, &q);
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
	world_close(&w);
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
	struct world w = world_open("store_analyst");
	struct list_query q = { .sort = -1, .limit = 1000 };
	const long open_lines = world_count(&w, &q);
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
	world_close(&w);
}

static void
hostile_text_is_shown_not_obeyed(void **state)
{
	struct world w = world_open("store_analyst");
	struct filter *filter = world_filter(LISTING_GRID, "hostile");
	const struct list_query q = { .sort = -1, .limit = 5, .filter = filter };
	const struct page *page = world_fetch(&w, &q);
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
	world_close(&w);
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
		struct world w = world_open(cases[i].user), root = world_open("store_supervisor");
		char *sql = xasprintf("select 1 / (count(*) = %ld)::int from data.line "
				      "where is_open and (%s)",
		    world_count(&w, &q), cases[i].condition);

		store_sql(sql);
		free(sql);
		world_close(&w);
		world_close(&root);
	}
}

static void
a_stranger_is_told_so(void **state)
{
	struct world w = world_open("store_nobody");
	const struct list_query q = { .sort = -1, .limit = 10 };

	(void)state;
	w.source->ops->page(w.source, &q, world_take_page, &w);
	store_pump(w.link, &w.done);
	assert_true(w.failed);
	assert_null(w.page);
	assert_int_equal(w.source->ops->session(w.source)->link, LINK_REFUSED);
	world_close(&w);
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
	struct world w = world_open("store_analyst");
	struct filter *filter = world_filter(LISTING_GRID, "somethingelse");
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
	world_fetch(&w, &q);
	assert_int_equal(w.page->nrows, 10);
	filter_free(filter);
	world_close(&w);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
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
