/* SPDX-License-Identifier: MIT
 *
 * The filter language: what each text parses to, that trees and text go round, and each error with
 * the place it points at.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "model/filter.h"
#include "model/layout.h"

/* A tree as an expression, so that a test can say what it expects. */
static void
dump(struct buf *out, const struct filter *f)
{
	static const char *const kinds[] = { "and", "or", "not", "word", "" };
	static const char *const ops[] = { "is", "<", "<=", ">", ">=" };

	buf_addf(out, "(%s", kinds[f->kind]);
	if (f->kind == FILTER_TEST)
		buf_addf(out, "%s %s", ops[f->op], f->field->name);
	for (size_t i = 0; i < f->nvalues; i++)
		buf_addf(out, " %s", f->values[i].text);
	for (size_t i = 0; i < f->nchildren; i++) {
		buf_addc(out, ' ');
		dump(out, f->children[i]);
	}
	buf_addc(out, ')');
}

static char *
tree_of(enum listing listing, const char *source)
{
	struct filter *f;
	struct filter_error err;
	struct buf out = BUF_INIT;

	if (!filter_parse(listing, source, &f, &err))
		fail_msg("%s: %s (%s)", source, err.error.text, err.error.hint);
	if (f)
		dump(&out, f);
	filter_free(f);
	return buf_take(&out);
}

static const struct {
	const char *source, *tree, *text; /* text: NULL where it is the source itself */
} parsed[] = {
	{ "", "", NULL },
	{ " \t\n", "", "" },
	{ "coventry", "(word coventry)", NULL },
	{ "WM-0042", "(word WM-0042)", NULL },
	{ "two words", "(and (word two) (word words))", NULL },
	{ "\"two words\"", "(word two words)", NULL },
	{ "\"say \\\"x\\\" \\\\ \\n\"", "(word say \"x\" \\ \\n)", "\"say \\\"x\\\" \\\\ \\\\n\"" },
	{ "\"or\"", "(word or)", NULL },
	{ "\"-x\"", "(word -x)", NULL },
	{ "\"npu:BW\"", "(word npu:BW)", NULL },
	{ "\"plain\"", "(word plain)", "plain" },
	{ "12:30", "(word 12:30)", NULL },
	{ "oracle android", "(and (word oracle) (word android))", NULL },
	{ "npu:BW", "(is npu BW)", NULL },
	{ "NPU=BW,CV", "(is npu BW CV)", "npu:BW,CV" },
	{ "export_npu:BW", "(is npu BW)", "npu:BW" },
	{ "force:\"West Midlands\",BTP", "(is force West Midlands BTP)", NULL },
	{ "name:a:b", "(is name a:b)", NULL },
	{ "name:\"a,b\"", "(is name a,b)", NULL },
	{ "name:a..b", "(is name a..b)", NULL },
	{ "name:-x", "(is name -x)", NULL },
	{ "score>=40", "(>= score 40)", NULL },
	{ "score<40 score>2 score<=9", "(and (< score 40) (> score 2) (<= score 9))", NULL },
	{ "score:40..60", "(and (>= score 40) (<= score 60))", "score>=40 score<=60" },
	{ "score:1,40..60,2", "(or (is score 1 2) (and (>= score 40) (<= score 60)))",
	    "score:1,2 or score>=40 score<=60" },
	{ "-score:4..6", "(not (and (>= score 4) (<= score 6)))", "-(score>=4 score<=6)" },
	{ "rank<=20", "(<= rank 20)", NULL },
	{ "last<2022-12-01", "(< last 2022-12-01)", NULL },
	{ "last>14d", "(< last 14d)", NULL },
	{ "last<=2w", "(>= last 2w)", NULL },
	{ "last_seen>14d", "(< last 14d)", "last>14d" },
	{ "last>=today", "(>= last today)", NULL },
	{ "last:7d..14d", "(and (>= last 14d) (<= last 7d))", "last<=14d last>=7d" },
	{ "last:2022-W52", "(and (>= last 2022-12-26) (<= last 2023-01-01))",
	    "last>=2022-12-26 last<=2023-01-01" },
	{ "last:2020-02", "(and (>= last 2020-02-01) (<= last 2020-02-29))",
	    "last>=2020-02-01 last<=2020-02-29" },
	{ "last>2022-12", "(> last 2022-12-31)", "last>2022-12-31" },
	{ "last>=2022-12", "(>= last 2022-12-01)", "last>=2022-12-01" },
	{ "last<2022-12", "(< last 2022-12-01)", "last<2022-12-01" },
	{ "last<=2022-W01", "(<= last 2022-01-09)", "last<=2022-01-09" },
	{ "last:2022-11..2022-12", "(and (>= last 2022-11-01) (<= last 2022-12-31))",
	    "last>=2022-11-01 last<=2022-12-31" },
	{ "first:2022-Q3", "(and (>= first 2022-10-01) (<= first 2022-12-31))",
	    "first>=2022-10-01 first<=2022-12-31" },
	{ "first>2022-Q4", "(> first 2023-03-31)", "first>2023-03-31" },
	{ "first:2022-Q1..2022-Q4", "(and (>= first 2022-04-01) (<= first 2023-03-31))",
	    "first>=2022-04-01 first<=2023-03-31" },
	{ "last:9999-Q4", "(and (>= last 9999-12-31) (<= last 9999-12-31))",
	    "last>=9999-12-31 last<=9999-12-31" },
	{ "last:9999-W52", "(and (>= last 9999-12-27) (<= last 9999-12-31))",
	    "last>=9999-12-27 last<=9999-12-31" },
	{ "change:up,down,new", "(is change up down new)", NULL },
	{ "is:NEW has:overdue bulk:yes", "(and (is is NEW) (is has overdue) (is bulk yes))", NULL },
	{ "-npu:BW", "(not (is npu BW))", NULL },
	{ "--x", "(not (not (word x)))", NULL },
	{ "a or b", "(or (word a) (word b))", NULL },
	{ "a OR b or c", "(or (word a) (word b) (word c))", "a or b or c" },
	{ "a b or c d", "(or (and (word a) (word b)) (and (word c) (word d)))", NULL },
	{ "a (b or c)", "(and (word a) (or (word b) (word c)))", NULL },
	{ "a(b or c)d", "(and (word a) (or (word b) (word c)) (word d))", "a (b or c) d" },
	{ "((a))", "(word a)", "a" },
	{ "(a b) c", "(and (word a) (word b) (word c))", "a b c" },
	{ "(a or b) or c", "(or (word a) (word b) (word c))", "a or b or c" },
	{ "-(a or b)", "(not (or (word a) (word b)))", NULL },
	{ "-(a)", "(not (word a))", "-a" },
};

static void
parses_and_prints(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(parsed); i++) {
		char *tree = tree_of(LISTING_GRID, parsed[i].source), *again, *text;
		struct filter_error err;
		struct filter *f;

		if (strcmp(tree, parsed[i].tree) != 0)
			fail_msg("%s: %s", parsed[i].source, tree);
		assert_true(filter_parse(LISTING_GRID, parsed[i].source, &f, &err));
		text = filter_text(f);
		assert_string_equal(text, parsed[i].text ? parsed[i].text : parsed[i].source);
		again = tree_of(LISTING_GRID, text);
		assert_string_equal(again, tree);
		free(tree);
		free(again);
		free(text);
		filter_free(f);
	}
}

#define GRID_FIELDS \
	"ref name alias status band score rank change npu force import drug bulk lro group open " \
	"late first last reviewed days is has"

static const struct {
	const char *source;
	size_t at, len;
	const char *text, *hint;
} refused[] = {
	{ "nup:BW", 0, 3, "no field 'nup'",
	    "did you mean npu? To look for the text itself put it in quotation marks" },
	{ "x weather:wet", 2, 7, "no field 'weather'",
	    "the fields are " GRID_FIELDS
	    "; to look for the text itself put it in quotation marks" },
	{ "mapped:yes", 0, 6, "no field 'mapped'",
	    "the fields are " GRID_FIELDS
	    "; to look for the text itself put it in quotation marks" },
	{ "npu>BW", 3, 1, "'npu' is not compared with '>'", "write npu:value" },
	{ "npu!=BW", 3, 2, "'!=' is written as a minus sign", "write -npu:value" },
	{ "npu: BW", 3, 1, "'npu' has no value", "write it right after ':', without a blank" },
	{ "score>=", 5, 2, "'score' has no value", "write it right after '>=', without a blank" },
	{ "(npu:)", 4, 1, "'npu' has no value", "write it right after ':', without a blank" },
	{ "npu:BW,", 7, 0, "a word is missing", "write what to look for" },
	{ "npu:,BW", 4, 0, "a word is missing", "write what to look for" },
	{ "\"\"", 0, 2, "a word is missing", "write what to look for" },
	{ "score>soon", 6, 4, "'soon' is no whole number",
	    "write for example score>=2 or score:2..5" },
	{ "score>-1", 6, 2, "'-1' is no whole number", "write for example score>=2 or score:2..5" },
	{ "score:9999999999", 6, 10, "'9999999999' is no whole number",
	    "write for example score>=2 or score:2..5" },
	{ "score:40..", 6, 4, "'' is no whole number", "write for example score>=2 or score:2..5" },
	{ "score:60..40", 6, 6, "the range runs backwards", "write the smaller end first" },
	{ "score>4..6", 6, 4, "a comparison takes one value",
	    "a range goes with ':', as in score:2..5" },
	{ "score>4,6", 7, 1, "a comparison takes one value",
	    "several values go with ':', as in score:a,b" },
	{ "last<2022-02-30", 5, 10, "'2022-02-30' is no date",
	    "write 2022-12-01, 2022-12, 2022-W48, 2022-Q3 (financial), today, yesterday, or 14d for 14 days ago" },
	{ "last:2021-W53", 5, 8, "'2021-W53' is no date",
	    "write 2022-12-01, 2022-12, 2022-W48, 2022-Q3 (financial), today, yesterday, or 14d for 14 days ago" },
	{ "last:2022-Q5", 5, 7, "'2022-Q5' is no date",
	    "write 2022-12-01, 2022-12, 2022-W48, 2022-Q3 (financial), today, yesterday, or 14d for 14 days ago" },
	{ "last:2022-12-02..2022-12-01", 5, 22, "the range runs backwards",
	    "write the smaller end first" },
	{ "is:nwe", 3, 3, "is: knows no 'nwe'", "did you mean is:new?" },
	{ "change:left", 7, 4, "change: knows no 'left'", "it takes up, down, new, same" },
	{ "bulk:maybe", 5, 5, "bulk: knows no 'maybe'", "it takes yes, no" },
	{ "a and b", 2, 3, "'and' is not needed",
	    "terms side by side must all be so; to look for the word write \"and\"" },
	{ "not b", 0, 3, "'not' is written as a minus sign",
	    "write -term; to look for the word write \"not\"" },
	{ "or b", 0, 2, "a term is missing before 'or'",
	    "write one on both sides; to look for the word write \"or\"" },
	{ "a or", 4, 0, "a term is missing after 'or'",
	    "write one on both sides; to look for the word write \"or\"" },
	{ "(a or )", 6, 0, "a term is missing after 'or'",
	    "write one on both sides; to look for the word write \"or\"" },
	{ "a - b", 2, 1, "nothing stands right after '-'",
	    "write -term without a blank, or \"-\" to look for the sign itself" },
	{ "(a", 0, 1, "the '(' is not closed", "write ')' where it ends" },
	{ "a)", 1, 1, "the ')' closes nothing",
	    "take it away, or write '(' where the group begins" },
	{ ")", 0, 1, "the ')' closes nothing",
	    "take it away, or write '(' where the group begins" },
	{ "a ( )", 2, 3, "nothing stands between the parentheses", "write a term there" },
	{ "\"a b", 0, 4, "the quotation mark is not closed", "write another '\"' after the text" },
	{ "\"a\\", 0, 3, "the quotation mark is not closed", "write another '\"' after the text" },
	{ "\"a\"b", 3, 1, "a blank is missing after the quotation mark",
	    "put the whole word in quotation marks; one inside it is written \\\"" },
	{ "a\"b\"", 1, 1, "a quotation mark in the middle of a word",
	    "put the whole word in quotation marks; one inside it is written \\\"" },
	{ "a \xC3(", 2, 1, "the filter is not valid UTF-8", "type the text anew" },
	{ "is:\033[2J", 3, 4, "is: knows no '^[[2J'",
	    "it takes open, closed, any, new, stale, mine, unit, unscored, restricted, shared" },
};

static void
errors_point_and_help(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
		struct filter *f = NULL;
		struct filter_error err;

		if (filter_parse(LISTING_GRID, refused[i].source, &f, &err))
			fail_msg("%s was taken", refused[i].source);
		assert_null(f);
		assert_string_equal(err.error.text, refused[i].text);
		assert_string_equal(err.error.hint, refused[i].hint);
		if (err.at != refused[i].at || err.len != refused[i].len)
			fail_msg("%s: points at %zu+%zu", refused[i].source, err.at, err.len);
	}
}

static void
bounds(void **state)
{
	struct buf source = BUF_INIT;
	struct filter *f;
	struct filter_error err;

	(void)state;
	buf_pad(&source, 'a', FILTER_SOURCE_MAX);
	assert_true(filter_parse(LISTING_GRID, buf_str(&source), &f, &err));
	filter_free(f);
	buf_addc(&source, 'a');
	assert_false(filter_parse(LISTING_GRID, buf_str(&source), &f, &err));
	assert_string_equal(err.error.text, "the filter is longer than 4096 bytes");
	buf_clear(&source);
	buf_pad(&source, '-', FILTER_DEPTH_MAX - 1);
	buf_addc(&source, 'a');
	assert_true(filter_parse(LISTING_GRID, buf_str(&source), &f, &err));
	filter_free(f);
	buf_clear(&source);
	buf_pad(&source, '(', FILTER_DEPTH_MAX + 1);
	assert_false(filter_parse(LISTING_GRID, buf_str(&source), &f, &err));
	assert_string_equal(err.error.text, "too many parentheses inside each other");
	buf_free(&source);
}

static void
typed_values(void **state)
{
	struct filter *f;
	struct filter_error err;

	(void)state;
	assert_true(filter_parse(LISTING_GRID, "score>=40", &f, &err));
	assert_int_equal(f->values[0].number, 40);
	assert_int_equal(f->values[0].keyword, KEYWORD_NONE);
	filter_free(f);
	assert_true(filter_parse(LISTING_GRID, "last:1970-01-02,2w,yesterday", &f, &err));
	assert_int_equal(f->values[0].date, 1);
	assert_int_equal(f->values[0].days, -1);
	assert_int_equal(f->values[1].date, DATE_NONE);
	assert_int_equal(f->values[1].days, 14);
	assert_int_equal(f->values[2].days, 1);
	filter_free(f);
	assert_true(filter_parse(LISTING_GRID, "is:Stale", &f, &err));
	assert_int_equal(f->values[0].keyword, KEYWORD_STALE);
	assert_int_equal(f->values[0].at, 3);
	assert_int_equal(f->values[0].len, 5);
	filter_free(f);
}

static void
state_is_named(void **state)
{
	static const struct {
		const char *source;
		bool names;
	} cases[] = {
		{ "", false },
		{ "npu:BW is:new", false },
		{ "is:closed", true },
		{ "a or -(b is:any)", true },
		{ "status:dormant", true },
		{ "is:new,open", true },
		{ "open>2", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct filter *f;
		struct filter_error err;

		assert_true(filter_parse(LISTING_GRID, cases[i].source, &f, &err));
		assert_int_equal(filter_names_state(f), cases[i].names);
		filter_free(f);
	}
}

static void
make_terms(struct terms *terms)
{
	*terms = (struct terms){ .items = NULL };
	terms_add(terms, VOCABULARY_STATUS, "active", "Active", 1);
	terms_add(terms, VOCABULARY_FORCE, "West Midlands", "West Midlands Police", 1);
	terms_add(terms, VOCABULARY_FORCE, "West Mercia", "West Mercia Police", 2);
	terms_add(terms, VOCABULARY_NPU, "BW", "Birmingham West", 1);
	terms_add(terms, VOCABULARY_NPU, "BE", "Birmingham East", 2);
	terms_add(terms, VOCABULARY_NPU, "CV", "Coventry", 3);
}

static void
terms_are_held_against(void **state)
{
	struct terms terms;
	struct filter *f;
	struct filter_error err;
	char *text;

	(void)state;
	make_terms(&terms);
	assert_true(filter_parse(
	    LISTING_GRID, "a or npu:bw,coventry -force:\"west mercia\" lro:me", &f, &err));
	assert_true(filter_check(f, &terms, &err)); /* lro: nothing to hold it against */
	text = filter_text(f);
	assert_string_equal(text, "a or npu:BW,CV -force:\"West Mercia\" lro:me");
	free(text);
	filter_free(f);
	assert_true(filter_parse(LISTING_GRID, "x status:actvie", &f, &err));
	assert_false(filter_check(f, &terms, &err));
	assert_string_equal(err.error.text, "status: knows no 'actvie'");
	assert_string_equal(err.error.hint, "did you mean active?");
	assert_int_equal(err.at, 9);
	assert_int_equal(err.len, 6);
	filter_free(f);
	assert_true(filter_parse(LISTING_GRID, "npu:London", &f, &err));
	assert_false(filter_check(f, &terms, &err));
	assert_string_equal(err.error.hint, "it knows BW, BE, CV");
	filter_free(f);
	for (int i = 0; i < 60; i++)
		terms_add(&terms, VOCABULARY_NPU, "more", "", i);
	assert_true(filter_parse(LISTING_GRID, "npu:London", &f, &err));
	assert_false(filter_check(f, &terms, &err));
	assert_string_equal(err.error.hint, "Tab after npu: in the console shows what it knows");
	filter_free(f);
	assert_true(filter_check(NULL, &terms, &err));
	terms_free(&terms);
}

/* The columns' names are field names, and all names of a listing are different. */
static void
fields_are_well_formed(void **state)
{
	size_t n, ncolumns;
	const struct filter_field *f = filter_fields(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		const struct column *columns = column_table(f[i].listing, &ncolumns);

		assert_int_equal(f[i].id, i);
		assert_ptr_equal(
		    filter_field_find(f[i].listing, f[i].name, strlen(f[i].name)), &f[i]);
		assert_true(f[i].help[0] != '\0');
		assert_int_equal(
		    f[i].type == FILTER_TYPE_TERM, f[i].vocabulary != VOCABULARY_COUNT);
		if (f[i].column >= 0) {
			const char *name = columns[f[i].column].name;

			assert_ptr_equal(
			    filter_field_find(f[i].listing, name, strlen(name)), &f[i]);
		}
	}
	for (int l = 0; l < LISTING_COUNT; l++) {
		const struct column *columns = column_table((enum listing)l, &ncolumns);

		for (size_t i = 0; i < ncolumns; i++)
			assert_non_null(filter_field_find(
			    (enum listing)l, columns[i].name, strlen(columns[i].name)));
	}
	assert_null(filter_field_find(LISTING_GRID, "", 0));
	assert_null(filter_field_find(LISTING_GRID, "np", 2));
	assert_null(filter_field_find(LISTING_GRID, "overdue overdue_taskings", 24));
}

static void
built_in_views_parse(void **state)
{
	size_t n;
	const struct saved_view *v = saved_view_builtin(&n);

	(void)state;
	for (size_t i = 0; i < n; i++)
		free(tree_of(v[i].listing, v[i].filter));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(parses_and_prints),
		cmocka_unit_test(errors_point_and_help),
		cmocka_unit_test(bounds),
		cmocka_unit_test(typed_values),
		cmocka_unit_test(state_is_named),
		cmocka_unit_test(terms_are_held_against),
		cmocka_unit_test(fields_are_well_formed),
		cmocka_unit_test(built_in_views_parse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
