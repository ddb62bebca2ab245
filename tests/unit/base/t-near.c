/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include <limits.h>

#include "base/alloc.h"
#include "base/near.h"

static void
distances(void **state)
{
	char longest[NEAR_MAX + 2];

	(void)state;
	assert_int_equal(near_distance("", ""), 0);
	assert_int_equal(near_distance("npu", ""), 3);
	assert_int_equal(near_distance("", "npu"), 3);
	assert_int_equal(near_distance("NPU", "npu"), 0);
	assert_int_equal(near_distance("nup", "npu"), 1); /* swapped */
	assert_int_equal(near_distance("stauts", "status"), 1);
	assert_int_equal(near_distance("kitten", "sitting"), 3);
	memset(longest, 'a', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	assert_int_equal(near_distance(longest, "a"), INT_MAX);
	assert_int_equal(near_distance(longest + 1, "a"), NEAR_MAX - 1);
}

static const char *
pick(const char *wanted)
{
	static const char *const known[] = { "status", "score", "stale", "lro", "last", "band" };
	struct near n = NEAR_INIT(wanted);

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		near_offer(&n, known[i]);
	return n.best;
}

static void
best_of_the_near(void **state)
{
	(void)state;
	assert_string_equal(pick("stauts"), "status");
	assert_string_equal(pick("stat"), "status"); /* a beginning */
	assert_string_equal(pick("bnad"), "band");
	assert_string_equal(pick("lr"), "lro");
	assert_null(pick("weather"));
	assert_string_equal(pick("lo"), "lro");
	assert_null(pick("x"));
	assert_null(pick(""));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(distances),
		cmocka_unit_test(best_of_the_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
