/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include "base/alloc.h"
#include "term/prompt.h"

#define GOLDEN "tests/unit/term/golden/prompt-"

struct world {
	struct screen_test t;
	struct prompt *p;
	enum prompt_result result; /* of the last key */
};

static const char *const fields[] = { "band:", "bandit:", "npu:", "status:", "score>=" };
static const char *const helps[] = { "band by code", "", "neighbourhood policing unit", NULL,
	"score from 0 to 100" };

static void
open_world(struct world *w, int rows, int cols, const char *initial)
{
	memset(w, 0, sizeof *w);
	screen_test_open(&w->t, &(struct screen_test_setup){ .rows = rows, .cols = cols });
	w->p = prompt_new("filter: ", initial, NULL);
}

static void
close_world(struct world *w)
{
	prompt_free(w->p);
	screen_test_close(&w->t);
}

static void
draw(struct world *w)
{
	struct region r = screen_region(w->t.screen);
	int rows = prompt_rows(w->p, r.rows);

	region_clear(r);
	assert_in_range(rows, 1, r.rows);
	prompt_draw(w->p, region_part(r, r.rows - rows, 0, rows, r.cols));
}

static void
golden(struct world *w, const char *name)
{
	char *path = xasprintf(GOLDEN "%s", name);

	draw(w);
	screen_test_golden(&w->t, path);
	free(path);
}

static void
press(void *arg, const struct key *key)
{
	struct world *w = arg;

	w->result = prompt_key(w->p, key);
}

static void
keys(struct world *w, const char *names, enum prompt_result result, const char *text)
{
	screen_test_keys(names, press, w);
	assert_int_equal(w->result, result);
	assert_string_equal(prompt_text(w->p), text);
}

static void
it_is_typed_into(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, 6, 40, "band:high");
	prompt_set_hint(w.p, "Enter accepts, Esc leaves");
	golden(&w, "hint");
	keys(&w, "x", PROMPT_CHANGED, "band:highx");
	keys(&w, "Left", PROMPT_CHANGED, "band:highx");
	keys(&w, "F5", PROMPT_UNUSED, "band:highx");
	keys(&w, "Tab", PROMPT_MOVED, "band:highx");
	keys(&w, "Enter", PROMPT_DONE, "band:highx");
	keys(&w, "Esc", PROMPT_LEFT, "band:highx");
	keys(&w, "C-c", PROMPT_LEFT, "band:highx");
	close_world(&w);
}

static void
errors_point_at_the_character(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, 6, 60, "band:high colour:red");
	prompt_set_error(w.p, 10, "\"colour\" is not a field", "try band, npu or status");
	golden(&w, "error");
	prompt_set_error(w.p, 20, "a value is missing", NULL);
	golden(&w, "error-at-end");
	prompt_set_error(w.p, 1000, "too far", NULL);
	draw(&w);
	prompt_set_error(w.p, 0, NULL, NULL);
	prompt_set_hint(w.p, "fine");
	golden(&w, "no-error");
	close_world(&w);
	/* where the message has no room on the right it stands on the left */
	open_world(&w, 6, 40, "band:high npu:BE,BW,XX");
	prompt_set_error(w.p, 20, "unit XX is not known", NULL);
	golden(&w, "error-narrow");
	close_world(&w);
}

static void
choices_are_walked(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, 10, 50, "npu:BE ");
	prompt_set_choices(w.p, 7, fields, helps, 5);
	golden(&w, "choices");
	keys(&w, "Tab", PROMPT_CHOSEN, "npu:BE band:");
	golden(&w, "choices-first");
	keys(&w, "Tab Tab", PROMPT_CHOSEN, "npu:BE npu:");
	keys(&w, "S-Tab", PROMPT_CHOSEN, "npu:BE bandit:");
	keys(&w, "S-Tab S-Tab", PROMPT_CHOSEN, "npu:BE score>=");
	keys(&w, "Tab", PROMPT_CHOSEN, "npu:BE band:");
	keys(&w, "h", PROMPT_CHANGED, "npu:BE band:h"); /* typing takes the menu away */
	golden(&w, "choices-gone");
	close_world(&w);
}

/* Tab first puts in what all choices have in common; a single choice is put in whole. */
static void
choices_are_completed(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, 10, 50, "b");
	prompt_set_choices(w.p, 0, fields, helps, 2);
	keys(&w, "Tab", PROMPT_CHANGED, "band");
	prompt_set_choices(w.p, 0, fields, helps, 2);
	keys(&w, "Tab", PROMPT_CHOSEN, "band:");
	prompt_set_choices(w.p, 0, fields + 2, helps, 1);
	keys(&w, "Tab", PROMPT_CHANGED, "npu:");
	prompt_set_choices(w.p, 0, NULL, NULL, 0);
	keys(&w, "Tab", PROMPT_MOVED, "npu:");
	close_world(&w);
	open_world(&w, 10, 50, "band: npu:BE");
	keys(&w, "C-a Right Right", PROMPT_CHANGED, "band: npu:BE");
	prompt_set_choices(w.p, 0, fields, helps, 1); /* what is right of the cursor stays */
	keys(&w, "Tab", PROMPT_CHANGED, "band:nd: npu:BE");
	close_world(&w);
}

static void
more_choices_than_rows(void **state)
{
	const char *texts[40];
	char store[40][16];
	struct world w;

	(void)state;
	for (int i = 0; i < 40; i++) {
		snprintf(store[i], sizeof store[i], "%c%02d", 'a' + i % 26, i);
		texts[i] = store[i];
	}
	open_world(&w, 20, 40, "");
	prompt_set_choices(w.p, 0, texts, NULL, 40);
	golden(&w, "many");
	keys(&w, "Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab", PROMPT_CHOSEN, "j09");
	golden(&w, "many-10");
	keys(&w, "S-Tab", PROMPT_CHOSEN, "i08");
	close_world(&w);
}

static void
long_lines_scroll(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, 3, 20, "0123456789abcdefghijklmnop");
	golden(&w, "long");
	keys(&w, "C-a", PROMPT_CHANGED, "0123456789abcdefghijklmnop");
	golden(&w, "long-start");
	close_world(&w);
	open_world(&w, 3, 20, "日本語日本語日本語日本語");
	golden(&w, "long-wide");
	for (int i = 0; i < 12; i++) {
		keys(&w, "Left", PROMPT_CHANGED, "日本語日本語日本語日本語");
		draw(&w);
		screen_flush(w.t.screen);
	}
	golden(&w, "long-wide-start");
	close_world(&w);
}

static void
small_screens(void **state)
{
	static const int sizes[][2] = { { 1, 1 }, { 1, 20 }, { 2, 9 }, { 3, 20 }, { 4, 5 },
		{ 5, 20 } };
	struct world w;

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		open_world(&w, sizes[i][0], sizes[i][1], "band:hi");
		prompt_set_choices(w.p, 5, fields, helps, 5);
		prompt_set_error(w.p, 5, "what is hi?", "high");
		draw(&w);
		screen_flush(w.t.screen);
		keys(&w, "Tab", PROMPT_CHOSEN, "band:band:");
		draw(&w);
		screen_flush(w.t.screen);
		close_world(&w);
	}
	open_world(&w, 5, 20, "band:hi");
	prompt_set_choices(w.p, 5, fields, helps, 5);
	golden(&w, "20x5");
	close_world(&w);
}

/* In a paste Enter, Tab and Esc are text, or a paste could act. */
static void
a_paste_does_nothing(void **state)
{
	static const uint32_t codes[] = { KEYC_PASTE, 'a', KEYC_CTRL('m'), KEYC_CTRL('i'),
		KEYC_CTRL('c'), 'b', KEYC_PASTE_END };
	struct world w;

	(void)state;
	open_world(&w, 3, 20, "");
	prompt_set_choices(w.p, 0, fields, helps, 5);
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		assert_int_equal(
		    prompt_key(w.p, &(struct key){ .code = codes[i] }), PROMPT_CHANGED);
	assert_string_equal(prompt_text(w.p), "a   b");
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_typed_into),
		cmocka_unit_test(errors_point_at_the_character),
		cmocka_unit_test(choices_are_walked),
		cmocka_unit_test(choices_are_completed),
		cmocka_unit_test(more_choices_than_rows),
		cmocka_unit_test(long_lines_scroll),
		cmocka_unit_test(small_screens),
		cmocka_unit_test(a_paste_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
