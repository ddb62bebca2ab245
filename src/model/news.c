/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/news.h"

#include <string.h>

#define MS INT64_C(1000)

/* Who follows a meeting waits for it, so that is told of sooner than the rest. */
static const struct {
	const char *word;
	int64_t rest_us;   /* told of once in so long, at most */
	int64_t spread_us; /* and up to so much later, differently at each desk */
} kinds[NEWS_KINDS] = {
	[NEWS_TASKING] = { "tasking", 300 * MS, 200 * MS },
	[NEWS_REVIEW] = { "review", 150 * MS, 50 * MS },
	[NEWS_LINE] = { "line", 300 * MS, 200 * MS },
};

unsigned
news_kinds(const char *payload)
{
	for (unsigned i = 0; i < NEWS_KINDS; i++)
		if (strcmp(payload, kinds[i].word) == 0)
			return NEWS_BIT(i);
	return NEWS_ALL;
}

unsigned
news_since(const struct news *now, const struct news *before)
{
	unsigned found = 0;

	for (unsigned i = 0; i < NEWS_KINDS; i++)
		if (now->told[i] != before->told[i])
			found |= NEWS_BIT(i);
	return found;
}

/* xorshift: good enough to keep desks apart. */
static int64_t
spread(struct news_pace *p, int64_t most)
{
	p->seed ^= p->seed << 13;
	p->seed ^= p->seed >> 17;
	p->seed ^= p->seed << 5;
	return (int64_t)(p->seed % (uint32_t)most);
}

void
news_hear(struct news_pace *p, unsigned heard, int64_t now)
{
	int64_t from;

	for (unsigned i = 0; i < NEWS_KINDS; i++) {
		if (!(heard & NEWS_BIT(i)) || p->due[i])
			continue;
		from = p->last[i] ? p->last[i] + kinds[i].rest_us : now;
		p->due[i] = (from > now ? from : now) + 1 + spread(p, kinds[i].spread_us);
	}
}

int64_t
news_due(const struct news_pace *p)
{
	int64_t at = INT64_MAX;

	for (unsigned i = 0; i < NEWS_KINDS; i++)
		if (p->due[i] && p->due[i] < at)
			at = p->due[i];
	return at;
}

unsigned
news_tell(struct news_pace *p, struct news *news, int64_t now)
{
	unsigned told = 0;

	if (news_due(p) > now)
		return 0;
	/* What may go goes along: one write often changes several kinds. */
	for (unsigned i = 0; i < NEWS_KINDS; i++) {
		if (!p->due[i] || (p->due[i] > now && p->last[i] + kinds[i].rest_us > now))
			continue;
		p->due[i] = 0;
		p->last[i] = now;
		news->told[i]++;
		told |= NEWS_BIT(i);
	}
	return told;
}
