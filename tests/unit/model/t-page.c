/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "model/page.h"

static struct page *
build(size_t rows, bool reversed)
{
	struct page_builder *pb = page_builder_new(LISTING_GRID);

	for (size_t i = 0; i < rows; i++) {
		const char *cell[GRID_COLUMN_COUNT] = { NULL };
		const char *key[ROW_KEYS] = { "-87", NULL, "", NULL };
		char id[24], ref[24];

		snprintf(id, sizeof id, "id-%zu", i);
		snprintf(ref, sizeof ref, "L%04zu", i);
		cell[GRID_LINE_REF] = ref;
		page_builder_row(pb, id, key, cell, i ? 0 : ROW_NEW);
	}
	return page_builder_end(pb, reversed, true, false);
}

static void
rows_are_copied(void **state)
{
	struct page *page = build(100, false);

	(void)state;
	assert_int_equal(page->listing, LISTING_GRID);
	assert_int_equal(page->nrows, 100);
	assert_true(page->at_start);
	assert_false(page->at_end);
	for (size_t i = 0; i < page->nrows; i++) {
		char ref[24];

		snprintf(ref, sizeof ref, "L%04zu", i);
		assert_string_equal(page->rows[i].cell[GRID_LINE_REF], ref);
		assert_string_equal(page->rows[i].cell[GRID_NAME], "");
		assert_string_equal(page->rows[i].key[0], "-87");
		assert_null(page->rows[i].key[1]);
		assert_string_equal(page->rows[i].key[2], "");
	}
	assert_int_equal(page->rows[0].flags, ROW_NEW);
	assert_int_equal(page->rows[1].flags, 0);
	page_free(page);
}

static void
reversed_rows_are_turned(void **state)
{
	struct page *page = build(3, true);

	(void)state;
	assert_string_equal(page->rows[0].id, "id-2");
	assert_string_equal(page->rows[2].id, "id-0");
	assert_string_equal(page->rows[2].cell[GRID_LINE_REF], "L0000");
	assert_int_equal(page->rows[2].flags, ROW_NEW);
	page_free(page);
}

static void
no_rows(void **state)
{
	struct page *page = build(0, true);

	(void)state;
	assert_int_equal(page->nrows, 0);
	page_free(page);
	page_free(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_copied),
		cmocka_unit_test(reversed_rows_are_turned),
		cmocka_unit_test(no_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
