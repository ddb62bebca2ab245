/* SPDX-License-Identifier: MIT
 *
 * The link as long as the server behaves: greeting, answers, errors, cancelling, refusals.
 */
#include "config.h"

#include "tests/store/store.h"

#include "store/now.h"

static struct link *
open_link(const char *conninfo)
{
	const struct link_options o = { .target.conninfo = conninfo };

	return link_new(&o);
}

static void
greeting_tells_who_and_when(void **state)
{
	struct link *l = open_link(NULL);
	const struct session *s = link_session(l);
	const unsigned generation = s->generation;

	(void)state;
	assert_int_equal(s->link, LINK_CONNECTING);
	store_pump_state(l, LINK_UP);
	assert_string_equal(s->text, "");
	assert_string_equal(s->login, "tester");
	assert_string_equal(s->name, "SYNTHETIC ^[Tester");
	assert_string_equal(s->unit, "CLTF");
	assert_true(s->training);
	assert_false(s->read_only);
	assert_int_equal(s->stale_days, 28);
	assert_int_equal(s->today, 19357);
	assert_true(s->clock_us == INT64_C(1672488000000000));
	assert_true(s->generation != generation);
	link_free(l);
}

static void
answers_come_once_and_in_order(void **state)
{
	struct link *l = open_link(NULL);
	struct answer a[20];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(a); i++)
		store_ask(l, ASK_READ, "select count(*) from pg_prepared_statements", &a[i]);
	store_pump(l, &a[ARRAY_LEN(a) - 1].done);
	for (size_t i = 0; i < ARRAY_LEN(a); i++) {
		assert_int_equal(a[i].times, 1);
		assert_false(a[i].failed);
		/* Not the first time, but from the second on it is prepared. */
		assert_string_equal(a[i].text, i == 0 ? "0" : "1");
	}
	store_pump_ms(l, 50);
	assert_int_equal(a[0].times, 1);
	link_free(l);
}

static void
keep_row(void *arg, const struct rows *rows, const struct error *err)
{
	bool *done = arg;

	*done = true;
	assert_null(err);
	assert_int_equal(rows_count(rows), 1);
	assert_string_equal(rows_text(rows, 0, 0), "{\"a\\\"b\",\"c\\\\d\",NULL,\"\",\"e,{f}\"}");
	assert_true(rows_null(rows, 0, 1));
	assert_int_equal(rows_number(rows, 0, 1, -7), -7);
	assert_int_equal(rows_date(rows, 0, 1), DATE_NONE);
	assert_false(rows_flag(rows, 0, 1));
	assert_int_equal(rows_number(rows, 0, 2, 0), -42);
	assert_true(rows_flag(rows, 0, 3));
	assert_int_equal(rows_date(rows, 0, 4), 19357);
	assert_int_equal(rows_date(rows, 0, 5), DATE_NONE);
	assert_string_equal(rows_name(rows, 3), "flag");
	assert_int_equal(rows_find(rows, "flag"), 3);
	assert_int_equal(rows_find(rows, "none"), -1);
}

static void
values_survive_the_trip(void **state)
{
	static const char *const items[] = { "a\"b", "c\\d", NULL, "", "e,{f}" };
	struct link *l = open_link(NULL);
	struct ask ask = { .kind = ASK_READ, .params = PARAMS_INIT, .fn = keep_row };
	bool done = false;

	(void)state;
	ask.sql = xstrdup("select $1::text[] as list, $2::text as nothing, $3::int as n, "
			  "$4::bool as flag, $5::date as day, 'infinity'::date as never");
	ask.arg = &done;
	params_array(&ask.params, items, ARRAY_LEN(items));
	params_null(&ask.params);
	params_number(&ask.params, -42);
	params_flag(&ask.params, true);
	params_date(&ask.params, 19357);
	link_ask(l, &ask);
	store_pump(l, &done);
	link_free(l);
}

static void
dates_are_iso_and_times_the_force_s_whatever_the_environment_says(void **state)
{
	struct link *l;
	struct answer a;

	(void)state;
	setenv("PGDATESTYLE", "SQL, DMY", 1);
	setenv("PGTZ", "America/New_York", 1);
	l = open_link(NULL);
	store_ask_wait(l, "select date '2022-12-31'", &a);
	assert_string_equal(a.text, "2022-12-31");
	store_ask_wait(l, "select to_char(timestamptz '2022-07-01 12:00Z', 'HH24:MI')", &a);
	assert_string_equal(a.text, "13:00");
	unsetenv("PGDATESTYLE");
	unsetenv("PGTZ");
	store_pump_state(l, LINK_UP);
	assert_int_equal(link_session(l)->today, 19357);
	link_free(l);
}

static void
errors_are_plain_words(void **state)
{
	static const struct {
		const char *sql, *sqlstate, *text, *hint;
	} cases[] = {
		{ "select api.complain('GL004', E'the score\\x1b[31m is \\u202E wrong')", "GL004",
		    "the score^[[31m is <U+202E> wrong", "try something else" },
		{ "select api.complain('57P03', 'x')", "57P03",
		    "the server is starting up or shutting down", "try something else" },
		{ "select nothing from nowhere", "42P01",
		    "the database does not fit this program: relation \"nowhere\" does not exist",
		    "your database administrator can run: gridline upgrade" },
		{ "select 1/0", "22012", "the server says: division by zero", "" },
		{ "begin; select 1", "42601", NULL, NULL },
	};
	struct link *l = open_link(NULL);
	struct answer a;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		store_ask_wait(l, cases[i].sql, &a);
		assert_true(a.failed);
		assert_string_equal(a.err.sqlstate, cases[i].sqlstate);
		if (!cases[i].text)
			continue;
		assert_string_equal(a.err.text, cases[i].text);
		assert_string_equal(a.err.hint, cases[i].hint);
	}
	/* One that failed harms none after it. */
	store_ask_wait(l, "select 7", &a);
	assert_string_equal(a.text, "7");
	assert_int_equal(link_session(l)->link, LINK_UP);
	link_free(l);
}

static void
a_dropped_question_is_struck(void **state)
{
	struct link *l = open_link(NULL);
	struct answer slow, next;
	int64_t began;
	uint64_t ticket;

	(void)state;
	store_pump_state(l, LINK_UP);
	ticket = store_ask(l, ASK_READ, "select pg_sleep(60)", &slow);
	store_pump_ms(l, 50);
	began = now_us();
	link_drop(l, ticket);
	store_ask_wait(l, "select 'next'", &next);
	assert_string_equal(next.text, "next");
	assert_true(now_us() - began < 1000000);
	assert_int_equal(slow.times, 0);
	link_free(l);
}

static void
what_takes_too_long_is_struck(void **state)
{
	const struct link_options o = { .answer_ms = 300, .slow_ms = 100 };
	struct link *l = link_new(&o);
	struct answer a, next;

	(void)state;
	store_ask(l, ASK_READ, "select pg_sleep(60)", &a);
	store_ask(l, ASK_READ, "select 'next'", &next);
	store_pump_state(l, LINK_SLOW);
	store_pump(l, &next.done);
	assert_true(a.done && a.failed);
	assert_string_equal(a.err.sqlstate, "57014");
	assert_string_equal(next.text, "next");
	store_pump_state(l, LINK_UP);
	link_free(l);
}

static void
a_spare_question_gives_way_and_is_asked_again(void **state)
{
	struct link *l = open_link(NULL);
	struct answer spare, now;
	const int64_t began = now_us();

	(void)state;
	store_ask(l, ASK_SPARE, "select 'spare' from pg_sleep(1)", &spare);
	store_pump_ms(l, 100);
	for (int i = 0; i < 5; i++) {
		store_ask_wait(l, "select 'now'", &now);
		assert_string_equal(now.text, "now");
		store_pump_ms(l, 50);
	}
	assert_true(now_us() - began < 1000000);
	assert_false(spare.done);
	store_pump(l, &spare.done);
	assert_false(spare.failed);
	assert_string_equal(spare.text, "spare");
	assert_int_equal(spare.times, 1);
	link_free(l);
}

/* Ask while refused, too: every question is answered, with the reason. */
static void
expect_refusal(const char *conninfo, const char *sqlstate, const char *part)
{
	struct link *l = open_link(conninfo);
	struct answer a, b;

	/* Nothing is no answer, as long as we may be in the wrong place. */
	store_ask(l, ASK_READ, "select 1 where false", &a);
	store_pump_state(l, LINK_REFUSED);
	assert_non_null(strstr(link_session(l)->text, part));
	assert_true(a.done && a.failed);
	assert_string_equal(a.err.sqlstate, sqlstate);
	store_ask(l, ASK_READ, "select 1", &b);
	store_pump(l, &b.done);
	assert_true(b.failed);
	assert_int_equal(link_timeout_ms(l), -1);
	link_free(l);
}

/* A console that is told of news all the time reads all the time. */
static void
a_spare_question_has_its_turn_at_last(void **state)
{
	struct link *l = open_link(NULL);
	const int64_t began = now_us();
	struct answer spare, read;

	(void)state;
	store_pump_state(l, LINK_UP);
	store_ask(l, ASK_SPARE, "select 'spare' from pg_sleep(0.2)", &spare);
	while (!spare.done && now_us() - began < 10000 * NOW_MS) {
		store_pump_ms(l, 50);
		store_ask_wait(l, "select 'read'", &read);
		assert_string_equal(read.text, "read");
	}
	assert_string_equal(spare.text, "spare");
	assert_int_equal(spare.times, 1);
	link_free(l);
}

static void
useless_connections_are_refused(void **state)
{
	(void)state;
	expect_refusal("dbname=nosuch", "3D000", "there is no such database");
	expect_refusal("user=nosuch", "28000", "role \"nosuch\" does not exist");
	expect_refusal("dbname=template1", "3F000", "holds no Gridline schema");
	store_sql("update api.toy set schema_version = 0");
	expect_refusal(NULL, "", "older than this program needs");
	store_sql("update api.toy set schema_version = 99");
	expect_refusal(NULL, "", "newer than this program knows");
	store_sql("update api.toy set schema_version = 4, known = false");
	expect_refusal(NULL, "GL001", "nobody here is called");
	store_sql("update api.toy set known = true");
}

static void
a_refused_link_tries_when_told(void **state)
{
	struct link *l = open_link(NULL);
	struct answer a;

	(void)state;
	store_sql("update api.toy set known = false");
	store_pump_state(l, LINK_REFUSED);
	store_sql("update api.toy set known = true");
	link_retry(l);
	store_ask_wait(l, "select 'in'", &a);
	assert_string_equal(a.text, "in");
	link_free(l);
}

static void
nothing_is_sent_when_nothing_is_asked(void **state)
{
	struct link *l = open_link(NULL);

	(void)state;
	store_pump_state(l, LINK_UP);
	assert_int_equal(link_timeout_ms(l), -1);
	link_free(l);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(greeting_tells_who_and_when),
		cmocka_unit_test(answers_come_once_and_in_order),
		cmocka_unit_test(values_survive_the_trip),
		cmocka_unit_test(dates_are_iso_and_times_the_force_s_whatever_the_environment_says),
		cmocka_unit_test(errors_are_plain_words),
		cmocka_unit_test(a_dropped_question_is_struck),
		cmocka_unit_test(what_takes_too_long_is_struck),
		cmocka_unit_test(a_spare_question_gives_way_and_is_asked_again),
		cmocka_unit_test(a_spare_question_has_its_turn_at_last),
		cmocka_unit_test(useless_connections_are_refused),
		cmocka_unit_test(a_refused_link_tries_when_told),
		cmocka_unit_test(nothing_is_sent_when_nothing_is_asked),
	};

	(void)argc;
	store_world("toy", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
