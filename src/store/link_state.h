/* SPDX-License-Identifier: MIT
 *
 * The inside of a link, for its four files: link.c (talking, losing, refusing), link_connect.c
 * (from names to a session), link_pace.c (deadlines) and link_news.c (what the database tells
 * unasked).
 */
#ifndef GRIDLINE_STORE_LINK_STATE_H
#define GRIDLINE_STORE_LINK_STATE_H

#include "model/news.h"
#include "store/helper.h"
#include "store/link.h"
#include "store/queue.h"
#include "store/resolve.h"
#include "store/target_pq.h"

#define LINK_RETRY_MIN_MS 200 /* the first back-off; each loss doubles it */

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
void link_lose_for(struct link *l, const struct error *why);
/* The same for what libpq says of the connection. */
void link_lose_connection(struct link *l);
/* Hang up for good: another attempt would end no better. */
void link_refuse(struct link *l, const struct error *why);

/* An attempt to connect, from looking up names to the question who we are; each goes on as far as
 * it can without waiting, and ends ONLINE or in one of the above. */
void link_start(struct link *l);
void link_resolve_more(struct link *l);
void link_connect_more(struct link *l, short revents);

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
