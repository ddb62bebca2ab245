/* SPDX-License-Identifier: MIT
 *
 * The order of the files, and the walk over the plain settings of one.
 */
#include "config.h"

#include "conf/conf.h"

#include <stdarg.h>

#include "base/text.h"
#include "conf/reader.h"
#include "conf/setting.h"

bool
reader_refuse(
    const struct reader *r, const config_setting_t *s, const char *name, const char *wanted)
{
	char *where = file_where(r->path, s), *value = file_value(s);

	error_set(r->err, "%s%s: must be %s, not %s", where, name, wanted, value);
	free(where);
	free(value);
	return false;
}

void
reader_warn(
    const struct reader *r, const config_setting_t *s, const char *name, const char *fmt, ...)
{
	struct conf *conf = r->conf;
	char *where = file_where(r->path, s);
	struct buf text = BUF_INIT;
	va_list ap;

	buf_addf(&text, "%s%s: ", where, name);
	va_start(ap, fmt);
	buf_vaddf(&text, fmt, ap);
	va_end(ap);
	conf->warnings = xreallocarray(conf->warnings, conf->nwarnings + 1, sizeof(char *));
	conf->warnings[conf->nwarnings++] = buf_take(&text);
	free(where);
}

void
reader_warn_unknown(
    const struct reader *r, const config_setting_t *s, const char *name, const struct near *near)
{
	if (near->best)
		reader_warn(
		    r, s, name, "unknown setting, passed over; did you mean %s?", near->best);
	else
		reader_warn(r, s, name, "unknown setting, passed over; see gridline.conf(5)");
}

bool
reader_string(const struct reader *r, const config_setting_t *s, const char *name, char **out)
{
	if (config_setting_type(s) != CONFIG_TYPE_STRING)
		return reader_refuse(r, s, name, "a text in quotation marks");
	free(*out);
	*out = text_clean_dup(config_setting_get_string(s), TEXT_LINE);
	return true;
}

static bool
is_choice(const char *choices, const char *word)
{
	size_t len = strlen(word);

	for (const char *s = choices; *s; s += strspn(s, " ")) {
		size_t n = strcspn(s, " ");

		if (n == len && strncmp(s, word, n) == 0)
			return true;
		s += n;
	}
	return false;
}

static bool
take_string(struct conf *conf, const struct setting *known, const config_setting_t *s)
{
	const char *value;
	long len;

	if (config_setting_type(s) != CONFIG_TYPE_STRING)
		return false;
	value = config_setting_get_string(s);
	len = (long)strlen(value);
	if (known->type == SETTING_CHOICE ? !is_choice(known->choices, value)
					  : len < known->min || len > known->max)
		return false;
	free(*setting_string(conf, known));
	*setting_string(conf, known) = text_clean_dup(value, TEXT_LINE);
	return true;
}

static bool
take_number(struct conf *conf, const struct setting *known, const config_setting_t *s)
{
	int value;

	if (config_setting_type(s) != CONFIG_TYPE_INT)
		return false;
	value = config_setting_get_int(s);
	if (value < known->min || value > known->max)
		return false;
	*setting_number(conf, known) = value;
	return true;
}

static bool
take(struct conf *conf, const struct setting *known, const config_setting_t *s)
{
	switch (known->type) {
	case SETTING_STRING:
	case SETTING_CHOICE:
		return take_string(conf, known, s);
	case SETTING_NUMBER:
		return take_number(conf, known, s);
	case SETTING_BOOL:
		break;
	}
	if (config_setting_type(s) != CONFIG_TYPE_BOOL)
		return false;
	*setting_bool(conf, known) = config_setting_get_bool(s);
	return true;
}

static bool
read_plain(const struct reader *r, const struct setting *known, const config_setting_t *s)
{
	char *wanted;

	if (known->administrators && r->users) {
		reader_warn(
		    r, s, known->name, "only the administrator's file may set this; passed over");
		return true;
	}
	if (take(r->conf, known, s))
		return true;
	wanted = setting_wanted(known);
	reader_refuse(r, s, known->name, wanted);
	free(wanted);
	return false;
}

static void
warn_unknown(const struct reader *r, const config_setting_t *s, const char *name)
{
	struct near near = NEAR_INIT(name);
	size_t n;
	const struct setting *known = setting_table(&n);

	for (size_t i = 0; i < n; i++)
		near_offer(&near, known[i].name);
	reader_offer_parts(&near);
	reader_warn_unknown(r, s, name, &near);
}

static bool read_group(const struct reader *r, const config_setting_t *group, const char *prefix);

static bool
read_setting(const struct reader *r, const config_setting_t *s, const char *name)
{
	const struct setting *known = setting_find(name);
	bool is_part;

	if (known)
		return read_plain(r, known, s);
	if (setting_is_section(name)) {
		char *prefix;
		bool ok;

		if (!config_setting_is_group(s))
			return reader_refuse(r, s, name, "a group in braces");
		prefix = xasprintf("%s.", name);
		ok = read_group(r, s, prefix);
		free(prefix);
		return ok;
	}
	if (!reader_part(r, s, name, &is_part))
		return false;
	if (!is_part)
		warn_unknown(r, s, name);
	return true;
}

static bool
read_group(const struct reader *r, const config_setting_t *group, const char *prefix)
{
	int n = config_setting_length(group);

	for (int i = 0; i < n; i++) {
		const config_setting_t *s = config_setting_get_elem(group, (unsigned)i);
		char *name = xasprintf("%s%s", prefix, config_setting_name(s));
		bool ok = read_setting(r, s, name);

		free(name);
		if (!ok)
			return false;
	}
	return true;
}

static bool
read_file(const struct reader *r, bool must_exist)
{
	config_t config;
	bool ok = true;

	if (!r->path)
		return true;
	switch (file_parse(r->path, &config, r->err)) {
	case FILE_OK:
		ok = read_group(r, config_root_setting(&config), "");
		break;
	case FILE_ABSENT:
		ok = !must_exist;
		break;
	case FILE_BAD:
		ok = false;
		break;
	}
	config_destroy(&config);
	if (ok)
		error_clear(r->err);
	return ok;
}

bool
conf_load(struct conf *conf, const struct conf_files *files, struct error *err)
{
	struct reader site = { .conf = conf, .path = files->site, .err = err };
	struct reader user = { .conf = conf, .path = files->user, .users = true, .err = err };
	struct reader extra = { .conf = conf, .path = files->extra, .err = err };

	setting_defaults(conf);
	if (!read_file(&site, false))
		return false;
	if (conf->captive)
		user.path = NULL;
	return read_file(&user, false) && read_file(&extra, true);
}

int
conf_colours(const struct conf *conf)
{
	if (strcmp(conf->colours, "auto") == 0)
		return -1;
	if (strcmp(conf->colours, "mono") == 0)
		return 0;
	return (int)strtol(conf->colours, NULL, 10);
}

void
conf_free(struct conf *conf)
{
	size_t n;
	const struct setting *known = setting_table(&n);

	for (size_t i = 0; i < n; i++)
		if (known[i].type == SETTING_STRING || known[i].type == SETTING_CHOICE)
			free(*setting_string(conf, &known[i]));
	reader_free_parts(conf);
	for (size_t i = 0; i < conf->nwarnings; i++)
		free(conf->warnings[i]);
	free(conf->warnings);
	*conf = (struct conf){ .nkeys = 0 };
}
