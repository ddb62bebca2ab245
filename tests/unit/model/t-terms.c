/* SPDX-License-Identifier: MIT
 *
 * Reference words, cards and the tables of columns.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "base/text.h"
#include "model/card.h"
#include "model/column.h"
#include "model/terms.h"

static void
terms_are_found(void **state)
{
	struct terms terms = { .items = NULL };

	(void)state;
	terms_add(&terms, VOCABULARY_STATUS, "active", "Active", 1);
	terms_add(&terms, VOCABULARY_NPU, "BW", "Birmingham West", 1);
	terms_add(&terms, VOCABULARY_NPU, "CV", "Coventry", 2);
	assert_string_equal(terms_find(&terms, VOCABULARY_NPU, "bw")->label, "Birmingham West");
	assert_string_equal(terms_find(&terms, VOCABULARY_NPU, "birmingham west")->code, "BW");
	assert_null(terms_find(&terms, VOCABULARY_STATUS, "BW"));
	assert_string_equal(terms_nearest(&terms, VOCABULARY_STATUS, "actvie"), "active");
	assert_null(terms_nearest(&terms, VOCABULARY_STATUS, "merged"));
	terms_free(&terms);
	assert_int_equal(terms.n, 0);
}

static void
vocabularies_have_names(void **state)
{
	(void)state;
	for (int v = 0; v < VOCABULARY_COUNT; v++)
		assert_int_equal(vocabulary_find(vocabulary_name((enum vocabulary)v)), v);
	assert_int_equal(vocabulary_find("weather"), -1);
}

static void
cards_keep_copies(void **state)
{
	struct card *card = xcalloc(1, sizeof *card);
	char label[] = "Name";

	(void)state;
	card_add(card, "", label, "SYNTHETIC one");
	label[0] = 'X';
	card_add(card, "Taskings", "Open", "2\n3");
	assert_int_equal(card->n, 2);
	assert_string_equal(card->items[0].label, "Name");
	assert_string_equal(card->items[1].section, "Taskings");
	card_free(card);
	card_free(NULL);
}

static void
columns_are_well_formed(void **state)
{
	(void)state;
	for (int l = 0; l < LISTING_COUNT; l++) {
		size_t n;
		const struct column *c = column_table((enum listing)l, &n);

		assert_true(n > 0);
		for (size_t i = 0; i < n; i++) {
			assert_int_equal(column_find((enum listing)l, c[i].name), i);
			assert_true(text_width(c[i].title, strlen(c[i].title)) <= c[i].width);
		}
		assert_int_equal(column_find((enum listing)l, "weather"), -1);
	}
	assert_string_equal(listing_name(LISTING_GROUPS), "groups");
	assert_int_equal(column_find(LISTING_GRID, "LINE_REF"), GRID_LINE_REF);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_are_found),
		cmocka_unit_test(vocabularies_have_names),
		cmocka_unit_test(cards_keep_copies),
		cmocka_unit_test(columns_are_well_formed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
