/* SPDX-License-Identifier: MIT
 *
 * For the tests that ask the source on the real schema: a link with a source on it, and questions
 * that wait for their answer.
 */
#ifndef GRIDLINE_TESTS_STORE_WORLD_H
#define GRIDLINE_TESTS_STORE_WORLD_H

#include "tests/store/store.h"

#include "store/source.h"

struct world {
	struct link *link;
	struct source *source;
	struct page *page;
	struct standing standing[64];
	size_t nstanding;
	long count;
	size_t nids;
	bool more, done, failed;
	struct summary summary;
	struct terms *terms;
	struct card *card;
};

struct world world_open(const char *user);
void world_close(struct world *w);

/* The page lives until the next one. */
const struct page *world_fetch(struct world *w, const struct list_query *q);
long world_count(struct world *w, const struct list_query *q);
/* A reply that keeps the page in the world, for questions asked by hand. */
void world_take_page(void *arg, struct page *page, const struct error *err);
/* Fails the test where the text does not parse; the caller frees. */
struct filter *world_filter(enum listing listing, const char *text);

#endif
