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

static int64_t
ms(int64_t at, int later)
{
	return at + (int64_t)later * NOW_MS;
}

static void
strike(struct link *l)
{
	l->cancel = cancel_start(l->conn);
	l->cancel_at = now_us();
	queue_cancel_sent(l->queue);
}

static void
let_go(struct link *l)
{
	helper_release(l->cancel);
	l->cancel = NULL;
}

bool
link_keep_deadlines(struct link *l)
{
	const int64_t now = now_us(), busy = queue_busy_since(l->queue),
		      unwanted = queue_unwanted_since(l->queue);
	const bool deaf =
	    l->cancel && now >= ms(l->cancel_at, LINK_CANCEL_MS) && !helper_done(l->cancel);

	if (l->cancel && !queue_cancelling(l->queue))
		let_go(l);
	if (busy && (deaf || now >= ms(busy, l->o.answer_ms + 2 * LINK_CANCEL_MS))) {
		link_lose(l, "the server does not answer", "trying again");
		return false;
	}
	if (busy && now >= ms(busy, l->o.answer_ms)) {
		queue_expire(l->queue);
		if (!queue_cancelling(l->queue))
			strike(l);
	} else if (!l->cancel && unwanted && now >= ms(unwanted, LINK_CANCEL_GRACE_MS)) {
		strike(l);
	}
	return true;
}

void
link_say_pace(struct link *l)
{
	const int64_t busy = queue_busy_since(l->queue);
	struct error slow = ERROR_INIT;

	if (busy && now_us() >= ms(busy, l->o.slow_ms)) {
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
	int64_t at = news_due(&l->pace);

	if (queue_ready(l->queue))
		return 0;
	if (busy && l->session.link != LINK_SLOW)
		at = sooner(at, ms(busy, l->o.slow_ms));
	if (busy && now_us() < ms(busy, l->o.answer_ms))
		at = sooner(at, ms(busy, l->o.answer_ms));
	else if (busy)
		at = sooner(at, ms(busy, l->o.answer_ms + 2 * LINK_CANCEL_MS));
	if (l->cancel && !helper_done(l->cancel))
		at = sooner(at, ms(l->cancel_at, LINK_CANCEL_MS));
	else if (!l->cancel && unwanted)
		at = sooner(at, ms(unwanted, LINK_CANCEL_GRACE_MS));
	return at;
}
