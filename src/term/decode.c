/* SPDX-License-Identifier: MIT
 *
 * The decoder: each step looks at the head of the buffer and says what it is, how long, or that
 * more is needed. "Expired" means that the rest of a sequence had its time and did not come.
 */
#include "config.h"

#include "term/decode.h"

#include <string.h>
#include <wchar.h>

#include "base/text.h"

#include "term/decode_csi.h"

#define ESC 0x1B

void
decoder_init(struct decoder *d, int esc_ms, bool utf8)
{
	memset(d, 0, sizeof *d);
	d->esc_ms = esc_ms;
	d->utf8 = utf8;
}

void
decoder_add(struct decoder *d, const char *sequence, uint32_t code)
{
	size_t len = sequence ? strlen(sequence) : 0;

	if (len < 2 || len >= DECODE_NAME_LEN || sequence[0] != ESC || d->nnamed == DECODE_NAMED)
		return;
	memcpy(d->named[d->nnamed].bytes, sequence, len + 1);
	d->named[d->nnamed].code = code;
	d->nnamed++;
}

size_t
decoder_space(const struct decoder *d)
{
	return DECODE_BUFFER - d->len;
}

void
decoder_feed(struct decoder *d, const void *bytes, size_t len, int64_t now_ms)
{
	if (len > decoder_space(d))
		len = decoder_space(d);
	if (d->in_string && now_ms - d->fed_at > DECODE_STRING_MS)
		d->in_string = false;
	memcpy(d->buf + d->len, bytes, len);
	d->len += len;
	d->fed_at = now_ms;
}

static enum decode_result
decode_named(const struct decoder *d, struct key *key, size_t *used)
{
	bool more = false;

	for (size_t i = 0; i < d->nnamed; i++) {
		size_t len = strlen(d->named[i].bytes);
		if (d->len >= len && memcmp(d->buf, d->named[i].bytes, len) == 0) {
			key->code = d->named[i].code;
			*used = len;
			return DECODE_KEY;
		}
		more |= d->len < len && memcmp(d->buf, d->named[i].bytes, d->len) == 0;
	}
	return more ? DECODE_MORE : DECODE_NONE;
}

/* A character; its bytes may not all be there. */
static enum decode_result
decode_character(
    const struct decoder *d, const unsigned char *s, size_t len, struct key *key, size_t *used)
{
	static const unsigned char needs[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4 };
	wint_t wide;

	*used = 1;
	if (s[0] < 0x20 || s[0] == 0x7F) {
		key->code = key_control(s[0]);
		return key->code == KEYC_NONE ? DECODE_NONE : DECODE_KEY;
	}
	if (s[0] < 0x80) {
		key->code = s[0];
		return DECODE_KEY;
	}
	if (!d->utf8) {
		wide = btowc(s[0]);
		key->code = wide == WEOF ? 0xFFFD : (uint32_t)wide;
		return DECODE_KEY;
	}
	*used = text_decode((const char *)s, len, &key->code);
	if (key->code == 0xFFFD && *used == len && len < needs[s[0] >> 4])
		return DECODE_MORE;
	return DECODE_KEY;
}

/* Inside a paste everything is text but the mark that ends it. */
static enum decode_result
decode_pasted(struct decoder *d, bool expired, struct key *key, size_t *used)
{
	static const char end[] = "\033[201~";
	size_t n = d->len < sizeof end - 1 ? d->len : sizeof end - 1;

	if (memcmp(d->buf, end, n) == 0) {
		if (n < sizeof end - 1 && !expired)
			return DECODE_MORE;
		/* An Esc and then nothing: the end mark was lost, or somebody wants out. */
		d->pasting = false;
		key->code = KEYC_PASTE_END;
		*used = n;
		return DECODE_KEY;
	}
	if (d->buf[0] < 0x20 || d->buf[0] == 0x7F) {
		key->code = d->buf[0];
		*used = 1;
		return d->buf[0] == '\0' ? DECODE_NONE : DECODE_KEY;
	}
	return decode_character(d, d->buf, d->len, key, used);
}

/* Esc and something that is no sequence: Alt. */
static enum decode_result
decode_alt(const struct decoder *d, bool expired, struct key *key, size_t *used)
{
	enum decode_result r;

	if (d->len == 1 || d->buf[1] == ESC) {
		if (d->len < 3 && !expired)
			return DECODE_MORE;
		key->code = KEYC_ESC;
		*used = 1;
		return DECODE_KEY;
	}
	r = decode_character(d, d->buf + 1, d->len - 1, key, used);
	if (r == DECODE_KEY)
		key->code |= KEYC_ALT;
	*used += 1;
	return r;
}

static enum decode_result
decode_escape(struct decoder *d, int64_t now_ms, bool expired, struct key *key, size_t *used)
{
	enum decode_result r = decode_named(d, key, used);

	if (r == DECODE_KEY || (r == DECODE_MORE && !expired))
		return r;
	r = decode_sequence(d, now_ms, expired, key, used);
	if (r != DECODE_ALT)
		return r;
	return decode_alt(d, expired, key, used);
}

static enum decode_result
decode_head(struct decoder *d, int64_t now_ms, bool expired, struct key *key, size_t *used)
{
	enum decode_result r;

	if (d->in_string)
		r = decode_string(d, used);
	else if (d->pasting)
		r = decode_pasted(d, expired, key, used);
	else if (d->buf[0] == ESC)
		r = decode_escape(d, now_ms, expired, key, used);
	else
		r = decode_character(d, d->buf, d->len, key, used);
	if (r == DECODE_MORE && expired) { /* the rest of a character never came */
		key->code = 0xFFFD;
		*used = d->len;
		return DECODE_KEY;
	}
	return r;
}

bool
decoder_key(struct decoder *d, int64_t now_ms, struct key *key, int *wait_ms)
{
	*wait_ms = -1;
	while (d->len > 0) {
		int64_t left = d->fed_at + d->esc_ms - now_ms;
		bool expired = left <= 0 || d->len == DECODE_BUFFER;
		size_t used = 0;
		enum decode_result r;

		memset(key, 0, sizeof *key);
		r = decode_head(d, now_ms, expired, key, &used);
		if (r == DECODE_MORE) {
			*wait_ms = (int)left;
			return false;
		}
		d->len -= used;
		memmove(d->buf, d->buf + used, d->len);
		if (r == DECODE_KEY)
			return true;
	}
	return false;
}
