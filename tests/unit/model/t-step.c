/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "model/step.h"

#define TODAY 19357 /* 2022-12-31 */

static char empty[] = "", name[] = "field";

static struct step_form *
form_of(enum step_shape shape, bool required, long max, const char *choices)
{
	struct step_form *form = xcalloc(1, sizeof *form);
	const struct step_field f = { .name = name,
		.section = empty,
		.label = empty,
		.help = empty,
		.shape = shape,
		.required = required,
		.max = max,
		.value = empty,
		.note = empty };

	step_form_add(form, &f, choices);
	return form;
}

/* The fault of a value, "" for none. */
static void
check(enum step_shape shape, long max, const char *choices, const char *value, const char *fault)
{
	struct step_form *form = form_of(shape, false, max, choices);
	struct buf reason = BUF_INIT;
	bool found = step_fault(&form->fields[0], value, TODAY, true, &reason);

	if (strcmp(buf_str(&reason), fault) != 0)
		fail_msg(
		    "shape %d, '%s': '%s', not '%s'", (int)shape, value, buf_str(&reason), fault);
	assert_int_equal(found, fault[0] != '\0');
	buf_free(&reason);
	step_form_free(form);
}

static void
shapes_have_names(void **state)
{
	(void)state;
	assert_int_equal(step_shape_find("reference"), STEP_REFERENCE);
	assert_int_equal(step_shape_find("block"), STEP_BLOCK);
	assert_int_equal(step_shape_find("texts"), STEP_TEXTS);
	assert_int_equal(step_shape_find("term"), STEP_TERM);
	assert_int_equal(step_shape_find("terms"), STEP_TERMS);
	assert_int_equal(step_shape_find("groups"), STEP_GROUPS);
	assert_int_equal(step_shape_find("date"), STEP_DATE);
	assert_int_equal(step_shape_find("day"), STEP_DAY);
	assert_int_equal(step_shape_find("flag"), STEP_FLAG);
	assert_int_equal(step_shape_find("number"), STEP_NUMBER);
	assert_int_equal(step_shape_find("scale"), STEP_SCALE);
	assert_int_equal(step_shape_find("phones"), STEP_PHONES);
	assert_int_equal(step_shape_find("a shape of later days"), STEP_TEXT);
}

static void
what_must_be_filled(void **state)
{
	struct step_form *form = form_of(STEP_TEXT, true, 10, "");
	const struct step_field *f = &form->fields[0];
	struct buf reason = BUF_INIT;

	(void)state;
	assert_false(step_fault(f, "", TODAY, false, &reason));
	assert_false(step_fault(f, "a", TODAY, true, &reason));
	assert_int_equal(reason.len, 0);
	assert_true(step_fault(f, " \t\n ", TODAY, true, &reason));
	assert_string_equal(buf_str(&reason), "is empty");
	buf_free(&reason);
	step_form_free(form);
	check(STEP_NUMBER, 9, "", "", "");
}

static void
texts_are_counted(void **state)
{
	static const enum step_shape shapes[] = { STEP_REFERENCE, STEP_TEXT, STEP_BLOCK, STEP_TEXTS,
		STEP_PHONES, STEP_GROUPS };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
		check(shapes[i], 4, "", "abcd", "");
		check(shapes[i], 4, "", "abcde", "has 5 characters, at most 4 are allowed");
		check(shapes[i], 4, "", "  abcd \n", "");
	}
	/* Characters, not bytes or cells. */
	check(STEP_TEXT, 4, "", "日本é…", "");
	check(STEP_TEXT, 3, "", "日本é…", "has 4 characters, at most 3 are allowed");
}

static void
references_are_plain(void **state)
{
	static const char not_so[] = " is not a reference: letters, digits and . _ / - only";
	static const char *const bad[] = { "-A1", "A 1", "A;1", "Ä1", "A1?" };

	(void)state;
	check(STEP_REFERENCE, 32, "", "WM22-0001/a.b_c", "");
	check(STEP_REFERENCE, 32, "", " WM22-0001 ", "");
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		char *fault = xasprintf("'%s'%s", bad[i], not_so);

		check(STEP_REFERENCE, 32, "", bad[i], fault);
		free(fault);
	}
}

static void
terms_are_known(void **state)
{
	static const char drugs[] = "heroin\t\ncrack cocaine\tstones";

	(void)state;
	check(STEP_TERM, 40, drugs, "heroin", "");
	check(STEP_TERM, 40, drugs, "HEROIN", "");
	check(STEP_TERM, 40, drugs, " heroin ", "");
	check(STEP_TERM, 40, drugs, "her", "'her' is not known; Tab shows what is");
	check(STEP_TERM, 40, drugs, "heroin; crack cocaine",
	    "'heroin; crack cocaine' is not known; Tab shows what is");
	check(STEP_TERMS, 40, drugs, "crack cocaine ;  heroin;", "");
	check(STEP_TERMS, 40, drugs, ";;heroin", "");
	check(STEP_TERMS, 40, drugs, "heroin; tea", "'tea' is not known; Tab shows what is");
	check(STEP_FLAG, 3, "yes\t\nno\t", "yes", "");
	check(STEP_FLAG, 9, "yes\t\nno\t", "perhaps", "'perhaps' is not known; Tab shows what is");
	/* The database looks: more than the choices may be there. */
	check(STEP_GROUPS, 40, "G-1\t", "G-2", "");
}

static void
days_are_days(void **state)
{
	(void)state;
	check(STEP_DATE, 10, "", "2022-12-31", "");
	check(STEP_DATE, 10, "", " 2022-12-31 ", "");
	check(
	    STEP_DATE, 10, "", "2023-01-01", "2023-01-01 lies in the future: today is 2022-12-31");
	check(STEP_DATE, 10, "", "2022-02-30",
	    "'2022-02-30' is not a day; days are written like 2022-12-31");
	check(STEP_DAY, 10, "", "2023-01-01", "");
	check(STEP_DAY, 10, "", "1 January",
	    "'1 January' is not a day; days are written like 2022-12-31");
}

/* Before the first answer told it. */
static void
today_may_be_unknown(void **state)
{
	struct step_form *form = form_of(STEP_DATE, false, 10, "");
	struct buf reason = BUF_INIT;

	(void)state;
	assert_false(step_fault(&form->fields[0], "2099-01-01", DATE_NONE, true, &reason));
	assert_true(step_fault(&form->fields[0], "soon", DATE_NONE, true, &reason));
	assert_string_equal(
	    buf_str(&reason), "'soon' is not a day; days are written like 2022-12-31");
	buf_free(&reason);
	step_form_free(form);
}

static void
numbers_are_whole(void **state)
{
	static const enum step_shape shapes[] = { STEP_NUMBER, STEP_SCALE };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
		check(shapes[i], 5, "", "0", "");
		check(shapes[i], 5, "", "5", "");
		check(shapes[i], 5, "", " 5 ", "");
		check(shapes[i], 5, "", "6", "6 is over 5, the highest that can be given");
		check(shapes[i], 5, "", "-1", "'-1' is not a whole number");
		check(shapes[i], 5, "", "1.5", "'1.5' is not a whole number");
		check(shapes[i], 5, "", "1234567890", "'1234567890' is not a whole number");
	}
}

static void
what_is_shown_is_clean(void **state)
{
	char *bad = xasprintf("%c[2J", 0x1B);

	(void)state;
	check(STEP_NUMBER, 5, "", bad, "'^[[2J' is not a whole number");
	check(STEP_TERM, 40, "", bad, "'^[[2J' is not known; Tab shows what is");
	free(bad);
}

static void
refusals_name_fields(void **state)
{
	static const char detail[] =
	    "name: Taken is taken\nnumbers: 'a: b' is none\nempty:\nlast: x";
	static const struct {
		const char *name, *reason; /* NULL: none */
	} cases[] = { { "name", "Taken is taken" }, { "numbers", "'a: b' is none" },
		{ "last", "x" }, { "nam", NULL }, { "name:", NULL }, { "empty", NULL },
		{ "a", NULL }, { "", NULL } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf reason = BUF_INIT;
		bool found = step_fault_find(detail, cases[i].name, &reason);

		assert_int_equal(found, cases[i].reason != NULL);
		assert_string_equal(buf_str(&reason), found ? cases[i].reason : "");
		buf_free(&reason);
	}
}

static void
choices_are_lines(void **state)
{
	struct step_form *form =
	    form_of(STEP_TERM, false, 40, "a\tfirst\n\tnothing\nb b\nc\t1\t2\n");
	const struct step_field *f = &form->fields[0];
	static const char *const texts[] = { "a", "", "b b", "c" };
	static const char *const helps[] = { "first", "nothing", "", "1\t2" };

	(void)state;
	assert_int_equal(f->nchoices, ARRAY_LEN(texts));
	for (size_t i = 0; i < f->nchoices; i++) {
		assert_string_equal(f->choices[i].text, texts[i]);
		assert_string_equal(f->choices[i].help, helps[i]);
	}
	assert_null(f->draft);
	step_form_free(form);
	form = form_of(STEP_TERM, false, 40, "");
	assert_int_equal(form->fields[0].nchoices, 0);
	step_form_free(form);
}

static void
nothing_can_be_freed(void **state)
{
	(void)state;
	step_form_free(NULL);
	step_offers_free(NULL);
	step_done_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes_have_names),
		cmocka_unit_test(what_must_be_filled),
		cmocka_unit_test(texts_are_counted),
		cmocka_unit_test(references_are_plain),
		cmocka_unit_test(terms_are_known),
		cmocka_unit_test(days_are_days),
		cmocka_unit_test(today_may_be_unknown),
		cmocka_unit_test(numbers_are_whole),
		cmocka_unit_test(what_is_shown_is_clean),
		cmocka_unit_test(refusals_name_fields),
		cmocka_unit_test(choices_are_lines),
		cmocka_unit_test(nothing_can_be_freed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
