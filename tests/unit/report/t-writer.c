/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "report/writer.h"

static const struct column columns[] = {
	{ "rank", "Rank", 5, COLUMN_NUMBER, 0 },
	{ "name", "Name", 16, COLUMN_TEXT, 0 },
	{ "change", "Change", 6, COLUMN_CHANGE, 0 },
	{ "imports", "Imports", 18, COLUMN_LIST, 0 },
	{ "bulk", "Bulk", 4, COLUMN_FLAG, 0 },
	{ "seen", "Seen", 10, COLUMN_DATE, 0 },
};
#define N ARRAY_LEN(columns)

static char *
write_rows(enum writer_format format, bool raw, const char *const (*rows)[N], size_t n)
{
	struct writer_options o = { .format = format,
		.columns = columns,
		.ncolumns = N,
		.raw = raw,
		.marking = "OFFICIAL",
		.title = "Grid, 2022-12-31" };
	struct writer *w = writer_new(&o);
	struct buf out = BUF_INIT;

	writer_begin(w, &out);
	for (size_t i = 0; i < n; i++)
		writer_row(w, rows[i], &out);
	writer_end(w, &out);
	writer_free(w);
	return buf_take(&out);
}

static void
check(enum writer_format format, bool raw, const char *const (*rows)[N], size_t n,
    const char *expected)
{
	char *got = write_rows(format, raw, rows, n);

	assert_string_equal(got, expected);
	free(got);
}

static const char *const two[2][N] = {
	{ "1", "Acorn, \"the\" line", "+3", "Dorset;Kent", "yes", "2022-12-01" },
	{ "",
	    "Z\xC3\xB6"
	    "e",
	    "", "", "no", "" },
};

/* What nobody should obey: a formula, an escape sequence, a bidi override, a broken byte. */
static const char *const hostile[1][N] = {
	{ "1", "=cmd|'!A", "new",
	    "\x1B[2J;\xE2\x80\xAE"
	    "evil",
	    "maybe", "\xFF\r\n\"" },
};

static void
csv_by_the_letter(void **state)
{
	(void)state;
	check(WRITER_CSV, false, two, 2,
	    "rank,name,change,imports,bulk,seen\n"
	    "1,\"Acorn, \"\"the\"\" line\",+3,Dorset;Kent,yes,2022-12-01\n"
	    ",Z\xC3\xB6"
	    "e,,,no,\n");
	check(WRITER_CSV, false, two, 0, "rank,name,change,imports,bulk,seen\n");
}

static void
csv_guards_formulas(void **state)
{
	static const char *const rows[3][N] = {
		{ "-1", "-x", "-1", "=a;b", "", " blank" },
		{ "", "'=x", "", "", "", "" },
		{ "", "\t=x", "", "", "", "" },
	};

	(void)state;
	check(WRITER_CSV, false, rows, 3,
	    "rank,name,change,imports,bulk,seen\n"
	    "-1,'-x,-1,'=a;b,,\" blank\"\n"
	    ",''=x,,,,\n"
	    ",'^I=x,,,,\n");
	check(WRITER_CSV, true, rows, 2,
	    "rank,name,change,imports,bulk,seen\n"
	    "-1,-x,-1,=a;b,,\" blank\"\n"
	    ",'=x,,,,\n");
}

static void
json_has_types(void **state)
{
	(void)state;
	check(WRITER_JSON, false, two, 2,
	    "[\n"
	    "{\"rank\": 1, \"name\": \"Acorn, \\\"the\\\" line\", \"change\": \"+3\", "
	    "\"imports\": [\"Dorset\", \"Kent\"], \"bulk\": true, \"seen\": \"2022-12-01\"},\n"
	    "{\"rank\": null, \"name\": \"Z\xC3\xB6"
	    "e\", \"change\": null, "
	    "\"imports\": [], \"bulk\": false, \"seen\": null}\n"
	    "]\n");
	check(WRITER_JSON, false, two, 0, "[]\n");
}

static void
nothing_is_obeyed(void **state)
{
	(void)state;
	check(WRITER_CSV, false, hostile, 1,
	    "rank,name,change,imports,bulk,seen\n"
	    "1,'=cmd|'!A,new,^[[2J;<U+202E>evil,maybe,\"\xEF\xBF\xBD^M^J\"\"\"\n");
	check(WRITER_JSON, false, hostile, 1,
	    "[\n{\"rank\": 1, \"name\": \"=cmd|'!A\", \"change\": \"new\", "
	    "\"imports\": [\"^[[2J\", \"<U+202E>evil\"], \"bulk\": \"maybe\", "
	    "\"seen\": \"\xEF\xBF\xBD^M^J\\\"\"}\n]\n");
}

static void
table_is_aligned_and_marked(void **state)
{
	(void)state;
	check(WRITER_TEXT, false, two, 2,
	    "OFFICIAL\n"
	    "Grid, 2022-12-31\n"
	    "\n"
	    "Rank  Name               Change  Imports       Bulk  Seen\n"
	    "----  -----------------  ------  ------------  ----  ----------\n"
	    "   1  Acorn, \"the\" line      +3  Dorset, Kent  yes   2022-12-01\n"
	    "      Z\xC3\xB6"
	    "e                                      no\n"
	    "\n"
	    "2 rows\n"
	    "OFFICIAL\n");
	check(WRITER_TEXT, false, two, 0,
	    "OFFICIAL\nGrid, 2022-12-31\n\n"
	    "Rank  Name  Change  Imports  Bulk  Seen\n"
	    "----  ----  ------  -------  ----  ----\n"
	    "\n0 rows\nOFFICIAL\n");
}

/* The widths are settled after the first rows; a later, wider cell is whole all the same. */
static void
table_of_any_length(void **state)
{
	static const char *const late[N] = { "7", "a name much wider than all before it", "", "",
		"", "" };
	struct writer_options o = { .format = WRITER_TEXT,
		.columns = columns,
		.ncolumns = N,
		.marking = "M",
		.title = "" };
	struct writer *w = writer_new(&o);
	struct buf out = BUF_INIT;

	(void)state;
	writer_begin(w, &out);
	for (size_t i = 0; i < WRITER_SAMPLE; i++)
		writer_row(w, two[1], &out);
	assert_null(strstr(buf_str(&out), "Rank"));
	writer_row(w, late, &out);
	assert_non_null(strstr(buf_str(&out), "Rank"));
	assert_non_null(strstr(buf_str(&out), "\n   7  a name much wider than all before it\n"));
	buf_clear(&out);
	writer_end(w, &out);
	assert_string_equal(buf_str(&out), "\n501 rows\nM\n");
	writer_free(w);
	w = writer_new(&o);
	writer_begin(w, &out);
	writer_row(w, two[0], &out);
	writer_free(w); /* given up half way */
	writer_free(NULL);
	buf_free(&out);
}

static void
formats_by_name(void **state)
{
	(void)state;
	for (int f = 0; f < WRITER_FORMAT_COUNT; f++)
		assert_int_equal(writer_format_find(writer_format_name((enum writer_format)f)), f);
	assert_int_equal(writer_format_find("CSV"), WRITER_CSV);
	assert_int_equal(writer_format_find("xml"), WRITER_FORMAT_COUNT);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_by_the_letter),
		cmocka_unit_test(csv_guards_formulas),
		cmocka_unit_test(json_has_types),
		cmocka_unit_test(nothing_is_obeyed),
		cmocka_unit_test(table_is_aligned_and_marked),
		cmocka_unit_test(table_of_any_length),
		cmocka_unit_test(formats_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
