/* SPDX-License-Identifier: MIT
 *
 * Any bytes through the sanitiser: nothing that could be obeyed comes out, nothing is dropped,
 * cleaning twice is cleaning once, and a cell is as wide as it was asked to be.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>

#include "base/text.h"

static void
check_clean(const struct buf *b, enum text_mode mode)
{
	struct buf again = BUF_INIT;

	assert(text_is_clean(buf_str(b), b->len, mode));
	for (size_t i = 0; i < b->len; i++) {
		unsigned char c = (unsigned char)b->data[i];

		assert(c != 0x7F);
		assert(c >= 0x20 || (mode == TEXT_BLOCK && (c == '\n' || c == '\t')));
	}
	text_clean(&again, buf_str(b), b->len, mode);
	assert(again.len == b->len && memcmp(buf_str(&again), buf_str(b), b->len) == 0);
	buf_free(&again);
}

static void
check_cells(const struct buf *b, int cells)
{
	struct buf out = BUF_INIT;
	int used;
	size_t fits = text_fit(buf_str(b), b->len, cells, &used);

	assert(fits <= b->len && used <= cells && used == text_width(buf_str(b), fits));
	text_cell(&out, buf_str(b), cells, false, "~");
	assert(text_width(buf_str(&out), out.len) == cells);
	buf_clear(&out);
	text_ascii(&out, buf_str(b), b->len);
	assert(text_width(buf_str(&out), out.len) == text_width(buf_str(b), b->len));
	buf_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf out = BUF_INIT;
	char shown[TEXT_SHOWN_SIZE];

	text_clean(&out, (const char *)data, size, TEXT_BLOCK);
	assert(size == 0 || out.len > 0);
	check_clean(&out, TEXT_BLOCK);
	buf_clear(&out);
	text_clean(&out, (const char *)data, size, TEXT_LINE);
	check_clean(&out, TEXT_LINE);
	for (int cells = 0; cells < 20; cells++)
		check_cells(&out, cells);
	assert(strlen(text_shown(buf_str(&out), shown)) < sizeof shown);
	assert(text_is_clean(shown, strlen(shown), TEXT_LINE));
	buf_free(&out);
	return 0;
}
