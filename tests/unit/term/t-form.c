/* SPDX-License-Identifier: MIT
 *
 * Keys of a form and what they do; t-form_draw.c has how it looks.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/unit/term/form_world.h"

#include "base/alloc.h"

static void
fields_are_kept(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	assert_int_equal(form_count(w.f), FIELDS);
	assert_string_equal(form_name(w.f, HARM), "harm");
	assert_int_equal(form_find(w.f, "harm_why"), HARM_WHY);
	assert_int_equal(form_find(w.f, "harm_"), -1);
	form_set_value(w.f, NAME, "a\033b\tc");
	value(&w, NAME, "a^[b^Ic");
	assert_true(form_changed(w.f, NAME));
	form_set_base(w.f, NAME, "a\033b\tc");
	assert_false(form_changed(w.f, NAME));
	form_set_value(w.f, SUMMARY, "a\tb\r\nc");
	value(&w, SUMMARY, "a b\nc");
	form_set_base(w.f, SUMMARY, "a\tb\r\nc");
	assert_false(form_changed(w.f, SUMMARY));
	form_set_focus(w.f, 99);
	assert_int_equal(form_focus(w.f), REASON);
	form_set_wording(w.f, HARM, 6, "beyond");
	form_set_wording(w.f, NAME, 0, "none of its kind");
	close_world(&w);
	form_free(NULL);
}

static void
focus_goes_round_the_fields(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	keys(&w, "S-Tab Up", FORM_MOVED, NAME);
	keys(&w, "Tab", FORM_MOVED, UNIT);
	keys(&w, "Down", FORM_MOVED, GROUPS); /* a menu that is not open leaves the arrows alone */
	keys(&w, "Enter", FORM_MOVED, SEEN);
	keys(&w, "Enter", FORM_MOVED, SUMMARY);
	keys(&w, "a Enter b", FORM_EDITED, SUMMARY);
	value(&w, SUMMARY, "a\nb");
	keys(&w, "Up", FORM_MOVED, SUMMARY);
	keys(&w, "Up", FORM_MOVED, SEEN);
	keys(&w, "Down Down", FORM_MOVED, SUMMARY);
	keys(&w, "Down", FORM_MOVED, HARM);
	keys(&w, "Tab Tab Tab Tab", FORM_MOVED, REASON);
	keys(&w, "x Enter", FORM_MOVED, REASON); /* the foot says which key saves */
	golden(&w, "at-end");
	keys(&w, "y", FORM_EDITED, REASON);
	value(&w, REASON, "xy");
	keys(&w, "PgUp PgUp PgUp", FORM_MOVED, NAME);
	keys(&w, "PgDn PgDn PgDn", FORM_MOVED, REASON);
	keys(&w, "C-s", FORM_SUBMIT, REASON);
	keys(&w, "F2", FORM_SUBMIT, REASON);
	keys(&w, "F5", FORM_UNUSED, REASON);
	keys(&w, "Esc", FORM_LEFT, REASON);
	close_world(&w);
}

static void
lines_are_typed(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	keys(&w, "'Amber line' C-w x", FORM_EDITED, NAME);
	value(&w, NAME, "Amber x");
	assert_int_equal(form_edited(w.f), NAME);
	assert_true(form_changed(w.f, NAME));
	keys(&w, "C-a", FORM_MOVED, NAME);
	keys(&w, "C-k C-y", FORM_EDITED, NAME);
	value(&w, NAME, "Amber x");
	for (int i = 0; i < 100; i++) /* more than its max: the owner says so */
		code(&w, 'x');
	assert_int_equal(strlen(form_value(w.f, NAME)), 107);
	form_set_error(w.f, NAME, "107 characters, and 60 is the most");
	golden(&w, "long-line");
	close_world(&w);
}

static void
choices_are_narrowed(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	keys(&w, "Tab", FORM_MOVED, UNIT);
	golden(&w, "choices");
	keys(&w, "g", FORM_EDITED, UNIT); /* none begins with it, six hold it */
	golden(&w, "choices-held");
	keys(&w, "Down Down", FORM_MOVED, UNIT);
	golden(&w, "choices-walked");
	keys(&w, "Up Enter", FORM_EDITED, GROUPS);
	assert_int_equal(form_edited(w.f), UNIT);
	value(&w, UNIT, "Bartley Green");
	keys(&w, "S-Tab C-u b o", FORM_EDITED, UNIT);
	keys(&w, "Tab", FORM_EDITED, UNIT); /* completes, and stays */
	value(&w, UNIT, "Bordesley");
	keys(&w, "C-u l Tab", FORM_EDITED, UNIT); /* the one that begins with it, not the first */
	value(&w, UNIT, "Longbridge");
	keys(&w, "Tab", FORM_MOVED, GROUPS);
	keys(&w, "S-Tab C-u z z", FORM_EDITED, UNIT);
	golden(&w, "choices-none");
	keys(&w, "Enter", FORM_MOVED, GROUPS);
	value(&w, UNIT, "zz"); /* for the owner to say what is wrong */
	keys(&w, "S-Tab C-u 'aSTON' Esc", FORM_MOVED, UNIT);
	keys(&w, "Down", FORM_EDITED, GROUPS); /* left as it is spelled */
	assert_int_equal(form_edited(w.f), UNIT);
	value(&w, UNIT, "Aston");
	close_world(&w);
}

static void
escape_closes_the_menu_first(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	keys(&w, "Tab Esc", FORM_LEFT, UNIT); /* it was not open */
	keys(&w, "a Esc", FORM_MOVED, UNIT);
	value(&w, UNIT, "a"); /* what is typed stays */
	keys(&w, "Down", FORM_MOVED, GROUPS);
	keys(&w, "Up C-n Esc", FORM_MOVED, UNIT);
	keys(&w, "Esc", FORM_LEFT, UNIT);
	keys(&w, "C-n C-n C-p C-p Enter", FORM_EDITED, GROUPS);
	value(&w, UNIT, "Stechford"); /* round the upper end */
	keys(&w, "S-Tab", FORM_MOVED, UNIT);
	keys(&w, "C-n Enter", FORM_EDITED, GROUPS); /* from the value on, and round the lower */
	value(&w, UNIT, "Acocks Green");
	close_world(&w);
}

static void
lists_complete_each(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	form_set_focus(w.f, GROUPS);
	keys(&w, "a m Down ; o l d ; Space c o Tab", FORM_EDITED, GROUPS);
	value(&w, GROUPS, "Amber Hill; Old Amber; Cobalt");
	golden(&w, "list");
	keys(&w, "C-a M-d M-d a m", FORM_EDITED, GROUPS); /* the first of them alone */
	value(&w, GROUPS, "am; Old Amber; Cobalt");
	keys(&w, "Enter", FORM_EDITED, SEEN);
	value(&w, GROUPS, "Amber Street; Old Amber; Cobalt");
	keys(&w, "S-Tab End ; x Tab", FORM_MOVED, SEEN); /* none holds it: it stays as it is */
	value(&w, GROUPS, "Amber Street; Old Amber; Cobalt; x");
	close_world(&w);
}

static void
flags_are_turned(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	form_set_focus(w.f, SEEN);
	golden(&w, "flag-empty");
	keys(&w, "Space", FORM_EDITED, SEEN);
	value(&w, SEEN, "yes");
	keys(&w, "Space", FORM_EDITED, SEEN);
	value(&w, SEEN, "no");
	keys(&w, "n", FORM_MOVED, SEEN);
	golden(&w, "flag-no");
	keys(&w, "Y", FORM_EDITED, SEEN);
	value(&w, SEEN, "yes");
	keys(&w, "q", FORM_MOVED, SEEN); /* not for the owner to take as a command */
	keys(&w, "Backspace", FORM_EDITED, SEEN);
	value(&w, SEEN, "");
	close_world(&w);
}

static void
scales_are_set(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	form_set_focus(w.f, HARM);
	keys(&w, "3", FORM_EDITED, HARM);
	golden(&w, "scale");
	keys(&w, "6", FORM_MOVED, HARM);
	value(&w, HARM, "3");
	keys(&w, "Right Right", FORM_EDITED, HARM);
	keys(&w, "Right", FORM_MOVED, HARM);
	value(&w, HARM, "5");
	keys(&w, "Left", FORM_EDITED, HARM);
	value(&w, HARM, "4");
	keys(&w, "Backspace", FORM_EDITED, HARM);
	value(&w, HARM, "");
	keys(&w, "Right", FORM_EDITED, HARM);
	value(&w, HARM, "0");
	form_set_value(w.f, HARM, "7"); /* from outside: shown, and led back by keys */
	keys(&w, "Left", FORM_EDITED, HARM);
	value(&w, HARM, "5");
	close_world(&w);
}

static void
blocks_grow(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	form_set_focus(w.f, SUMMARY);
	keys(&w, "'Deals from two addresses, one of them a flat above a shop.'", FORM_EDITED,
	    SUMMARY);
	golden(&w, "block");
	keys(&w, "Enter 1 Enter 2 Enter 3 Enter 4 Enter 5 Enter 6 Enter 7 Enter 8 Enter 9",
	    FORM_EDITED, SUMMARY);
	form_set_error(w.f, SUMMARY, "too long");
	golden(&w, "block-full");
	keys(&w, "Up Up Up Up Up Up Up Up Up", FORM_MOVED, SUMMARY);
	golden(&w, "block-top");
	keys(&w, "Tab", FORM_MOVED, HARM);
	golden(&w, "block-rest");
	close_world(&w);
}

static void
a_paste_is_text(void **state)
{
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	paste(&w, "a\rb\tc\033\023d");
	assert_int_equal(w.result, FORM_EDITED);
	assert_int_equal(form_focus(w.f), NAME);
	value(&w, NAME, "a b c  d");
	form_set_focus(w.f, SUMMARY);
	paste(&w, "a\r\rb\r\nc");
	value(&w, SUMMARY, "a\n\nb\nc");
	form_set_focus(w.f, SEEN);
	paste(&w, "yes");
	assert_int_equal(w.result, FORM_MOVED); /* no key of it acts */
	value(&w, SEEN, "");
	form_set_focus(w.f, UNIT);
	paste(&w, "as");
	assert_int_equal(w.result, FORM_EDITED);
	keys(&w, "Enter", FORM_EDITED, GROUPS);
	value(&w, UNIT, "Aston");
	form_set_focus(w.f, NAME);
	paste(&w, "");
	assert_int_equal(w.result, FORM_MOVED);
	keys(&w, "Tab", FORM_MOVED, UNIT); /* and it is over */
	close_world(&w);
}

static void
a_huge_paste(void **state)
{
	static const size_t into[] = { SUMMARY, NAME, GROUPS };
	struct world w;

	(void)state;
	open_size(&w, 24, 80);
	for (size_t k = 0; k < ARRAY_LEN(into); k++) {
		form_set_focus(w.f, into[k]);
		draw(&w);
		code(&w, KEYC_PASTE);
		for (int i = 0; i < 100000; i++) {
			code(&w, i % 9 == 8 ? ' ' : 'a');
			if (i % 4096 == 0) /* the loop draws what has come */
				draw(&w);
		}
		assert_int_equal(code(&w, KEYC_PASTE_END), FORM_EDITED);
		assert_int_equal(strlen(form_value(w.f, into[k])), 100000);
		keys(&w, "Left x", FORM_EDITED, into[k]);
	}
	close_world(&w);
}

static void
the_mouse_focuses(void **state)
{
	struct world w;
	char *row;

	(void)state;
	open_size(&w, 24, 80);
	fill(&w);
	mouse(&w, MOUSE_PRESS, 7, 35); /* Still active: two rows below are the menu's no more */
	row = screen_test_row(&w.t, 5);
	assert_non_null(strstr(row, "Still active"));
	free(row);
	form_set_focus(w.f, SEEN);
	mouse(&w, MOUSE_PRESS, 2, 32);
	assert_int_equal(form_focus(w.f), NAME);
	keys(&w, "x", FORM_EDITED, NAME); /* where it was pressed */
	value(&w, NAME, "Amxber");
	mouse(&w, MOUSE_PRESS, 3, 10);
	assert_int_equal(form_focus(w.f), UNIT);
	mouse(&w, MOUSE_PRESS, 6, 40); /* a choice of its menu */
	assert_int_equal(w.result, FORM_EDITED);
	value(&w, UNIT, "Bartley Green");
	mouse(&w, MOUSE_PRESS, 0, 0); /* the title */
	assert_int_equal(w.result, FORM_UNUSED);
	mouse(&w, MOUSE_PRESS, 23, 79);
	assert_int_equal(w.result, FORM_UNUSED);
	close_world(&w);
}

static void
an_empty_form_stands(void **state)
{
	struct world w = { 0 };

	(void)state;
	screen_test_open(&w.t, &(struct screen_test_setup){ .rows = 5, .cols = 30 });
	w.f = form_new(NULL);
	draw(&w);
	assert_int_equal(code(&w, 'x'), FORM_UNUSED);
	assert_int_equal(code(&w, KEYC_ESC), FORM_LEFT);
	form_set_focus(w.f, 3);
	assert_int_equal(form_count(w.f), 0);
	close_world(&w);
}

/* A form whose second and third sections are folded. */
static void
open_folded(struct world *w)
{
	static const struct form_field more[] = {
		{ .name = "a", .label = "A", .help = "", .section = "More", .folded = true },
		{ .name = "b", .label = "B", .help = "", .section = "More", .folded = true },
		{ .name = "c",
		    .label = "C",
		    .help = "",
		    .section = "And more",
		    .kind = FORM_BLOCK,
		    .folded = true },
	};

	open_size(w, 24, 80);
	for (size_t i = 0; i < ARRAY_LEN(more); i++)
		form_add(w->f, &more[i], NULL);
	form_set_focus(w->f, REASON);
}

static void
sections_are_opened_where_they_are_wanted(void **state)
{
	struct world w;

	(void)state;
	open_folded(&w);
	keys(&w, "Tab", FORM_MOVED, FIELDS);
	golden(&w, "folded");
	keys(&w, "Backspace", FORM_UNUSED, FIELDS); /* nothing that is not seen is changed */
	keys(&w, "Tab", FORM_MOVED, FIELDS + 2);
	keys(&w, "S-Tab", FORM_MOVED, FIELDS);
	keys(&w, "S-Tab", FORM_MOVED, REASON);
	keys(&w, "Tab Enter", FORM_MOVED, FIELDS);
	assert_false(form_folded(w.f, FIELDS + 1));
	assert_true(form_folded(w.f, FIELDS + 2));
	keys(&w, "Tab Tab x", FORM_EDITED, FIELDS + 2); /* what is typed opens it */
	value(&w, FIELDS + 2, "x");
	golden(&w, "unfolded");
	keys(&w, "C-o", FORM_UNUSED, FIELDS + 2);
	close_world(&w);

	open_folded(&w);
	keys(&w, "C-o", FORM_MOVED, FIELDS);
	assert_false(form_folded(w.f, FIELDS + 1));
	keys(&w, "C-o", FORM_MOVED, FIELDS + 2);
	close_world(&w);

	open_folded(&w);
	keys(&w, "Tab", FORM_MOVED, FIELDS);
	paste(&w, "one");
	value(&w, FIELDS, "one");
	form_set_value(w.f, FIELDS + 2, "");
	assert_true(form_folded(w.f, FIELDS + 2));
	form_set_error(w.f, FIELDS + 2, "is empty");
	assert_false(form_folded(w.f, FIELDS + 2));
	close_world(&w);

	open_folded(&w);
	form_set_value(w.f, FIELDS + 1, "there");
	assert_false(form_folded(w.f, FIELDS));
	form_set_focus(w.f, FIELDS + 2);
	assert_false(form_folded(w.f, FIELDS + 2));
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_kept),
		cmocka_unit_test(focus_goes_round_the_fields),
		cmocka_unit_test(lines_are_typed),
		cmocka_unit_test(choices_are_narrowed),
		cmocka_unit_test(escape_closes_the_menu_first),
		cmocka_unit_test(lists_complete_each),
		cmocka_unit_test(flags_are_turned),
		cmocka_unit_test(scales_are_set),
		cmocka_unit_test(blocks_grow),
		cmocka_unit_test(a_paste_is_text),
		cmocka_unit_test(a_huge_paste),
		cmocka_unit_test(the_mouse_focuses),
		cmocka_unit_test(an_empty_form_stands),
		cmocka_unit_test(sections_are_opened_where_they_are_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
