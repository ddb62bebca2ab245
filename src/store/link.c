/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/link.h"

#include <poll.h>
#include <stdlib.h>

#include "store/link_ask.h"
#include "store/link_state.h"
#include "store/now.h"

#define LINK_CONNECT_MS 10000
#define LINK_SLOW_MS 1000
#define LINK_ANSWER_MS 20000
#define LINK_LOOK_MS 20 /* how often to look whether names are looked up */
#define LINK_RETRY_MAX_MS 5000

void
link_say(struct link *l, enum link_state state, const struct error *why)
{
	struct session *s = &l->session;
	char text[sizeof s->text] = "";

	if (why && why->hint[0]) {
		struct error stem = *why;

		stem.text[error_stem(why)] = '\0';
		snprintf(text, sizeof text, "%.140s; %.100s", stem.text, why->hint);
	} else if (why) {
		snprintf(text, sizeof text, "%.250s", why->text);
	}
	if (s->link == state && strcmp(s->text, text) == 0)
		return;
	s->link = state;
	memcpy(s->text, text, sizeof text);
	s->generation++;
}

static int
or_default(int value, int otherwise)
{
	return value > 0 ? value : otherwise;
}

struct link *
link_new(const struct link_options *o)
{
	struct link *l = xcalloc(1, sizeof *l);

	l->o = *o;
	l->o.connect_ms = or_default(o->connect_ms, LINK_CONNECT_MS);
	l->o.slow_ms = or_default(o->slow_ms, LINK_SLOW_MS);
	l->o.answer_ms = or_default(o->answer_ms, LINK_ANSWER_MS);
	l->conninfo = xstrdup(o->target.conninfo ? o->target.conninfo : "");
	l->o.target.conninfo = l->conninfo;
	l->queue = queue_new();
	l->backoff_ms = LINK_RETRY_MIN_MS;
	l->pace.seed = (uint32_t)now_us() | 1;
	l->session.link = LINK_CONNECTING;
	l->session.today = DATE_NONE;
	l->session.generation = 1;
	return l;
}

static void
hang_up(struct link *l)
{
	helper_release(l->cancel);
	l->cancel = NULL;
	resolve_free(l->resolve);
	l->resolve = NULL;
	PQfinish(l->conn);
	l->conn = NULL;
	l->events = 0;
	l->greeted = false;
}

void
link_free(struct link *l)
{
	if (!l)
		return;
	hang_up(l);
	queue_free(l->queue);
	target_hosts_free(&l->hosts);
	free(l->conninfo);
	free(l);
}

void
link_refuse(struct link *l, const struct error *why)
{
	l->refusal = *why;
	hang_up(l);
	l->phase = PHASE_REFUSED;
	link_say(l, LINK_REFUSED, why);
	queue_fail(l->queue, &l->refusal);
}

/* Try again after a while: between half and all of the back-off, so that a hundred consoles do not
 * come back at the same moment. */
void
link_lose_for(struct link *l, const struct error *why)
{
	const int64_t wait = (int64_t)l->backoff_ms * NOW_MS;

	hang_up(l);
	l->phase = PHASE_WAITING;
	l->retry_at = now_us() + wait / 2 + now_us() % (wait / 2);
	l->backoff_ms *= 2;
	if (l->backoff_ms > LINK_RETRY_MAX_MS)
		l->backoff_ms = LINK_RETRY_MAX_MS;
	link_say(l, LINK_LOST, why);
	queue_lost(l->queue);
}

void
link_lose(struct link *l, const char *text, const char *hint)
{
	struct error why = ERROR_INIT;

	error_set(&why, "%s", text);
	error_hint(&why, "%s", hint);
	link_lose_for(l, &why);
}

void
link_lose_connection(struct link *l)
{
	struct error why = ERROR_INIT;

	if (l->phase == PHASE_ONLINE)
		gate_result(NULL, l->conn, &why);
	else
		gate_connection(l->conn, &why);
	error_hint(&why, "trying again");
	link_lose_for(l, &why);
}

/* Promoted or, on a switch of hosts, met again as a copy: libpq is told of it unasked. */
static void
follow_standby(struct link *l)
{
	const char *standby = PQparameterStatus(l->conn, "in_hot_standby");
	const bool read_only = standby && strcmp(standby, "on") == 0;

	if (!l->greeted || !standby || l->session.read_only == read_only)
		return;
	l->session.read_only = read_only;
	l->session.generation++;
	if (!read_only) {
		link_listen(l);
		link_missed(l);
	}
}

static bool
exchange(struct link *l, short revents)
{
	if (revents & (POLLIN | POLLHUP | POLLERR) && !PQconsumeInput(l->conn))
		return false;
	if (!queue_receive(l->queue, l->conn))
		return false;
	link_hear(l); /* after the answers: before them it may still stand behind one */
	return l->refusal.text[0] || queue_send(l->queue, l->conn);
}

static void
talk(struct link *l, short revents)
{
	int left;

	if (!exchange(l, revents)) {
		link_lose_connection(l);
		return;
	}
	if (l->refusal.text[0]) {
		const struct error why = l->refusal;

		link_refuse(l, &why);
		return;
	}
	if (l->greeting_failed) {
		link_lose(l, "the server would not say who you are", "trying again");
		return;
	}
	left = PQflush(l->conn);
	if (left < 0) {
		link_lose_connection(l);
		return;
	}
	l->events = (short)(left ? POLLIN | POLLOUT : POLLIN);
	follow_standby(l);
	if (link_keep_deadlines(l))
		link_say_pace(l);
}

void
link_step(struct link *l, short revents)
{
	switch (l->phase) {
	case PHASE_WAITING:
		if (now_us() >= l->retry_at)
			link_start(l);
		break;
	case PHASE_RESOLVING:
		link_resolve_more(l);
		break;
	case PHASE_CONNECTING:
		link_connect_more(l, revents);
		if (l->phase == PHASE_ONLINE)
			talk(l, 0);
		break;
	case PHASE_ONLINE:
		talk(l, revents);
		break;
	case PHASE_REFUSED:
		queue_fail(l->queue, &l->refusal);
		break;
	}
}

int
link_fd(const struct link *l)
{
	return l->conn ? PQsocket(l->conn) : -1;
}

short
link_events(const struct link *l)
{
	return l->events;
}

int
link_timeout_ms(const struct link *l)
{
	int64_t at = INT64_MAX;

	switch (l->phase) {
	case PHASE_WAITING:
		at = l->retry_at;
		break;
	case PHASE_RESOLVING:
		at = now_us() + LINK_LOOK_MS * NOW_MS;
		break;
	case PHASE_CONNECTING:
		at = l->give_up_at;
		break;
	case PHASE_ONLINE:
		at = link_next_deadline(l);
		break;
	case PHASE_REFUSED:
		at = queue_pending(l->queue) ? 0 : INT64_MAX;
		break;
	}
	return at == INT64_MAX ? -1 : now_until_ms(at);
}

const struct session *
link_session(const struct link *l)
{
	return &l->session;
}

void
link_retry(struct link *l)
{
	if (l->phase != PHASE_REFUSED && l->phase != PHASE_WAITING)
		return;
	l->phase = PHASE_WAITING;
	l->retry_at = 0;
	l->backoff_ms = LINK_RETRY_MIN_MS;
	if (l->session.link == LINK_REFUSED)
		link_say(l, LINK_CONNECTING, NULL);
}

uint64_t
link_ask(struct link *l, const struct ask *ask)
{
	return queue_add(l->queue, ask);
}

void
link_drop(struct link *l, uint64_t ticket)
{
	queue_drop(l->queue, ticket);
}
