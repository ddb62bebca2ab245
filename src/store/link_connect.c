/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <poll.h>

#include "store/greeting.h"
#include "store/link_ask.h"
#include "store/link_state.h"
#include "store/now.h"

/* Told from within the reply: what was asked with it must not be answered from this database. */
static void
turn_away(struct link *l, const struct error *why)
{
	l->refusal = *why;
	queue_halt(l->queue);
}

static void
greeted(void *arg, const struct rows *rows, const struct error *failure)
{
	struct link *l = arg;
	struct error err = ERROR_INIT;

	if (failure) {
		err = *failure;
		if (greeting_refused(&err)) {
			turn_away(l, &err);
		} else {
			l->greeting_failed = true;
			queue_halt(l->queue);
		}
		return;
	}
	if (!greeting_read(&l->session, rows, &err)) {
		turn_away(l, &err);
		return;
	}
	l->greeted = true;
	queue_trial(l->queue, false);
	l->backoff_ms = LINK_RETRY_MIN_MS;
	l->session.generation++;
	link_say(l, LINK_UP, NULL);
	if (l->was_up)
		link_missed(l);
	l->was_up = true;
}

static void
ignore_notice(void *arg, const PGresult *notice)
{
	(void)arg;
	(void)notice;
}

static void
go_online(struct link *l)
{
	struct ask ask;

	PQsetErrorVerbosity(l->conn, PQERRORS_DEFAULT);
	PQsetnonblocking(l->conn, 1);
	PQenterPipelineMode(l->conn);
	l->turns = 0;
	l->phase = PHASE_ONLINE;
	l->events = POLLIN;
	l->refusal = (struct error)ERROR_INIT;
	l->greeting_failed = false;
	ask = link_own_ask(l, "session", greeted);
	queue_add_second(l->queue, &ask);
	queue_trial(l->queue, true);
	/* PGDATESTYLE, PGTZ and a role's own settings reach here. */
	ask = link_own_ask(l, "session_style", NULL);
	queue_add_first(l->queue, &ask);
	link_listen(l);
}

static void
give_up_after(struct link *l)
{
	l->give_up_at = now_us() + (int64_t)l->o.connect_ms * NOW_MS;
}

static void
connect_now(struct link *l)
{
	for (unsigned i = 0; i < l->turns; i++)
		target_hosts_turn(&l->hosts);
	l->conn = target_start(&l->o.target, l->hosts.host || l->hosts.hostaddr ? &l->hosts : NULL);
	if (!l->conn || PQstatus(l->conn) == CONNECTION_BAD) {
		link_lose_connection(l);
		return;
	}
	PQsetNoticeReceiver(l->conn, ignore_notice, NULL);
	l->phase = PHASE_CONNECTING;
	l->events = POLLOUT;
	give_up_after(l);
}

void
link_start(struct link *l)
{
	target_hosts_read(&l->hosts, &l->o.target);
	if (resolve_needed(&l->hosts))
		l->resolve = resolve_start(&l->hosts);
	if (!l->resolve) {
		connect_now(l);
		return;
	}
	l->phase = PHASE_RESOLVING;
	give_up_after(l);
}

void
link_resolve_more(struct link *l)
{
	struct error why = ERROR_INIT;

	if (!resolve_done(l->resolve)) {
		if (now_us() >= l->give_up_at)
			link_lose(l, "no name server answers", "trying again");
		return;
	}
	if (!resolve_take(l->resolve, &l->hosts, &why)) {
		link_lose_for(l, &why);
		return;
	}
	resolve_free(l->resolve);
	l->resolve = NULL;
	connect_now(l);
}

static void
connect_failed(struct link *l)
{
	struct error why = ERROR_INIT;

	gate_connection(l->conn, &why);
	if (gate_useless(&why))
		link_refuse(l, &why);
	else
		link_lose_for(l, &why);
}

void
link_connect_more(struct link *l, short revents)
{
	if (!revents) {
		if (now_us() >= l->give_up_at) {
			l->turns++;
			link_lose(l, "the server does not answer", "trying again");
		}
		return;
	}
	switch (PQconnectPoll(l->conn)) {
	case PGRES_POLLING_READING:
		l->events = POLLIN;
		break;
	case PGRES_POLLING_WRITING:
		l->events = POLLOUT;
		break;
	case PGRES_POLLING_OK:
		go_online(l);
		break;
	case PGRES_POLLING_FAILED:
	case PGRES_POLLING_ACTIVE:
		connect_failed(l);
		break;
	}
}
