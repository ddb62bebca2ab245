/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/filter_scan.h"

#include <stdarg.h>

#include "base/text.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What a bare word cannot hold. */
static bool
ends_word(char c, bool in_list)
{
	return c == '\0' || is_blank(c) || c == '(' || c == ')' || c == '"' ||
	    (in_list && c == ',');
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

void
filter_scan_blanks(struct filter_scan *s)
{
	while (is_blank(s->source[s->at]))
		s->at++;
}

size_t
filter_scan_operator(const struct filter_scan *s)
{
	const char *c = s->source + s->at;

	if ((c[0] == '>' || c[0] == '<' || c[0] == '!') && c[1] == '=')
		return 2;
	return c[0] == ':' || c[0] == '=' || c[0] == '>' || c[0] == '<';
}

size_t
filter_scan_name(const struct filter_scan *s)
{
	struct filter_scan end = *s;

	while (is_name(end.source[end.at]))
		end.at++;
	return filter_scan_operator(&end) ? end.at - s->at : 0;
}

bool
filter_scan_is(const struct filter_scan *s, const char *word)
{
	return text_starts(s->source + s->at, word) &&
	    ends_word(s->source[s->at + strlen(word)], false);
}

static bool
scan_quoted(struct filter_scan *s, struct buf *text, struct filter_error *err)
{
	size_t start = s->at++;

	for (char c = s->source[s->at]; c != '"'; c = s->source[++s->at]) {
		if (c == '\\' && (s->source[s->at + 1] == '"' || s->source[s->at + 1] == '\\'))
			c = s->source[++s->at];
		if (c == '\0') {
			filter_fail(err, start, s->at - start, "the quotation mark is not closed");
			return error_hint(&err->error, "write another '\"' after the text");
		}
		buf_addc(text, c);
	}
	s->at++;
	if (!ends_word(s->source[s->at], true) || s->source[s->at] == '"') {
		filter_fail(err, s->at, 1, "a blank is missing after the quotation mark");
		return error_hint(&err->error,
		    "put the whole word in quotation marks; one inside it is written \\\"");
	}
	return true;
}

static bool
scan_bare(struct filter_scan *s, bool in_list, struct buf *text, struct filter_error *err)
{
	size_t start = s->at;

	while (!ends_word(s->source[s->at], in_list))
		s->at++;
	buf_add(text, s->source + start, s->at - start);
	if (s->source[s->at] != '"')
		return true;
	filter_fail(err, s->at, 1, "a quotation mark in the middle of a word");
	return error_hint(
	    &err->error, "put the whole word in quotation marks; one inside it is written \\\"");
}

bool
filter_scan_text(
    struct filter_scan *s, bool in_list, struct filter_value *out, struct filter_error *err)
{
	struct buf text = BUF_INIT;
	size_t start = s->at;
	bool quoted = s->source[start] == '"';
	bool ok = quoted ? scan_quoted(s, &text, err) : scan_bare(s, in_list, &text, err);

	if (ok && text.len == 0) {
		ok = filter_fail(err, start, s->at - start, "a word is missing");
		error_hint(&err->error, "write what to look for");
	}
	if (!ok) {
		buf_free(&text);
		return false;
	}
	*out = (struct filter_value){
		.text = buf_take(&text),
		.at = start,
		.len = s->at - start,
		.date = DATE_NONE,
		.days = -1,
		.keyword = KEYWORD_NONE,
	};
	return true;
}

/* Would the bare text be read as something else than itself? */
static bool
needs_quotes(const char *text, bool in_list)
{
	static const char *const taken[] = { "or", "and", "not" };
	struct filter_scan s = { .source = text };

	for (const char *c = text; *c; c++)
		if (ends_word(*c, in_list))
			return true;
	if (in_list)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(taken); i++)
		if (text_same(text, taken[i]))
			return true;
	return *text == '-' || filter_scan_name(&s) > 0;
}

void
filter_quote(struct buf *out, const char *text, bool in_list)
{
	if (!needs_quotes(text, in_list)) {
		buf_adds(out, text);
		return;
	}
	buf_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buf_addc(out, '\\');
		buf_addc(out, *text);
	}
	buf_addc(out, '"');
}

bool
filter_fail(struct filter_error *err, size_t at, size_t len, const char *fmt, ...)
{
	va_list ap;
	struct buf text = BUF_INIT;

	va_start(ap, fmt);
	buf_vaddf(&text, fmt, ap);
	va_end(ap);
	error_set(&err->error, "%s", buf_str(&text));
	buf_free(&text);
	err->at = at;
	err->len = len;
	return false;
}
