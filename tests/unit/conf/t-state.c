/* SPDX-License-Identifier: MIT
 *
 * What is remembered: round trips, broken files, folders that cannot be written, a full disk.
 */
#include "config.h"

#include "tests/unit/conf/tmp.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

#include "conf/state.h"

static struct tmp tmp;
static char *dir; /* two levels down, not there yet */

static int
setup(void **state)
{
	(void)state;
	tmp_make(&tmp);
	dir = tmp_path(&tmp, "state/gridline");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	tmp_remove(&tmp);
	free(dir);
	return 0;
}

static struct state *
open_clean(void)
{
	struct error warning;
	struct state *s = state_open(dir, &warning);

	assert_false(error_is_set(&warning));
	return s;
}

static void
save(struct state *s)
{
	struct error err = ERROR_INIT;

	if (!state_save(s, &err))
		fail_msg("%s", err.text);
}

static const struct state_view hot = {
	.name = "hot \"spots\"",
	.listing = "grid",
	.filter = "name:\"caf\xC3\xA9 \\\" x\"",
	.sort = "-score",
	.limit = 20,
};

static void
what_is_saved_comes_back(void **state)
{
	struct state *s = open_clean();

	(void)state;
	state_set_layout(s, "grid", "rank:5");
	state_set_layout(s, "grid", "rank:6 name");
	state_put_view(s, &hot);
	state_add_history(s, "filter", "npu:BW");
	state_add_history(s, "filter", "tab\there \033[2J");
	state_add_history(s, "filter", "npu:BW"); /* moves to the end */
	state_add_history(s, "search", "WM-1");
	state_set_last(s, "groups", "kind:OCG");
	assert_true(s->changed);
	save(s);
	assert_false(s->changed);
	state_free(s);

	s = open_clean();
	assert_false(s->changed);
	assert_string_equal(state_layout(s, "grid"), "rank:6 name");
	assert_null(state_layout(s, "groups"));
	assert_int_equal(s->nviews, 1);
	assert_string_equal(s->views[0].name, hot.name);
	assert_string_equal(s->views[0].listing, hot.listing);
	assert_string_equal(s->views[0].filter, hot.filter);
	assert_string_equal(s->views[0].sort, hot.sort);
	assert_int_equal(s->views[0].limit, 20);
	assert_int_equal(state_history(s, "filter")->n, 2);
	assert_string_equal(state_history(s, "filter")->lines[0], "tab^Ihere ^[[2J");
	assert_string_equal(state_history(s, "filter")->lines[1], "npu:BW");
	assert_string_equal(state_history(s, "search")->lines[0], "WM-1");
	assert_null(state_history(s, "command"));
	assert_string_equal(s->last_view, "groups");
	assert_string_equal(s->last_filter, "kind:OCG");
	state_free(s);
}

static void
only_the_user_can_read_it(void **state)
{
	struct state *s = open_clean();
	char *file = xasprintf("%s/state", dir);
	struct stat st;

	(void)state;
	state_set_last(s, "grid", "only the user");
	save(s);
	assert_int_equal(stat(dir, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	free(file);
	state_free(s);
}

static void
views_are_replaced_and_deleted(void **state)
{
	struct state *s = state_open(NULL, &(struct error)ERROR_INIT);
	struct state_view other = hot;

	(void)state;
	state_put_view(s, &hot);
	snprintf(other.name, sizeof other.name, "HOT \"SPOTS\"");
	other.limit = 5;
	state_put_view(s, &other);
	assert_int_equal(s->nviews, 1);
	assert_int_equal(s->views[0].limit, 5);
	assert_false(state_delete_view(s, "cold"));
	assert_true(state_delete_view(s, hot.name));
	assert_int_equal(s->nviews, 0);
	assert_true(state_save(s, NULL)); /* no folder: nothing to do */
	state_free(s);
	state_free(NULL);
}

static void
history_is_bounded(void **state)
{
	struct state *s = state_open(NULL, &(struct error)ERROR_INIT);

	(void)state;
	for (int i = 0; i < STATE_HISTORY_MAX + 5; i++) {
		char line[32];

		snprintf(line, sizeof line, "line %d", i);
		state_add_history(s, "filter", line);
	}
	assert_int_equal(state_history(s, "filter")->n, STATE_HISTORY_MAX);
	assert_string_equal(state_history(s, "filter")->lines[0], "line 5");
	state_free(s);
}

static void
a_broken_file_is_set_aside(void **state)
{
	struct error warning;
	struct state *s;
	char *broken = xasprintf("%s/state.broken", dir), *text;

	(void)state;
	free(tmp_write(&tmp, "state/gridline/state", "layouts = { grid = "));
	s = state_open(dir, &warning);
	assert_non_null(strstr(warning.text, "gridline/state:1: syntax error"));
	assert_string_equal(
	    warning.hint, "it is kept as state.broken beside it; Gridline starts afresh");
	assert_null(state_layout(s, "grid"));
	state_set_layout(s, "grid", "rank");
	save(s);
	state_free(s);
	text = tmp_read(broken);
	assert_string_equal(text, "layouts = { grid = ");
	free(text);
	free(broken);
	s = open_clean();
	assert_string_equal(state_layout(s, "grid"), "rank");
	state_free(s);
}

static void
odd_shapes_are_passed_over(void **state)
{
	struct state *s;

	(void)state;
	free(tmp_write(&tmp, "state/gridline/state",
	    "layouts = { grid = 5; groups = \"name\"; };\nviews = ( 1, { filter = \"x\"; }, "
	    "{ name = \"ok\"; limit = -3; filter = 7; } );\n"
	    "history = { filter = [1, 2]; search = 5; command = ( \"a\", { b = 1; } ); };\n"
	    "last = 5; weather = \"wet\";\n"));
	s = open_clean();
	assert_null(state_layout(s, "grid"));
	assert_string_equal(state_layout(s, "groups"), "name");
	assert_int_equal(s->nviews, 1);
	assert_string_equal(s->views[0].name, "ok");
	assert_string_equal(s->views[0].filter, "");
	assert_int_equal(s->views[0].limit, 0);
	assert_null(state_history(s, "filter"));
	assert_int_equal(state_history(s, "command")->n, 1);
	assert_string_equal(s->last_view, "");
	state_free(s);
}

static void
an_impossible_folder_costs_a_message(void **state)
{
	char *file = tmp_write(&tmp, "not-a-folder", "x"), *below = xasprintf("%s/gridline", file);
	struct error err = ERROR_INIT;
	struct state *s = state_open(below, &err);

	(void)state;
	assert_false(error_is_set(&err));
	state_set_layout(s, "grid", "rank");
	assert_false(state_save(s, &err));
	assert_non_null(strstr(err.text, "cannot remember layouts and views: Not a directory"));
	assert_true(s->changed);
	state_free(s);
	free(below);
	free(file);
}

/* A limit on the size of files stands for the full disk: what was there stays as it was. */
static void
a_full_disk_keeps_the_old_file(void **state)
{
	struct rlimit before, tiny;
	struct error err = ERROR_INIT;
	struct state *s = open_clean();
	struct dirent *e;
	DIR *d;
	int files = 0;

	(void)state;
	state_set_layout(s, "grid", "before");
	save(s);
	state_set_layout(s, "grid", "after");
	for (int i = 0; i < STATE_HISTORY_MAX; i++) {
		char line[64];

		snprintf(line, sizeof line, "a line that takes its room %d", i);
		state_add_history(s, "filter", line);
	}
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	tiny = before;
	tiny.rlim_cur = 100;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tiny), 0);
	assert_false(state_save(s, &err));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_non_null(strstr(err.text, strerror(EFBIG)));
	assert_true(s->changed);
	state_free(s);

	s = open_clean();
	assert_string_equal(state_layout(s, "grid"), "before");
	state_free(s);
	d = opendir(dir);
	assert_non_null(d);
	while ((e = readdir(d)))
		files +=
		    strncmp(e->d_name, "state.", 6) == 0 && strcmp(e->d_name, "state.broken") != 0;
	closedir(d);
	assert_int_equal(files, 0); /* no half-written one is left */
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_saved_comes_back),
		cmocka_unit_test(only_the_user_can_read_it),
		cmocka_unit_test(views_are_replaced_and_deleted),
		cmocka_unit_test(history_is_bounded),
		cmocka_unit_test(a_broken_file_is_set_aside),
		cmocka_unit_test(odd_shapes_are_passed_over),
		cmocka_unit_test(an_impossible_folder_costs_a_message),
		cmocka_unit_test(a_full_disk_keeps_the_old_file),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
