/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "model/news.h"

#define MS INT64_C(1000)
#define SECOND (1000 * MS)
#define LINE NEWS_BIT(NEWS_LINE)
#define TASKING NEWS_BIT(NEWS_TASKING)
#define REVIEW NEWS_BIT(NEWS_REVIEW)

static void
a_word_is_a_kind_or_any(void **state)
{
	(void)state;
	assert_int_equal(news_kinds("tasking"), TASKING);
	assert_int_equal(news_kinds("review"), REVIEW);
	assert_int_equal(news_kinds("line"), LINE);
	assert_int_equal(news_kinds(""), NEWS_ALL);
	assert_int_equal(news_kinds("line "), NEWS_ALL);
	assert_int_equal(news_kinds("Line"), NEWS_ALL);
	assert_int_equal(news_kinds("tasking; \x1b[2J"), NEWS_ALL);
}

static void
what_was_told_since_is_a_comparison(void **state)
{
	struct news before = { .told = { 1, 2, 3 } }, now = before;

	(void)state;
	assert_int_equal(news_since(&now, &before), 0);
	now.told[NEWS_LINE]++;
	now.told[NEWS_TASKING] = 0; /* once round */
	assert_int_equal(news_since(&now, &before), LINE | TASKING);
}

static void
nothing_heard_is_nothing_told(void **state)
{
	struct news_pace p = { .seed = 1 };
	struct news news = { .told = { 0 } };

	(void)state;
	assert_int_equal(news_tell(&p, &news, 5 * SECOND), 0);
	assert_true(news_due(&p) == INT64_MAX);
	assert_int_equal(news.told[NEWS_LINE], 0);
}

/* Ten thousand a second for ten seconds. */
static void
a_flood_is_a_few_a_second(void **state)
{
	struct news_pace p = { .seed = 7 };
	struct news news = { .told = { 0 } };
	int64_t t, last = 0, rest = INT64_MAX;

	(void)state;
	for (t = SECOND; t < 11 * SECOND; t += MS / 10) {
		news_hear(&p, NEWS_ALL, t);
		if (!(news_tell(&p, &news, t) & LINE))
			continue;
		if (last && t - last < rest)
			rest = t - last;
		last = t;
	}
	assert_true(rest >= 300 * MS);
	assert_true(news.told[NEWS_LINE] >= 20 && news.told[NEWS_LINE] <= 34);
	assert_true(news.told[NEWS_REVIEW] >= 50 && news.told[NEWS_REVIEW] <= 67);
}

static void
the_last_word_of_a_flood_is_told(void **state)
{
	struct news_pace p = { .seed = 3 };
	struct news news = { .told = { 0 } };
	int64_t t, heard = 0;

	(void)state;
	for (t = SECOND; t < 2 * SECOND; t += MS) {
		news_hear(&p, TASKING, t);
		heard = t;
		news_tell(&p, &news, t);
	}
	if (news_due(&p) != INT64_MAX)
		t = news_due(&p);
	assert_true(t - heard <= 500 * MS);
	assert_int_equal(news_tell(&p, &news, t) & TASKING, TASKING);
	assert_true(news_due(&p) == INT64_MAX);
}

static void
one_write_of_two_kinds_is_told_of_once(void **state)
{
	struct news_pace p = { .seed = 11 };
	struct news news = { .told = { 0 } };
	int64_t t;

	(void)state;
	news_hear(&p, TASKING, SECOND);
	news_hear(&p, LINE, SECOND);
	t = news_due(&p);
	assert_true(t > SECOND && t <= SECOND + 200 * MS);
	assert_int_equal(news_tell(&p, &news, t), TASKING | LINE);
	assert_true(news_due(&p) == INT64_MAX);
}

static void
fifty_desks_do_not_ask_at_once(void **state)
{
	int64_t first = INT64_MAX, last = 0;
	unsigned in_a_tenth[10] = { 0 };

	(void)state;
	for (uint32_t desk = 1; desk <= 50; desk++) {
		struct news_pace p = { .seed = desk * 7919 | 1 };
		int64_t due;

		news_hear(&p, LINE, SECOND);
		due = news_due(&p) - SECOND;
		first = due < first ? due : first;
		last = due > last ? due : last;
		in_a_tenth[due * 10 / (201 * MS)]++;
	}
	assert_true(last <= 200 * MS + 1);
	assert_true(last - first > 100 * MS);
	for (unsigned i = 0; i < 10; i++)
		assert_true(in_a_tenth[i] < 20);
}

static void
who_follows_a_meeting_is_told_soon(void **state)
{
	struct news_pace p = { .seed = 5 };

	(void)state;
	news_hear(&p, REVIEW, SECOND);
	assert_true(news_due(&p) - SECOND <= 50 * MS + 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_a_kind_or_any),
		cmocka_unit_test(what_was_told_since_is_a_comparison),
		cmocka_unit_test(nothing_heard_is_nothing_told),
		cmocka_unit_test(a_flood_is_a_few_a_second),
		cmocka_unit_test(the_last_word_of_a_flood_is_told),
		cmocka_unit_test(one_write_of_two_kinds_is_told_of_once),
		cmocka_unit_test(fifty_desks_do_not_ask_at_once),
		cmocka_unit_test(who_follows_a_meeting_is_told_soon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
