/* SPDX-License-Identifier: MIT
 *
 * A folder of its own for a test of files, removed with all in it.
 */
#ifndef GRIDLINE_TESTS_UNIT_CONF_TMP_H
#define GRIDLINE_TESTS_UNIT_CONF_TMP_H

#include "config.h"

#include "tests/unit/cm.h"

#include <dirent.h>
#include <sys/stat.h>

#include "base/alloc.h"

struct tmp {
	char dir[64];
};

static inline void
tmp_make(struct tmp *t)
{
	snprintf(t->dir, sizeof t->dir, "/tmp/gridline-unit.XXXXXX");
	assert_non_null(mkdtemp(t->dir));
}

/* DIR/name; the caller frees. */
static inline char *
tmp_path(const struct tmp *t, const char *name)
{
	return xasprintf("%s/%s", t->dir, name);
}

/* Write a file there; the path is the caller's. */
static inline char *
tmp_write(const struct tmp *t, const char *name, const char *text)
{
	char *path = tmp_path(t, name);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
	return path;
}

/* A whole file as a string; the caller frees. */
static inline char *
tmp_read(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = xcalloc(1, 1 << 20);

	assert_non_null(f);
	assert_true(fread(text, 1, (1 << 20) - 1, f) > 0);
	fclose(f);
	return text;
}

static inline void
tmp_remove_below(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	assert_non_null(d);
	while ((e = readdir(d))) {
		char *path;

		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		path = xasprintf("%s/%s", dir, e->d_name);
		if (unlink(path) != 0)
			tmp_remove_below(path);
		free(path);
	}
	closedir(d);
	assert_int_equal(rmdir(dir), 0);
}

static inline void
tmp_remove(const struct tmp *t)
{
	tmp_remove_below(t->dir);
}

#endif
