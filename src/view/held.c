/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/held.h"

#include "base/alloc.h"

long
held_find(const struct held *h, const char *id)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		if (strcmp(h->rows[i].row->id, id) == 0)
			return (long)i;
	return -1;
}

static void
add_page(struct held *h, size_t at, struct page *page)
{
	if (h->npages == h->pages_cap) {
		h->pages_cap = h->pages_cap ? h->pages_cap * 2 : 8;
		h->pages = xreallocarray(h->pages, h->pages_cap, sizeof(struct page *));
	}
	memmove(h->pages + at + 1, h->pages + at, (h->npages - at) * sizeof *h->pages);
	h->pages[at] = page;
	h->npages++;
}

static void
drop_page(struct held *h, size_t at)
{
	page_free(h->pages[at]);
	h->npages--;
	memmove(h->pages + at, h->pages + at + 1, (h->npages - at) * sizeof *h->pages);
}

/* The page's rows that are not held yet, put in at `at`. */
static size_t
insert(struct held *h, size_t at, struct page *page)
{
	size_t i, n = 0;

	if (h->n + page->nrows > h->cap) {
		h->cap = h->n + page->nrows;
		h->rows = xreallocarray(h->rows, h->cap, sizeof *h->rows);
	}
	for (i = 0; i < page->nrows; i++) {
		if (held_find(h, page->rows[i].id) >= 0)
			continue;
		memmove(h->rows + at + n + 1, h->rows + at + n, (h->n - at - n) * sizeof *h->rows);
		h->rows[at + n] = (struct held_row){ .row = &page->rows[i], .page = page };
		h->n++;
		n++;
	}
	return n;
}

size_t
held_append(struct held *h, struct page *page)
{
	size_t n = insert(h, h->n, page);

	if (h->npages == 0)
		h->at_start = page->at_start;
	/* A page that brings nothing new has no key to go on from: it is the end for now. */
	h->at_end = page->at_end || n == 0;
	if (n)
		add_page(h, h->npages, page);
	else
		page_free(page);
	return n;
}

size_t
held_prepend(struct held *h, struct page *page)
{
	size_t n = insert(h, 0, page);

	if (h->npages == 0)
		h->at_end = page->at_end;
	h->at_start = page->at_start || n == 0;
	if (n)
		add_page(h, 0, page);
	else
		page_free(page);
	return n;
}

size_t
held_drop_front(struct held *h, size_t spare)
{
	size_t gone = 0, n;

	while (h->npages > 1) {
		for (n = 0; n < h->n && h->rows[n].page == h->pages[0]; n++)
			continue;
		if (gone + n > spare)
			break;
		h->n -= n;
		memmove(h->rows, h->rows + n, h->n * sizeof *h->rows);
		drop_page(h, 0);
		gone += n;
		h->at_start = false;
	}
	return gone;
}

size_t
held_drop_back(struct held *h, size_t spare)
{
	size_t gone = 0, n;

	while (h->npages > 1) {
		for (n = 0; n < h->n && h->rows[h->n - 1 - n].page == h->pages[h->npages - 1]; n++)
			continue;
		if (gone + n > spare)
			break;
		h->n -= n;
		drop_page(h, h->npages - 1);
		gone += n;
		h->at_end = false;
	}
	return gone;
}

void
held_standing(struct held *h, const struct standing *s)
{
	long i = held_find(h, s->id);

	if (i < 0)
		return;
	memcpy(h->rows[i].rank, s->rank, sizeof h->rows[i].rank);
	memcpy(h->rows[i].change, s->change, sizeof h->rows[i].change);
	h->rows[i].standing = true;
}

void
held_clear(struct held *h)
{
	while (h->npages)
		drop_page(h, h->npages - 1);
	free(h->pages);
	free(h->rows);
	*h = (struct held)HELD_INIT;
}
