/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/uuid.h"

static void
keys_are_random_uuids(void **state)
{
	static const char form[] = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
	char made[64][UUID_TEXT];
	struct error err = ERROR_INIT;

	(void)state;
	for (size_t n = 0; n < 64; n++) {
		assert_true(uuid_make(made[n], &err));
		assert_int_equal(strlen(made[n]), UUID_TEXT - 1);
		for (size_t i = 0; form[i]; i++) {
			const char *fit = form[i] == 'x' ? "0123456789abcdef"
			    : form[i] == 'y'		 ? "89ab"
							 : (char[]){ form[i], '\0' };

			assert_non_null(strchr(fit, made[n][i]));
		}
		for (size_t i = 0; i < n; i++)
			assert_string_not_equal(made[i], made[n]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(keys_are_random_uuids) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
