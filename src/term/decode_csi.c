/* SPDX-License-Identifier: MIT
 *
 * See decode_csi.h. What follows "Esc [" is parsed into its parts first and then given a meaning.
 */
#include "config.h"

#include "term/decode_csi.h"

#define ESC 0x1B
#define CSI_NUMBERS 4

struct csi {
	char lead; /* '<', '?', '>' or '=' in front of the numbers, 0 for none */
	unsigned number[CSI_NUMBERS];
	size_t n;
	unsigned char final;
	size_t len; /* of the whole sequence */
};

/* DECODE_KEY here only says that c is filled. A byte that cannot stand there ends it: what came so
 * far is dropped. */
static enum decode_result
csi_parse(const struct decoder *d, struct csi *c)
{
	size_t i = 2;

	*c = (struct csi){ .n = 1 };
	if (i < d->len && d->buf[i] >= '<' && d->buf[i] <= '?')
		c->lead = (char)d->buf[i++];
	for (; i < d->len; i++) {
		unsigned char b = d->buf[i];
		if (b >= '0' && b <= '9') {
			unsigned *number = &c->number[c->n - 1];
			*number = *number > 100000 ? 100000 : *number * 10 + b - '0';
		} else if (b == ';' || b == ':') {
			if (c->n < CSI_NUMBERS)
				c->n++;
		} else if (b >= 0x40 && b <= 0x7E) {
			c->final = b;
			c->len = i + 1;
			return DECODE_KEY;
		} else if (b < 0x20 || b > 0x3F) {
			c->len = i;
			return DECODE_NONE;
		}
	}
	c->len = d->len;
	return DECODE_MORE;
}

/* xterm's modifier number: 1 + shift + 2 alt + 4 ctrl. */
static uint32_t
with_modifiers(uint32_t code, unsigned modifier)
{
	unsigned bits = modifier > 0 ? modifier - 1 : 0;

	if (code == KEYC_NONE)
		return code;
	if (bits & 1) {
		if (code >= KEYC_UP && code <= KEYC_RIGHT)
			code = code - KEYC_UP + KEYC_S_UP;
		else if (code == KEYC_TAB)
			code = KEYC_BTAB;
	}
	return bits & 6 ? code | KEYC_ALT : code;
}

static uint32_t
letter_key(unsigned char final)
{
	switch (final) {
	case 'A':
		return KEYC_UP;
	case 'B':
		return KEYC_DOWN;
	case 'C':
		return KEYC_RIGHT;
	case 'D':
		return KEYC_LEFT;
	case 'F':
		return KEYC_END;
	case 'H':
		return KEYC_HOME;
	case 'P':
	case 'Q':
	case 'R':
	case 'S':
		return KEYC_F1 + (uint32_t)(final - 'P');
	case 'Z':
		return KEYC_BTAB;
	default: /* a byte, not an enum */
		return KEYC_NONE;
	}
}

static uint32_t
tilde_key(unsigned number)
{
	static const uint32_t keys[] = {
		[1] = KEYC_HOME,
		[2] = KEYC_INSERT,
		[3] = KEYC_DELETE,
		[4] = KEYC_END,
		[5] = KEYC_PGUP,
		[6] = KEYC_PGDN,
		[7] = KEYC_HOME,
		[8] = KEYC_END,
		[11] = KEYC_F1,
		[12] = KEYC_F1 + 1,
		[13] = KEYC_F1 + 2,
		[14] = KEYC_F1 + 3,
		[15] = KEYC_F1 + 4,
		[17] = KEYC_F1 + 5,
		[18] = KEYC_F1 + 6,
		[19] = KEYC_F1 + 7,
		[20] = KEYC_F1 + 8,
		[21] = KEYC_F1 + 9,
		[23] = KEYC_F1 + 10,
		[24] = KEYC_F1 + 11,
		[200] = KEYC_PASTE,
	};

	return number < sizeof keys / sizeof *keys ? keys[number] : KEYC_NONE;
}

/* A press or a turn of the wheel; releases and motion mean nothing. row and col from 0. */
static enum decode_result
mouse_event(struct decoder *d, int64_t now_ms, struct key *key, unsigned button)
{
	int row = key->mouse.row, col = key->mouse.col;

	key->code = KEYC_MOUSE;
	if (button & 32)
		return DECODE_NONE;
	if (button & 64) {
		key->mouse.kind = button & 1 ? MOUSE_WHEEL_DOWN : MOUSE_WHEEL_UP;
		return (button & 3) > 1 ? DECODE_NONE : DECODE_KEY;
	}
	if ((button & 3) != 0)
		return DECODE_NONE;
	key->mouse.kind = MOUSE_PRESS;
	if (d->press.any && d->press.row == row && d->press.col == col &&
	    now_ms - d->press.at <= DECODE_DOUBLE_MS) {
		key->mouse.kind = MOUSE_DOUBLE;
		d->press.any = false;
		return DECODE_KEY;
	}
	d->press.row = row;
	d->press.col = col;
	d->press.at = now_ms;
	d->press.any = true;
	return DECODE_KEY;
}

static enum decode_result
mouse_sgr(struct decoder *d, int64_t now_ms, const struct csi *c, struct key *key)
{
	if (c->final != 'M' || c->number[1] == 0 || c->number[2] == 0)
		return DECODE_NONE;
	key->mouse.col = (int)c->number[1] - 1;
	key->mouse.row = (int)c->number[2] - 1;
	return mouse_event(d, now_ms, key, c->number[0]);
}

/* "Esc [ M" and three bytes, each 32 more than what it says. */
static enum decode_result
mouse_x10(struct decoder *d, int64_t now_ms, struct key *key, size_t *used)
{
	if (d->len < 6)
		return DECODE_MORE;
	*used = 6;
	if (d->buf[3] < 32 || d->buf[4] < 33 || d->buf[5] < 33)
		return DECODE_NONE;
	key->mouse.col = d->buf[4] - 33;
	key->mouse.row = d->buf[5] - 33;
	return mouse_event(d, now_ms, key, d->buf[3] - 32u);
}

/* "Esc [ [ A" .. E: F1 to F5 of the Linux console. */
static enum decode_result
linux_function(const struct decoder *d, struct key *key, size_t *used)
{
	if (d->len < 4)
		return DECODE_MORE;
	*used = 4;
	if (d->buf[3] < 'A' || d->buf[3] > 'E')
		return DECODE_NONE;
	key->code = KEYC_F1 + (uint32_t)(d->buf[3] - 'A');
	return DECODE_KEY;
}

static enum decode_result
decode_csi(struct decoder *d, int64_t now_ms, struct key *key, size_t *used)
{
	struct csi c;
	enum decode_result r = csi_parse(d, &c);

	*used = c.len;
	if (r != DECODE_KEY)
		return r;
	if (c.lead == '<')
		return mouse_sgr(d, now_ms, &c, key);
	if (c.lead != 0)
		return DECODE_NONE;
	if (c.final == 'M' && c.len == 3)
		return mouse_x10(d, now_ms, key, used);
	if (c.final == '[' && c.len == 3)
		return linux_function(d, key, used);
	key->code = c.final == '~' ? tilde_key(c.number[0]) : letter_key(c.final);
	/* A cursor report looks like F3 with a modifier; nobody here asks for one. */
	key->code = with_modifiers(key->code, c.n > 1 ? c.number[1] : 0);
	d->pasting = key->code == KEYC_PASTE;
	return key->code == KEYC_NONE ? DECODE_NONE : DECODE_KEY;
}

static enum decode_result
decode_ss3(const struct decoder *d, struct key *key, size_t *used)
{
	unsigned char b;

	if (d->len < 3)
		return DECODE_MORE;
	b = d->buf[2];
	*used = 3;
	if (b == 'M')
		key->code = KEYC_ENTER;
	else if (b == 'I')
		key->code = KEYC_TAB;
	else if (b >= 'j' && b <= 'y') /* the keypad's * + , - . / and digits */
		key->code = (uint32_t)b - 'j' + '*';
	else
		key->code = letter_key(b);
	return key->code == KEYC_NONE ? DECODE_NONE : DECODE_KEY;
}

enum decode_result
decode_string(struct decoder *d, size_t *used)
{
	for (size_t i = 0; i < d->len; i++) {
		unsigned char before = d->in_string_esc ? ESC : 0;
		d->in_string_esc = d->buf[i] == ESC;
		if (d->buf[i] == 0x07 || (d->buf[i] == '\\' && before == ESC)) {
			d->in_string = false;
			*used = i + 1;
			return DECODE_NONE;
		}
	}
	*used = d->len;
	return DECODE_NONE;
}

enum decode_result
decode_sequence(struct decoder *d, int64_t now_ms, bool expired, struct key *key, size_t *used)
{
	enum decode_result r = DECODE_ALT;

	if (d->len < 2)
		return DECODE_ALT;
	switch (d->buf[1]) {
	case '[':
		r = decode_csi(d, now_ms, key, used);
		break;
	case 'O':
		r = decode_ss3(d, key, used);
		break;
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		if (d->len == 2) {
			r = DECODE_MORE;
			break;
		}
		d->in_string = true;
		d->in_string_esc = false;
		*used = 2;
		return DECODE_NONE;
	default: /* a byte, not an enum */
		break;
	}
	if (r != DECODE_MORE || !expired)
		return r;
	/* Alone it was Alt and that character; a torn sequence is dropped. */
	*used = d->len;
	return d->len == 2 ? DECODE_ALT : DECODE_NONE;
}
