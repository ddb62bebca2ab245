/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/script.h"

#include <errno.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"

struct script {
	char *text;
	const char *next; /* line to be typed next */
};

struct script *
script_new(const char *text)
{
	struct script *s = xcalloc(1, sizeof *s);

	s->text = xstrdup(text);
	s->next = s->text;
	return s;
}

struct script *
script_open(const char *path, struct error *err)
{
	FILE *f = fopen(path, "re");
	struct buf text = BUF_INIT;
	char part[4096];
	struct script *s = NULL;
	size_t n;

	if (!f) {
		error_set(err, "%s: %s", path, strerror(errno));
		return NULL;
	}
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(&text, part, n);
	if (ferror(f))
		error_set(err, "%s: cannot be read", path);
	else
		s = script_new(buf_str(&text));
	fclose(f);
	buf_free(&text);
	return s;
}

void
script_free(struct script *s)
{
	if (!s)
		return;
	free(s->text);
	free(s);
}

static void
save_screen(struct console *c, struct screen *screen, const char *path, bool styles)
{
	char *dump;
	FILE *f;

	console_draw(c);
	f = fopen(path, "we");
	if (!f)
		return;
	dump = screen_dump(screen, styles);
	fputs(dump, f);
	free(dump);
	fclose(f);
}

static void
type_text(struct console *c, const char *s, size_t len)
{
	struct key key = { .code = KEYC_NONE };
	uint32_t cp;
	size_t n;

	for (; len; s += n, len -= n) {
		n = text_decode(s, len, &cp);
		key.code = cp;
		console_key(c, &key);
	}
}

static void
type_key(struct console *c, const char *s, size_t len)
{
	char *name = xstrndup(s, len);
	struct key key = { .code = key_parse(name) };

	if (key.code != KEYC_NONE)
		console_key(c, &key);
	free(name);
}

static void
type_line(struct console *c, const char *line)
{
	size_t len;

	for (line += strspn(line, " \t"); *line; line += strspn(line, " \t")) {
		if (*line == '"' && strchr(line + 1, '"')) {
			len = strcspn(line + 1, "\"");
			type_text(c, line + 1, len);
			line += len + 2;
			continue;
		}
		len = strcspn(line, " \t");
		type_key(c, line, len);
		line += len;
	}
}

static void
do_line(struct console *c, struct screen *screen, const char *line)
{
	if (strncmp(line, ":save-screen-styles ", 20) == 0)
		save_screen(c, screen, line + 20, true);
	else if (strncmp(line, ":save-screen ", 13) == 0)
		save_screen(c, screen, line + 13, false);
	else if (*line == ':' && line[1])
		console_command(c, line + 1);
	else if (*line != '#')
		type_line(c, line);
}

bool
script_step(struct script *s, struct console *c, struct screen *screen)
{
	size_t len = strcspn(s->next, "\n");
	char *line;

	if (!*s->next)
		return false;
	line = xstrndup(s->next, len);
	s->next += len + (s->next[len] == '\n');
	do_line(c, screen, line);
	free(line);
	return true;
}
