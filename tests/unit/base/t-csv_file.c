/* SPDX-License-Identifier: MIT
 *
 * The reader, built with a block of four bytes, so that every record crosses the edge of one.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <stdbool.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/csv_file.h"

/* The records of a file as text: "1[a|b] 2[c|d]", or what broke it: "1[a|b] !3 reason". */
static char *
read_all(const char *data, size_t len)
{
	FILE *stream = fmemopen((void *)(uintptr_t)data, len, "rb");
	struct csv_file *csv = csv_file_new(stream);
	struct csv_record r;
	struct error err = ERROR_INIT;
	struct buf out = BUF_INIT;
	enum csv_file_result result;

	while ((result = csv_file_next(csv, &r, &err)) == CSV_FILE_RECORD) {
		buf_addf(&out, "%s%zu[", out.len > 0 ? " " : "", r.line);
		for (size_t i = 0; i < r.n; i++)
			buf_addf(&out, "%s%s", i > 0 ? "|" : "", r.cell[i]);
		buf_addc(&out, ']');
		if (r.fault != NULL)
			buf_addf(&out, "?%zu %s", r.fault_cell, r.fault);
	}
	if (result == CSV_FILE_BROKEN)
		buf_addf(&out, "%s!%zu %s", out.len > 0 ? " " : "", csv_file_line(csv), err.text);
	csv_file_free(csv);
	fclose(stream);
	return buf_take(&out);
}

static void
check_bytes(const char *data, size_t len, const char *expected)
{
	char *got = read_all(data, len);

	assert_string_equal(got, expected);
	free(got);
}

static void
check(const char *data, const char *expected)
{
	check_bytes(data, strlen(data), expected);
}

static void
plain_records(void **state)
{
	(void)state;
	check("a,b\nc,d\n", "1[a|b] 2[c|d]");
	check("a,b\r\nc,d\r\n", "1[a|b] 2[c|d]");
	check("a,b\nc,d", "1[a|b] 2[c|d]");
	check("a,b\r\nc,d", "1[a|b] 2[c|d]");
	check("abcdefghij,klmnopq\n", "1[abcdefghij|klmnopq]");
	check(",,\n", "1[||]");
	check("\n", "");
	check("a\n\n\r\nb\n", "1[a] 4[b]");
}

static void
quoted_cells(void **state)
{
	(void)state;
	check("\"a,b\",c\n", "1[a,b|c]");
	check("\"say \"\"so\"\"\",\"\"\n", "1[say \"so\"|]");
	check("\"one\ntwo\",x\n\"\r\n\",y\n", "1[one\ntwo|x] 3[\r\n|y]");
	check("\"a\"\r\n\"b\"\r\n", "1[a] 2[b]");
}

static void
blanks_belong_to_the_cell(void **state)
{
	(void)state;
	check(" a , b\t\n", "1[ a | b\t]");
	check("\" a \"\n", "1[ a ]");
}

static void
wrong_quoting_names_the_line(void **state)
{
	static const char reason[] =
	    "wrong quoting: a cell that holds a quote stands in quotes, with each quote in it "
	    "doubled";
	char *expected = xasprintf("1[a|b] !2 %s", reason);

	(void)state;
	check("a,b\nc,d\"e\n", expected);
	check("a,b\n\"c\"d,e\n", expected);
	check("a,b\n\"c\" ,e\n", expected);
	free(expected);
	check("a,b\nc,\"d\ne\n", "1[a|b] !2 the closing quote is missing");
	check("a,b\n\"c\n\",\"d\n\n\n", "1[a|b] !3 the closing quote is missing");
}

static void
byte_order_marks(void **state)
{
	(void)state;
	check("\xEF\xBB\xBF"
	      "a,b\nc,d\n",
	    "1[a|b] 2[c|d]");
	check("\xEF\xBB\xBF", "");
	check_bytes("\xFF\xFE"
		    "a\0",
	    4, "!1 the file is UTF-16; save it as CSV UTF-8");
}

static void
what_is_no_text(void **state)
{
	(void)state;
	check(
	    "a,b\nc,\xE9t\xE9\nd,\xC3\xA9\n", "1[a|b] 2[c|\xE9t\xE9]?1 is not UTF-8 3[d|\xC3\xA9]");
	check("\xEF\xBF\xBD\n", "1[\xEF\xBF\xBD]");
	check("\xC0\x80,x\n", "1[\xC0\x80|x]?0 is not UTF-8");
	check("\xED\xA0\x80,x\n", "1[\xED\xA0\x80|x]?0 is not UTF-8");
	check_bytes("a\0b,c\n", 6, "1[a|c]?0 holds a zero byte");
}

static void
lone_carriage_returns(void **state)
{
	static const char reason[] = "a carriage return without a line feed stands outside quotes";
	static const char *const files[] = { "a\rb\n", "a\rbcdefgh\n", "abc\rd\n", "ab\rc",
		"abc\rd", "abcd\r\"e\"\n" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		char *got = read_all(files[i], strlen(files[i]));

		assert_non_null(strstr(got, reason));
		free(got);
	}
	check("a\r", "1[a]");
	check("abc\r\nd\r\n", "1[abc] 2[d]");
	check("\"a\rb\"\n", "1[a\rb]");
}

static void
a_record_has_a_bound(void **state)
{
	struct buf data = BUF_INIT;
	char *got;

	(void)state;
	buf_adds(&data, "a,b\n\"");
	buf_pad(&data, 'x', 3 * CSV_FILE_RECORD_MAX);
	got = read_all(buf_str(&data), data.len);
	assert_string_equal(
	    got, "1[a|b] !2 a cell is longer than a megabyte; is its closing quote missing?");
	free(got);
	buf_clear(&data);
	for (size_t i = 0; i < 9; i++) {
		buf_pad(&data, 'x', CSV_FILE_RECORD_MAX / 8);
		buf_addc(&data, ',');
	}
	got = read_all(buf_str(&data), data.len);
	assert_string_equal(got, "!1 the record is longer than a megabyte");
	free(got);
	buf_free(&data);
}

static void
bytes_are_counted(void **state)
{
	static char data[] = "a,b\nc,d\n";
	FILE *stream = fmemopen(data, sizeof data - 1, "rb");
	struct csv_file *csv = csv_file_new(stream);
	struct csv_record r;

	(void)state;
	while (csv_file_next(csv, &r, NULL) == CSV_FILE_RECORD)
		continue;
	assert_int_equal(csv_file_bytes(csv), sizeof data - 1);
	csv_file_free(csv);
	csv_file_free(NULL);
	fclose(stream);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_records),
		cmocka_unit_test(quoted_cells),
		cmocka_unit_test(blanks_belong_to_the_cell),
		cmocka_unit_test(wrong_quoting_names_the_line),
		cmocka_unit_test(byte_order_marks),
		cmocka_unit_test(what_is_no_text),
		cmocka_unit_test(lone_carriage_returns),
		cmocka_unit_test(a_record_has_a_bound),
		cmocka_unit_test(bytes_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
