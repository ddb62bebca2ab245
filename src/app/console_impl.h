/* SPDX-License-Identifier: MIT
 *
 * The inside of the console, for the console_*.c files alone.
 */
#ifndef GRIDLINE_APP_CONSOLE_IMPL_H
#define GRIDLINE_APP_CONSOLE_IMPL_H

#include "app/console.h"
#include "app/timers.h"
#include "base/buf.h"
#include "term/prompt.h"
#include "view/services.h"

#define CONSOLE_ROWS_MIN 5 /* on less than this nothing is shown and keys do nothing */
#define CONSOLE_COLS_MIN 20
#define CONSOLE_DEPTH 16     /* screens on the stack */
#define CONSOLE_MESSAGES 200 /* remembered for :messages */

struct console_message {
	enum message_kind kind;
	char *text;
};

struct console {
	struct app_services services; /* first: services are the console */
	struct console_settings settings;
	struct screen *screen;
	struct source *source;
	struct timers timers;

	struct view *stack[CONSOLE_DEPTH];
	size_t depth;
	bool leaves[CONSOLE_DEPTH]; /* the screen has asked to go */
	enum request posted;	    /* to be done after the present one */
	char *posted_arg;

	struct prompt *prompt; /* NULL: none */
	struct ask ask;	       /* what it is for; label and initial text are gone */

	struct console_message messages[CONSOLE_MESSAGES]; /* a ring */
	size_t nmessages, newest;
	bool message_shown; /* the newest stands at the foot */

	struct terms terms;
	struct summary summary;
	source_ticket terms_ticket, summary_ticket;
	int64_t summary_us; /* when it was last asked for */
	int64_t summary_took_us;
	bool summary_old; /* others changed something since */

	unsigned generation; /* of the session, as last seen */
	struct news news;    /* as last told */
	long fresh;	     /* taskings others did something to: the badge */
	source_ticket fresh_ticket, seen_ticket;
	bool counted;	  /* asked for once, after the first rows */
	bool fresh_old;	  /* asked for before the latest news */
	bool unasked;	  /* what runs was begun by news: no word of it */
	bool working;	  /* the user has waited long enough to be told */
	bool dirty, full; /* frame to be drawn; everything to be drawn */
	int prompt_rows;  /* at the last drawing */
	bool done, suspend;
	bool start_by_role; /* the first screen is still to be chosen, see start.view */
	struct buf status;
};

/* console.c */
struct view *console_top(const struct console *c);
void console_push(struct console *c, struct view *v);
void console_pop(struct console *c);	/* the top one, now; the last one stays */
void console_settle(struct console *c); /* what was put off during a call */
/* Do a request: the screen on top first, then the console itself. */
void console_request(struct console *c, enum request r, const char *arg);
void console_full(struct console *c); /* draw everything anew */
/* An Alt key that means nothing: Esc, and the key. */
void console_split_alt(struct console *c, const struct key *key);

/* console_go.c: open the screen that a request names; false if it names none. */
bool console_go(struct console *c, enum request r, const char *arg);

/* console_draw.c: when the clock in the banner changes next; -1: there is none. */
int64_t console_clock_due(const struct console *c, int64_t now);

/* console_go.c: go to the screen of a request; false if it has none. arg: as of console_request().
 */
bool console_go(struct console *c, enum request r, const char *arg);

/* console_news.c: pass on what others changed to the screens that are seen. */
void console_news(struct console *c);
void console_fresh(struct console *c);	/* ask for the number of the badge */
void console_looked(struct console *c); /* a key: whoever has their taskings before them looks */

/* console_services.c */
void console_services_init(struct console *c);
void console_message(struct console *c, enum message_kind kind, const char *fmt, ...)
    ATTR_PRINTF(3, 4);
void console_message_free(struct console *c);
struct view *console_messages_view(struct console *c);
void console_forget(struct console *c); /* cancel what it asked for itself */

/* console_ask.c */
void console_ask(struct console *c, const struct ask *ask);
void console_ask_key(struct console *c, const struct key *key);
void console_ask_close(struct console *c);   /* as Esc, but nobody is told */
void console_ask_command(struct console *c); /* the ':' line */
void console_ask_leave(struct console *c);   /* sure? */

#endif
