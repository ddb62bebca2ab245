/* SPDX-License-Identifier: MIT
 *
 * Dates against timegm() of the C library, weeks against the years where ISO weeks are odd.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/alloc.h"
#include "base/date.h"

static date_days
day(const char *s)
{
	date_days d = DATE_NONE;

	assert_true(date_parse(s, &d));
	return d;
}

static void
every_day_is_the_c_librarys(void **state)
{
	date_days d = day("0001-01-01"), last = day("9999-12-31");

	(void)state;
	for (; d <= last; d++) {
		struct civil c = date_to_civil(d);
		struct tm tm = {
			.tm_year = c.year - 1900, .tm_mon = c.month - 1, .tm_mday = c.day
		};

		if (timegm(&tm) != (time_t)d * 86400 || tm.tm_mday != c.day ||
		    tm.tm_mon != c.month - 1 || (tm.tm_wday + 6) % 7 + 1 != date_weekday(d) ||
		    date_from_civil(c) != d)
			fail_msg("day %d", d);
	}
}

static void
text_round_trip(void **state)
{
	static const char *const good[] = { "0001-01-01", "1969-12-31", "1970-01-01", "2000-02-29",
		"2022-12-31", "9999-12-31" };
	char out[DATE_TEXT];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		date_format(day(good[i]), out);
		assert_string_equal(out, good[i]);
	}
	assert_int_equal(day("1970-01-01"), 0);
	assert_int_equal(day("1969-12-31"), -1);
}

static void
no_such_day(void **state)
{
	static const char *const bad[] = { "", "2022-02-30", "2021-02-29", "1900-02-29",
		"2022-00-01", "2022-13-01", "2022-01-00", "2022-01-32", "0000-01-01", "2022-1-01",
		"2022-01-1", "22-01-01", "2022/01/01", " 2022-01-01", "2022-01-01 ", "2022-01-0x",
		"-022-01-01", "+022-01-01", "20220101", "2022-01-011" };
	char out[DATE_TEXT];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		date_days d = 42;

		if (date_parse(bad[i], &d))
			fail_msg("%s was taken for a date", bad[i]);
		assert_int_equal(d, 42);
	}
	date_format(DATE_NONE, out);
	assert_string_equal(out, "");
	date_format(INT32_MAX, out);
	assert_string_equal(out, "");
	assert_int_equal(date_from_civil((struct civil){ 10000, 1, 1 }), DATE_NONE);
}

static void
weeks_at_the_edge_of_a_year(void **state)
{
	static const struct {
		const char *date, *week;
	} known[] = {
		{ "2021-01-03", "2020-W53" },
		{ "2021-01-04", "2021-W01" },
		{ "2021-12-31", "2021-W52" },
		{ "2022-01-02", "2021-W52" },
		{ "2022-01-03", "2022-W01" },
		{ "2022-12-31", "2022-W52" },
		{ "2023-01-01", "2022-W52" },
		{ "2023-01-02", "2023-W01" },
		{ "2024-12-30", "2025-W01" },
		{ "2026-12-31", "2026-W53" },
		{ "2016-01-03", "2015-W53" },
		{ "2010-01-03", "2009-W53" },
		{ "1970-01-01", "1970-W01" },
		{ "1969-12-28", "1969-W52" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		char out[WEEK_TEXT];
		struct iso_week w;

		week_format(week_of(day(known[i].date)), out);
		assert_string_equal(out, known[i].week);
		assert_true(week_parse(known[i].week, &w));
		assert_int_equal(w.week, week_of(day(known[i].date)).week);
	}
}

static void
weeks_follow_each_other(void **state)
{
	date_days d = day("1900-01-01"), last = day("2200-01-01");

	(void)state;
	for (; d < last; d++) {
		struct iso_week w = week_of(d);
		date_days monday = week_start(w);

		assert_in_range((uintmax_t)(d - monday), 0, 6);
		assert_int_equal(date_weekday(monday), 1);
		assert_int_equal(d - monday + 1, date_weekday(d));
	}
}

static void
no_such_week(void **state)
{
	static const char *const bad[] = { "2021-W53", "2022-W53", "2022-W00", "2022-W54",
		"2022-W1", "2022W01", "2022-w01", "0000-W01", "2022-W0x", "2022-W011", "" };
	char out[WEEK_TEXT];

	(void)state;
	assert_int_equal(weeks_in_year(2020), 53);
	assert_int_equal(weeks_in_year(2021), 52);
	assert_int_equal(weeks_in_year(2026), 53);
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct iso_week w;

		if (week_parse(bad[i], &w))
			fail_msg("%s was taken for a week", bad[i]);
	}
	assert_int_equal(week_start((struct iso_week){ 2021, 53 }), DATE_NONE);
	week_format((struct iso_week){ 2021, 53 }, out);
	assert_string_equal(out, "");
}

static void
financial_periods(void **state)
{
	static const struct {
		const char *date;
		int year, quarter;
	} known[] = {
		{ "2022-03-31", 2021, 4 },
		{ "2022-04-01", 2022, 1 },
		{ "2022-06-30", 2022, 1 },
		{ "2022-07-01", 2022, 2 },
		{ "2022-10-01", 2022, 3 },
		{ "2022-12-31", 2022, 3 },
		{ "2023-01-01", 2022, 4 },
		{ "2023-03-31", 2022, 4 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		assert_int_equal(financial_year(day(known[i].date)), known[i].year);
		assert_int_equal(financial_quarter(day(known[i].date)), known[i].quarter);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_is_the_c_librarys),
		cmocka_unit_test(text_round_trip),
		cmocka_unit_test(no_such_day),
		cmocka_unit_test(weeks_at_the_edge_of_a_year),
		cmocka_unit_test(weeks_follow_each_other),
		cmocka_unit_test(no_such_week),
		cmocka_unit_test(financial_periods),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
