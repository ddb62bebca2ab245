/* SPDX-License-Identifier: MIT
 *
 * The growing string, errors as values and the allocation under them; built with the smallest
 * blocks, so that every addition grows.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "base/buf.h"
#include "base/err.h"

static void
empty_is_a_string(void **state)
{
	struct buf b = BUF_INIT;
	char *taken;

	(void)state;
	assert_string_equal(buf_str(&b), "");
	buf_clear(&b);
	buf_truncate(&b, 0);
	buf_add(&b, NULL, 0);
	assert_string_equal(buf_str(&b), "");
	buf_free(&b);
	buf_free(&b);
	taken = buf_take(&b);
	assert_string_equal(taken, "");
	free(taken);
}

static void
additions_join(void **state)
{
	struct buf b = BUF_INIT;
	char *taken;

	(void)state;
	buf_adds(&b, "a");
	buf_addc(&b, 'b');
	buf_add(&b, "c\0d", 3);
	buf_pad(&b, '-', 3);
	buf_pad(&b, '-', 0);
	buf_addf(&b, "%d %s", 42, "x");
	buf_addf(&b, "%s", "");
	assert_int_equal(b.len, 12);
	assert_memory_equal(b.data, "abc\0d---42 x", 13);
	buf_truncate(&b, 99); /* not longer */
	assert_int_equal(b.len, 12);
	buf_truncate(&b, 2);
	assert_string_equal(buf_str(&b), "ab");
	taken = buf_take(&b);
	assert_string_equal(taken, "ab");
	assert_int_equal(b.len, 0);
	assert_string_equal(buf_str(&b), "");
	free(taken);
}

static void
it_grows_without_end(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		buf_addc(&b, (char)('a' + i % 26));
		assert_int_equal(b.data[b.len], '\0');
	}
	assert_int_equal(b.len, 5000);
	for (int i = 0; i < 5000; i++)
		assert_int_equal(b.data[i], 'a' + i % 26);
	buf_clear(&b);
	assert_string_equal(buf_str(&b), "");
	buf_free(&b);
}

static void
arrays_grow(void **state)
{
	int *v = NULL;
	size_t cap = 0;

	(void)state;
	for (size_t n = 0; n < 1000; n++) {
		v = xgrow(v, n, &cap, sizeof *v);
		assert_true(cap > n);
		v[n] = (int)n;
	}
	for (size_t n = 0; n < 1000; n++)
		assert_int_equal(v[n], n);
	free(v);
}

static void
copies_are_whole_or_cut(void **state)
{
	char *s = xstrdup("line"), *cut = xstrndup("line", 2), *more = xstrndup("li", 9);

	(void)state;
	assert_string_equal(s, "line");
	assert_string_equal(cut, "li");
	assert_string_equal(more, "li");
	free(s);
	free(cut);
	free(more);
	s = xasprintf("%03d", 7);
	assert_string_equal(s, "007");
	free(s);
}

#ifdef __SANITIZE_ADDRESS__
/* What is asked for below is NULL here too, not the end of the program. */
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}
#endif

static void
say_so(void)
{
	if (write(STDOUT_FILENO, "hook\n", 5) != 5)
		_exit(3);
}

/* A child that asks for more than there can be: the hook runs, then it aborts. */
static void
want_of_memory_runs_the_hook(void **state)
{
	int out[2], status;
	char said[6] = "";
	pid_t child;

	(void)state;
	assert_int_equal(pipe(out), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		static const struct rlimit none = { 0, 0 };

		setrlimit(RLIMIT_CORE, &none);
		signal(SIGABRT, SIG_DFL);
		dup2(out[1], STDOUT_FILENO);
		close(STDERR_FILENO);
		alloc_on_failure(say_so);
		free(xreallocarray(NULL, SIZE_MAX, 2));
		_exit(0);
	}
	close(out[1]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(read(out[0], said, 5), 5);
	close(out[0]);
	assert_string_equal(said, "hook\n");
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

static void
errors_carry_words(void **state)
{
	struct error err = ERROR_INIT;

	(void)state;
	assert_false(error_is_set(&err));
	assert_false(error_set(&err, "%s: no such line", "WM-1"));
	assert_false(error_hint(&err, "see %s", "the grid"));
	assert_true(error_is_set(&err));
	error_prefix(&err, "%s: ", "lines.csv");
	assert_string_equal(err.text, "lines.csv: WM-1: no such line");
	assert_string_equal(err.hint, "see the grid");
	assert_false(error_set(&err, "another")); /* takes the old hint away */
	assert_string_equal(err.hint, "");
	error_clear(&err);
	assert_false(error_is_set(&err));
	assert_false(error_set(NULL, "nobody listens"));
	assert_false(error_hint(NULL, "nobody listens"));
	error_prefix(NULL, "nobody listens");
	error_clear(NULL);
	assert_false(error_is_set(NULL));
}

static void
long_errors_are_cut_between_characters(void **state)
{
	struct error err = ERROR_INIT;
	struct buf text = BUF_INIT;
	size_t len;

	(void)state;
	buf_addc(&text, 'x');
	for (int i = 0; i < 400; i++)
		buf_adds(&text, "\xC3\xA9");
	error_set(&err, "%s", buf_str(&text));
	len = strlen(err.text);
	assert_true(len < sizeof err.text);
	assert_string_equal(err.text + len - 3, "...");
	assert_int_equal((len - 3 - 1) % 2, 0); /* x, then whole pairs */
	buf_free(&text);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_is_a_string),
		cmocka_unit_test(additions_join),
		cmocka_unit_test(it_grows_without_end),
		cmocka_unit_test(arrays_grow),
		cmocka_unit_test(copies_are_whole_or_cut),
		cmocka_unit_test(want_of_memory_runs_the_hook),
		cmocka_unit_test(errors_carry_words),
		cmocka_unit_test(long_errors_are_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
