/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/run_wait.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>

#include "store/cancel.h"
#include "store/now.h"

#define RUN_SLICE_MS 200
#define RUN_STRIKE_US 3000000

static int
slice(int64_t deadline)
{
	const int left = deadline ? now_until_ms(deadline) : RUN_SLICE_MS;

	return left < RUN_SLICE_MS ? left : RUN_SLICE_MS;
}

bool
run_wait(struct run *run, short events, int64_t deadline, struct error *err)
{
	struct pollfd fd = { .fd = PQsocket(run->conn), .events = events };

	for (;;) {
		const int n = poll(&fd, 1, slice(deadline));

		if (n > 0)
			return true;
		if (n < 0 && errno != EINTR)
			return error_set(err, "waiting for the server: %s", strerror(errno));
		if (run->o.waiting && !run->o.waiting(run->o.arg)) {
			error_set(err, "stopped on request");
			snprintf(err->sqlstate, sizeof err->sqlstate, "%s", GATE_CANCELLED);
			return false;
		}
		if (deadline && now_us() >= deadline) {
			error_set(err, "the server does not answer");
			snprintf(err->sqlstate, sizeof err->sqlstate, "%s", GATE_LOST);
			return false;
		}
	}
}

static int64_t
answer_deadline(const struct run *run)
{
	return run->o.answer_ms > 0 ? now_us() + (int64_t)run->o.answer_ms * NOW_MS : 0;
}

bool
run_flush(struct run *run, struct error *err)
{
	const int64_t deadline = answer_deadline(run);
	int left;

	while ((left = PQflush(run->conn)) > 0) {
		if (!run_wait(run, POLLIN | POLLOUT, deadline, err))
			return false;
		/* The server may be stuck until we take what it has to say. */
		if (!PQconsumeInput(run->conn))
			return gate_result(NULL, run->conn, err);
	}
	return left == 0 || gate_result(NULL, run->conn, err);
}

static bool
fill_input(struct run *run, int64_t deadline, struct error *err)
{
	while (PQisBusy(run->conn)) {
		if (!run_wait(run, POLLIN, deadline, err))
			return false;
		if (!PQconsumeInput(run->conn))
			return gate_result(NULL, run->conn, err);
	}
	return true;
}

bool
run_result(struct run *run, PGresult **result, struct error *err)
{
	*result = NULL;
	if (!run_flush(run, err) || !fill_input(run, answer_deadline(run), err)) {
		run_strike(run);
		return false;
	}
	*result = PQgetResult(run->conn);
	return true;
}

/* True once nothing is left; false if the deadline came first. */
static bool
drain_until(struct run *run, int64_t deadline)
{
	bool (*hook)(void *) = run->o.waiting;
	bool empty = false;

	run->o.waiting = NULL; /* it has had its say */
	while (!empty && PQstatus(run->conn) == CONNECTION_OK &&
	    fill_input(run, deadline, &(struct error)ERROR_INIT)) {
		PGresult *result = PQgetResult(run->conn);

		empty = !result;
		PQclear(result);
	}
	run->o.waiting = hook;
	return empty;
}

static void
break_off(struct run *run)
{
	/* A connection that is out of step must not be used again; PQfinish() comes later. */
	if (PQsocket(run->conn) >= 0)
		shutdown(PQsocket(run->conn), SHUT_RDWR);
	PQconsumeInput(run->conn);
}

void
run_drain(struct run *run)
{
	if (!drain_until(run, now_us() + RUN_STRIKE_US))
		break_off(run);
}

void
run_strike(struct run *run)
{
	struct helper *cancel;

	if (PQstatus(run->conn) != CONNECTION_OK)
		return;
	cancel = cancel_start(run->conn);
	run_drain(run);
	helper_release(cancel);
}
