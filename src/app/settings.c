/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/settings.h"

#include "base/alloc.h"
#include "base/near.h"
#include "conf/paths.h"
#include "model/filter.h"

void
settings_warn(struct settings *s, const char *text)
{
	if (s->nwarnings < SETTINGS_WARNINGS)
		s->warnings[s->nwarnings++] = xstrdup(text);
}

static void
warn_unknown(struct settings *s, const char *where, const char *what, const char *nearest)
{
	char *text = nearest ? xasprintf("%s: there is no such %s; did you mean %.*s?", where, what,
				   (int)strcspn(nearest, "="), nearest)
			     : xasprintf("%s: there is no such %s", where, what);

	settings_warn(s, text);
	free(text);
}

static bool
apply_keys(struct settings *s, struct error *err)
{
	const struct conf_pair *pair;
	enum request r;
	size_t i;
	int k;

	for (i = 0; i < s->conf.nkeys; i++) {
		struct near near = NEAR_INIT(s->conf.keys[i].name);

		pair = &s->conf.keys[i];
		r = request_find(pair->name, strlen(pair->name));
		if (r == REQ_NONE) {
			for (k = REQ_NONE + 1; k < REQ_COUNT; k++)
				near_offer(&near, request_info((enum request)k)->name);
			warn_unknown(s, pair->where, "request", near.best);
		} else if (!keymap_bind(s->keys, r, pair->value, err)) {
			error_prefix(err, "%s: ", pair->where);
			return false;
		}
	}
	return true;
}

static bool
set_look(char *to, size_t size, const char *from, const char *where, struct error *err)
{
	size_t len = from ? strlen(from) : 0;

	if (len >= size)
		return error_set(err, "%s: \"%s\" is too long", where, from);
	if (from)
		memcpy(to, from, len + 1);
	return true;
}

static bool
apply_look(struct settings *s, const struct conf_look *look, int style, struct error *err)
{
	struct style_look *to = &s->theme.look[style];

	if (!set_look(to->attributes, sizeof to->attributes, look->attributes, look->where, err) ||
	    !set_look(to->colour, sizeof to->colour, look->colour, look->where, err) ||
	    !set_look(to->background, sizeof to->background, look->background, look->where, err))
		return false;
	if (style_look_check(to, err))
		return true;
	error_prefix(err, "%s: ", look->where);
	return false;
}

static bool
apply_theme(struct settings *s, struct error *err)
{
	int style, k;
	size_t i;

	theme_defaults(&s->theme);
	for (i = 0; i < s->conf.nlooks; i++) {
		struct near near = NEAR_INIT(s->conf.looks[i].name);

		style = style_find(s->conf.looks[i].name);
		if (style < 0) {
			for (k = 0; k < STYLE_COUNT; k++)
				near_offer(&near, style_name((enum style)k));
			warn_unknown(s, s->conf.looks[i].where, "style", near.best);
		} else if (!apply_look(s, &s->conf.looks[i], style, err)) {
			return false;
		}
	}
	return true;
}

/* A wrong filter of a view or of the start is found now, not when it is wanted in a meeting. */
static bool
check_filter(const char *listing, const char *text, const char *where, struct error *err)
{
	struct filter_error wrong = { 0 };
	struct filter *filter = NULL;
	enum listing l =
	    strcmp(listing, listing_name(LISTING_GROUPS)) == 0 ? LISTING_GROUPS : LISTING_GRID;

	if (!filter_parse(l, text, &filter, &wrong)) {
		*err = wrong.error;
		error_prefix(err, "%s: ", where);
		return false;
	}
	filter_free(filter);
	return true;
}

static int
find_listing(const char *name)
{
	int l;

	for (l = 0; l < LISTING_SCREENS; l++)
		if (strcmp(listing_name((enum listing)l), name) == 0)
			return l;
	return -1;
}

static bool
check_view(const struct conf_view *view, struct error *err)
{
	const struct saved_view *room = NULL;
	int l = find_listing(view->listing);

	if (l < 0) {
		error_set(err, "%s: there is no list '%s'", view->where, view->listing);
		return error_hint(err, "there are grid and groups");
	}
	if (view->sort[0] &&
	    column_find((enum listing)l, view->sort + (view->sort[0] == '-')) < 0) {
		error_set(err, "%s: no column '%s' to sort by", view->where, view->sort);
		return error_hint(err, "gridline.conf(5) has the columns under layouts");
	}
	if (strlen(view->name) >= sizeof room->name || strlen(view->filter) >= sizeof room->filter)
		return error_set(err, "%s: name or filter is too long: at most %zu and %zu bytes",
		    view->where, sizeof room->name - 1, sizeof room->filter - 1);
	return check_filter(view->listing, view->filter, view->where, err);
}

/* Layouts and views, which name lists, columns and filters. */
static bool
check_lists(struct settings *s, struct error *err)
{
	size_t i;

	for (i = 0; i < s->conf.nlayouts; i++)
		if (find_listing(s->conf.layouts[i].name) < 0)
			warn_unknown(s, s->conf.layouts[i].where, "list", NULL);
	for (i = 0; i < s->conf.nviews; i++)
		if (!check_view(&s->conf.views[i], err))
			return false;
	return check_filter("grid", s->conf.start_filter, "start.filter", err);
}

bool
settings_conf(struct conf *conf, const char *extra, struct error *err)
{
	char *user = paths_user_conf();
	struct conf_files files = { .site = PATHS_SITE_CONF, .user = user, .extra = extra };
	bool good = conf_load(conf, &files, err);

	free(user);
	return good;
}

bool
settings_load(struct settings *s, const char *extra, struct error *err)
{
	char *dir;
	struct error warning = ERROR_INIT;
	bool good;
	size_t i;

	*s = (struct settings){ .keys = keymap_new() };
	good = settings_conf(&s->conf, extra, err);
	for (i = 0; i < s->conf.nwarnings; i++)
		settings_warn(s, s->conf.warnings[i]);
	dir = paths_state_dir(s->conf.captive);
	s->state = state_open(dir, &warning);
	free(dir);
	if (error_is_set(&warning))
		settings_warn(s, warning.text);
	memory_init(&s->memory, &s->conf, s->state);
	return good && apply_keys(s, err) && apply_theme(s, err) && check_lists(s, err);
}

void
settings_free(struct settings *s)
{
	size_t i;

	if (s->state)
		state_save(s->state, NULL);
	memory_clear(&s->memory);
	state_free(s->state);
	keymap_free(s->keys);
	conf_free(&s->conf);
	for (i = 0; i < s->nwarnings; i++)
		free(s->warnings[i]);
}
