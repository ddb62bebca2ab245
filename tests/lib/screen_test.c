/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include <locale.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/text.h"

void
screen_test_open(struct screen_test *t, const struct screen_test_setup *setup)
{
	struct error warning = ERROR_INIT, err = ERROR_INIT;
	struct screen_options options = {
		.theme = setup->theme,
		.colours = setup->colours == 0 ? 256
		    : setup->colours < 0       ? 0
					       : setup->colours,
		.ascii = setup->ascii,
		.term = setup->term ? setup->term : "xterm-256color",
		.rows = setup->rows ? setup->rows : 24,
		.cols = setup->cols ? setup->cols : 80,
	};
	int ends[2];

	setlocale(LC_ALL, "C.UTF-8");
	assert_int_equal(pipe(ends), 0);
	t->in = fdopen(ends[0], "r");
	t->typing = ends[1];
	t->out = tmpfile();
	assert_non_null(t->in);
	assert_non_null(t->out);
	options.in = t->in;
	options.out = t->out;
	t->sent = 0;
	if (!screen_open(&t->screen, &options, &warning, &err))
		fail_msg("%s: %s", err.text, err.hint);
	assert_string_equal(warning.text, "");
}

void
screen_test_close(struct screen_test *t)
{
	screen_close(t->screen);
	fclose(t->in);
	fclose(t->out);
	close(t->typing);
}

long
screen_test_sent(struct screen_test *t)
{
	struct stat st;
	long before = t->sent;

	screen_flush(t->screen);
	assert_int_equal(fstat(fileno(t->out), &st), 0);
	t->sent = (long)st.st_size;
	return t->sent - before;
}

char *
screen_test_row(struct screen_test *t, int row)
{
	char *all, *line, *end, *copy;

	screen_flush(t->screen);
	all = line = screen_dump(t->screen, false);
	for (int i = 0; i < row; i++)
		line = strchr(line, '\n') + 1;
	end = strchr(line, '\n');
	while (end > line && end[-1] == ' ')
		end--;
	copy = xstrndup(line, (size_t)(end - line));
	free(all);
	return copy;
}

void
screen_test_bytes(struct screen_test *t, const char *bytes, size_t len)
{
	assert_int_equal(write(t->typing, bytes, len), (ssize_t)len);
}

static void
press_character(const char **s, void (*press)(void *arg, const struct key *key), void *arg)
{
	struct key key = { .code = KEYC_NONE };

	*s += text_decode(*s, strlen(*s), &key.code);
	press(arg, &key);
}

void
screen_test_keys(const char *names, void (*press)(void *arg, const struct key *key), void *arg)
{
	const char *s = names;
	char *name;

	for (s += strspn(s, " "); *s; s += strspn(s, " ")) {
		struct key key = { .code = KEYC_NONE };
		size_t len = strcspn(s, " ");
		if (*s == '\'' && len > 1) {
			for (s++; *s && *s != '\'';)
				press_character(&s, press, arg);
			s += *s == '\'';
			continue;
		}
		name = xstrndup(s, len);
		key.code = key_parse(name);
		if (key.code == KEYC_NONE)
			fail_msg("\"%s\" is not a key", name);
		free(name);
		press(arg, &key);
		s += len;
	}
}

static char *
golden_path(const char *name)
{
	const char *top = getenv("top_srcdir");

	return xasprintf("%s/%s.screen", top ? top : ".", name);
}

static char *
read_all(const char *path)
{
	FILE *f = fopen(path, "r");
	struct buf all = BUF_INIT;
	char block[4096];
	size_t n;

	if (!f)
		return NULL;
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(&all, block, n);
	fclose(f);
	return buf_take(&all);
}

static void
write_all(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (!f || fputs(text, f) == EOF || fclose(f) == EOF)
		fail_msg("%s cannot be written", path);
}

/* Both, with a bar at the end of each line so that trailing blanks are seen. */
static void
print_screen(const char *title, const char *text)
{
	fprintf(stderr, "--- %s\n", title);
	for (const char *end; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		fprintf(stderr, "%.*s|\n", (int)(end - text), text);
	}
}

void
screen_test_golden(struct screen_test *t, const char *name)
{
	const char *update = getenv("UPDATE");
	char *path = golden_path(name), *shown, *golden;

	screen_flush(t->screen);
	shown = screen_dump(t->screen, true);
	if (update && *update)
		write_all(path, shown);
	golden = read_all(path);
	if (!golden || strcmp(golden, shown) != 0) {
		print_screen(path, golden ? golden : "(there is no such file)\n");
		print_screen("shown", shown);
		fail_msg("the screen differs from %s", path);
	}
	free(golden);
	free(shown);
	free(path);
}
