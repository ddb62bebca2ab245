/* SPDX-License-Identifier: MIT
 *
 * "Did you mean ...?": the known name nearest in spelling to one that is not known. Used wherever
 * people type names (filters, settings, commands, reference codes).
 */
#ifndef GRIDLINE_BASE_NEAR_H
#define GRIDLINE_BASE_NEAR_H

#include <stddef.h>

/* Edits (insert, delete, change, swap of neighbours) between two words, ASCII letters compared
 * without case. Words longer than NEAR_MAX bytes are never near. */
#define NEAR_MAX 63
int near_distance(const char *a, const char *b);

/* Offer candidates one by one: near_offer() keeps the best of those near enough to be meant (one
 * edit in three letters, one in two, or the beginning of the candidate). best is NULL if none was.
 */
struct near {
	const char *wanted;
	const char *best;
	int distance;
};
#define NEAR_INIT(word) \
	{ \
		.wanted = (word), .best = NULL, .distance = 0 \
	}
void near_offer(struct near *n, const char *candidate);

#endif
