/* SPDX-License-Identifier: MIT */
#include "config.h"

/* The one place where PQcancel() is right: on a thread of its own. */
#include <libpq-fe.h>

static int
cancel_wait(PGcancel *cancel)
{
	char why[256];

	return PQcancel(cancel, why, sizeof why);
}

#include "store/cancel.h"

static void
work(void *job)
{
	/* Whether it was heard shows in the statement's own answer. */
	(void)cancel_wait(job);
}

static void
drop(void *job)
{
	PQfreeCancel(job);
}

struct helper *
cancel_start(PGconn *conn)
{
	PGcancel *cancel = PQgetCancel(conn);

	return cancel ? helper_start(work, drop, cancel) : NULL;
}
