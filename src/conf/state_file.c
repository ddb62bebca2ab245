/* SPDX-License-Identifier: MIT
 *
 * The state as a file: libconfig's format, so that a person can read it.
 */
#include "config.h"

#include "conf/state.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/text.h"
#include "conf/file.h"

#define STATE_DIR_MODE 0700

static char *
file_path(const char *dir)
{
	return xasprintf("%s/state", dir);
}

static const char *
text_of(const config_setting_t *group, const char *name)
{
	const char *text;

	return config_setting_lookup_string(group, name, &text) ? text : "";
}

/* What is there in the wrong shape is passed over: the file is ours, not the user's to write. */
static void
read_layouts(struct state *s, const config_t *config)
{
	const config_setting_t *group = config_lookup(config, "layouts");
	int n = group && config_setting_is_group(group) ? config_setting_length(group) : 0;

	for (int i = 0; i < n; i++) {
		const config_setting_t *one = config_setting_get_elem(group, (unsigned)i);
		const char *text = config_setting_get_string(one);

		if (text)
			state_set_layout(s, config_setting_name(one), text);
	}
}

/* False if it is longer than any that was ever written. */
static bool
read_field(const config_setting_t *group, const char *name, char *out, size_t size)
{
	char *clean = text_clean_dup(text_of(group, name), TEXT_LINE);
	int len = snprintf(out, size, "%s", clean);

	free(clean);
	return len >= 0 && (size_t)len < size;
}

static void
read_view(struct state *s, const config_setting_t *group)
{
	struct state_view view = { .limit = 0 };
	int limit = 0;

	if (!read_field(group, "name", view.name, sizeof view.name) || !*view.name ||
	    !read_field(group, "listing", view.listing, sizeof view.listing) ||
	    !read_field(group, "filter", view.filter, sizeof view.filter) ||
	    !read_field(group, "sort", view.sort, sizeof view.sort))
		return;
	if (config_setting_lookup_int(group, "limit", &limit) && limit > 0)
		view.limit = limit;
	state_put_view(s, &view);
}

static void
read_views(struct state *s, const config_t *config)
{
	const config_setting_t *list = config_lookup(config, "views");
	int n = list && config_setting_is_list(list) ? config_setting_length(list) : 0;

	for (int i = 0; i < n; i++) {
		const config_setting_t *one = config_setting_get_elem(list, (unsigned)i);

		if (config_setting_is_group(one))
			read_view(s, one);
	}
}

static void
read_histories(struct state *s, const config_t *config)
{
	const config_setting_t *group = config_lookup(config, "history");
	int n = group && config_setting_is_group(group) ? config_setting_length(group) : 0;

	for (int i = 0; i < n; i++) {
		const config_setting_t *one = config_setting_get_elem(group, (unsigned)i);
		int lines = config_setting_is_aggregate(one) ? config_setting_length(one) : 0;

		for (int k = 0; k < lines; k++) {
			const char *line = config_setting_get_string_elem(one, k);

			if (line)
				state_add_history(s, config_setting_name(one), line);
		}
	}
}

static void
read_config(struct state *s, const config_t *config)
{
	const config_setting_t *last = config_lookup(config, "last");

	read_layouts(s, config);
	read_views(s, config);
	read_histories(s, config);
	if (last && config_setting_is_group(last))
		state_set_last(s, text_of(last, "view"), text_of(last, "filter"));
	s->changed = false;
}

/* Out of the way, so that the next save does not destroy what someone may want to mend. */
static void
set_aside(const char *path, struct error *warning)
{
	char *aside = xasprintf("%s.broken", path);

	if (rename(path, aside) == 0)
		error_hint(warning, "it is kept as state.broken beside it; Gridline starts afresh");
	else
		error_hint(warning, "Gridline starts afresh");
	free(aside);
}

struct state *
state_open(const char *dir, struct error *warning)
{
	struct state *s = xcalloc(1, sizeof *s);
	char *path;
	config_t config;

	error_clear(warning);
	s->last_view = xstrdup("");
	s->last_filter = xstrdup("");
	if (!dir)
		return s;
	s->dir = xstrdup(dir);
	path = file_path(dir);
	switch (file_parse(path, &config, warning)) {
	case FILE_OK:
		read_config(s, &config);
		break;
	case FILE_ABSENT:
		error_clear(warning);
		break;
	case FILE_BAD:
		set_aside(path, warning);
		break;
	}
	config_destroy(&config);
	free(path);
	return s;
}

static void
put_text(config_setting_t *group, const char *name, const char *text)
{
	config_setting_t *s = config_setting_add(group, name, CONFIG_TYPE_STRING);

	if (s)
		config_setting_set_string(s, text);
}

static void
write_views(const struct state *s, config_setting_t *root)
{
	config_setting_t *list = config_setting_add(root, "views", CONFIG_TYPE_LIST);

	for (size_t i = 0; i < s->nviews; i++) {
		config_setting_t *one = config_setting_add(list, NULL, CONFIG_TYPE_GROUP);

		put_text(one, "name", s->views[i].name);
		put_text(one, "listing", s->views[i].listing);
		put_text(one, "filter", s->views[i].filter);
		put_text(one, "sort", s->views[i].sort);
		config_setting_set_int(config_setting_add(one, "limit", CONFIG_TYPE_INT),
		    s->views[i].limit < INT32_MAX ? (int)s->views[i].limit : INT32_MAX);
	}
}

static void
write_config(const struct state *s, config_t *config)
{
	config_setting_t *root = config_root_setting(config);
	config_setting_t *layouts = config_setting_add(root, "layouts", CONFIG_TYPE_GROUP);
	config_setting_t *histories = config_setting_add(root, "history", CONFIG_TYPE_GROUP);
	config_setting_t *last = config_setting_add(root, "last", CONFIG_TYPE_GROUP);

	for (size_t i = 0; i < s->nlayouts; i++)
		put_text(layouts, s->layouts[i].listing, s->layouts[i].text);
	for (size_t i = 0; i < s->nhistories; i++) {
		const struct state_history *h = &s->histories[i];
		config_setting_t *lines = config_setting_add(histories, h->name, CONFIG_TYPE_ARRAY);

		for (size_t k = 0; lines && k < h->n; k++)
			config_setting_set_string_elem(lines, -1, h->lines[k]);
	}
	put_text(last, "view", s->last_view);
	put_text(last, "filter", s->last_filter);
	write_views(s, root);
}

/* Make the folder and those above it; those that exist stay as they are. */
static bool
make_dirs(const char *dir)
{
	char *path = xstrdup(dir);
	bool ok = true;

	for (char *slash = strchr(path + 1, '/'); ok && slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		ok = mkdir(path, STATE_DIR_MODE) == 0 || errno == EEXIST;
		*slash = '/';
	}
	ok = ok && (mkdir(path, STATE_DIR_MODE) == 0 || errno == EEXIST);
	free(path);
	return ok;
}

/* Write and flush to the disk; config_write() says nothing of errors, the stream does. */
static bool
write_stream(const config_t *config, int fd)
{
	FILE *out = fdopen(fd, "w");
	bool ok;

	if (!out) {
		close(fd);
		return false;
	}
	config_write(config, out);
	ok = fflush(out) == 0 && !ferror(out) && fsync(fd) == 0;
	return fclose(out) == 0 && ok;
}

static void
sync_dir(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool
replace_file(const char *dir, const config_t *config)
{
	char *path = file_path(dir), *temp = xasprintf("%s.XXXXXX", path);
	int fd = make_dirs(dir) ? mkostemp(temp, O_CLOEXEC) : -1;
	bool ok = fd >= 0 && write_stream(config, fd) && rename(temp, path) == 0;
	int why = errno;

	if (ok)
		sync_dir(dir);
	else if (fd >= 0)
		unlink(temp);
	free(path);
	free(temp);
	errno = why;
	return ok;
}

bool
state_save(struct state *s, struct error *err)
{
	config_t config;
	bool ok;

	if (!s->dir || !s->changed)
		return true;
	config_init(&config);
	write_config(s, &config);
	ok = replace_file(s->dir, &config);
	if (ok) {
		s->changed = false;
	} else {
		char *dir = text_clean_dup(s->dir, TEXT_LINE);

		error_set(err, "%s: cannot remember layouts and views: %s", dir, strerror(errno));
		error_hint(err, "make the folder writable, or free some space");
		free(dir);
	}
	config_destroy(&config);
	return ok;
}
