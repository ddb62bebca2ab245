/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/filter_field.h"

#include "base/alloc.h"
#include "base/near.h"
#include "base/text.h"

#define FIELD_ROW(symbol, in, called, also, kind, words, where, text) \
	[symbol] = { .id = symbol, \
		.listing = in, \
		.name = called, \
		.others = also, \
		.type = FILTER_TYPE_##kind, \
		.vocabulary = VOCABULARY_##words, \
		.column = (int)(where), \
		.help = text },
#define KEYWORD_ROW(symbol, kind, text, meaning) \
	[symbol] = { .type = FILTER_TYPE_##kind, .word = text, .help = meaning },

static const struct filter_field fields[] = { FILTER_FIELDS(FIELD_ROW) };
static const struct filter_keyword_info keywords[] = { FILTER_KEYWORDS(KEYWORD_ROW) };

const struct filter_field *
filter_fields(size_t *n)
{
	*n = ARRAY_LEN(fields);
	return fields;
}

static bool
is_word(const char *word, const char *name, size_t len)
{
	char copy[NEAR_MAX + 1];

	if (len >= sizeof copy)
		return false;
	memcpy(copy, name, len);
	copy[len] = '\0';
	return strlen(word) >= len && text_starts(word, copy) &&
	    (word[len] == '\0' || word[len] == ' ');
}

static bool
is_called(const struct filter_field *f, const char *name, size_t len)
{
	if (is_word(f->name, name, len))
		return true;
	for (const char *s = f->others; *s; s += strspn(s, " ")) {
		if (is_word(s, name, len))
			return true;
		s += strcspn(s, " ");
	}
	return false;
}

const struct filter_field *
filter_field_find(enum listing listing, const char *name, size_t len)
{
	if (len == 0 || memchr(name, ' ', len))
		return NULL;
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (fields[i].listing == listing && is_called(&fields[i], name, len))
			return &fields[i];
	return NULL;
}

const char *
filter_field_nearest(enum listing listing, const char *name)
{
	struct near near = NEAR_INIT(name);

	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (fields[i].listing == listing)
			near_offer(&near, fields[i].name);
	return near.best;
}

const struct filter_keyword_info *
filter_keyword_get(enum filter_keyword k)
{
	return &keywords[k];
}

enum filter_keyword
filter_keyword_find(enum filter_type type, const char *word)
{
	for (size_t i = 0; i < ARRAY_LEN(keywords); i++)
		if (keywords[i].type == type && text_same(keywords[i].word, word))
			return (enum filter_keyword)i;
	return KEYWORD_NONE;
}
