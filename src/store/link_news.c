/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/link_state.h"

#include <stdlib.h>

#include "store/now.h"
#include "store/statement.h"

static void
ignore_reply(void *arg, const struct rows *rows, const struct error *err)
{
	(void)arg;
	(void)rows;
	(void)err;
}

struct ask
link_own_ask(struct link *l, const char *statement, ask_fn *fn)
{
	return (struct ask){ .kind = ASK_GREETING,
		.sql = xstrdup(statement_find(statement)),
		.params = PARAMS_INIT,
		.fn = fn ? fn : ignore_reply,
		.arg = l };
}

/* A copy refuses; then nothing is told, and what is shown is as old as its last reading. */
void
link_listen(struct link *l)
{
	struct ask ask = link_own_ask(l, "listen", NULL);

	queue_add_first(l->queue, &ask);
}

void
link_missed(struct link *l)
{
	news_hear(&l->pace, NEWS_ALL, now_us());
}

void
link_hear(struct link *l)
{
	const int64_t now = now_us();
	unsigned kinds = 0;
	PGnotify *n;

	while ((n = PQnotifies(l->conn))) {
		kinds |= news_kinds(n->extra);
		PQfreemem(n);
	}
	if (kinds)
		news_hear(&l->pace, kinds, now);
	news_tell(&l->pace, &l->news, now);
}

const struct news *
link_news(const struct link *l)
{
	return &l->news;
}
