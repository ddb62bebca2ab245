/* SPDX-License-Identifier: MIT
 *
 * Names in configuration files against those that know them: what is unknown warns, what is wrong
 * says where. And what is remembered comes back over what the files say.
 */
#include "config.h"

#include "tests/unit/conf/tmp.h"

#include "app/settings.h"

static struct tmp tmp;

static int
setup(void **state)
{
	(void)state;
	tmp_make(&tmp);
	setenv("XDG_CONFIG_HOME", tmp.dir, 1);
	setenv("XDG_STATE_HOME", tmp.dir, 1);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	tmp_remove(&tmp);
	return 0;
}

/* Load a text as the file of --config. */
static bool
load(struct settings *s, const char *text, struct error *err)
{
	char *path = tmp_write(&tmp, "extra.conf", text);
	bool ok = settings_load(s, path, err);

	free(path);
	return ok;
}

static const char *
after_dir(const char *message)
{
	assert_true(strncmp(message, tmp.dir, strlen(tmp.dir)) == 0);
	return message + strlen(tmp.dir) + 1;
}

static void
names_are_put_to_use(void **state)
{
	struct settings s;
	struct error err = ERROR_INIT;
	struct buf keys = BUF_INIT;
	bool ok = load(&s,
	    "keys = { down = \"x\"; quit = \"\"; };\n"
	    "theme = { error = { colour = \"blue\"; }; };\n"
	    "layouts = { groups = \"name:30 -kind\"; };\n"
	    "views = ( { name = \"hot\"; filter = \"band:critical\"; sort = \"-score\"; limit = 5; } );\n",
	    &err);

	(void)state;
	if (!ok)
		fail_msg("%s", err.text);
	assert_int_equal(s.nwarnings, 0);
	assert_int_equal(keymap_request(s.keys, 'x'), REQ_DOWN);
	keymap_keys(s.keys, REQ_QUIT, &keys);
	assert_string_equal(buf_str(&keys), "");
	assert_string_equal(s.theme.look[STYLE_ERROR].colour, "blue");
	assert_string_equal(s.theme.look[STYLE_ERROR].attributes, "bold"); /* as shipped */
	assert_int_equal(s.memory.layout[LISTING_GROUPS].columns[0].column, GROUP_NAME);
	assert_int_equal(s.memory.layout[LISTING_GRID].columns[0].column, GRID_RANK);
	assert_string_equal(s.memory.views[s.memory.nviews - 1].name, "hot");
	assert_true(s.memory.views[s.memory.nviews - 1].built_in);
	buf_free(&keys);
	settings_free(&s);
}

static void
unknown_names_warn(void **state)
{
	static const char *const want[] = {
		"extra.conf:1: keys.dwon: there is no such request; did you mean down?",
		"extra.conf:2: theme.eror: there is no such style; did you mean error?",
		"extra.conf:3: layouts.gird: there is no such list",
	};
	struct settings s;
	struct error err = ERROR_INIT;

	(void)state;
	assert_true(load(&s,
	    "keys = { dwon = \"x\"; };\ntheme = { eror = { colour = \"blue\"; }; };\n"
	    "layouts = { gird = \"name rank\"; };\n",
	    &err));
	assert_int_equal(s.nwarnings, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++)
		assert_string_equal(after_dir(s.warnings[i]), want[i]);
	assert_int_equal(s.memory.layout[LISTING_GRID].columns[0].column, GRID_RANK);
	settings_free(&s);
}

static const struct {
	const char *text, *error;
} wrong[] = {
	{ "views = ( { name = \"a\"; listing = \"lines\"; } );",
	    "extra.conf:1: views: there is no list 'lines'" },
	{ "views = ( { name = \"a\"; sort = \"-weather\"; } );",
	    "extra.conf:1: views: no column '-weather' to sort by" },
	{ "views = (\n { name = \"a\"; filter = \"nup:BW\"; } );",
	    "extra.conf:2: views: no field 'nup'" },
	{ "views = ( { name = \"a name that is far longer than a view can have, by some\"; } );",
	    "extra.conf:1: views: name or filter is too long: at most 47 and 511 bytes" },
};

static void
wrong_names_say_where(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct settings s;
		struct error err = ERROR_INIT;

		if (load(&s, wrong[i].text, &err))
			fail_msg("taken: %s", wrong[i].text);
		assert_string_equal(after_dir(err.text), wrong[i].error);
		settings_free(&s);
	}
}

/* The words after the place are those of keys and styles; here only the place is at stake. */
static void
wrong_keys_and_looks_say_where(void **state)
{
	struct settings s;
	struct error err = ERROR_INIT;

	(void)state;
	assert_false(load(&s, "keys = {\n down = \"Dwn\"; };", &err));
	assert_true(strncmp(after_dir(err.text), "extra.conf:2: keys.down: ", 25) == 0);
	settings_free(&s);
	assert_false(load(&s, "theme = { error = { colour = \"reddish\"; }; };", &err));
	assert_true(strncmp(after_dir(err.text), "extra.conf:1: theme.error: ", 27) == 0);
	settings_free(&s);
	assert_false(load(&s, "start = { filter = \"(\"; };", &err));
	assert_true(strncmp(err.text, "start.filter: ", 14) == 0);
	settings_free(&s);
}

static void
what_was_saved_comes_back(void **state)
{
	static const struct saved_view view = {
		.name = "late", .listing = LISTING_GRID, .filter = "late>0", .sort = "-score"
	};
	struct settings s;
	struct error err = ERROR_INIT;

	(void)state;
	assert_true(load(&s, "", &err));
	assert_true(memory_save_view(&s.memory, &view, &err));
	memory_add_line(&s.memory, "filter", "npu:BW");
	settings_free(&s);
	assert_true(load(&s, "", &err));
	assert_string_equal(s.memory.views[s.memory.nviews - 1].name, "late");
	assert_string_equal(s.memory.views[s.memory.nviews - 1].filter, "late>0");
	assert_int_equal(line_history_count(memory_history(&s.memory, "filter")), 1);
	assert_string_equal(line_history_at(memory_history(&s.memory, "filter"), 0), "npu:BW");
	settings_free(&s);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_put_to_use),
		cmocka_unit_test(unknown_names_warn),
		cmocka_unit_test(wrong_names_say_where),
		cmocka_unit_test(wrong_keys_and_looks_say_where),
		cmocka_unit_test(what_was_saved_comes_back),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
