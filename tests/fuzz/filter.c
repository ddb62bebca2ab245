/* SPDX-License-Identifier: MIT
 *
 * Any text as a filter: it parses, and then what is printed parses to the same, or the error points
 * into the text and can be shown. Completion answers anywhere. The first byte chooses the listing.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>

#include "base/text.h"
#include "model/filter.h"

#define COMPLETE_MAX 60 /* positions tried; all of them is quadratic */

static void
make_terms(struct terms *terms)
{
	*terms = (struct terms){ .items = NULL };
	terms_add(terms, VOCABULARY_STATUS, "active", "Active", 1);
	terms_add(terms, VOCABULARY_FORCE, "West Midlands", "West Midlands \"Police\"", 1);
	terms_add(terms, VOCABULARY_NPU, "BW", "Birmingham West", 1);
	terms_add(terms, VOCABULARY_GROUP_KIND, "OCG", "Organised crime group", 1);
}

static void
check_error(const struct filter_error *err, size_t len)
{
	assert(err->at <= len && err->len <= len - err->at);
	assert(err->error.text[0] && err->error.hint[0]);
	assert(text_is_clean(err->error.text, strlen(err->error.text), TEXT_LINE));
	assert(text_is_clean(err->error.hint, strlen(err->error.hint), TEXT_LINE));
}

static void
check_tree(enum listing listing, struct filter *f, const struct terms *terms, size_t len)
{
	char *text = filter_text(f), *again;
	struct filter_error err;
	struct filter *back;

	if (strlen(text) <= FILTER_SOURCE_MAX) {
		assert(filter_parse(listing, text, &back, &err));
		again = filter_text(back);
		assert(strcmp(text, again) == 0);
		assert(filter_names_state(back) == filter_names_state(f));
		filter_free(back);
		free(again);
	}
	free(text);
	if (!filter_check(f, terms, &err))
		check_error(&err, len);
}

static void
check_completion(enum listing listing, const char *source, size_t len, const struct terms *terms)
{
	for (size_t at = 0; at <= len && at < COMPLETE_MAX; at++) {
		struct filter_completion c;

		filter_complete(listing, source, at, terms, &c);
		assert(c.from <= at);
		filter_completion_free(&c);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum listing listing;
	struct filter_error err;
	struct filter *f;
	struct terms terms;
	char *source;
	size_t len;

	if (size == 0)
		return 0;
	listing = data[0] % 2 ? LISTING_GROUPS : LISTING_GRID;
	source = xstrndup((const char *)data + 1, size - 1);
	len = strlen(source);
	make_terms(&terms);
	if (filter_parse(listing, source, &f, &err))
		check_tree(listing, f, &terms, len);
	else
		check_error(&err, len);
	filter_free(f);
	check_completion(listing, source, len, &terms);
	terms_free(&terms);
	free(source);
	return 0;
}
