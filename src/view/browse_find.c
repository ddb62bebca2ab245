/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/alloc.h"
#include "base/text.h"
#include "view/browse.h"

static char *
trimmed(const char *text)
{
	size_t len;

	text += strspn(text, " ");
	for (len = strlen(text); len > 0 && text[len - 1] == ' '; len--)
		continue;
	return xstrndup(text, len);
}

bool
browse_set_filter(struct browse *b, const char *text)
{
	struct app_services *s = b->view.services;
	struct browse_query q = browse_query_copy(b);
	struct filter_error err = { 0 };
	struct filter *filter = NULL;

	if (!filter_parse(b->kind->listing, text, &filter, &err) ||
	    (s->terms && !filter_check(filter, s->terms, &err))) {
		s->message_error(s, &err.error);
		filter_free(filter);
		browse_query_free(&q);
		return false;
	}
	free(q.filter_text);
	filter_free(q.filter);
	q.filter_text = trimmed(text);
	q.filter = filter;
	q.view[0] = '\0';
	q.limit = 0;
	browse_show(b, &q, true);
	return true;
}

static void
complete_filter(void *arg, const char *text, size_t at, struct filter_completion *out)
{
	struct browse *b = arg;

	filter_complete(b->kind->listing, text, at, b->view.services->terms, out);
}

static bool
check_filter(void *arg, const char *text, struct filter_error *err)
{
	struct browse *b = arg;
	const struct terms *terms = b->view.services->terms;
	struct filter *filter;
	bool good;

	if (!filter_parse(b->kind->listing, text, &filter, err))
		return false;
	good = !terms || filter_check(filter, terms, err);
	filter_free(filter);
	return good;
}

static void
filter_done(void *arg, const char *text)
{
	if (text)
		browse_set_filter(arg, text);
}

/* What is there ends in a blank, so that what is typed next is a condition more. */
static void
ask_filter(struct browse *b)
{
	char *initial = xasprintf("%s%s", b->query.filter_text, b->query.filter_text[0] ? " " : "");
	struct ask ask = { .label = "filter: ",
		.initial = initial,
		.history = "filter",
		.complete = complete_filter,
		.check = check_filter,
		.done = filter_done,
		.arg = b };

	b->view.services->ask(b->view.services, &ask);
	free(initial);
}

/* Rows of a limited view are all held, and a search beyond them would leave it. */
static void
find_held(struct browse *b, bool back)
{
	size_t n = window_rows(b->window), at = list_cursor(b->list), i, step, column;
	const struct row *row;

	for (step = 1; step <= n; step++) {
		i = (back ? at + n * 2 - step : at + step) % n;
		row = window_row(b->window, i);
		for (column = 0; column < 3; column++)
			if (strcasestr(row->cell[column], b->find)) {
				list_set_cursor(b->list, i);
				window_moved(b->window);
				return;
			}
	}
	b->view.services->message(
	    b->view.services, MESSAGE_WARNING, "%s is in none of these %s", b->find, b->kind->what);
}

static void
find(struct browse *b, bool back)
{
	struct app_services *s = b->view.services;

	if (!b->find)
		s->message(s, MESSAGE_WARNING, "nothing was searched for yet");
	else if (b->query.limit > 0)
		find_held(b, back);
	else
		window_find(b->window, b->find, back);
}

static void
search(struct browse *b, const char *text)
{
	if (*text) {
		free(b->find);
		b->find = xstrdup(text);
		list_set_match(b->list, b->find);
	}
	browse_dirty(b);
	find(b, false);
}

static void
search_done(void *arg, const char *text)
{
	if (text)
		search(arg, text);
}

static void
ask_search(struct browse *b)
{
	struct ask ask = {
		.label = b->kind->search, .history = "search", .done = search_done, .arg = b
	};

	b->view.services->ask(b->view.services, &ask);
}

static void
go_to_rank(struct browse *b, const char *text)
{
	struct app_services *s = b->view.services;
	char *end;
	long rank = strtol(text, &end, 10);

	if (*text == '\0' || *end || rank < 1)
		s->message(s, MESSAGE_ERROR, "a rank is a number from 1, not \"%s\"", text);
	else if (b->query.limit > 0)
		s->message(s, MESSAGE_WARNING, "this view ends at row %ld; take it away first",
		    b->query.limit);
	else
		window_rank(b->window, rank);
}

static void
rank_done(void *arg, const char *text)
{
	if (text)
		go_to_rank(arg, text);
}

static void
ask_rank(struct browse *b)
{
	struct ask ask = { .label = "rank: ", .done = rank_done, .arg = b };

	b->view.services->ask(b->view.services, &ask);
}

static void
clear_filter(struct browse *b)
{
	struct browse_query q = { .filter_text = xstrdup(""), .sort = b->layout.sort };

	if (!b->query.filter_text[0] && !b->query.view[0] && !b->find) {
		browse_query_free(&q);
		b->view.services->message(
		    b->view.services, MESSAGE_INFO, "there is no filter to take away");
		return;
	}
	q.descending = b->layout.descending;
	free(b->find);
	b->find = NULL;
	list_set_match(b->list, NULL);
	browse_show(b, &q, true);
}

enum request
browse_find_request(struct browse *b, enum request r, const char *arg)
{
	if (r == REQ_FILTER && !arg)
		ask_filter(b);
	else if (r == REQ_FILTER)
		browse_set_filter(b, arg);
	else if (r == REQ_FILTER_CLEAR)
		clear_filter(b);
	else if (r == REQ_SEARCH && !arg)
		ask_search(b);
	else if (r == REQ_SEARCH)
		search(b, arg);
	else if (r == REQ_SEARCH_NEXT || r == REQ_SEARCH_PREVIOUS)
		find(b, r == REQ_SEARCH_PREVIOUS);
	else if (r == REQ_RANK && b->kind->listing != LISTING_GRID)
		b->view.services->message(
		    b->view.services, MESSAGE_WARNING, "%s have no rank", b->kind->what);
	else if (r == REQ_RANK && !arg)
		ask_rank(b);
	else if (r == REQ_RANK)
		go_to_rank(b, arg);
	else
		return r;
	return REQ_NONE;
}
