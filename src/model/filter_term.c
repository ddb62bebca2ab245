/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/filter_term.h"

#include "base/text.h"

/* A value, or the two ends of a range. */
struct span {
	struct filter_value first, last; /* last.text is NULL where there is one end only */
	bool dotted;			 /* written as a range, not a month or week */
};

static void
value_clear(struct filter_value *v)
{
	free(v->text);
	v->text = NULL;
}

static void
span_clear(struct span *s)
{
	value_clear(&s->first);
	value_clear(&s->last);
}

static struct filter_value
value_part(const struct filter_value *whole, size_t from, size_t len)
{
	struct filter_value v = *whole;

	v.text = xstrndup(whole->text + from, len);
	return v;
}

static bool
takes_ranges(const struct filter_field *f)
{
	return f->type == FILTER_TYPE_NUMBER || f->type == FILTER_TYPE_DATE;
}

/* 14d..7d and 7d..14d both mean from the older to the younger day. */
static void
order_ages(struct span *s)
{
	struct filter_value v = s->first;

	if (s->first.days < 0 || s->last.days < 0 || s->first.days >= s->last.days)
		return;
	s->first = s->last;
	s->last = v;
}

static bool
check_order(const struct filter_field *f, const struct span *s, struct filter_error *err)
{
	bool numbers = f->type == FILTER_TYPE_NUMBER && s->first.number > s->last.number;
	bool dates =
	    s->first.date != DATE_NONE && s->last.date != DATE_NONE && s->first.date > s->last.date;

	if (!numbers && !dates)
		return true;
	filter_fail(err, s->first.at, s->first.len, "the range runs backwards");
	return error_hint(&err->error, "write the smaller end first");
}

static bool
read_range(const struct filter_field *f, struct span *s, const char *dots, struct filter_error *err)
{
	struct filter_value whole = s->first;
	size_t cut = (size_t)(dots - whole.text);
	struct filter_value end = whole;
	bool ok;

	end.text = NULL;
	s->first = value_part(&whole, 0, cut);
	s->last = value_part(&whole, cut + 2, strlen(dots + 2));
	ok = filter_value_read(f, &s->first, &end, err);
	value_clear(&end);
	if (ok)
		ok = filter_value_read(f, &s->last, &end, err);
	if (end.text) { /* the range ends with the month or week */
		value_clear(&s->last);
		s->last = end;
	}
	value_clear(&whole);
	s->dotted = true;
	order_ages(s);
	return ok && check_order(f, s, err);
}

static bool
read_span(struct filter_term_context *c, const struct filter_field *f, struct span *s)
{
	char *dots;

	*s = (struct span){ .dotted = false };
	if (!filter_scan_text(&c->scan, true, &s->first, c->err))
		return false;
	s->last = s->first;
	s->last.text = NULL;
	dots = takes_ranges(f) ? strstr(s->first.text, "..") : NULL;
	if (dots)
		return read_range(f, s, dots, c->err);
	return filter_value_read(f, &s->first, &s->last, c->err);
}

static struct filter *
range_node(const struct filter_field *f, const struct span *s)
{
	return filter_node_join(FILTER_AND, filter_node_test(f, FILTER_GE, &s->first, 1),
	    filter_node_test(f, FILTER_LE, &s->last, 1));
}

/* field:a,b,40..60: the single values make one test, each range a pair of comparisons. */
static struct filter *
parse_list(struct filter_term_context *c, const struct filter_field *f)
{
	struct filter_value *values = NULL;
	size_t n = 0, cap = 0;
	struct filter *ranges = NULL;
	struct span s;
	bool ok;

	for (;;) {
		ok = read_span(c, f, &s);
		if (!ok)
			break;
		if (s.last.text) {
			ranges = filter_node_join(FILTER_OR, ranges, range_node(f, &s));
		} else {
			values = xgrow(values, n, &cap, sizeof *values);
			values[n++] = s.first;
		}
		if (c->scan.source[c->scan.at] != ',')
			break;
		c->scan.at++;
	}
	if (!ok) {
		span_clear(&s);
		for (size_t i = 0; i < n; i++)
			free(values[i].text);
		filter_free(ranges);
		ranges = NULL;
	} else if (n > 0) {
		struct filter *test = filter_node_test(f, FILTER_IS, values, n);

		ranges = ranges ? filter_node_join(FILTER_OR, test, ranges) : test;
	}
	free(values);
	return ranges;
}

static enum filter_op
turned(enum filter_op op)
{
	switch (op) {
	case FILTER_LT:
		return FILTER_GT;
	case FILTER_LE:
		return FILTER_GE;
	case FILTER_GT:
		return FILTER_LT;
	case FILTER_GE:
		return FILTER_LE;
	case FILTER_IS:
		break;
	}
	return FILTER_IS;
}

/* Is it an age, so that more of it means an earlier date? */
static bool
is_age(const struct filter_value *v)
{
	return v->days >= 0 && v->text[0] >= '0' && v->text[0] <= '9';
}

static struct filter *
parse_comparison(struct filter_term_context *c, const struct filter_field *f, enum filter_op op)
{
	struct span s;

	if (!read_span(c, f, &s)) {
		span_clear(&s);
		return NULL;
	}
	if (c->scan.source[c->scan.at] == ',') {
		filter_fail(c->err, c->scan.at, 1, "a comparison takes one value");
		error_hint(&c->err->error, "several values go with ':', as in %s:a,b", f->name);
	} else if (s.dotted) {
		filter_fail(c->err, s.first.at, s.first.len, "a comparison takes one value");
		error_hint(&c->err->error, "a range goes with ':', as in %s:2..5", f->name);
	} else {
		bool at_end = s.last.text && (op == FILTER_GT || op == FILTER_LE);
		struct filter_value v = at_end ? s.last : s.first;

		value_clear(at_end ? &s.first : &s.last);
		return filter_node_test(f, is_age(&v) ? turned(op) : op, &v, 1);
	}
	span_clear(&s);
	return NULL;
}

static void
hint_fields(const struct filter_term_context *c)
{
	struct buf names = BUF_INIT;
	size_t n;
	const struct filter_field *f = filter_fields(&n);

	for (size_t i = 0; i < n; i++)
		if (f[i].listing == c->listing)
			buf_addf(&names, "%s%s", names.len ? " " : "", f[i].name);
	error_hint(&c->err->error,
	    "the fields are %s; to look for the text itself put it in quotation marks",
	    buf_str(&names));
	buf_free(&names);
}

static struct filter *
unknown_field(struct filter_term_context *c, size_t at, size_t len)
{
	char *name = xstrndup(c->scan.source + at, len);
	const char *near = filter_field_nearest(c->listing, name);
	char shown[TEXT_SHOWN_SIZE];

	filter_fail(c->err, at, len, "no field %s", text_shown(name, shown));
	if (near)
		error_hint(&c->err->error,
		    "did you mean %s? To look for the text itself put it "
		    "in quotation marks",
		    near);
	else
		hint_fields(c);
	free(name);
	return NULL;
}

static enum filter_op
operator_of(const char *s)
{
	if (s[0] == '<')
		return s[1] == '=' ? FILTER_LE : FILTER_LT;
	if (s[0] == '>')
		return s[1] == '=' ? FILTER_GE : FILTER_GT;
	return FILTER_IS;
}

static struct filter *
refuse_operator(struct filter_term_context *c, const struct filter_field *f, size_t at, size_t len)
{
	const char *op = c->scan.source + at;

	if (*op == '!') {
		filter_fail(c->err, at, len, "'!=' is written as a minus sign");
		error_hint(&c->err->error, "write -%s:value", f->name);
	} else {
		filter_fail(
		    c->err, at, len, "'%s' is not compared with '%.*s'", f->name, (int)len, op);
		error_hint(&c->err->error, "write %s:value", f->name);
	}
	return NULL;
}

static struct filter *
parse_test(struct filter_term_context *c, size_t name_len)
{
	size_t name_at = c->scan.at, op_at = name_at + name_len, op_len;
	const struct filter_field *f =
	    filter_field_find(c->listing, c->scan.source + name_at, name_len);
	enum filter_op op = operator_of(c->scan.source + op_at);

	if (!f)
		return unknown_field(c, name_at, name_len);
	c->scan.at = op_at;
	op_len = filter_scan_operator(&c->scan);
	if (c->scan.source[op_at] == '!' || (op != FILTER_IS && !takes_ranges(f)))
		return refuse_operator(c, f, op_at, op_len);
	c->scan.at += op_len;
	if (strchr(" \t\r\n)", c->scan.source[c->scan.at])) {
		filter_fail(c->err, op_at, op_len, "'%s' has no value", f->name);
		error_hint(&c->err->error, "write it right after '%.*s', without a blank",
		    (int)op_len, c->scan.source + op_at);
		return NULL;
	}
	return op == FILTER_IS ? parse_list(c, f) : parse_comparison(c, f, op);
}

struct filter *
filter_term_parse(struct filter_term_context *c)
{
	size_t name_len = filter_scan_name(&c->scan);
	struct filter_value v;

	if (name_len > 0)
		return parse_test(c, name_len);
	return filter_scan_text(&c->scan, false, &v, c->err) ? filter_node_word(v) : NULL;
}
