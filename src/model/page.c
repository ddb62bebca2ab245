/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/page.h"

#include <stdint.h>

#include "base/alloc.h"
#include "base/buf.h"

#define TEXT_ABSENT SIZE_MAX

/* What is known of a row while the texts still move: each row has one slot for its id, ROW_KEYS
 * for its key and one a column, each the offset of a text in `texts`. */
struct page_builder {
	enum listing listing;
	size_t ncolumns;
	struct buf texts;
	size_t *slots;
	unsigned *flags;
	size_t nrows, slots_cap, flags_cap;
};

static size_t
slots_a_row(const struct page_builder *pb)
{
	return 1 + ROW_KEYS + pb->ncolumns;
}

struct page_builder *
page_builder_new(enum listing listing)
{
	struct page_builder *pb = xcalloc(1, sizeof *pb);

	pb->listing = listing;
	column_table(listing, &pb->ncolumns);
	return pb;
}

static size_t
keep(struct page_builder *pb, const char *text)
{
	size_t at = pb->texts.len;

	if (!text)
		return TEXT_ABSENT;
	buf_add(&pb->texts, text, strlen(text) + 1);
	return at;
}

void
page_builder_row(struct page_builder *pb, const char *id, const char *const key[ROW_KEYS],
    const char *const *cell, unsigned flags)
{
	size_t wide = slots_a_row(pb);
	size_t *slot;

	pb->slots = xgrow(pb->slots, pb->nrows, &pb->slots_cap, wide * sizeof *pb->slots);
	pb->flags = xgrow(pb->flags, pb->nrows, &pb->flags_cap, sizeof *pb->flags);
	pb->flags[pb->nrows] = flags;
	slot = pb->slots + pb->nrows++ * wide;
	*slot++ = keep(pb, id);
	for (size_t i = 0; i < ROW_KEYS; i++)
		*slot++ = keep(pb, key[i]);
	for (size_t i = 0; i < pb->ncolumns; i++)
		*slot++ = keep(pb, cell[i] ? cell[i] : "");
}

static const char *
text_at(const struct page *page, size_t offset)
{
	return offset == TEXT_ABSENT ? NULL : page->arena + offset;
}

static void
fill_row(const struct page_builder *pb, struct page *page, struct row *row, size_t from,
    const char **cells)
{
	const size_t *slot = pb->slots + from * slots_a_row(pb);

	row->flags = pb->flags[from];
	row->id = text_at(page, *slot++);
	for (size_t i = 0; i < ROW_KEYS; i++)
		row->key[i] = text_at(page, *slot++);
	row->cell = cells;
	for (size_t i = 0; i < pb->ncolumns; i++)
		cells[i] = text_at(page, *slot++);
}

/* One block: the page, its rows, their cells, their texts; each part is as strictly aligned as the
 * next at least. */
static struct page *
allocate(const struct page_builder *pb)
{
	size_t rows_at = sizeof(struct page);
	size_t cells_at = rows_at + pb->nrows * sizeof(struct row);
	size_t texts_at = cells_at + pb->nrows * pb->ncolumns * sizeof(char *);
	char *block = xmalloc(texts_at + pb->texts.len + 1);
	struct page *page = (struct page *)(void *)block;

	*page = (struct page){
		.listing = pb->listing,
		.nrows = pb->nrows,
		.rows = (struct row *)(void *)(block + rows_at),
		.arena = block + texts_at,
	};
	memcpy(page->arena, buf_str(&pb->texts), pb->texts.len + 1);
	return page;
}

struct page *
page_builder_end(struct page_builder *pb, bool reversed, bool at_start, bool at_end)
{
	struct page *page = allocate(pb);
	const char **cells = (const char **)(void *)(page->rows + page->nrows);

	page->at_start = at_start;
	page->at_end = at_end;
	for (size_t i = 0; i < page->nrows; i++)
		fill_row(pb, page, &page->rows[i], reversed ? page->nrows - 1 - i : i,
		    cells + i * pb->ncolumns);
	buf_free(&pb->texts);
	free(pb->slots);
	free(pb->flags);
	free(pb);
	return page;
}

void
page_free(struct page *page)
{
	free(page);
}
