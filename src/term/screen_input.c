/* SPDX-License-Identifier: MIT
 *
 * Input without waiting: what is there is read and given to the decoder.
 */
#include "config.h"

#include "term/screen_impl.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

static const struct {
	const char *capability;
	uint32_t code;
} named_keys[] = {
	{ "kcuu1", KEYC_UP },
	{ "kcud1", KEYC_DOWN },
	{ "kcub1", KEYC_LEFT },
	{ "kcuf1", KEYC_RIGHT },
	{ "khome", KEYC_HOME },
	{ "kend", KEYC_END },
	{ "kpp", KEYC_PGUP },
	{ "knp", KEYC_PGDN },
	{ "kich1", KEYC_INSERT },
	{ "kdch1", KEYC_DELETE },
	{ "kent", KEYC_ENTER },
	{ "kcbt", KEYC_BTAB },
	{ "kf1", KEYC_F1 },
	{ "kf2", KEYC_F1 + 1 },
	{ "kf3", KEYC_F1 + 2 },
	{ "kf4", KEYC_F1 + 3 },
	{ "kf5", KEYC_F1 + 4 },
	{ "kf6", KEYC_F1 + 5 },
	{ "kf7", KEYC_F1 + 6 },
	{ "kf8", KEYC_F1 + 7 },
	{ "kf9", KEYC_F1 + 8 },
	{ "kf10", KEYC_F1 + 9 },
	{ "kf11", KEYC_F1 + 10 },
	{ "kf12", KEYC_F12 },
	{ "kri", KEYC_S_UP },
	{ "kind", KEYC_S_DOWN },
	{ "kLFT", KEYC_S_LEFT },
	{ "kRIT", KEYC_S_RIGHT },
};

void
screen_input_init(struct screen *s, int esc_ms)
{
	decoder_init(&s->decoder, esc_ms, s->utf8);
	for (size_t i = 0; i < ARRAY_LEN(named_keys); i++) {
		const char *bytes = tigetstr(named_keys[i].capability);
		if (bytes && bytes != (const char *)-1)
			decoder_add(&s->decoder, bytes, named_keys[i].code);
	}
}

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* False if nothing came. */
static bool
read_more(struct screen *s, int64_t now)
{
	struct pollfd p = { .fd = fileno(s->in), .events = POLLIN };
	char bytes[DECODE_BUFFER];
	ssize_t n;

	if (s->at_end || poll(&p, 1, 0) <= 0)
		return false;
	n = read(p.fd, bytes, decoder_space(&s->decoder));
	if (n > 0) {
		decoder_feed(&s->decoder, bytes, (size_t)n, now);
		return true;
	}
	s->at_end = n == 0 || (errno != EINTR && errno != EAGAIN);
	return false;
}

bool
screen_key(struct screen *s, struct key *key, int *wait_ms)
{
	int64_t now = now_ms();

	*wait_ms = -1;
	if (s->resized) {
		s->resized = false;
		memset(key, 0, sizeof *key);
		key->code = KEYC_RESIZE;
		return true;
	}
	do {
		if (decoder_key(&s->decoder, now, key, wait_ms))
			return true;
	} while (read_more(s, now));
	return false;
}

int
screen_fd(const struct screen *s)
{
	return fileno(s->in);
}

bool
screen_at_end(const struct screen *s)
{
	return s->at_end;
}
