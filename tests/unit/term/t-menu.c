/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/lib/screen_test.h"

#include "base/alloc.h"
#include "term/menu.h"

#define GOLDEN "tests/unit/term/golden/menu-"

struct world {
	struct screen_test t;
	struct menu *m;
	enum menu_result result;
};

static void
open_world(struct world *w, const struct screen_test_setup *setup, unsigned flags)
{
	static const char *const texts[] = { "Rank", "Reference", "Name", "Score", "Band", "Change",
		"Status", "NPU", "Imports", "LRO", "Groups" };

	memset(w, 0, sizeof *w);
	screen_test_open(&w->t, setup);
	w->m = menu_new(flags ? "Columns" : "Sort by", flags);
	for (int i = 0; i < (int)ARRAY_LEN(texts); i++)
		menu_add(w->m,
		    &(struct menu_item){ .id = 100 + i,
			.text = texts[i],
			.note = i == 3 ? "highest first" : NULL,
			.on = i < 8,
			.width = i + 4 });
}

static void
close_world(struct world *w)
{
	menu_free(w->m);
	screen_test_close(&w->t);
}

static void
draw(struct world *w)
{
	struct region r = screen_region(w->t.screen);

	region_fill(r, STYLE_NORMAL, '.');
	menu_draw(w->m, r);
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

	w->result = menu_key(w->m, key);
}

static void
keys(struct world *w, const char *names, enum menu_result result, const char *selected)
{
	const struct menu_item *item;

	screen_test_keys(names, press, w);
	draw(w);
	assert_int_equal(w->result, result);
	item = menu_selected(w->m);
	assert_string_equal(item ? item->text : "", selected);
}

static void
one_is_chosen(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 18, .cols = 60 }, 0);
	menu_select(w.m, 103);
	golden(&w, "choose");
	keys(&w, "Down Down Up", MENU_MOVED, "Band");
	keys(&w, "End", MENU_MOVED, "Groups");
	keys(&w, "Down", MENU_MOVED, "Groups");
	keys(&w, "Home Up", MENU_MOVED, "Rank");
	keys(&w, "PgDn", MENU_MOVED, "Groups");
	keys(&w, "F5", MENU_UNUSED, "Groups");
	keys(&w, "Enter", MENU_DONE, "Groups");
	assert_int_equal(menu_selected(w.m)->id, 110);
	keys(&w, "Esc", MENU_LEFT, "Groups");
	menu_select(w.m, 999); /* none such: it stays */
	assert_int_equal(menu_selected(w.m)->id, 110);
	close_world(&w);
}

static void
typing_narrows(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 18, .cols = 60 }, 0);
	keys(&w, "Down", MENU_MOVED, "Reference");
	keys(&w, "r", MENU_MOVED, "Reference"); /* it holds an r and so is still there */
	golden(&w, "narrowed");
	keys(&w, "o", MENU_MOVED, "LRO");
	keys(&w, "Down", MENU_MOVED, "Groups");
	keys(&w, "z", MENU_MOVED, "");
	golden(&w, "narrowed-to-none");
	keys(&w, "Enter", MENU_MOVED, "");
	keys(&w, "Backspace Backspace", MENU_MOVED, "LRO");
	keys(&w, "Esc", MENU_MOVED, "LRO");
	keys(&w, "Backspace", MENU_MOVED, "LRO");
	keys(&w, "é", MENU_MOVED, "");
	keys(&w, "Backspace", MENU_MOVED, "Rank");
	keys(&w, "Esc", MENU_LEFT, "Rank");
	close_world(&w);
}

static void
columns_are_arranged(void **state)
{
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 18, .cols = 60 },
	    MENU_TOGGLES | MENU_ORDERS | MENU_WIDTHS);
	golden(&w, "columns");
	keys(&w, "Down Space", MENU_CHANGED, "Reference");
	assert_false(menu_at(w.m, 1)->on);
	keys(&w, "> > + <", MENU_CHANGED, "Reference");
	assert_int_equal(menu_at(w.m, 1)->width, 7);
	keys(&w, "]", MENU_CHANGED, "Reference");
	assert_string_equal(menu_at(w.m, 2)->text, "Reference");
	assert_string_equal(menu_at(w.m, 1)->text, "Name");
	golden(&w, "columns-changed");
	keys(&w, "[ [ [", MENU_MOVED, "Reference"); /* no further than the first */
	assert_string_equal(menu_at(w.m, 0)->text, "Reference");
	keys(&w, "End ]", MENU_MOVED, "Groups");
	for (int i = 0; i < 300; i++)
		menu_key(w.m, &(struct key){ .code = '>' });
	assert_int_equal(menu_selected(w.m)->width, MENU_WIDTH_MOST);
	for (int i = 0; i < 300; i++)
		menu_key(w.m, &(struct key){ .code = '-' });
	assert_int_equal(menu_selected(w.m)->width, 1);
	assert_int_equal(menu_count(w.m), 11);
	keys(&w, "n p", MENU_MOVED, "NPU");
	keys(&w, "[", MENU_MOVED, "NPU"); /* no order among what is narrowed */
	keys(&w, "Space", MENU_CHANGED, "NPU");
	close_world(&w);
}

static void
the_mouse_chooses(void **state)
{
	struct key key = { .code = KEYC_MOUSE };
	struct world w;

	(void)state;
	open_world(&w, &(struct screen_test_setup){ .rows = 18, .cols = 60 }, 0);
	draw(&w);
	key.mouse.row = 6;
	key.mouse.col = 30;
	assert_int_equal(menu_key(w.m, &key), MENU_MOVED);
	assert_string_equal(menu_selected(w.m)->text, "Score");
	key.mouse.kind = MOUSE_DOUBLE;
	assert_int_equal(menu_key(w.m, &key), MENU_DONE);
	key.mouse.kind = MOUSE_WHEEL_DOWN;
	assert_int_equal(menu_key(w.m, &key), MENU_MOVED);
	assert_string_equal(menu_selected(w.m)->text, "Band");
	key.mouse.kind = MOUSE_DOUBLE;
	key.mouse.row = 0;
	assert_int_equal(menu_key(w.m, &key), MENU_MOVED);
	assert_string_equal(menu_selected(w.m)->text, "Band");
	close_world(&w);
}

static void
sizes(void **state)
{
	static const struct {
		const char *name;
		struct screen_test_setup setup;
	} cases[] = {
		{ "40x20", { .rows = 20, .cols = 40 } },
		{ "20x5", { .rows = 5, .cols = 20 } },
		{ "1x1", { .rows = 1, .cols = 1 } },
		{ "80x24-ascii", { .ascii = true } },
		{ "80x24-mono", { .colours = -1 } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct world w;
		open_world(&w, &cases[i].setup, MENU_TOGGLES | MENU_ORDERS | MENU_WIDTHS);
		keys(&w, "Down Down Down Down", MENU_MOVED, "Band");
		golden(&w, cases[i].name);
		close_world(&w);
	}
}

static void
an_empty_menu_stands(void **state)
{
	struct world w = { 0 };

	(void)state;
	screen_test_open(&w.t, &(struct screen_test_setup){ .rows = 5, .cols = 30 });
	w.m = menu_new("Views", MENU_TOGGLES | MENU_ORDERS | MENU_WIDTHS);
	keys(&w, "Down Up PgDn Space [ ] < > Enter", MENU_MOVED, "");
	golden(&w, "empty");
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_is_chosen),
		cmocka_unit_test(typing_narrows),
		cmocka_unit_test(columns_are_arranged),
		cmocka_unit_test(the_mouse_chooses),
		cmocka_unit_test(sizes),
		cmocka_unit_test(an_empty_menu_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
