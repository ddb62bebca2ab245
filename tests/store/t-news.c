/* SPDX-License-Identifier: MIT
 *
 * What the database tells unasked: heard idle and at work, by every link in the same second, a
 * flood of it held back, and after a cut line asked for and counted anew.
 */
#include "config.h"

#include "tests/store/proxy.h"
#include "tests/store/store.h"

#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "store/now.h"

#define DESKS 50
#define FLOOD_STEP_US 50000 /* a key is not felt to wait before that */

extern char **environ;

static struct link *
open_link(const char *host)
{
	char *conninfo = host ? xasprintf("host=%s", host) : xstrdup("");
	const struct link_options o = { .target.conninfo = conninfo };
	struct link *l = link_new(&o);

	free(conninfo);
	store_pump_state(l, LINK_UP);
	return l;
}

/* Pump until told of what there was before and `kinds`, no more; how long that took, in ms. */
static int64_t
wait_for(struct link *l, struct news *before, unsigned kinds)
{
	const int64_t began = now_us();

	while ((news_since(link_news(l), before) & kinds) != kinds) {
		assert_true(now_us() - began < (int64_t)STORE_WAIT_MS * NOW_MS);
		store_pump_ms(l, 2);
	}
	assert_int_equal(news_since(link_news(l), before), kinds);
	*before = *link_news(l);
	return (now_us() - began) / NOW_MS;
}

static void
a_word_is_heard_within_the_second(void **state)
{
	struct link *l = open_link(NULL);
	struct news news = *link_news(l);
	const unsigned generation = link_session(l)->generation;

	(void)state;
	store_sql("notify gridline, 'tasking'");
	assert_true(wait_for(l, &news, NEWS_BIT(NEWS_TASKING)) < 1000);
	store_sql("notify gridline, 'line'; notify gridline, 'line'");
	assert_true(wait_for(l, &news, NEWS_BIT(NEWS_LINE)) < 1000);
	store_sql("notify gridline, 'review'");
	assert_true(wait_for(l, &news, NEWS_BIT(NEWS_REVIEW)) < 1000);
	/* What is no word of ours may be anything, and is never shown. */
	store_sql("select pg_notify('gridline', E'\\x1b[2J your session is over')");
	assert_true(wait_for(l, &news, NEWS_ALL) < 1000);
	store_sql("notify others, 'line'");
	store_pump_ms(l, 300);
	assert_int_equal(news_since(link_news(l), &news), 0);
	assert_int_equal(link_session(l)->generation, generation);
	link_free(l);
}

static void
a_word_is_heard_at_work(void **state)
{
	struct link *l = open_link(NULL);
	struct news news = *link_news(l);
	struct answer a[40];

	(void)state;
	store_sql("notify gridline, 'line'");
	for (size_t i = 0; i < ARRAY_LEN(a); i++)
		store_ask(l, ASK_READ, "select 'x' from pg_sleep(0.01)", &a[i]);
	store_pump(l, &a[ARRAY_LEN(a) - 1].done);
	assert_int_equal(news_since(link_news(l), &news), NEWS_BIT(NEWS_LINE));
	for (size_t i = 0; i < ARRAY_LEN(a); i++)
		assert_string_equal(a[i].text, "x");
	link_free(l);
}

/* psql beside us: it goes on while we look. */
static pid_t
begin_sql(const char *sql)
{
	char psql[] = "psql", plain[] = "-XqAt", out[] = "-o/dev/null", run[] = "-c";
	char *copy = xstrdup(sql);
	char *const argv[] = { psql, plain, out, run, copy, NULL };
	pid_t pid;

	assert_int_equal(posix_spawnp(&pid, "psql", NULL, NULL, argv, environ), 0);
	free(copy);
	return pid;
}

static void
a_flood_is_held_back(void **state)
{
	struct link *l = open_link(NULL);
	struct news news = *link_news(l);
	struct answer a;
	unsigned told;
	int64_t began, took, worst;
	pid_t pid;
	int status = -1;

	(void)state;
	store_worst_step();
	began = now_us();
	pid = begin_sql(
	    "do $$ begin for i in 1..30000 loop perform pg_notify('gridline', 'line'); "
	    "perform pg_notify('gridline', repeat('x', 7000) || i); commit; end loop; end $$");
	while (waitpid(pid, &status, WNOHANG) == 0) {
		store_ask_wait(l, "select 'asked meanwhile'", &a);
		assert_string_equal(a.text, "asked meanwhile");
		store_pump_ms(l, 20);
	}
	assert_int_equal(status, 0);
	store_pump_ms(l, 600); /* the last of it */
	took = (now_us() - began) / NOW_MS;
	told = link_news(l)->told[NEWS_LINE] - news.told[NEWS_LINE];
	worst = store_worst_step();
	print_message("60000 words in %ld ms: told of %u times, worst step %ld us\n", (long)took,
	    told, (long)worst);
	assert_true(told >= 1 && told <= took / 300 + 1);
	assert_true(worst < FLOOD_STEP_US);
	link_free(l);
}

static void
every_desk_hears_of_it_in_the_same_second(void **state)
{
	struct link *desk[DESKS];
	struct news before[DESKS];
	int64_t began, first = 0, last = 0;
	size_t heard = 0;

	(void)state;
	for (size_t i = 0; i < DESKS; i++) {
		desk[i] = open_link(NULL);
		before[i] = *link_news(desk[i]);
	}
	store_sql("notify gridline, 'tasking'");
	began = now_us();
	while (heard < DESKS && now_us() - began < 5000 * NOW_MS)
		for (size_t i = 0; i < DESKS; i++) {
			link_step(desk[i], POLLIN); /* whether or not anything came */
			if (!news_since(link_news(desk[i]), &before[i]))
				continue;
			before[i] = *link_news(desk[i]);
			last = now_us() - began;
			if (heard++ == 0)
				first = last;
		}
	print_message(
	    "%zu desks from %ld to %ld ms\n", heard, (long)(first / NOW_MS), (long)(last / NOW_MS));
	assert_int_equal(heard, DESKS);
	assert_true(last < 1000 * NOW_MS);
	assert_true(last - first > 50 * NOW_MS); /* and not all in one instant */
	for (size_t i = 0; i < DESKS; i++)
		link_free(desk[i]);
}

static void
a_cut_line_listens_again_and_counts_what_it_missed(void **state)
{
	struct proxy p;
	struct link *l;
	struct news news;

	(void)state;
	proxy_start(&p, PROXY_SLOW, 5, NULL);
	l = open_link(p.dir);
	news = *link_news(l);
	store_pump_ms(l, 500);
	assert_int_equal(news_since(link_news(l), &news), 0); /* what is new is not old */
	store_sql("select pg_terminate_backend(pid) from pg_stat_activity "
		  "where application_name = 'gridline'");
	store_pump_state(l, LINK_LOST);
	store_sql("notify gridline, 'line'"); /* nobody hears it */
	store_pump_state(l, LINK_UP);
	wait_for(l, &news, NEWS_ALL);
	store_sql("notify gridline, 'review'");
	assert_true(wait_for(l, &news, NEWS_BIT(NEWS_REVIEW)) < 1000);
	link_free(l);
	proxy_stop(&p);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_heard_within_the_second),
		cmocka_unit_test(a_word_is_heard_at_work),
		cmocka_unit_test(a_flood_is_held_back),
		cmocka_unit_test(every_desk_hears_of_it_in_the_same_second),
		cmocka_unit_test(a_cut_line_listens_again_and_counts_what_it_missed),
	};

	(void)argc;
	store_world("toy", argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
