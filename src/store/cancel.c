/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/cancel.h"

static void
work(void *job)
{
	/* Whether it was heard shows in the statement's own answer. */
	(void)pq_cancel_on_thread(job);
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
