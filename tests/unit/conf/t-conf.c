/* SPDX-License-Identifier: MIT
 *
 * Reading configuration: what each file may set, which one wins, and the exact words of every error
 * and warning.
 */
#include "config.h"

#include "tests/unit/conf/tmp.h"

#include "conf/conf.h"
#include "conf/paths.h"

static struct tmp tmp;

static int
setup(void **state)
{
	(void)state;
	tmp_make(&tmp);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	tmp_remove(&tmp);
	return 0;
}

/* Load one text as the site's file. */
static bool
load(struct conf *conf, const char *text, struct error *err)
{
	char *path = tmp_write(&tmp, "gridline.conf", text);
	struct conf_files files = { .site = path };
	bool ok = conf_load(conf, &files, err);

	free(path);
	return ok;
}

/* What follows the folder's name in a message. */
static const char *
after_dir(const char *message)
{
	size_t len = strlen(tmp.dir);

	assert_true(strncmp(message, tmp.dir, len) == 0 && message[len] == '/');
	return message + len + 1;
}

static void
defaults_without_files(void **state)
{
	char *none = tmp_path(&tmp, "none");
	struct conf_files files = { .site = none, .user = none };
	struct conf conf;
	struct error err;

	(void)state;
	assert_true(conf_load(&conf, &files, &err));
	assert_false(error_is_set(&err));
	assert_string_equal(conf.marking, "OFFICIAL-SENSITIVE");
	assert_int_equal(conf.stale_days, 28);
	assert_false(conf.captive);
	assert_int_equal(conf_colours(&conf), -1);
	assert_int_equal(
	    conf.nkeys + conf.nlooks + conf.nviews + conf.nlayouts + conf.nwarnings, 0);
	conf_free(&conf);
	files.extra = none; /* but what --config names must be there */
	assert_false(conf_load(&conf, &files, &err));
	assert_string_equal(after_dir(err.text), "none: No such file or directory");
	conf_free(&conf);
	free(none);
}

static void
everything_is_read(void **state)
{
	static const char text[] =
	    "marking = \"OFFICIAL\"; lro = \"Lead Responsible Officer\";\n"
	    "start = { view = \"mine\"; filter = \"npu:BW\"; };\n"
	    "thresholds: { stale_days = 14, preview_min_cols = 100 }\n"
	    "terminal = { colours = \"mono\"; ascii = true; mouse = true; esc_ms = 200; };\n"
	    "confirm = { quit = true; };\n"
	    "captive = { enabled = true; connection = \"service=grid\"; };\n"
	    "keys = { down = \"n\"; page-down = [\"C-v\", \"PgDn\"]; quit = []; up = (\"p\"); };\n"
	    "theme = { error = { colour = \"magenta\"; }; cursor = { attributes = \"\"; }; };\n"
	    "layouts = { grid = \"rank:4 name\"; };\n"
	    "views = ( { name = \"hot\"; filter = \"band:critical\"; sort = \"-score\"; limit = 5; },\n"
	    "          { name = \"gangs\"; listing = \"groups\"; } );\n";
	struct conf conf;
	struct error err;

	(void)state;
	assert_true(load(&conf, text, &err));
	assert_int_equal(conf.nwarnings, 0);
	assert_string_equal(conf.marking, "OFFICIAL");
	assert_string_equal(conf.lro, "Lead Responsible Officer");
	assert_string_equal(conf.start_view, "mine");
	assert_string_equal(conf.start_filter, "npu:BW");
	assert_int_equal(conf.stale_days, 14);
	assert_int_equal(conf.preview_min_cols, 100);
	assert_int_equal(conf_colours(&conf), 0);
	assert_true(conf.ascii && conf.mouse && conf.confirm_quit && conf.captive);
	assert_int_equal(conf.esc_ms, 200);
	assert_string_equal(conf.connection, "service=grid");
	assert_int_equal(conf.nkeys, 4);
	assert_string_equal(conf.keys[0].value, "n");
	assert_string_equal(conf.keys[1].value, "C-v PgDn");
	assert_string_equal(conf.keys[2].value, "");
	assert_string_equal(conf.keys[3].value, "p");
	assert_string_equal(after_dir(conf.keys[1].where), "gridline.conf:7: keys.page-down");
	assert_string_equal(conf.looks[0].colour, "magenta");
	assert_null(conf.looks[0].attributes);
	assert_string_equal(conf.looks[1].attributes, "");
	assert_string_equal(conf.layouts[0].name, "grid");
	assert_string_equal(conf.layouts[0].value, "rank:4 name");
	assert_int_equal(conf.nviews, 2);
	assert_string_equal(conf.views[0].listing, "grid");
	assert_int_equal(conf.views[0].limit, 5);
	assert_string_equal(conf.views[1].listing, "groups");
	assert_string_equal(after_dir(conf.views[1].where), "gridline.conf:11: views");
	conf_free(&conf);
}

static void
later_files_override(void **state)
{
	char *site = tmp_write(&tmp, "site",
	    "thresholds = { stale_days = 14; preview_min_cols = 90; };\n"
	    "keys = { down = \"x\"; up = \"y\"; };\n"
	    "theme = { error = { attributes = \"bold\"; colour = \"red\"; }; };\n"
	    "views = ( { name = \"hot\"; limit = 1; } );\n");
	char *user = tmp_write(&tmp, "user",
	    "thresholds = { stale_days = 7; };\nkeys = { down = \"z\"; };\n"
	    "theme = { error = { colour = \"blue\"; }; };\nviews = ( { name = \"HOT\"; limit = 2; } );\n");
	char *extra = tmp_write(&tmp, "extra", "thresholds = { stale_days = 3; };\n");
	struct conf_files files = { .site = site, .user = user, .extra = extra };
	struct conf conf;
	struct error err;

	(void)state;
	assert_true(conf_load(&conf, &files, &err));
	assert_int_equal(conf.stale_days, 3);
	assert_int_equal(conf.preview_min_cols, 90);
	assert_int_equal(conf.nkeys, 2);
	assert_string_equal(conf.keys[0].value, "z");
	assert_string_equal(after_dir(conf.keys[0].where), "user:2: keys.down");
	assert_string_equal(conf.keys[1].value, "y");
	assert_string_equal(conf.looks[0].attributes, "bold");
	assert_string_equal(conf.looks[0].colour, "blue");
	assert_int_equal(conf.nviews, 1);
	assert_int_equal(conf.views[0].limit, 2);
	conf_free(&conf);
	free(site);
	free(user);
	free(extra);
}

static void
users_cannot_take_the_marking_off(void **state)
{
	char *user = tmp_write(&tmp, "user",
	    "marking = \"NONE\";\ncaptive = { enabled = false;\n connection = \"x\"; };\n");
	struct conf_files files = { .user = user };
	struct conf conf;
	struct error err;

	(void)state;
	assert_true(conf_load(&conf, &files, &err));
	assert_string_equal(conf.marking, "OFFICIAL-SENSITIVE");
	assert_string_equal(conf.connection, "");
	assert_int_equal(conf.nwarnings, 3);
	assert_string_equal(after_dir(conf.warnings[0]),
	    "user:1: marking: only the administrator's file may set this; passed over");
	assert_string_equal(after_dir(conf.warnings[2]),
	    "user:3: captive.connection: only the administrator's file may set this; passed over");
	conf_free(&conf);
	free(user);
}

static void
captive_mode_ignores_the_user(void **state)
{
	char *site = tmp_write(&tmp, "site", "captive = { enabled = true; };\n");
	char *user = tmp_write(&tmp, "user", "this is = no configuration");
	struct conf_files files = { .site = site, .user = user };
	struct conf conf;
	struct error err;

	(void)state;
	assert_true(conf_load(&conf, &files, &err));
	assert_true(conf.captive);
	conf_free(&conf);
	free(site);
	free(user);
}

static void
unknown_settings_warn(void **state)
{
	static const char *const want[] = {
		"gridline.conf:1: makring: unknown setting, passed over; did you mean marking?",
		"gridline.conf:2: thresholds.stale_dyas: unknown setting, passed over; did you mean thresholds.stale_days?",
		"gridline.conf:3: weather: unknown setting, passed over; see gridline.conf(5)",
		"gridline.conf:4: theme.error.color: unknown setting, passed over; did you mean colour?",
		"gridline.conf:5: views.filtre: unknown setting, passed over; did you mean filter?",
		"gridline.conf:6: key: unknown setting, passed over; did you mean keys?",
	};
	struct conf conf;
	struct error err;

	(void)state;
	assert_true(load(&conf,
	    "makring = \"x\";\nthresholds = { stale_dyas = 3; };\nweather = { wet = true; };\n"
	    "theme = { error = { color = \"red\"; }; };\n"
	    "views = ( { name = \"a\"; filtre = \"b\"; } );\nkey = 1;\nlro = \"after all that\";\n",
	    &err));
	assert_int_equal(conf.nwarnings, ARRAY_LEN(want));
	for (size_t i = 0; i < ARRAY_LEN(want); i++)
		assert_string_equal(after_dir(conf.warnings[i]), want[i]);
	assert_string_equal(conf.lro, "after all that");
	conf_free(&conf);
}

static const struct {
	const char *text, *error;
} wrong[] = {
	{ "\nthresholds = { stale_days = \"soon\"; };",
	    "2: thresholds.stale_days: must be a whole number from 1 to 3650, not \"soon\"" },
	{ "thresholds = { stale_days = 0; };",
	    "1: thresholds.stale_days: must be a whole number from 1 to 3650, not 0" },
	{ "thresholds = { stale_days = 3651; };",
	    "1: thresholds.stale_days: must be a whole number from 1 to 3650, not 3651" },
	{ "thresholds = { stale_days = 2.5; };",
	    "1: thresholds.stale_days: must be a whole number from 1 to 3650, not 2.5" },
	{ "thresholds = { stale_days = 5L; };",
	    "1: thresholds.stale_days: must be a whole number from 1 to 3650, not 5" },
	{ "thresholds = 5;", "1: thresholds: must be a group in braces, not 5" },
	{ "marking = \"\";",
	    "1: marking: must be a text of 1 to 120 bytes in quotation marks, not \"\"" },
	{ "marking = { a = 1; };",
	    "1: marking: must be a text of 1 to 120 bytes in quotation marks, not a group" },
	{ "marking = [1, 2];",
	    "1: marking: must be a text of 1 to 120 bytes in quotation marks, not a list" },
	{ "terminal = { mouse = 1; };", "1: terminal.mouse: must be true or false, not 1" },
	{ "terminal = { mouse = \"yes\"; };",
	    "1: terminal.mouse: must be true or false, not \"yes\"" },
	{ "terminal = { colours = \"17\"; };",
	    "1: terminal.colours: must be one of auto, mono, 8, 16, 256, not \"17\"" },
	{ "terminal = { colours = \"\"; };",
	    "1: terminal.colours: must be one of auto, mono, 8, 16, 256, not \"\"" },
	{ "terminal = { colours = true; };",
	    "1: terminal.colours: must be one of auto, mono, 8, 16, 256, not true" },
	{ "keys = [ \"x\" ];", "1: keys: must be a group in braces, not a list" },
	{ "keys = { down = 5; };",
	    "1: keys.down: must be key names in quotation marks (\"j Down\"), not 5" },
	{ "keys = { down = [1]; };",
	    "1: keys.down: must be key names in quotation marks (\"j Down\"), not a list" },
	{ "theme = { error = \"red\"; };",
	    "1: theme.error: must be a group in braces ({ colour = \"red\"; }), not \"red\"" },
	{ "theme = { error = { colour = 3; }; };",
	    "1: theme.error.colour: must be a text in quotation marks, not 3" },
	{ "layouts = { grid = 1; };", "1: layouts.grid: must be a text in quotation marks, not 1" },
	{ "views = { };", "1: views: must be a list in parentheses, not a group" },
	{ "views = ( 1 );",
	    "1: views: must be groups in braces ({ name = \"...\"; filter = \"...\"; }), not 1" },
	{ "views = (\n{ filter = \"x\"; } );", "2: views: the view has no name" },
	{ "views = ( { name = 1; } );", "1: views.name: must be a text in quotation marks, not 1" },
	{ "views = ( { name = \"a\"; limit = -1; } );",
	    "1: views.limit: must be a whole number from 0 to 1000000, not -1" },
	{ "marking = \"\033[2J\" \"\xE2\x80\xAE\" 5;", "1: syntax error" },
	{ "captive = { enabled = \"\033[2J\"; };",
	    "1: captive.enabled: must be true or false, not \"^[[2J\"" },
	{ "a = 1;\na = 2;", "2: duplicate setting name" },
	{ "a = 1;\n  @include \"/etc/passwd\"\n", "2: @include is not taken" },
	{ "marking = \"x", "1: syntax error" },
};

static void
errors_name_file_line_and_setting(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct conf conf;
		struct error err;
		const char *text;

		if (load(&conf, wrong[i].text, &err))
			fail_msg("taken: %s", wrong[i].text);
		text = after_dir(err.text) + strlen("gridline.conf:");
		if (strcmp(text, wrong[i].error) != 0)
			fail_msg("%s\ninstead of %s", text, wrong[i].error);
		conf_free(&conf);
	}
}

static void
only_plain_files_are_read(void **state)
{
	char *fifo = tmp_path(&tmp, "fifo"), *big = tmp_path(&tmp, "big");
	struct conf_files files = { .site = tmp.dir };
	struct conf conf;
	struct error err;
	FILE *f;

	(void)state;
	assert_false(conf_load(&conf, &files, &err));
	assert_non_null(strstr(err.text, "is not a plain file"));
	conf_free(&conf);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	files.site = fifo; /* with no writer: it must not wait for one */
	assert_false(conf_load(&conf, &files, &err));
	assert_string_equal(after_dir(err.text), "fifo: is not a plain file");
	conf_free(&conf);
	f = fopen(big, "w");
	assert_non_null(f);
	assert_int_equal(ftruncate(fileno(f), 1024 * 1024 + 1), 0);
	fclose(f);
	files.site = big;
	assert_false(conf_load(&conf, &files, &err));
	assert_string_equal(
	    after_dir(err.text), "big: is larger than a configuration can be (1 MiB)");
	conf_free(&conf);
	assert_int_equal(truncate(big, 10), 0);
	assert_false(conf_load(&conf, &files, &err));
	assert_string_equal(after_dir(err.text), "big: is no text file");
	conf_free(&conf);
	free(fifo);
	free(big);
}

static void
texts_are_cleaned(void **state)
{
	struct conf conf;
	struct error err;

	(void)state;
	assert_true(load(&conf, "marking = \"A\\x1b[2J\xE2\x80\xAE\";", &err));
	assert_string_equal(conf.marking, "A^[[2J<U+202E>");
	conf_free(&conf);
}

static void
assert_path(char *path, const char *want)
{
	assert_string_equal(path, want);
	free(path);
}

static void
paths_follow_xdg(void **state)
{
	char *home;

	(void)state;
	setenv("HOME", "/nowhere/synthetic", 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_STATE_HOME");
	assert_path(paths_user_conf(), "/nowhere/synthetic/.config/gridline/gridline.conf");
	assert_path(paths_state_dir(false), "/nowhere/synthetic/.local/state/gridline");
	setenv("XDG_CONFIG_HOME", "/x/conf", 1);
	setenv("XDG_STATE_HOME", "/x/state", 1);
	assert_path(paths_user_conf(), "/x/conf/gridline/gridline.conf");
	assert_path(paths_state_dir(false), "/x/state/gridline");
	setenv("XDG_CONFIG_HOME", "relative", 1);
	setenv("XDG_STATE_HOME", "", 1);
	assert_path(paths_user_conf(), "/nowhere/synthetic/.config/gridline/gridline.conf");
	assert_path(paths_state_dir(false), "/nowhere/synthetic/.local/state/gridline");
	setenv("XDG_STATE_HOME", "/x/state", 1);
	home = paths_state_dir(true); /* captive: the account's, not the environment's */
	assert_true(!home || (!strstr(home, "synthetic") && !strstr(home, "/x/state")));
	free(home);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_without_files),
		cmocka_unit_test(everything_is_read),
		cmocka_unit_test(later_files_override),
		cmocka_unit_test(users_cannot_take_the_marking_off),
		cmocka_unit_test(captive_mode_ignores_the_user),
		cmocka_unit_test(unknown_settings_warn),
		cmocka_unit_test(errors_name_file_line_and_setting),
		cmocka_unit_test(only_plain_files_are_read),
		cmocka_unit_test(texts_are_cleaned),
		cmocka_unit_test(paths_follow_xdg),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
