/* SPDX-License-Identifier: MIT
 *
 * Screens without a terminal or a database: the console on the fake source, driven by case files
 * (*.keys beside this file), held against the golden screens of the same name (*.screen). UPDATE=1
 * writes them anew; the difference is then for a person to read.
 */
/* clang-format off */
/* A case is a key script (app/script.h) with these lines more, which come first or in between.
 *   !size ROWS COLS    begin, on a screen of that size; these come before it:
 *     !ascii  !colour  !captive  !lines N  !groups N  !start VIEW  !as ROLE
 *   !resize ROWS COLS  the terminal has another size now
 *   !hold              answers wait; !answer: those asked for come; !go: they come by themselves
 *   !after MS          time goes by
 *   !link, !role, !fail, !remove, !insert, !news, !fresh, !change, !lose   as in tests/lib/fake_words.h
 *   !random N SEED     so many keys, the same ones for the same seed
 *   !press ROW COL, !double ROW COL, !wheel up|down
 *   !expect NAME       the screen is the one of that name; !styles NAME: and so it looks
 *   !bytes N           at most so many bytes have gone to the terminal since the last !bytes
 *   !silent            none have
 *   !asked N           so many requests have gone to the source since the last !asked
 *   !record FIELD TEXT, !draft FIELD TEXT   that is what was saved, or kept as a draft
 *   !left              the console has been left
 */
/* clang-format on */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <locale.h>

#include "app/console.h"
#include "app/script.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "fake_source.h"
#include "fake_words.h"
#include "random_keys.h"

struct stage {
	struct fake *fake;
	struct screen *screen;
	struct console *console;
	struct keymap *keys;
	struct memory memory;
	FILE *in, *out;
	char start[48], as[24];
	size_t lines, groups, asked;
	long sent;
	bool ascii, colour, captive, hold;
	char name[64]; /* of the case */
	char *golden;  /* all golden screens of the case, NULL for none */
	struct buf got;
};

static int64_t clock_us = 1000000;
static int tests, failures;

static int64_t
now_us(void)
{
	return clock_us;
}

static void
result(bool good, const char *name, const char *what)
{
	printf("%s %d - %s: %s\n", good ? "ok" : "not ok", ++tests, name, what);
	failures += !good;
}

static void
diagnose(const char *title, const char *text)
{
	printf("# %s\n", title);
	while (*text) {
		size_t len = strcspn(text, "\n");

		printf("# |%.*s|\n", (int)len, text);
		text += len + (text[len] == '\n');
	}
}

static char *
read_file(const char *path)
{
	FILE *f = fopen(path, "re");
	struct buf text = BUF_INIT;
	char part[4096];
	size_t n;

	if (!f)
		return NULL;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(&text, part, n);
	fclose(f);
	return buf_take(&text);
}

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "we");

	if (!f || fputs(text, f) == EOF || fclose(f) != 0)
		result(false, path, "cannot be written");
}

/* Let the world go on: answers come, timers run, the screen is drawn. */
static void
settle(struct stage *s)
{
	int round;

	for (round = 0; round < 20; round++) {
		console_timers(s->console);
		if (!s->hold)
			fake_answer_all(s->fake);
		console_source(s->console);
		console_draw(s->console);
		if (s->hold)
			break;
		clock_us += 20000;
	}
}

static void
begin(struct stage *s, int rows, int cols)
{
	struct error err = ERROR_INIT;
	struct theme theme;
	struct screen_options options = { .theme = &theme,
		.colours = s->colour ? 256 : 0,
		.ascii = s->ascii,
		.esc_ms = 25,
		.term = "xterm-256color",
		.rows = rows,
		.cols = cols };
	struct console_settings settings = { .marking = "OFFICIAL-SENSITIVE",
		.preview_min_cols = 150,
		.stale_days = 56,
		.captive = s->captive,
		.now_us = now_us };

	theme_defaults(&theme);
	s->in = fopen("/dev/null", "re");
	s->out = tmpfile();
	options.in = s->in;
	options.out = s->out;
	if (!screen_open(&s->screen, &options, NULL, &err)) {
		result(false, s->name, err.text);
		return;
	}
	clock_us = 1000000;
	s->fake = fake_new(s->lines, s->groups);
	fake_session(s->fake)->clock_at = clock_us;
	if (s->as[0])
		snprintf(
		    fake_session(s->fake)->role, sizeof fake_session(s->fake)->role, "%s", s->as);
	s->keys = keymap_new();
	memory_init(&s->memory, NULL, NULL);
	settings.keys = s->keys;
	settings.memory = &s->memory;
	settings.start = s->start[0] ? s->start : NULL;
	s->console = console_new(s->screen, fake_source(s->fake), &settings);
	settle(s);
}

static void
end(struct stage *s)
{
	console_free(s->console);
	screen_close(s->screen);
	if (s->fake)
		fake_free(s->fake);
	keymap_free(s->keys);
	memory_clear(&s->memory);
	if (s->in)
		fclose(s->in);
	if (s->out)
		fclose(s->out);
}

/* The golden screen of that name: what stands between its heading and the next. NULL if none. */
static char *
golden(const struct stage *s, const char *name)
{
	char *heading = xasprintf("== %s\n", name), *at = s->golden, *next, *found = NULL;

	while (at && !found) {
		next = strstr(at + 3, "\n== ");
		if (strncmp(at, heading, strlen(heading)) == 0)
			found = next ? xstrndup(at + strlen(heading),
					   (size_t)(next + 1 - at) - strlen(heading))
				     : xstrdup(at + strlen(heading));
		at = next ? next + 1 : NULL;
	}
	free(heading);
	return found;
}

static void
expect(struct stage *s, const char *name, bool styles)
{
	char *got = screen_dump(s->screen, styles), *want = golden(s, name);
	bool good = want && strcmp(want, got) == 0;

	buf_addf(&s->got, "== %s\n%s", name, got);
	result(good || getenv("UPDATE"), s->name, name);
	if (!good && !getenv("UPDATE")) {
		diagnose("expected", want ? want : "(no golden screen of that name)");
		diagnose("got", got);
	}
	free(want);
	free(got);
}

static void
press(struct stage *s, enum mouse_kind kind, const char *args)
{
	char *rest;
	struct key key = { .code = KEYC_MOUSE, .mouse = { .kind = kind } };

	key.mouse.row = (int)strtol(args, &rest, 10);
	key.mouse.col = (int)strtol(rest, NULL, 10);
	console_key(s->console, &key);
}

static void
resize(struct stage *s, const char *args)
{
	char *rest;
	struct key key = { .code = KEYC_RESIZE };
	int rows = (int)strtol(args, &rest, 10), cols = (int)strtol(rest, NULL, 10);

	screen_set_size(s->screen, rows, cols);
	console_key(s->console, &key);
}

static void
check_asked(struct stage *s, const char *args)
{
	size_t asked = fake_asked(s->fake) - s->asked;
	char *text = xasprintf("%zu requests, expected %s", asked, args);

	if (*args)
		result(asked == strtoul(args, NULL, 10), s->name, text);
	s->asked = fake_asked(s->fake);
	free(text);
}

static void
check_bytes(struct stage *s, const char *args)
{
	long end = lseek(fileno(s->out), 0, SEEK_END), sent = end - s->sent;
	char *text = xasprintf("%ld bytes, at most %s", sent, args);

	if (*args)
		result(sent > 0 && sent <= strtol(args, NULL, 10), s->name, text);
	s->sent = end;
	free(text);
}

static void
check_silent(struct stage *s)
{
	long end = lseek(fileno(s->out), 0, SEEK_END);
	char *text = xasprintf("%ld bytes, none expected", end - s->sent);

	result(end == s->sent, s->name, text);
	s->sent = end;
	free(text);
}

static bool
check_stands(struct stage *s, const char *word, const char *args)
{
	const char *got;
	bool good = fake_stands(s->fake, word, args, &got);
	char *text;

	if (!got)
		return false;
	text = xasprintf("%s %s", word, args);
	result(good, s->name, text);
	if (!good)
		diagnose("got", got);
	free(text);
	return true;
}

/* Settings that stand before !size. */
static bool
set(struct stage *s, const char *word, const char *args)
{
	if (strcmp(word, "ascii") == 0)
		s->ascii = true;
	else if (strcmp(word, "colour") == 0)
		s->colour = true;
	else if (strcmp(word, "captive") == 0)
		s->captive = true;
	else if (strcmp(word, "hold") == 0)
		s->hold = true;
	else if (strcmp(word, "lines") == 0)
		s->lines = strtoul(args, NULL, 10);
	else if (strcmp(word, "groups") == 0)
		s->groups = strtoul(args, NULL, 10);
	else if (strcmp(word, "start") == 0)
		snprintf(s->start, sizeof s->start, "%s", args);
	else if (strcmp(word, "as") == 0)
		snprintf(s->as, sizeof s->as, "%s", args);
	else
		return false;
	return true;
}

static void
type_random(struct stage *s, unsigned n, unsigned seed)
{
	static const int sizes[][2] = { { 24, 80 }, { 43, 132 }, { 20, 40 }, { 1, 1 }, { 5, 20 },
		{ 45, 160 }, { 6, 300 }, { 100, 20 } };
	struct key key;
	unsigned i, size;

	for (i = 0; i < n && !console_done(s->console); i++) {
		key = random_key(&seed);
		if (random_next(&seed) % 50 == 0) {
			size = random_next(&seed) % ARRAY_LEN(sizes);
			screen_set_size(s->screen, sizes[size][0], sizes[size][1]);
			key.code = KEYC_RESIZE;
		}
		console_key(s->console, &key);
		if (random_next(&seed) % 3 == 0)
			fake_answer(s->fake);
		if (random_next(&seed) % 100 == 0)
			fake_fail(s->fake, 1, "a failure by chance");
		console_source(s->console);
		console_timers(s->console);
		console_draw(s->console);
		clock_us += 7000;
	}
	result(i > n / 2, s->name, "random keys");
}

static bool
happen(struct stage *s, const char *word, const char *args)
{
	char *rest;

	if (strcmp(word, "answer") == 0)
		fake_answer(s->fake);
	else if (strcmp(word, "go") == 0)
		s->hold = false;
	else if (strcmp(word, "after") == 0)
		clock_us += strtol(args, NULL, 10) * 1000;
	else if (strcmp(word, "random") == 0) {
		unsigned n = (unsigned)strtoul(args, &rest, 10);

		type_random(s, n, (unsigned)strtoul(rest, NULL, 10));
	} else if (strcmp(word, "resize") == 0)
		resize(s, args);
	else if (strcmp(word, "press") == 0 || strcmp(word, "double") == 0)
		press(s, *word == 'p' ? MOUSE_PRESS : MOUSE_DOUBLE, args);
	else if (strcmp(word, "wheel") == 0)
		press(s, *args == 'u' ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN, "8 5");
	else if (!fake_word(s->fake, word, args))
		return false;
	settle(s);
	return true;
}

static bool
check(struct stage *s, const char *word, const char *args)
{
	if (strcmp(word, "expect") == 0)
		expect(s, args, false);
	else if (strcmp(word, "styles") == 0)
		expect(s, args, true);
	else if (strcmp(word, "asked") == 0)
		check_asked(s, args);
	else if (strcmp(word, "bytes") == 0)
		check_bytes(s, args);
	else if (strcmp(word, "silent") == 0)
		check_silent(s);
	else if (strcmp(word, "left") == 0)
		result(console_done(s->console), s->name, "the console is left");
	else
		return check_stands(s, word, args);
	return true;
}

static void
directive(struct stage *s, const char *line)
{
	char *word = xstrndup(line, strcspn(line, " ")), *rest;
	const char *args = line + strlen(word);
	int rows;

	args += strspn(args, " ");
	if (strcmp(word, "size") == 0) {
		rows = (int)strtol(args, &rest, 10);
		begin(s, rows, (int)strtol(rest, NULL, 10));
	} else if (!set(s, word, args) &&
	    (!s->console || (!happen(s, word, args) && !check(s, word, args)))) {
		result(false, s->name, line);
	}
	free(word);
}

static void
type(struct stage *s, const char *line)
{
	struct script *script = script_new(line);

	while (!console_done(s->console) && script_step(script, s->console, s->screen))
		continue;
	script_free(script);
	settle(s);
}

static void
run_case(const char *dir, const char *path)
{
	struct stage s = { .lines = 200, .groups = 24 };
	const char *name = strrchr(path, '/') + 1;
	char *text = read_file(path), *line = text, *end_of_line, *screens;

	snprintf(s.name, sizeof s.name, "%.*s", (int)strcspn(name, ".") % 64, name);
	screens = xasprintf("%s/%s.screen", dir, s.name);
	s.golden = read_file(screens);
	for (; line && *line; line = end_of_line) {
		end_of_line = line + strcspn(line, "\n");
		if (*end_of_line)
			*end_of_line++ = '\0';
		if (*line == '!')
			directive(&s, line + 1);
		else if (*line && *line != '#' && s.console)
			type(&s, line);
	}
	if (s.console)
		end(&s);
	else
		result(false, s.name, text ? "begins with !size" : "can be read");
	if (getenv("UPDATE"))
		write_file(screens, buf_str(&s.got));
	buf_free(&s.got);
	free(s.golden);
	free(screens);
	free(text);
}

int
main(int argc, char **argv)
{
	const char *top = getenv("top_srcdir");
	char *dir = xasprintf("%s/tests/screen", top ? top : ".");
	char *pattern = xasprintf("%s/%s.keys", dir, argc > 1 ? argv[1] : "*");
	glob_t found;
	size_t i;

	setlocale(LC_ALL, "C.UTF-8");
	if (glob(pattern, 0, NULL, &found) == 0)
		for (i = 0; i < found.gl_pathc; i++)
			run_case(dir, found.gl_pathv[i]);
	globfree(&found);
	free(pattern);
	free(dir);
	printf("1..%d\n", tests);
	return failures || tests == 0;
}
