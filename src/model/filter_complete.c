/* SPDX-License-Identifier: MIT
 *
 * Completion: where in the filter the cursor stands, and what could stand there.
 */
#include "config.h"

#include "model/filter_scan.h"

#include "base/text.h"

/* What is being typed: a term's beginning, or a value of a field. */
struct place {
	size_t from;
	const struct filter_field *field; /* NULL: a term begins here */
	char *typed;			  /* without the quotation mark; NULL: nothing fits here */
};

static void
offer(struct filter_completion *out, char *item, const char *help)
{
	out->items = xreallocarray(out->items, out->n + 1, sizeof *out->items);
	out->help = xreallocarray(out->help, out->n + 1, sizeof *out->help);
	out->items[out->n] = item;
	out->help[out->n++] = help;
}

static void
offer_value(struct filter_completion *out, const char *value, const char *help)
{
	struct buf item = BUF_INIT;

	filter_quote(&item, value, true);
	offer(out, buf_take(&item), help);
}

/* Text to its end counts as typed, be the quotation mark closed or not. */
static char *
typed_text(const char *source, size_t from, size_t at)
{
	size_t quote = source[from] == '"';

	return xstrndup(source + from + quote, at - from - quote);
}

/* Move over the values of a field; true if the last of them is still being typed. */
static bool
in_values(struct filter_scan *s, size_t *from)
{
	for (;;) {
		struct filter_value v = { .text = NULL };

		*from = s->at;
		if (!filter_scan_text(s, true, &v, &(struct filter_error){ .at = 0 }))
			return true;
		free(v.text);
		if (s->source[s->at] == '\0')
			return true;
		if (s->source[s->at] != ',')
			return false;
		s->at++;
	}
}

static void
skip_signs(struct filter_scan *s)
{
	do {
		filter_scan_blanks(s);
	} while (strchr("(-)", s->source[s->at]) && s->source[s->at] && ++s->at);
}

/* source ends at the cursor. */
static struct place
find_place(enum listing listing, const char *source)
{
	struct filter_scan s = { .source = source };
	size_t end = strlen(source);

	for (;;) {
		struct place place = { .from = (skip_signs(&s), s.at) };
		struct filter_value v = { .text = NULL };
		size_t name = filter_scan_name(&s);

		if (name > 0) {
			place.field = filter_field_find(listing, source + s.at, name);
			s.at += name;
			s.at += filter_scan_operator(&s);
			if (!in_values(&s, &place.from))
				continue;
			if (place.field)
				place.typed = typed_text(source, place.from, end);
			return place;
		}
		if (s.at == end ||
		    (filter_scan_text(&s, false, &v, &(struct filter_error){ .at = 0 }) &&
			s.at == end && source[place.from] != '"'))
			place.typed = typed_text(source, place.from, end);
		free(v.text);
		if (place.typed || s.at == end || source[s.at] == '"')
			return place;
	}
}

static const char *
usual_operator(const struct filter_field *f)
{
	switch (f->type) {
	case FILTER_TYPE_NUMBER:
		return ">=";
	case FILTER_TYPE_DATE:
		return "<";
	case FILTER_TYPE_TEXT:
	case FILTER_TYPE_TERM:
	case FILTER_TYPE_FLAG:
	case FILTER_TYPE_CHANGE:
	case FILTER_TYPE_IS:
	case FILTER_TYPE_HAS:
		break;
	}
	return ":";
}

static void
offer_fields(enum listing listing, const char *typed, struct filter_completion *out)
{
	size_t n;
	const struct filter_field *f = filter_fields(&n);

	for (size_t i = 0; i < n; i++)
		if (f[i].listing == listing && text_starts(f[i].name, typed))
			offer(out, xasprintf("%s%s", f[i].name, usual_operator(&f[i])), f[i].help);
}

static void
offer_terms(const struct filter_field *f, const char *typed, const struct terms *terms,
    struct filter_completion *out)
{
	for (size_t i = 0; terms && i < terms->n; i++) {
		const struct term *t = &terms->items[i];

		if (t->vocabulary == f->vocabulary &&
		    (text_starts(t->code, typed) || text_starts(t->label, typed)))
			offer_value(out, t->code, t->label);
	}
}

static void
offer_keywords(const struct filter_field *f, const char *typed, struct filter_completion *out)
{
	for (int k = 0; k < KEYWORD_NONE; k++) {
		const struct filter_keyword_info *info = filter_keyword_get((enum filter_keyword)k);

		if (info->type == f->type && text_starts(info->word, typed))
			offer_value(out, info->word, info->help);
	}
}

static void
offer_dates(const char *typed, struct filter_completion *out)
{
	static const struct {
		const char *date, *help;
	} usual[] = {
		{ "today", "" },
		{ "yesterday", "" },
		{ "7d", "a week ago" },
		{ "14d", "two weeks ago" },
		{ "28d", "four weeks ago" },
	};

	for (size_t i = 0; i < ARRAY_LEN(usual); i++)
		if (text_starts(usual[i].date, typed))
			offer_value(out, usual[i].date, usual[i].help);
}

static void
offer_values(const struct filter_field *f, const char *typed, const struct terms *terms,
    struct filter_completion *out)
{
	switch (f->type) {
	case FILTER_TYPE_TEXT:
	case FILTER_TYPE_NUMBER:
		break;
	case FILTER_TYPE_TERM:
		offer_terms(f, typed, terms, out);
		break;
	case FILTER_TYPE_DATE:
		offer_dates(typed, out);
		break;
	case FILTER_TYPE_FLAG:
	case FILTER_TYPE_CHANGE:
	case FILTER_TYPE_IS:
	case FILTER_TYPE_HAS:
		offer_keywords(f, typed, out);
		break;
	}
}

void
filter_complete(enum listing listing, const char *source, size_t at, const struct terms *terms,
    struct filter_completion *out)
{
	char *left = xstrndup(source, at);
	struct place place = find_place(listing, left);

	*out = (struct filter_completion){ .from = place.from };
	if (place.typed && place.field)
		offer_values(place.field, place.typed, terms, out);
	else if (place.typed)
		offer_fields(listing, place.typed, out);
	free(place.typed);
	free(left);
}

void
filter_completion_free(struct filter_completion *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->items[i]);
	free(c->items);
	free(c->help);
	*c = (struct filter_completion){ .from = 0 };
}
