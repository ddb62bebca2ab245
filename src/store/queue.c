/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/queue.h"

#include <stdlib.h>

#include "store/gate.h"
#include "store/now.h"
#include "store/prepared.h"
#include "store/queue_entry.h"
#include "store/rows_pq.h"

#define QUEUE_TRIES 3		/* how often a read is asked before its failure counts */
#define QUEUE_GIVES_WAY 8	/* how often a spare question lets others past */
#define QUEUE_DEPTH 16		/* questions under way at a time */
#define QUEUE_CANCEL_US 3000000 /* how long a cancel request may take to strike */

struct queue {
	struct entry_list waiting, sent;
	uint64_t tickets;
	int64_t head_since;   /* since when the first of `sent` is the server's turn */
	int64_t cancel_until; /* a cancel request may still be on its way */
	bool halted, on_trial;
	struct prepared_set *prepared;
};

struct queue *
queue_new(void)
{
	struct queue *q = xcalloc(1, sizeof *q);

	entry_list_init(&q->waiting);
	entry_list_init(&q->sent);
	q->prepared = prepared_new();
	return q;
}

void
queue_free(struct queue *q)
{
	while (q->waiting.first)
		entry_free(entry_list_shift(&q->waiting));
	while (q->sent.first)
		entry_free(entry_list_shift(&q->sent));
	prepared_free(q->prepared);
	free(q);
}

uint64_t
queue_add(struct queue *q, const struct ask *ask)
{
	entry_list_append(&q->waiting, entry_new(ask, ++q->tickets));
	return q->tickets;
}

uint64_t
queue_add_first(struct queue *q, const struct ask *ask)
{
	entry_list_prepend(&q->waiting, entry_new(ask, ++q->tickets));
	return q->tickets;
}

uint64_t
queue_add_second(struct queue *q, const struct ask *ask)
{
	struct entry *first = q->waiting.first ? entry_list_shift(&q->waiting) : NULL;

	queue_add_first(q, ask);
	if (first)
		entry_list_prepend(&q->waiting, first);
	return q->tickets;
}

void
queue_trial(struct queue *q, bool on_trial)
{
	q->on_trial = on_trial;
	for (struct entry *e = q->waiting.first; e; e = e->next)
		e->held = false;
}

void
queue_drop(struct queue *q, uint64_t ticket)
{
	for (struct entry *e = q->waiting.first; e; e = e->next) {
		if (e->ticket != ticket)
			continue;
		entry_list_remove(&q->waiting, e);
		entry_free(e);
		return;
	}
	for (struct entry *e = q->sent.first; e; e = e->next)
		if (e->ticket == ticket)
			e->dropped = true;
}

size_t
queue_pending(const struct queue *q)
{
	size_t n = q->waiting.n;

	for (const struct entry *e = q->sent.first; e; e = e->next)
		n += !e->dropped;
	return n;
}

/* The next that may go: reads and writes in their order; a spare one only when all is quiet. */
static struct entry *
next_to_send(const struct queue *q)
{
	struct entry *spare = NULL;

	if (q->sent.n >= QUEUE_DEPTH)
		return NULL;
	for (struct entry *e = q->waiting.first; e; e = e->next) {
		if (e->held)
			continue;
		if (e->ask.kind != ASK_SPARE)
			return e;
		if (!spare)
			spare = e;
	}
	return q->sent.n == 0 ? spare : NULL;
}

void
queue_halt(struct queue *q)
{
	q->halted = true;
}

bool
queue_ready(const struct queue *q)
{
	return next_to_send(q) != NULL;
}

bool
queue_send(struct queue *q, PGconn *conn)
{
	struct entry *e;

	while ((e = next_to_send(q))) {
		if (!prepared_send(q->prepared, conn, e->ask.sql, &e->ask.params) ||
		    !PQpipelineSync(conn))
			return false;
		entry_list_remove(&q->waiting, e);
		if (q->sent.n == 0)
			q->head_since = now_us();
		entry_list_append(&q->sent, e);
		e->may_be_hit = now_us() < q->cancel_until;
		e->tries++;
	}
	return true;
}

static void
reply(struct entry *e, const struct error *err)
{
	struct rows *rows = NULL;

	if (!err) {
		rows = rows_wrap(e->result);
		e->result = NULL;
	}
	if (!e->dropped)
		e->ask.fn(e->ask.arg, rows, err);
	rows_free(rows);
	entry_free(e);
}

/* A read whose answer was spoiled by something that was not its fault. */
static bool
ask_again(struct queue *q, struct entry *e)
{
	if (e->dropped || e->ask.kind >= ASK_WRITE || e->tries >= QUEUE_TRIES)
		return false;
	PQclear(e->result);
	e->result = NULL;
	e->cancelled = false;
	entry_list_prepend(&q->waiting, e);
	return true;
}

static bool
struck_by_mistake(const struct entry *e, const struct error *err)
{
	return (e->cancelled || e->may_be_hit) && !e->expired &&
	    strcmp(err->sqlstate, GATE_CANCELLED) == 0;
}

/* Put aside what may be no answer at all, while others than the greeting are on trial. */
static bool
hold(struct queue *q, struct entry *e, bool ok)
{
	if (!q->on_trial || e->expired || e->ask.kind == ASK_WRITE ||
	    (ok && PQntuples(e->result) > 0))
		return false;
	e->tries--;
	if (!ask_again(q, e))
		return false;
	e->held = true;
	return true;
}

/* The sync after the first of `sent` has come: its answer is whole. */
static void
finish(struct queue *q, PGconn *conn)
{
	struct entry *e = entry_list_shift(&q->sent);
	struct error err = ERROR_INIT;
	const bool ok = gate_result(e->result, conn, &err);

	q->head_since = q->sent.first ? now_us() : 0;
	if (e->ask.kind != ASK_GREETING && hold(q, e, ok))
		return;
	if (ok) {
		reply(e, NULL);
		return;
	}
	if (struck_by_mistake(e, &err)) {
		e->tries--;
		e->gave_way++;
		if (ask_again(q, e))
			return;
	}
	if (prepared_spoiled(err.sqlstate)) {
		prepared_forget(q->prepared, e->ask.sql);
		if (ask_again(q, e))
			return;
	}
	reply(e, &err);
}

static void
keep_result(struct entry *e, PGresult *result)
{
	const ExecStatusType before = e->result ? PQresultStatus(e->result) : PGRES_COMMAND_OK;

	/* A prepare may stand before the statement: the first failure counts, or the last answer.
	 */
	if (before != PGRES_COMMAND_OK && before != PGRES_TUPLES_OK) {
		PQclear(result);
		return;
	}
	PQclear(e->result);
	e->result = result;
}

bool
queue_receive(struct queue *q, PGconn *conn)
{
	while (q->sent.first && !q->halted && !PQisBusy(conn)) {
		PGresult *result = PQgetResult(conn);

		if (PQstatus(conn) == CONNECTION_BAD) {
			PQclear(result);
			return false;
		}
		if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) {
			PQclear(result);
			finish(q, conn);
		} else if (result) {
			keep_result(q->sent.first, result);
		}
	}
	return true;
}

int64_t
queue_busy_since(const struct queue *q)
{
	return q->sent.first ? q->head_since : 0;
}

int64_t
queue_unwanted_since(const struct queue *q)
{
	const struct entry *head = q->sent.first;
	bool unwanted;

	if (!head || head->cancelled)
		return 0;
	unwanted = head->dropped ||
	    (head->ask.kind == ASK_SPARE && head->gave_way < QUEUE_GIVES_WAY &&
		(q->sent.n > 1 || queue_ready(q)));
	return unwanted ? q->head_since : 0;
}

void
queue_cancel_sent(struct queue *q)
{
	q->cancel_until = now_us() + QUEUE_CANCEL_US;
	q->sent.first->cancelled = true;
	/* It may strike any of those under way by the time the server hears of it. */
	for (struct entry *e = q->sent.first; e; e = e->next)
		e->may_be_hit = true;
}

void
queue_expire(struct queue *q)
{
	q->sent.first->expired = true;
}

bool
queue_cancelling(const struct queue *q)
{
	return q->sent.first && q->sent.first->cancelled;
}

void
queue_lost(struct queue *q)
{
	struct error err = ERROR_INIT;
	struct entry_list sent = q->sent;
	struct entry *e, *next, *again = NULL;

	entry_list_init(&q->sent);
	prepared_forget_all(q->prepared);
	error_set(&err, "the connection was lost before the server answered");
	snprintf(err.sqlstate, sizeof err.sqlstate, "%s", GATE_UNKNOWN_OUTCOME);
	/* Turned round, so that putting each in front again restores the order. */
	for (e = sent.first; e; e = next) {
		next = e->next;
		e->next = again;
		again = e;
	}
	for (e = again; e; e = next) {
		next = e->next;
		if (!ask_again(q, e))
			reply(e, &err);
	}
	q->halted = false;
}

void
queue_fail(struct queue *q, const struct error *err)
{
	struct entry_list all = q->sent;
	size_t n = q->waiting.n;

	entry_list_init(&q->sent);
	prepared_forget_all(q->prepared);
	while (all.first)
		reply(entry_list_shift(&all), err);
	/* What the replies ask meanwhile waits for the next round. */
	while (n-- > 0 && q->waiting.first)
		reply(entry_list_shift(&q->waiting), err);
	q->halted = false;
}
