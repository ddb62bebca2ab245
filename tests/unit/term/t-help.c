/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include "base/alloc.h"
#include "term/help.h"

#define GOLDEN "tests/unit/term/golden/help-"

struct world {
	struct screen_test t;
	struct help *h;
	enum help_result result;
};

static void
open_world(struct world *w, const struct screen_test_setup *setup)
{
	static const char *const names[] = { "next row", "row before", "next page", "page before",
		"first row", "last row", "jump to a rank", "search reference, name and alias",
		"filter the list", "sort by a column", "leave this screen" };
	static const char *const keys[] = { "j Down C-n", "k Up C-p", "PgDn C-f", "PgUp C-b",
		"g Home", "G End", "R", "/", "f", "s", "q" };
	struct flow *f;

	memset(w, 0, sizeof *w);
	screen_test_open(&w->t, setup);
	w->h = help_new("Help: keys of the grid");
	f = help_flow(w->h);
	flow_heading(f, "Moving");
	flow_label_style(f, STYLE_KEY);
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (i == 7)
			flow_heading(f, "Finding");
		flow_pair(f, keys[i], names[i]);
	}
	flow_heading(f, "More");
	flow_text(f,
	    "Every key can be set in gridline.conf(5); see gridline-filter(7) for the "
	    "language of filters.");
}

static void
close_world(struct world *w)
{
	help_free(w->h);
	screen_test_close(&w->t);
}

static void
golden(struct world *w, const char *name)
{
	char *path = xasprintf(GOLDEN "%s", name);

	help_draw(w->h, screen_region(w->t.screen));
	screen_test_golden(&w->t, path);
	free(path);
}

static void
press(void *arg, const struct key *key)
{
	struct world *w = arg;

	w->result = help_key(w->h, key);
	help_draw(w->h, screen_region(w->t.screen));
}

static void
keys(struct world *w, const char *names, enum help_result result)
{
	screen_test_keys(names, press, w);
	assert_int_equal(w->result, result);
}

static void
sizes(void **state)
{
	static const struct {
		const char *name;
		struct screen_test_setup setup;
	} cases[] = {
		{ "80x24", { .rows = 24, .cols = 80 } },
		{ "132x43", { .rows = 43, .cols = 132 } },
		{ "40x20", { .rows = 20, .cols = 40 } },
		{ "20x5", { .rows = 5, .cols = 20 } },
		{ "1x1", { .rows = 1, .cols = 1 } },
		{ "40x20-ascii", { .rows = 20, .cols = 40, .ascii = true, .colours = -1 } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct world w;
		open_world(&w, &cases[i].setup);
		golden(&w, cases[i].name);
		close_world(&w);
	}
}

static void
it_is_read(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 8, .cols = 40 });
	golden(&w, "first");
	keys(&w, "j j k PgDn", HELP_MOVED);
	golden(&w, "paged");
	keys(&w, "G", HELP_MOVED);
	golden(&w, "end");
	keys(&w, "C-u C-d C-b Space g", HELP_MOVED);
	golden(&w, "first");
	keys(&w, "F5", HELP_UNUSED);
	keys(&w, "q", HELP_LEFT);
	keys(&w, "Esc", HELP_LEFT);
	close_world(&w);
}

static void
it_is_searched(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 8, .cols = 40 });
	help_draw(w.h, screen_region(w.t.screen));
	keys(&w, "/ 'PAGE'", HELP_MOVED);
	golden(&w, "typing");
	keys(&w, "Enter", HELP_MOVED);
	golden(&w, "found");
	keys(&w, "n", HELP_MOVED);
	golden(&w, "found-next");
	keys(&w, "n", HELP_MOVED); /* round to the first again */
	golden(&w, "found");
	keys(&w, "n N", HELP_MOVED);
	golden(&w, "found");
	keys(&w, "/ 'nothing like it' Enter", HELP_MOVED);
	golden(&w, "not-found");
	keys(&w, "/ q", HELP_MOVED); /* letters are text now */
	keys(&w, "Esc", HELP_MOVED);
	keys(&w, "/ Enter", HELP_MOVED); /* nothing: the search ends */
	keys(&w, "g n", HELP_MOVED);
	golden(&w, "first");
	close_world(&w);
}

static void
it_survives_any_size(void **state)
{
	static const int rows[] = { 1, 2, 3, 4, 5, 50 };
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 8, .cols = 40 });
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		screen_set_size(w.t.screen, rows[i], 3 * rows[i]);
		keys(&w, "j PgDn / 'row' Enter n N G g k", HELP_MOVED);
		screen_flush(w.t.screen);
	}
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes),
		cmocka_unit_test(it_is_read),
		cmocka_unit_test(it_is_searched),
		cmocka_unit_test(it_survives_any_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
