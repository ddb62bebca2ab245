/* SPDX-License-Identifier: MIT
 *
 * The console's connection to the database. It never waits: the event loop polls link_fd() for
 * link_events() and calls link_step(); answers arrive as calls from there. It connects by itself,
 * notices by its own deadlines that a server is slow or stopped dead, and comes back by itself
 * (0.2 s to 5 s between attempts, with jitter). Reads that were lost with a connection are asked
 * again on the next one, writes never: their reply says that the outcome is not known.
 *
 * No use trying again (LINK_REFUSED): password or certificate refused, no such database or role,
 * no staff row, schema too old or too new. link_retry() tries all the same.
 */
#ifndef GRIDLINE_STORE_LINK_H
#define GRIDLINE_STORE_LINK_H

#include <stdbool.h>

#include "model/news.h"
#include "model/session.h"
#include "store/target.h"

/* The schema this program was written for (api.session().schema_version). */
#define LINK_SCHEMA_MIN 4
#define LINK_SCHEMA_MAX 4

struct link;

struct link_options {
	struct target target; /* its text is copied */
	int connect_ms;	      /* deadline for one attempt over all hosts; 0: 10 000 */
	int slow_ms;	      /* an answer is overdue after this; 0: 1 000 */
	/* After this a statement is cancelled, which is its answer; a server that does not even
	 * hear that loses the connection. 0: 20 000 */
	int answer_ms;
};

/* Starts connecting at the first link_step(). Never NULL. */
struct link *link_new(const struct link_options *o);
/* Closes without a word to whoever still waits for a reply. */
void link_free(struct link *l);

int link_fd(const struct link *l);	       /* -1 when there is nothing to poll just now */
short link_events(const struct link *l);       /* POLLIN, POLLOUT */
int link_timeout_ms(const struct link *l);     /* until link_step() is wanted anyway; -1: never */
void link_step(struct link *l, short revents); /* 0 when the timeout came */

/* Never NULL; see model/session.h. */
const struct session *link_session(const struct link *l);
/* Never NULL; see model/news.h. A copy (hot standby) tells nothing. */
const struct news *link_news(const struct link *l);
/* Try at once, after LINK_REFUSED too. */
void link_retry(struct link *l);

#endif
