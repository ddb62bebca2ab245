/* SPDX-License-Identifier: MIT
 *
 * The inside of a link, for its three files: link.c (connecting, talking, losing, refusing),
 * link_pace.c (deadlines) and link_news.c (what the database tells unasked).
 */
#ifndef GRIDLINE_STORE_LINK_STATE_H
#define GRIDLINE_STORE_LINK_STATE_H

#include "model/news.h"
#include "store/helper.h"
#include "store/link.h"
#include "store/queue.h"
#include "store/resolve.h"
#include "store/target_pq.h"

enum link_phase {
	PHASE_WAITING,	  /* for retry_at */
	PHASE_RESOLVING,  /* names are looked up, until give_up_at */
	PHASE_CONNECTING, /* libpq is at it, until give_up_at */
	PHASE_ONLINE,
	PHASE_REFUSED
};

struct link {
	struct link_options o;
	char *conninfo;
	enum link_phase phase;
	PGconn *conn;		   /* while CONNECTING and ONLINE */
	struct target_hosts hosts; /* of this attempt */
	unsigned turns;		   /* by how many the hosts are turned: see target_pq.h */
	struct resolve *resolve;   /* while RESOLVING */
	short events;		   /* what poll() shall watch for */
	int64_t retry_at, give_up_at;
	int backoff_ms;
	bool greeted; /* the session is known on this connection */
	bool greeting_failed;
	struct queue *queue;
	struct helper *cancel; /* under way or heard */
	int64_t cancel_at;
	struct session session;
	struct news news;
	struct news_pace pace;
	bool was_up;	      /* on a connection before this one */
	struct error refusal; /* answers everything while REFUSED */
};

/* Put the state into the session; a change makes it a new generation. why: NULL when all is well.
 */
void link_say(struct link *l, enum link_state state, const struct error *why);
/* Hang up, and try again after a while. */
void link_lose(struct link *l, const char *text, const char *hint);

/* What nobody wants any more is struck, and a server that does not answer is left: false then. */
bool link_keep_deadlines(struct link *l);
/* Up, or slow? */
void link_say_pace(struct link *l);
/* A statement of our own, for this connection only; fn NULL: its answer is of no interest. */
struct ask link_own_ask(struct link *l, const char *statement, ask_fn *fn);

/* Ask to be told, before anything else is read: what is changed after that is told of. */
void link_listen(struct link *l);
/* Take what was told; from libpq's buffer, not from the line. */
void link_hear(struct link *l);
/* All may have changed while nobody could tell us. */
void link_missed(struct link *l);

/* When (now_us) online things need looking at even if nothing comes; INT64_MAX: never. */
int64_t link_next_deadline(const struct link *l);

#endif
