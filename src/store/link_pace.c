/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/link_state.h"

#include "store/cancel.h"
#include "store/now.h"

/* An unwanted statement is left this long to end by itself: most do, and a cancel request costs
 * the server a connection. */
#define LINK_CANCEL_GRACE_MS 20
/* A server that does not even hear a cancel request for so long is not worth waiting for. */
#define LINK_CANCEL_MS 3000

bool
link_keep_deadlines(struct link *l)
{
	const int64_t now = now_us(), busy = queue_busy_since(l->queue),
		      unwanted = queue_unwanted_since(l->queue);

	if (l->cancel && !queue_cancelling(l->queue)) {
		helper_release(l->cancel);
		l->cancel = NULL;
	}
	if (l->cancel && now >= l->cancel_at + (int64_t)LINK_CANCEL_MS * NOW_MS) {
		if (!helper_done(l->cancel)) {
			link_lose(l, "the server does not answer", "trying again");
			return false;
		}
		helper_release(l->cancel);
		l->cancel = NULL;
	}
	if (!l->cancel && unwanted && now >= unwanted + (int64_t)LINK_CANCEL_GRACE_MS * NOW_MS) {
		l->cancel = cancel_start(l->conn);
		l->cancel_at = now;
		queue_cancel_sent(l->queue);
	}
	if (busy && now >= busy + (int64_t)l->o.answer_ms * NOW_MS) {
		link_lose(l, "the server does not answer", "trying again");
		return false;
	}
	return true;
}

void
link_say_pace(struct link *l)
{
	const int64_t busy = queue_busy_since(l->queue);
	struct error slow = ERROR_INIT;

	if (busy && now_us() >= busy + (int64_t)l->o.slow_ms * NOW_MS) {
		error_set(&slow, "the server is slow to answer");
		link_say(l, LINK_SLOW, &slow);
	} else if (l->greeted) {
		link_say(l, LINK_UP, NULL);
	}
}

static int64_t
sooner(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

int64_t
link_next_deadline(const struct link *l)
{
	const int64_t busy = queue_busy_since(l->queue), unwanted = queue_unwanted_since(l->queue);
	int64_t at = INT64_MAX;

	if (queue_ready(l->queue))
		return 0;
	if (busy && l->session.link != LINK_SLOW)
		at = sooner(at, busy + (int64_t)l->o.slow_ms * NOW_MS);
	if (busy)
		at = sooner(at, busy + (int64_t)l->o.answer_ms * NOW_MS);
	if (l->cancel)
		at = sooner(at, l->cancel_at + (int64_t)LINK_CANCEL_MS * NOW_MS);
	else if (unwanted)
		at = sooner(at, unwanted + (int64_t)LINK_CANCEL_GRACE_MS * NOW_MS);
	return at;
}
