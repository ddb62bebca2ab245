/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/console_impl.h"

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
