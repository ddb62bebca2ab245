/* SPDX-License-Identifier: MIT
 *
 * Any bytes from a terminal, typed into a line editor as they are decoded: every byte is used up,
 * and the line stays clean text with its cursor between characters. The first byte of each piece
 * says how long the piece is and how much time passes before the next.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>

#include "base/text.h"
#include "term/decode.h"
#include "term/line_edit.h"

static void
check_line(struct line_edit *e)
{
	const char *text = line_edit_text(e);
	size_t at = line_edit_at(e), len = strlen(text);

	assert(at <= len && len <= LINE_EDIT_MOST);
	assert(at == len || ((unsigned char)text[at] & 0xC0) != 0x80);
	for (size_t i = 0; i < len;) {
		uint32_t cp;
		i += text_decode(text + i, len - i, &cp);
		assert(text_class(cp) != TEXT_SHOWN);
	}
}

static void
type_keys(struct decoder *d, struct line_edit *e, int64_t now)
{
	struct key key;
	int wait;

	while (decoder_key(d, now, &key, &wait)) {
		char name[24];
		key_format(key.code, name);
		assert(key.code != KEYC_NONE && strlen(name) < sizeof name);
		line_edit_key(e, &key);
		check_line(e);
	}
	assert(decoder_space(d) > 0);
	assert(wait == -1 ? d->len == 0 : wait > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct decoder d;
	struct line_history *history = line_history_new(2);
	struct line_edit *e;
	int64_t now = 0;

	line_history_add(history, "band:high npu:BE");
	e = line_edit_new(NULL, history);
	decoder_init(&d, 25, true);
	decoder_add(&d, "\033OA", KEYC_UP);
	for (size_t at = 0; at < size;) {
		size_t piece = data[at] & 0x3F, left = size - ++at;
		piece = piece < left ? piece : left;
		decoder_feed(&d, data + at, piece, now);
		type_keys(&d, e, now);
		now += data[at - 1] >> 6 ? 1000 : 5;
		at += piece;
	}
	type_keys(&d, e, now + 1000);
	assert(d.len == 0);
	line_edit_free(e);
	line_history_free(history);
	return 0;
}
