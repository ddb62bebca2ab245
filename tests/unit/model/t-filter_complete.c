/* SPDX-License-Identifier: MIT
 *
 * What the filter prompt offers: fields, words and codes, for the text left of the cursor.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "model/filter.h"

static void
make_terms(struct terms *terms)
{
	*terms = (struct terms){ .items = NULL };
	terms_add(terms, VOCABULARY_STATUS, "active", "Active", 1);
	terms_add(terms, VOCABULARY_FORCE, "West Midlands", "West Midlands Police", 1);
	terms_add(terms, VOCABULARY_FORCE, "West Mercia", "West Mercia Police", 2);
	terms_add(terms, VOCABULARY_NPU, "BW", "Birmingham West", 1);
	terms_add(terms, VOCABULARY_NPU, "BE", "Birmingham East", 2);
	terms_add(terms, VOCABULARY_NPU, "CV", "Coventry", 3);
}

static const struct {
	const char *source; /* the cursor stands at its end */
	size_t from;
	const char *items; /* blank-separated, in order */
} completed[] = {
	{ "np", 0, "npu:" },
	{ "NP", 0, "npu:" },
	{ "x -(s", 4, "status: score>=" },
	{ "la", 0, "late>= last<" },
	{ "npu:", 4, "BW BE CV" },
	{ "npu:B", 4, "BW BE" },
	{ "export_npu:BW,c", 14, "CV" },
	{ "npu:birmingham", 4, "BW BE" },
	{ "force:W", 6, "\"West Midlands\" \"West Mercia\"" },
	{ "force:\"West M", 6, "\"West Midlands\" \"West Mercia\"" },
	{ "force:\"West Mi", 6, "\"West Midlands\"" },
	{ "is:un", 3, "unit unscored" },
	{ "has:x", 4, "" },
	{ "bulk:", 5, "yes no" },
	{ "change:u", 7, "up" },
	{ "last<", 5, "today yesterday 7d 14d 28d" },
	{ "score>=", 7, "" },
	{ "name:x", 5, "" },
	{ "weather:x", 8, "" },
	{ "zzz", 0, "" },
	{ "\"np", 0, "" },
	{ "\"x\" np", 4, "npu:" },
	{ "npu:BW np", 7, "npu:" },
	{ "a) np", 3, "npu:" },
	{ "a\"b np", 0, "" },
};

static void
completes(void **state)
{
	struct terms terms;

	(void)state;
	make_terms(&terms);
	for (size_t i = 0; i < ARRAY_LEN(completed); i++) {
		struct filter_completion c;
		struct buf items = BUF_INIT;

		filter_complete(
		    LISTING_GRID, completed[i].source, strlen(completed[i].source), &terms, &c);
		for (size_t k = 0; k < c.n; k++)
			buf_addf(&items, "%s%s", k ? " " : "", c.items[k]);
		if (strcmp(buf_str(&items), completed[i].items) != 0 ||
		    (c.n > 0 && c.from != completed[i].from))
			fail_msg("%s: %zu %s", completed[i].source, c.from, buf_str(&items));
		filter_completion_free(&c);
		buf_free(&items);
	}
	terms_free(&terms);
}

static void
completes_in_the_middle(void **state)
{
	struct filter_completion c;

	(void)state;
	filter_complete(LISTING_GROUPS, "map x", 3, NULL, &c);
	assert_int_equal(c.n, 1);
	assert_string_equal(c.items[0], "mapped:");
	filter_completion_free(&c);
	filter_complete(LISTING_GRID, "", 0, NULL, &c); /* every field of the grid */
	assert_true(c.n > 20);
	filter_completion_free(&c);
	filter_complete(LISTING_GRID, "npu:", 4, NULL, &c); /* no terms yet */
	assert_int_equal(c.n, 0);
	filter_completion_free(&c);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(completes),
		cmocka_unit_test(completes_in_the_middle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
