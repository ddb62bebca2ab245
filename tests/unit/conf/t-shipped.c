/* SPDX-License-Identifier: MIT
 *
 * gridline.conf says what is compiled in: taken out of their comments, its settings are the
 * defaults, and it names them all - plain settings, styles and keys.
 */
#include "config.h"

#include "tests/unit/conf/tmp.h"

#include "base/buf.h"
#include "conf/setting.h"
#include "term/style.h"
#include "view/request.h"

static struct tmp tmp;
static char *shipped; /* the text of the file */

static int
setup(void **state)
{
	const char *top = getenv("top_builddir");
	char *path = xasprintf("%s/conf/gridline.conf", top ? top : ".");

	(void)state;
	shipped = tmp_read(path);
	free(path);
	tmp_make(&tmp);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	free(shipped);
	tmp_remove(&tmp);
	return 0;
}

/* A '#' with a blank after it is prose; any other hides a setting. */
static char *
without_comment_signs(const char *text)
{
	struct buf out = BUF_INIT;

	for (const char *line = text; *line;) {
		size_t len = strcspn(line, "\n") + 1;

		if (line[0] == '#' && line[1] != ' ' && line[1] != '\n')
			buf_add(&out, line + 1, len - 1);
		else
			buf_add(&out, line, len);
		line += len;
	}
	return buf_take(&out);
}

static void
load(struct conf *conf, const char *text)
{
	char *path = tmp_write(&tmp, "gridline.conf", text);
	struct conf_files files = { .site = path };
	struct error err;

	if (!conf_load(conf, &files, &err))
		fail_msg("%s", err.text);
	if (conf->nwarnings > 0)
		fail_msg("%s", conf->warnings[0]);
	free(path);
}

static void
assert_defaults(struct conf *conf)
{
	struct conf defaults;
	size_t n;
	const struct setting *s = setting_table(&n);

	setting_defaults(&defaults);
	for (size_t i = 0; i < n; i++) {
		switch (s[i].type) {
		case SETTING_STRING:
		case SETTING_CHOICE:
			assert_string_equal(
			    *setting_string(conf, &s[i]), *setting_string(&defaults, &s[i]));
			break;
		case SETTING_NUMBER:
			assert_int_equal(
			    *setting_number(conf, &s[i]), *setting_number(&defaults, &s[i]));
			break;
		case SETTING_BOOL:
			assert_int_equal(
			    *setting_bool(conf, &s[i]), *setting_bool(&defaults, &s[i]));
			break;
		}
	}
	conf_free(&defaults);
}

static void
as_shipped_it_sets_nothing(void **state)
{
	struct conf conf;

	(void)state;
	load(&conf, shipped);
	assert_defaults(&conf);
	assert_int_equal(conf.nkeys + conf.nlooks + conf.nlayouts + conf.nviews, 0);
	conf_free(&conf);
}

static void
what_it_shows_are_the_defaults(void **state)
{
	char *text = without_comment_signs(shipped);
	struct conf conf;

	(void)state;
	load(&conf, text);
	assert_defaults(&conf);
	assert_int_equal(conf.nviews, 0);
	assert_int_equal(conf.nlayouts, 2);
	conf_free(&conf);
	free(text);
}

static void
it_shows_every_plain_setting(void **state)
{
	size_t n;
	const struct setting *s = setting_table(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		const char *dot = strrchr(s[i].name, '.');
		char *line = xasprintf("\n#%s%s = ", dot ? "\t" : "", dot ? dot + 1 : s[i].name);

		if (!strstr(shipped, line))
			fail_msg("conf/gridline.conf does not show %s", s[i].name);
		free(line);
	}
}

#define STYLE_LOOK(symbol, name, attributes, colour, help) { name, attributes, colour },
#define REQUEST_KEYS(symbol, name, keys, group, help) { name, keys },

static void
it_shows_the_theme(void **state)
{
	static const struct {
		const char *name, *attributes, *colour;
	} styles[] = { STYLES(STYLE_LOOK) };
	char *text = without_comment_signs(shipped);
	struct conf conf;

	(void)state;
	load(&conf, text);
	assert_int_equal(conf.nlooks, ARRAY_LEN(styles));
	for (size_t i = 0; i < ARRAY_LEN(styles); i++) {
		assert_string_equal(conf.looks[i].name, styles[i].name);
		assert_string_equal(conf.looks[i].attributes, styles[i].attributes);
		assert_string_equal(conf.looks[i].colour, styles[i].colour);
		assert_string_equal(conf.looks[i].background, "");
	}
	conf_free(&conf);
	free(text);
}

static void
it_shows_the_keys(void **state)
{
	static const struct {
		const char *name, *keys;
	} requests[] = { REQUESTS(REQUEST_KEYS) };
	char *text = without_comment_signs(shipped);
	struct conf conf;

	(void)state;
	load(&conf, text);
	for (size_t i = 0; i < ARRAY_LEN(requests); i++) {
		size_t len = strcspn(requests[i].name, "=");

		if (i >= conf.nkeys || strncmp(conf.keys[i].name, requests[i].name, len) != 0 ||
		    conf.keys[i].name[len])
			fail_msg("conf/gridline.conf lacks keys.%.*s in its place", (int)len,
			    requests[i].name);
		assert_string_equal(conf.keys[i].value, requests[i].keys);
	}
	assert_int_equal(conf.nkeys, ARRAY_LEN(requests));
	conf_free(&conf);
	free(text);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_shipped_it_sets_nothing),
		cmocka_unit_test(what_it_shows_are_the_defaults),
		cmocka_unit_test(it_shows_every_plain_setting),
		cmocka_unit_test(it_shows_the_theme),
		cmocka_unit_test(it_shows_the_keys),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
