/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "conf/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/text.h"

#ifndef FILE_BLOCK
#define FILE_BLOCK 8192
#endif

static enum file_outcome
refuse(const char *path, const char *why, struct error *err)
{
	char *name = text_clean_dup(path, TEXT_LINE);

	error_set(err, "%s: %s", name, why);
	free(name);
	return FILE_BAD;
}

/* All of it, terminated. */
static enum file_outcome
slurp(const char *path, int fd, struct buf *out, struct error *err)
{
	char block[FILE_BLOCK];
	ssize_t n;

	while ((n = read(fd, block, sizeof block)) > 0) {
		buf_add(out, block, (size_t)n);
		if (out->len > FILE_SIZE_MAX)
			return refuse(path, "is larger than a configuration can be (1 MiB)", err);
	}
	if (n < 0)
		return refuse(path, strerror(errno), err);
	if (out->len > 0 && memchr(out->data, '\0', out->len))
		return refuse(path, "is no text file", err);
	return FILE_OK;
}

static enum file_outcome
read_whole(const char *path, struct buf *out, struct error *err)
{
	/* A pipe put there by someone must not hold us up. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	enum file_outcome outcome;
	struct stat st;

	if (fd < 0) {
		outcome = errno == ENOENT || errno == ENOTDIR ? FILE_ABSENT : FILE_BAD;
		refuse(path, strerror(errno), err);
		return outcome;
	}
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		outcome = refuse(path, "is not a plain file", err);
	else
		outcome = slurp(path, fd, out, err);
	close(fd);
	return outcome;
}

/* The line of an @include, 0 if there is none. */
static int
find_include(const char *text)
{
	int line = 1;

	for (const char *s = text; *s; line++) {
		const char *word = s + strspn(s, " \t");

		if (strncmp(word, "@include", sizeof "@include" - 1) == 0)
			return line;
		s += strcspn(s, "\n");
		s += *s == '\n';
	}
	return 0;
}

static enum file_outcome
parse(const char *path, const char *text, config_t *config, struct error *err)
{
	char *name = text_clean_dup(path, TEXT_LINE), *why;
	int include = find_include(text);
	enum file_outcome outcome = FILE_OK;

	if (include) {
		error_set(err, "%s:%d: @include is not taken", name, include);
		error_hint(err, "write the settings into this file");
		outcome = FILE_BAD;
	} else if (!config_read_string(config, text)) {
		why = text_clean_dup(config_error_text(config), TEXT_LINE);
		error_set(err, "%s:%d: %s", name, config_error_line(config), why);
		error_hint(err, "a setting is written: name = value;");
		free(why);
		outcome = FILE_BAD;
	}
	free(name);
	return outcome;
}

enum file_outcome
file_parse(const char *path, config_t *config, struct error *err)
{
	struct buf text = BUF_INIT;
	enum file_outcome outcome;

	config_init(config);
	error_clear(err);
	outcome = read_whole(path, &text, err);
	if (outcome == FILE_OK)
		outcome = parse(path, buf_str(&text), config, err);
	buf_free(&text);
	return outcome;
}

char *
file_where(const char *path, const config_setting_t *setting)
{
	char *name = text_clean_dup(path, TEXT_LINE);
	char *where = xasprintf("%s:%u: ", name, (unsigned)config_setting_source_line(setting));

	free(name);
	return where;
}

static char *
string_value(const char *s)
{
	char shown[TEXT_SHOWN_SIZE];
	char *copy = xstrdup(text_shown(s, shown));

	copy[0] = copy[strlen(copy) - 1] = '"';
	return copy;
}

char *
file_value(const config_setting_t *setting)
{
	switch (config_setting_type(setting)) {
	case CONFIG_TYPE_STRING:
		return string_value(config_setting_get_string(setting));
	case CONFIG_TYPE_INT:
		return xasprintf("%d", config_setting_get_int(setting));
	case CONFIG_TYPE_INT64:
		return xasprintf("%lld", config_setting_get_int64(setting));
	case CONFIG_TYPE_FLOAT:
		return xasprintf("%g", config_setting_get_float(setting));
	case CONFIG_TYPE_BOOL:
		return xstrdup(config_setting_get_bool(setting) ? "true" : "false");
	case CONFIG_TYPE_GROUP:
		return xstrdup("a group");
	default: /* the library's constants, not an enum of ours */
		return xstrdup("a list");
	}
}
