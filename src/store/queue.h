/* SPDX-License-Identifier: MIT
 *
 * What is asked of the server over one link, in order, each answered exactly once: in libpq's
 * pipeline mode, so that several questions cost one trip. A statement that is used again is
 * prepared on its second use (a fresh prepare would cost work the first page cannot spare).
 *
 * Questions have a kind. Reads go out at once. Spare reads (counts, summaries) wait until nothing
 * else runs, and give way when a read comes, a few times: where reads never end they would never
 * be answered. Both are asked again when a connection is lost; writes
 * are not, and answer GATE_UNKNOWN_OUTCOME.
 */
#ifndef GRIDLINE_STORE_QUEUE_H
#define GRIDLINE_STORE_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "store/params.h"
#include "store/pq.h"
#include "store/rows.h"

enum ask_kind {
	ASK_READ,
	ASK_SPARE,
	ASK_WRITE,
	ASK_GREETING, /* belongs to its connection: lost with it, and never on trial */
};

/* rows live only during the reply and are NULL on failure, when err says why. */
typedef void ask_fn(void *arg, const struct rows *rows, const struct error *err);

struct ask {
	enum ask_kind kind;
	char *sql;	      /* taken over */
	struct params params; /* taken over */
	ask_fn *fn;
	void *arg;
};

struct queue;

struct queue *queue_new(void) ATTR_NONNULL;
void queue_free(struct queue *q); /* no replies run */

uint64_t queue_add(struct queue *q, const struct ask *ask);
uint64_t queue_add_first(struct queue *q, const struct ask *ask);
/* After the first that waits: what the screen waits for goes first even before the greeting. */
uint64_t queue_add_second(struct queue *q, const struct ask *ask);
/* Until we know who we are here, an answer counts only if it has rows: a failure or nothing may
 * mean that this is no place for us. Such a question is asked again when the trial is over. */
void queue_trial(struct queue *q, bool on_trial);
/* The reply will not run. If it is under way already, its answer is thrown away. */
void queue_drop(struct queue *q, uint64_t ticket);
/* Questions whose reply is still to run. */
size_t queue_pending(const struct queue *q);

/* Hand to libpq what may go now. False: the connection is lost. */
bool queue_send(struct queue *q, PGconn *conn);
/* Take what has come and run the replies. False: the connection is lost. */
bool queue_receive(struct queue *q, PGconn *conn);

/* From a reply: no further one runs until queue_lost() or queue_fail(). */
void queue_halt(struct queue *q);

/* Is there something queue_send() would hand over? */
bool queue_ready(const struct queue *q);
/* Since when (now_us) the server has been at the oldest question; 0: it has nothing to do. */
int64_t queue_busy_since(const struct queue *q);
/* Since when the server has been at something nobody wants (any more, or just now); 0: it is not.
 * The link then sends a cancel request and says so, so that a statement struck by mistake is asked
 * again rather than failed. */
int64_t queue_unwanted_since(const struct queue *q);
void queue_cancel_sent(struct queue *q);
/* The oldest question has taken too long: when it is struck, that is its answer. */
void queue_expire(struct queue *q);
/* Is what it was meant for still under way? */
bool queue_cancelling(const struct queue *q);

/* The connection is gone: what was sent is asked again or answered, as its kind demands. */
void queue_lost(struct queue *q);
/* Answer everything with err. */
void queue_fail(struct queue *q, const struct error *err);

#endif
