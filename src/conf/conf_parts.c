/* SPDX-License-Identifier: MIT
 *
 * The settings that are lists of named things: keys, theme, layouts and views. What is set again in
 * a later file replaces the earlier, name by name.
 */
#include "config.h"

#include "conf/reader.h"

#include "base/text.h"

#define VIEW_LIMIT_MAX 1000000

static char *
place(const struct reader *r, const config_setting_t *s, const char *name)
{
	char *file = file_where(r->path, s), *where = xasprintf("%s%s", file, name);

	free(file);
	return where;
}

static struct conf_pair *
pair_at(struct conf_pair **pairs, size_t *n, const char *name)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp((*pairs)[i].name, name) == 0)
			return &(*pairs)[i];
	*pairs = xreallocarray(*pairs, *n + 1, sizeof **pairs);
	(*pairs)[*n] = (struct conf_pair){ .name = xstrdup(name) };
	return &(*pairs)[(*n)++];
}

static struct conf_look *
look_at(struct conf *conf, const char *name)
{
	for (size_t i = 0; i < conf->nlooks; i++)
		if (strcmp(conf->looks[i].name, name) == 0)
			return &conf->looks[i];
	conf->looks = xreallocarray(conf->looks, conf->nlooks + 1, sizeof *conf->looks);
	conf->looks[conf->nlooks] = (struct conf_look){ .name = xstrdup(name) };
	return &conf->looks[conf->nlooks++];
}

static void
free_view(struct conf_view *v)
{
	free(v->name);
	free(v->listing);
	free(v->filter);
	free(v->sort);
	free(v->where);
}

/* Takes the view; one of the same name (ASCII case ignored) gives way to it. */
static void
put_view(struct conf *conf, struct conf_view view)
{
	for (size_t i = 0; i < conf->nviews; i++)
		if (text_same(conf->views[i].name, view.name)) {
			free_view(&conf->views[i]);
			conf->views[i] = view;
			return;
		}
	conf->views = xreallocarray(conf->views, conf->nviews + 1, sizeof *conf->views);
	conf->views[conf->nviews++] = view;
}

/* A key setting may be one text or a list of them: "j Down" and ["j", "Down"] are the same. */
static bool
key_names(const config_setting_t *s, struct buf *out)
{
	int n;

	if (config_setting_type(s) == CONFIG_TYPE_STRING) {
		buf_adds(out, config_setting_get_string(s));
		return true;
	}
	if (!config_setting_is_array(s) && !config_setting_is_list(s))
		return false;
	n = config_setting_length(s);
	for (int i = 0; i < n; i++) {
		const char *name = config_setting_get_string_elem(s, i);

		if (!name)
			return false;
		buf_addf(out, "%s%s", i ? " " : "", name);
	}
	return true;
}

static bool
read_key(const struct reader *r, const config_setting_t *s, const char *name)
{
	struct buf names = BUF_INIT;
	struct conf_pair *pair;

	if (!key_names(s, &names)) {
		buf_free(&names);
		return reader_refuse(r, s, name, "key names in quotation marks (\"j Down\")");
	}
	pair = pair_at(&r->conf->keys, &r->conf->nkeys, config_setting_name(s));
	free(pair->value);
	free(pair->where);
	pair->value = text_clean_dup(buf_str(&names), TEXT_LINE);
	pair->where = place(r, s, name);
	buf_free(&names);
	return true;
}

static bool
read_layout(const struct reader *r, const config_setting_t *s, const char *name)
{
	char *value = NULL;
	struct conf_pair *pair;

	if (!reader_string(r, s, name, &value))
		return false;
	pair = pair_at(&r->conf->layouts, &r->conf->nlayouts, config_setting_name(s));
	free(pair->value);
	free(pair->where);
	pair->value = value;
	pair->where = place(r, s, name);
	return true;
}

static bool
read_look_part(
    const struct reader *r, const config_setting_t *s, const char *style, struct conf_look *look)
{
	const char *part = config_setting_name(s);
	char **field = strcmp(part, "attributes") == 0 ? &look->attributes
	    : strcmp(part, "colour") == 0	       ? &look->colour
	    : strcmp(part, "background") == 0	       ? &look->background
						       : NULL;
	char *name = xasprintf("%s.%s", style, part);
	bool ok = true;

	if (field) {
		ok = reader_string(r, s, name, field);
	} else {
		struct near near = NEAR_INIT(part);

		near_offer(&near, "attributes");
		near_offer(&near, "colour");
		near_offer(&near, "background");
		reader_warn_unknown(r, s, name, &near);
	}
	free(name);
	return ok;
}

static bool
read_look(const struct reader *r, const config_setting_t *s, const char *name)
{
	struct conf_look *look;
	int n;

	if (!config_setting_is_group(s))
		return reader_refuse(r, s, name, "a group in braces ({ colour = \"red\"; })");
	look = look_at(r->conf, config_setting_name(s));
	free(look->where);
	look->where = place(r, s, name);
	n = config_setting_length(s);
	for (int i = 0; i < n; i++)
		if (!read_look_part(r, config_setting_get_elem(s, (unsigned)i), name, look))
			return false;
	return true;
}

static bool
read_limit(const struct reader *r, const config_setting_t *s, const char *name, long *limit)
{
	int value = config_setting_type(s) == CONFIG_TYPE_INT ? config_setting_get_int(s) : -1;

	if (value < 0 || value > VIEW_LIMIT_MAX)
		return reader_refuse(r, s, name, "a whole number from 0 to 1000000");
	*limit = value;
	return true;
}

static bool
read_view_part(const struct reader *r, const config_setting_t *s, struct conf_view *view)
{
	const struct {
		const char *name;
		char **field;
	} texts[] = {
		{ "name", &view->name },
		{ "listing", &view->listing },
		{ "filter", &view->filter },
		{ "sort", &view->sort },
	};
	const char *part = config_setting_name(s);
	char *name = xasprintf("views.%s", part);
	struct near near = NEAR_INIT(part);
	bool ok = true, known = strcmp(part, "limit") == 0;

	if (known)
		ok = read_limit(r, s, name, &view->limit);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		near_offer(&near, texts[i].name);
		if (strcmp(part, texts[i].name) == 0) {
			known = true;
			ok = reader_string(r, s, name, texts[i].field);
		}
	}
	if (!known)
		reader_warn_unknown(r, s, name, &near);
	free(name);
	return ok;
}

static bool
read_view(const struct reader *r, const config_setting_t *s, const char *name)
{
	struct conf_view view = { .name = xstrdup(""),
		.listing = xstrdup("grid"),
		.filter = xstrdup(""),
		.sort = xstrdup(""),
		.where = place(r, s, name) };
	bool ok = config_setting_is_group(s);
	int n = ok ? config_setting_length(s) : 0;

	if (!ok)
		reader_refuse(
		    r, s, name, "groups in braces ({ name = \"...\"; filter = \"...\"; })");
	for (int i = 0; ok && i < n; i++)
		ok = read_view_part(r, config_setting_get_elem(s, (unsigned)i), &view);
	if (ok && !*view.name) {
		error_set(r->err, "%s: the view has no name", view.where);
		ok = error_hint(r->err, "write name = \"...\"; into its braces");
	}
	if (ok)
		put_view(r->conf, view);
	else
		free_view(&view);
	return ok;
}

static const struct part {
	const char *name;
	bool list; /* of nameless groups, not a group of named settings */
	bool (*read)(const struct reader *r, const config_setting_t *s, const char *name);
} parts[] = {
	{ "keys", false, read_key },
	{ "theme", false, read_look },
	{ "layouts", false, read_layout },
	{ "views", true, read_view },
};

static bool
read_members(const struct reader *r, const config_setting_t *s, const struct part *part)
{
	int n = config_setting_length(s);
	bool ok = true;

	for (int i = 0; ok && i < n; i++) {
		const config_setting_t *one = config_setting_get_elem(s, (unsigned)i);
		char *name = part->list ? xstrdup(part->name)
					: xasprintf("%s.%s", part->name, config_setting_name(one));

		ok = part->read(r, one, name);
		free(name);
	}
	return ok;
}

bool
reader_part(const struct reader *r, const config_setting_t *s, const char *name, bool *known)
{
	*known = true;
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (strcmp(parts[i].name, name) != 0)
			continue;
		if (parts[i].list && !config_setting_is_list(s))
			return reader_refuse(r, s, name, "a list in parentheses");
		if (!parts[i].list && !config_setting_is_group(s))
			return reader_refuse(r, s, name, "a group in braces");
		return read_members(r, s, &parts[i]);
	}
	*known = false;
	return true;
}

void
reader_offer_parts(struct near *near)
{
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		near_offer(near, parts[i].name);
}

static void
free_pairs(struct conf_pair *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(pairs[i].name);
		free(pairs[i].value);
		free(pairs[i].where);
	}
	free(pairs);
}

void
reader_free_parts(struct conf *conf)
{
	free_pairs(conf->keys, conf->nkeys);
	free_pairs(conf->layouts, conf->nlayouts);
	for (size_t i = 0; i < conf->nlooks; i++) {
		free(conf->looks[i].name);
		free(conf->looks[i].attributes);
		free(conf->looks[i].colour);
		free(conf->looks[i].background);
		free(conf->looks[i].where);
	}
	free(conf->looks);
	for (size_t i = 0; i < conf->nviews; i++)
		free_view(&conf->views[i]);
	free(conf->views);
}
