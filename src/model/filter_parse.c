/* SPDX-License-Identifier: MIT
 *
 * Recursive descent over the grammar in filter.h; terms are read in filter_term.c.
 */
#include "config.h"

#include "model/filter_term.h"

#include "base/text.h"

struct parser {
	struct filter_term_context term;
	int depth;
};

static struct filter *parse_any(struct parser *p);
static struct filter *parse_not(struct parser *p);

static char
next(const struct parser *p)
{
	return p->term.scan.source[p->term.scan.at];
}

static void *
fail(struct parser *p, size_t at, size_t len, const char *text, const char *hint)
{
	filter_fail(p->term.err, at, len, "%s", text);
	error_hint(&p->term.err->error, "%s", hint);
	return NULL;
}

static struct filter *
parse_group(struct parser *p)
{
	size_t open = p->term.scan.at++;
	struct filter *inside;

	filter_scan_blanks(&p->term.scan);
	if (next(p) == ')')
		return fail(p, open, p->term.scan.at + 1 - open,
		    "nothing stands between the parentheses", "write a term there");
	inside = parse_any(p);
	if (!inside)
		return NULL;
	if (next(p) != ')') {
		filter_free(inside);
		return fail(p, open, 1, "the '(' is not closed", "write ')' where it ends");
	}
	p->term.scan.at++;
	return inside;
}

static struct filter *
parse_unary(struct parser *p)
{
	struct filter *f;

	if (++p->depth > FILTER_DEPTH_MAX)
		return fail(p, p->term.scan.at, 1, "too many parentheses inside each other",
		    "take some away");
	if (next(p) == '-')
		f = parse_not(p);
	else if (next(p) == '(')
		f = parse_group(p);
	else
		f = filter_term_parse(&p->term);
	p->depth--;
	return f;
}

static struct filter *
parse_not(struct parser *p)
{
	size_t minus = p->term.scan.at++;
	struct filter *f;

	if (strchr(" \t\r\n)", next(p)))
		return fail(p, minus, 1, "nothing stands right after '-'",
		    "write -term without a blank, or \"-\" to look for the sign itself");
	f = parse_unary(p);
	return f ? filter_node_not(f) : NULL;
}

/* Words that other languages have and this one does without; taking them for words to look for
 * would find nothing and not say why. */
static bool
check_foreign(struct parser *p)
{
	size_t at = p->term.scan.at;

	if (filter_scan_is(&p->term.scan, "and")) {
		fail(p, at, 3, "'and' is not needed",
		    "terms side by side must all be so; to look for the word write \"and\"");
		return false;
	}
	if (filter_scan_is(&p->term.scan, "not")) {
		fail(p, at, 3, "'not' is written as a minus sign",
		    "write -term; to look for the word write \"not\"");
		return false;
	}
	return true;
}

static bool
at_end_of_and(struct parser *p)
{
	filter_scan_blanks(&p->term.scan);
	return next(p) == '\0' || next(p) == ')' || filter_scan_is(&p->term.scan, "or");
}

static struct filter *
parse_all(struct parser *p)
{
	struct filter *all = NULL;

	while (!at_end_of_and(p)) {
		struct filter *f = check_foreign(p) ? parse_unary(p) : NULL;

		if (!f) {
			filter_free(all);
			return NULL;
		}
		all = filter_node_join(FILTER_AND, all, f);
	}
	if (all)
		return all;
	if (filter_scan_is(&p->term.scan, "or"))
		return fail(p, p->term.scan.at, 2, "a term is missing before 'or'",
		    "write one on both sides; to look for the word write \"or\"");
	return fail(p, p->term.scan.at, 0, "a term is missing after 'or'",
	    "write one on both sides; to look for the word write \"or\"");
}

static struct filter *
parse_any(struct parser *p)
{
	struct filter *any = NULL;

	for (;;) {
		struct filter *f = parse_all(p);

		if (!f) {
			filter_free(any);
			return NULL;
		}
		any = filter_node_join(FILTER_OR, any, f);
		if (!filter_scan_is(&p->term.scan, "or"))
			return any;
		p->term.scan.at += 2;
	}
}

/* What no filter may be, whatever it says. */
static bool
check_source(const char *source, struct filter_error *err)
{
	size_t len = strlen(source);

	if (len > FILTER_SOURCE_MAX) {
		filter_fail(err, FILTER_SOURCE_MAX, len - FILTER_SOURCE_MAX,
		    "the filter is longer than %d bytes", FILTER_SOURCE_MAX);
		return error_hint(&err->error, "say less in one filter");
	}
	for (size_t at = 0, took; at < len; at += took) {
		uint32_t cp;

		took = text_decode(source + at, len - at, &cp);
		if (!text_is_valid(source + at, took)) {
			filter_fail(err, at, took, "the filter is not valid UTF-8");
			return error_hint(&err->error, "type the text anew");
		}
	}
	return true;
}

bool
filter_parse(
    enum listing listing, const char *source, struct filter **out, struct filter_error *err)
{
	struct filter_error unread;
	struct parser p = { .term = { .scan = { .source = source },
				.listing = listing,
				.err = err ? err : &unread } };
	struct filter *f;

	err = p.term.err;
	*out = NULL;
	*err = (struct filter_error){ .error = ERROR_INIT };
	if (!check_source(source, err))
		return false;
	filter_scan_blanks(&p.term.scan);
	if (next(&p) == '\0')
		return true;
	if (next(&p) != ')') {
		f = parse_any(&p);
		if (!f)
			return false;
		if (next(&p) == '\0') {
			*out = f;
			return true;
		}
		filter_free(f);
	}
	fail(&p, p.term.scan.at, 1, "the ')' closes nothing",
	    "take it away, or write '(' where the group begins");
	return false;
}
