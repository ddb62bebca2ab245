/* SPDX-License-Identifier: MIT
 *
 * News: the database says that something of a kind was changed, and what is shown of that kind is
 * worth asking for again. It never says what: anybody who may connect can send such a word, so
 * that it is a hint and no more, and a word that is not known counts as every kind.
 *
 * A source keeps a count for each kind, which goes up when it is time to ask again. It goes up at
 * most a few times a second however many words come, and not in the same instant at every desk.
 */
#ifndef GRIDLINE_MODEL_NEWS_H
#define GRIDLINE_MODEL_NEWS_H

#include <stdint.h>

enum news_kind { NEWS_TASKING, NEWS_REVIEW, NEWS_LINE, NEWS_KINDS };

#define NEWS_BIT(kind) (1U << (kind))
#define NEWS_ALL (NEWS_BIT(NEWS_KINDS) - 1)

struct news {
	unsigned told[NEWS_KINDS]; /* how often there was news of it; only ever compared */
};

/* The kinds (bits) a payload names. */
unsigned news_kinds(const char *payload);
/* The kinds that were told of between two states. */
unsigned news_since(const struct news *now, const struct news *before);

/* Holds back what comes in a flood. Times are microseconds of one clock, as the caller has it. */
struct news_pace {
	int64_t due[NEWS_KINDS];  /* 0: nothing was heard */
	int64_t last[NEWS_KINDS]; /* when it was told of */
	uint32_t seed;		  /* of the spread between desks; not 0 */
};

void news_hear(struct news_pace *p, unsigned kinds, int64_t now);
/* Tell what is due by now; the kinds, 0 for none. */
unsigned news_tell(struct news_pace *p, struct news *news, int64_t now);
/* When something is due; INT64_MAX: nothing was heard. */
int64_t news_due(const struct news_pace *p);

#endif
