/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/words.h"

#include <stdint.h>

#include "store/now.h"

#define WORDS_MAX 8
#define WORDS_US 60000000 /* a minute: new lines are then found, too */

struct answer {
	char *word, *ids, *key;
	int64_t at;
};

struct words {
	struct answer answers[WORDS_MAX];
	size_t next; /* where the next answer goes, round and round */
};

struct words *
words_new(void)
{
	return xcalloc(1, sizeof(struct words));
}

static void
forget(struct answer *a)
{
	free(a->word);
	free(a->ids);
	free(a->key);
	*a = (struct answer){ .word = NULL };
}

void
words_forget(struct words *w)
{
	for (size_t i = 0; i < WORDS_MAX; i++)
		forget(&w->answers[i]);
}

void
words_free(struct words *w)
{
	if (!w)
		return;
	words_forget(w);
	free(w);
}

static const struct answer *
find(const struct words *w, const char *word)
{
	for (size_t i = 0; i < WORDS_MAX; i++)
		if (w->answers[i].word && strcmp(w->answers[i].word, word) == 0)
			return &w->answers[i];
	return NULL;
}

const char *
words_find(const struct words *w, const char *word)
{
	const struct answer *a = find(w, word);

	return a ? a->ids : NULL;
}

const char *
words_key(const struct words *w, const char *word)
{
	const struct answer *a = find(w, word);

	return a ? a->key : NULL;
}

struct wanted {
	const struct words *words;
	const char *list[WORDS_MAX];
	size_t n;
};

static void
want(struct wanted *wanted, const char *word)
{
	const struct answer *a = find(wanted->words, word);

	if (a && a->at + WORDS_US > now_us())
		return;
	if (wanted->n < WORDS_MAX)
		wanted->list[wanted->n++] = word;
}

static void
want_all(struct wanted *wanted, const struct filter *filter)
{
	if (filter->kind == FILTER_WORD)
		want(wanted, filter->values[0].text);
	for (size_t i = 0; i < filter->nchildren; i++)
		want_all(wanted, filter->children[i]);
}

bool
words_unknown(struct words *w, const struct filter *filter, const char *word, struct params *params)
{
	struct wanted wanted = { .words = w, .n = 0 };

	if (filter)
		want_all(&wanted, filter);
	if (word)
		want(&wanted, word);
	if (wanted.n > 0)
		params_array(params, wanted.list, wanted.n);
	return wanted.n > 0;
}

void
words_learn(struct words *w, const struct rows *rows)
{
	for (size_t i = 0; i < rows_count(rows); i++) {
		const char *word = rows_text(rows, i, 0);
		struct answer *a = NULL;

		for (size_t j = 0; j < WORDS_MAX; j++)
			if (w->answers[j].word && strcmp(w->answers[j].word, word) == 0)
				a = &w->answers[j];
		if (!a) {
			a = &w->answers[w->next];
			w->next = (w->next + 1) % WORDS_MAX;
		}
		forget(a);
		a->word = xstrdup(word);
		a->ids = rows_null(rows, i, 1) ? NULL : xstrdup(rows_text(rows, i, 1));
		a->key = xstrdup(rows_text(rows, i, 2));
		a->at = now_us();
	}
}
