/* SPDX-License-Identifier: MIT
 *
 * The decoder, with a clock that the tests turn. Every case is fed whole, byte by byte, and cut at
 * every place: the keys must be the same.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include "base/buf.h"
#include "term/decode.h"

#define ESC_MS 25

static void
add_key(struct buf *out, const struct key *key)
{
	char name[24];

	key_format(key->code, name);
	if (key->code == KEYC_MOUSE)
		buf_addf(
		    out, "mouse%d@%d,%d ", (int)key->mouse.kind, key->mouse.row, key->mouse.col);
	else if (key->code == KEYC_PASTE)
		buf_adds(out, "<paste> ");
	else if (key->code == KEYC_PASTE_END)
		buf_adds(out, "</paste> ");
	else
		buf_addf(out, "%s ", name);
}

static void
take(struct decoder *d, int64_t now, struct buf *out)
{
	struct key key;
	int wait;

	while (decoder_key(d, now, &key, &wait))
		add_key(out, &key);
	assert_true(wait >= -1 && wait <= ESC_MS);
	assert_true(decoder_space(d) > 0);
}

static void
set_up(struct decoder *d)
{
	decoder_init(d, ESC_MS, true);
	decoder_add(d, "\033OA", KEYC_UP);
	decoder_add(d, "\033[[A", KEYC_F1);
	decoder_add(d, "\033[1~", KEYC_HOME);
	decoder_add(d, "x", KEYC_DOWN);	 /* no sequence: not taken */
	decoder_add(d, NULL, KEYC_DOWN); /* a capability that is not there */
}

/* Keys as text when the bytes come in pieces of `step`, the last rest after its time. */
static char *
decoded(const char *bytes, size_t len, size_t step)
{
	struct decoder d;
	struct buf out = BUF_INIT;

	set_up(&d);
	for (size_t at = 0; at < len; at += step) {
		size_t n = len - at < step ? len - at : step;
		decoder_feed(&d, bytes + at, n, 1000);
		take(&d, 1000, &out);
	}
	take(&d, 1000 + ESC_MS, &out);
	assert_int_equal(d.len, 0);
	if (out.len > 0)
		buf_truncate(&out, out.len - 1);
	return buf_take(&out);
}

static void
check(const char *bytes, size_t len, const char *keys)
{
	for (size_t step = 1; step <= len; step++) {
		char *got = decoded(bytes, len, step);
		if (strcmp(got, keys) != 0)
			fail_msg("\"%s\" in pieces of %zu: %s, not %s", bytes + 1, step, got, keys);
		free(got);
	}
}

static void
sequences(void **state)
{
	static const struct {
		const char *bytes, *keys;
	} cases[] = {
		{ "jG ", "j G Space" },
		{ "\r\n\t\x7f\b\x01", "Enter Enter Tab Backspace Backspace C-a" },
		{ "\033OA\033[A\033[1;1A", "Up Up Up" },
		{ "\033[B\033OB\033[C\033[D", "Down Down Right Left" },
		{ "\033[1~\033[7~\033[H\033OH\033[4~\033[8~\033[F",
		    "Home Home Home Home End End End" },
		{ "\033[5~\033[6~\033[2~\033[3~", "PgUp PgDn Ins Del" },
		{ "\033[[A\033[[B\033[[E", "F1 F2 F5" },
		{ "\033OP\033OS\033[11~\033[15~\033[24~", "F1 F4 F1 F5 F12" },
		{ "\033[1;2A\033[1;2D\033[Z", "S-Up S-Left S-Tab" },
		{ "\033[1;5C\033[1;3D\033[5;3~", "M-Right M-Left M-PgUp" },
		{ "\033x\033Z\033\x01\033\r\033\x7f", "M-x M-Z M-C-a M-Enter M-Backspace" },
		{ "\033\xc3\xa9", "M-é" },
		{ "é日€", "é 日 €" },
		{ "\033OM\033Oq\033Oj", "Enter 1 *" },
		/* what nobody knows is swallowed whole */
		{ "\033[?62;4cj", "j" },
		{ "\033[200;5Xj", "j" },
		{ "\033]11;rgb:0000/0000/0000\033\\j", "j" },
		{ "\033]52;c;aGVsbG8=\x07j", "j" },
		{ "\033P1$r0m\033\\j", "j" },
		{ "\033[12;\033[A", "Up" },
		{ "\033[99~j", "j" },
		/* the mouse */
		{ "\033[<0;11;6M\033[<0;11;6m", "mouse0@5,10" },
		{ "\033[<0;1;1M\033[<0;1;1M", "mouse0@0,0 mouse1@0,0" },
		{ "\033[<0;1;1M\033[<0;2;1M", "mouse0@0,0 mouse0@0,1" },
		{ "\033[<64;3;4M\033[<65;3;4M", "mouse2@3,2 mouse3@3,2" },
		{ "\033[<35;3;4M\033[<2;3;4M\033[<0;0;0Mj", "j" },
		{ "\033[M !!\033[M`!!\033[M#!!j", "mouse0@0,0 mouse2@0,0 j" },
		/* a paste: its control characters are text */
		{ "\033[200~a\rb\033[A\tc\033[201~j", "<paste> a C-m b C-[ [ A C-i c </paste> j" },
		{ "\033[200~é\033[201~", "<paste> é </paste>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check(cases[i].bytes, strlen(cases[i].bytes), cases[i].keys);
}

static void
bad_utf8_is_shown(void **state)
{
	(void)state;
	check("\xffj", 2, "\xef\xbf\xbd j");
	check("\xc3j", 2, "\xef\xbf\xbd j");
	check("\xe2\x82", 2, "\xef\xbf\xbd");
	check("\0j", 2, "j");
}

/* A lone Esc is told when its time is over, and not before. */
static void
esc_waits(void **state)
{
	struct decoder d;
	struct key key;
	int wait;

	(void)state;
	set_up(&d);
	assert_false(decoder_key(&d, 0, &key, &wait));
	assert_int_equal(wait, -1);
	decoder_feed(&d, "\033", 1, 100);
	assert_false(decoder_key(&d, 100, &key, &wait));
	assert_int_equal(wait, ESC_MS);
	assert_false(decoder_key(&d, 110, &key, &wait));
	assert_int_equal(wait, ESC_MS - 10);
	assert_true(decoder_key(&d, 125, &key, &wait));
	assert_int_equal(key.code, KEYC_ESC);

	decoder_feed(&d, "\033[", 2, 200);
	assert_false(decoder_key(&d, 210, &key, &wait));
	decoder_feed(&d, "A", 1, 220);
	assert_true(decoder_key(&d, 220, &key, &wait));
	assert_int_equal(key.code, KEYC_UP);

	decoder_feed(&d, "\033[", 2, 300);
	assert_true(decoder_key(&d, 325, &key, &wait));
	assert_int_equal(key.code, KEYC_ALT | '[');
}

static void
two_escs_are_two(void **state)
{
	char *keys = decoded("\033\033", 2, 2);

	(void)state;
	assert_string_equal(keys, "Esc Esc");
	free(keys);
}

/* The end mark got lost: an Esc and silence ends the paste. */
static void
esc_ends_a_paste(void **state)
{
	struct decoder d;
	struct buf out = BUF_INIT;

	(void)state;
	set_up(&d);
	decoder_feed(&d, "\033[200~q", 7, 0);
	take(&d, 0, &out);
	decoder_feed(&d, "\033", 1, 1000);
	take(&d, 1000 + ESC_MS, &out);
	decoder_feed(&d, "j", 1, 2000);
	take(&d, 2000, &out);
	assert_string_equal(buf_str(&out), "<paste> q </paste> j ");
	buf_free(&out);
}

/* A control string longer than the buffer never acts as keys; one that breaks off does not eat what
 * is typed later. */
static void
long_answers_are_swallowed(void **state)
{
	struct decoder d;
	struct buf out = BUF_INIT;

	(void)state;
	set_up(&d);
	decoder_feed(&d, "\033]52;c;", 7, 0);
	for (int i = 0; i < 100; i++) {
		decoder_feed(&d, "0123456789", 10, i);
		take(&d, i, &out);
	}
	decoder_feed(&d, "\x07j", 2, 100);
	take(&d, 100, &out);
	assert_string_equal(buf_str(&out), "j ");

	decoder_feed(&d, "\033]52;c;", 7, 200);
	take(&d, 200, &out);
	decoder_feed(&d, "k", 1, 201 + DECODE_STRING_MS);
	take(&d, 201 + DECODE_STRING_MS, &out);
	assert_string_equal(buf_str(&out), "j k ");
	buf_free(&out);
}

/* Slow presses on one place are two. */
static void
double_presses_are_quick(void **state)
{
	struct decoder d;
	struct buf out = BUF_INIT;

	(void)state;
	set_up(&d);
	decoder_feed(&d, "\033[<0;1;1M", 9, 0);
	take(&d, 0, &out);
	decoder_feed(&d, "\033[<0;1;1M", 9, DECODE_DOUBLE_MS + 1);
	take(&d, DECODE_DOUBLE_MS + 1, &out);
	assert_string_equal(buf_str(&out), "mouse0@0,0 mouse0@0,0 ");
	buf_free(&out);
}

/* A hundred thousand bytes that mean nothing: always to an end. */
static void
noise_comes_to_an_end(void **state)
{
	struct decoder d;
	struct buf out = BUF_INIT;
	uint32_t seed = 1;

	(void)state;
	set_up(&d);
	for (int i = 0; i < 100000; i++) {
		unsigned char byte;
		seed = seed * 1664525u + 1013904223u;
		/* half of it from what sequences are made of */
		byte = seed >> 31 ? (unsigned char)"\033[O0123;<M~A]\\\x07m"[seed >> 16 & 15]
				  : (unsigned char)(seed >> 20);
		decoder_feed(&d, &byte, 1, i);
		take(&d, i, &out);
		buf_clear(&out);
	}
	take(&d, 200000, &out);
	assert_int_equal(d.len, 0);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sequences),
		cmocka_unit_test(bad_utf8_is_shown),
		cmocka_unit_test(esc_waits),
		cmocka_unit_test(two_escs_are_two),
		cmocka_unit_test(esc_ends_a_paste),
		cmocka_unit_test(long_answers_are_swallowed),
		cmocka_unit_test(double_presses_are_quick),
		cmocka_unit_test(noise_comes_to_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
