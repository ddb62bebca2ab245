/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "base/csv_guard.h"

static void
formulas_need_a_guard(void **state)
{
	static const char *const needed[] = { "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)",
		"\t=1", "\r=1", "'=1", "''@x", "+", "-", "'-1", "+1.", "+1e5", "-1 x",
		"\xEF\xBC\x9D"
		"1",
		"\xEF\xBC\x8B"
		"1",
		"\xEF\xBC\x8D"
		"1",
		"\xEF\xBC\xA0"
		"x" };
	static const char *const harmless[] = { "", "'", "Acorn", "a=b", " =1", "+3", "-1",
		"+447700900123", "-1.5", "'tis", "''", "3", "\xEF\xBC\xA1" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(needed); i++)
		assert_true(csv_guard_needed(needed[i]));
	for (size_t i = 0; i < ARRAY_LEN(harmless); i++)
		assert_false(csv_guard_needed(harmless[i]));
}

/* Out and back, every text is itself again. */
static void
guards_come_off_again(void **state)
{
	static const char *const cells[] = { "", "=1", "'=1", "''=1", "'", "'tis", "+3", "'+3",
		"-x", "Acorn" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cells); i++) {
		char *out = xasprintf("%s%s", csv_guard_needed(cells[i]) ? "'" : "", cells[i]);

		assert_string_equal(csv_guard_strip(out), cells[i]);
		free(out);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(formulas_need_a_guard),
		cmocka_unit_test(guards_come_off_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
