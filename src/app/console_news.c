/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/console_impl.h"
#include "base/text.h"

static void
on_fresh(void *arg, long n, const struct error *err)
{
	struct console *c = arg;

	(void)err; /* a badge that cannot be had is only not shown */
	c->fresh_ticket = 0;
	if (n >= 0 && n != c->fresh) {
		c->fresh = n;
		c->dirty = true;
	}
	if (c->fresh_old)
		console_fresh(c);
}

void
console_fresh(struct console *c)
{
	c->fresh_old = c->fresh_ticket != 0;
	if (!c->fresh_ticket)
		c->fresh_ticket = c->source->ops->tasks_fresh(c->source, on_fresh, c);
}

static void
on_seen(void *arg, long n, const struct error *err)
{
	struct console *c = arg;

	(void)n;
	(void)err;
	c->seen_ticket = 0;
	console_fresh(c);
}

void
console_looked(struct console *c)
{
	const struct session *s = c->source->ops->session(c->source);

	if (c->fresh <= 0 || c->seen_ticket || s->read_only || s->link != LINK_UP ||
	    !text_same(console_top(c)->ops->name, "tasks"))
		return;
	c->seen_ticket = c->source->ops->tasks_seen(c->source, on_seen, c);
}

/* The lowest screen that is seen: those above it are boxes over it. */
static size_t
lowest_seen(const struct console *c)
{
	size_t i = c->depth - 1;

	while (i > 0 && c->stack[i]->ops->popup)
		i--;
	return i;
}

static void
keep(struct console *c, unsigned kinds)
{
	for (size_t i = 0; i < c->depth; i++)
		c->stack[i]->news |= kinds;
	if (kinds & (NEWS_BIT(NEWS_LINE) | NEWS_BIT(NEWS_TASKING)))
		c->summary_old = true;
	if (kinds & NEWS_BIT(NEWS_TASKING))
		console_fresh(c);
}

void
console_news(struct console *c)
{
	const struct news *now = c->source->ops->news(c->source);
	const unsigned kinds = news_since(now, &c->news);
	struct view *v;

	c->news = *now;
	if (kinds)
		keep(c, kinds);
	for (size_t i = lowest_seen(c); i < c->depth; i++) {
		v = c->stack[i];
		if (!v->news)
			continue;
		/* What nobody asked for nobody waits for. */
		if (c->source->ops->pending(c->source) == 0)
			c->unasked = true;
		if (v->ops->news)
			v->ops->news(v, v->news);
		v->news = 0;
	}
}
