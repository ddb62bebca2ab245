/* SPDX-License-Identifier: MIT
 *
 * How a form looks at each size, and what it sends.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/unit/term/form_world.h"

#include "base/alloc.h"

#define LETTER_MOST 60 /* bytes that a typed letter may cost, */
/* or one for which a note makes way, a line scrolls or breaks */
#define MAKING_WAY_MOST 160

static void
the_field_in_focus_is_seen(void **state)
{
	static const int sizes[][2] = { { 24, 80 }, { 20, 40 }, { 12, 60 }, { 9, 40 }, { 5, 30 },
		{ 2, 10 }, { 1, 1 } };
	struct world w;

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(sizes); k++) {
		open_size(&w, sizes[k][0], sizes[k][1]);
		fill(&w);
		for (size_t i = 0; i < FIELDS; i++)
			form_set_error(
			    w.f, i, "wrong, and this is why it is wrong, at some length");
		for (size_t i = 0; i < 2 * FIELDS; i++) {
			draw(&w);
			code(&w, i < FIELDS ? KEYC_TAB : KEYC_BTAB);
		}
		close_world(&w);
	}
	open_size(&w, 12, 60);
	fill(&w);
	keys(&w, "Tab Tab Tab Tab Tab", FORM_MOVED, HARM);
	golden(&w, "scrolled");
	keys(&w, "Tab Tab", FORM_MOVED, REASON);
	golden(&w, "scrolled-end");
	keys(&w, "PgUp", FORM_MOVED, SUMMARY);
	close_world(&w);
}

static void
the_wheel_scrolls(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 12, 60);
	fill(&w);
	for (int i = 0; i < 20; i++)
		mouse(&w, MOUSE_WHEEL_DOWN, 3, 3);
	assert_int_equal(form_focus(w.f), NAME);
	golden(&w, "wheel");
	mouse(&w, MOUSE_WHEEL_UP, 3, 3);
	keys(&w, "x", FORM_EDITED, NAME); /* and a key leads back */
	golden(&w, "wheel-back");
	close_world(&w);
}

static void
sizes(void **state)
{
	static const struct {
		const char *name;
		struct screen_test_setup setup;
		size_t focus;
	} cases[] = {
		{ "40x20", { .rows = 20, .cols = 40 }, NAME },
		{ "40x20-scale", { .rows = 20, .cols = 40 }, HARM },
		{ "40x20-choice", { .rows = 20, .cols = 40 }, UNIT },
		{ "80x24", { .rows = 24, .cols = 80 }, NAME },
		{ "80x24-mono", { .colours = -1 }, HARM },
		{ "80x24-ascii", { .ascii = true }, SUMMARY },
		{ "132x43", { .rows = 43, .cols = 132 }, HARM },
		{ "20x5", { .rows = 5, .cols = 20 }, REASON },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct world w;
		open_world(&w, &cases[i].setup);
		fill(&w);
		form_set_focus(w.f, cases[i].focus);
		golden(&w, cases[i].name);
		close_world(&w);
	}
}

/* Text half typed is there at each size, the cursor at its letter. */
static void
sizes_change_while_typing(void **state)
{
	static const int to[][2] = { { 20, 40 }, { 43, 132 }, { 4, 20 }, { 24, 80 } };
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	form_set_focus(w.f, SUMMARY);
	keys(&w, "'Deals from two addresses, half ty'", FORM_EDITED, SUMMARY);
	for (size_t i = 0; i < ARRAY_LEN(to); i++) {
		screen_set_size(w.t.screen, to[i][0], to[i][1]);
		assert_int_equal(code(&w, KEYC_RESIZE), FORM_UNUSED);
		w.full = true;
		keys(&w, "x", FORM_EDITED, SUMMARY);
	}
	value(&w, SUMMARY, "Deals from two addresses, half tyxxxx");
	golden(&w, "resized");
	close_world(&w);
}

static void
wide_characters(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 20, 40);
	form_set_value(w.f, NAME, "日本語日本語日本語日本語日本語日本語");
	keys(&w, "e", FORM_EDITED, NAME);
	assert_int_equal(code(&w, 0x301), FORM_EDITED);
	golden(&w, "wide");
	form_set_value(w.f, SUMMARY, "日本語日本語日本語日本語日本語日本語 e\u0301e\u0301");
	form_set_focus(w.f, SUMMARY);
	golden(&w, "wide-block");
	keys(&w, "Backspace", FORM_EDITED, SUMMARY); /* the letter with its mark */
	value(&w, SUMMARY, "日本語日本語日本語日本語日本語日本語 e\u0301");
	close_world(&w);
}

struct cost {
	long worst; /* bytes of a letter */
	int moving; /* letters that cost more, for what stands beside or below made way */
};

static struct cost
cost_of(struct world *w, size_t field, const char *text)
{
	struct cost cost = { 0 };

	form_set_focus(w->f, field);
	draw(w);
	screen_test_sent(&w->t);
	for (; *text; text++) {
		long bytes;
		code(w, (unsigned char)*text);
		draw(w);
		bytes = screen_test_sent(&w->t);
		assert_in_range(bytes, 1, MAKING_WAY_MOST);
		if (bytes > LETTER_MOST)
			cost.moving++;
		else if (bytes > cost.worst)
			cost.worst = bytes;
	}
	return cost;
}

static void
a_letter_sends_little(void **state)
{
	static const char *const terms[] = { "xterm-256color", "tmux-256color", "linux", "vt100" };
	struct world w;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(terms); i++) {
		struct cost line, block, plain;
		open_world(&w, &(struct screen_test_setup){ .term = terms[i] });
		fill(&w);
		line = cost_of(&w, NAME, " line of the north");
		plain = cost_of(&w, REASON, "seen again on the corner of the street, and again");
		block = cost_of(&w, SUMMARY, " two of them were there for weeks and went");
		print_message(
		    "# %s: a letter costs %ld bytes at most beside a note, %ld in a line, %ld in a block\n",
		    terms[i], line.worst, plain.worst, block.worst);
		assert_int_equal(line.moving, 1);
		assert_int_equal(plain.moving, 1); /* it scrolls */
		assert_true(block.moving <= 2);	   /* words that go to a new line */
		draw(&w);			   /* the same again is nothing */
		assert_int_equal(screen_test_sent(&w.t), 0);
		close_world(&w);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_field_in_focus_is_seen),
		cmocka_unit_test(the_wheel_scrolls),
		cmocka_unit_test(sizes),
		cmocka_unit_test(sizes_change_while_typing),
		cmocka_unit_test(wide_characters),
		cmocka_unit_test(a_letter_sends_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
