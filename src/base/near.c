/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/near.h"

#include <limits.h>

#include "base/text.h"

static int
min(int a, int b)
{
	return a < b ? a : b;
}

static bool
same_letter(char a, char b)
{
	const char x[2] = { a, '\0' }, y[2] = { b, '\0' };

	return text_same(x, y);
}

int
near_distance(const char *a, const char *b)
{
	int cost[3][NEAR_MAX + 1]; /* rows i - 2, i - 1 and i of the table, in turn */
	size_t na = strlen(a), nb = strlen(b);

	if (na > NEAR_MAX || nb > NEAR_MAX)
		return INT_MAX;
	for (size_t j = 0; j <= nb; j++)
		cost[0][j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		int *now = cost[i % 3], *last = cost[(i + 2) % 3], *before = cost[(i + 1) % 3];

		now[0] = (int)i;
		for (size_t j = 1; j <= nb; j++) {
			bool same = same_letter(a[i - 1], b[j - 1]);

			now[j] = min(min(last[j], now[j - 1]) + 1, last[j - 1] + !same);
			if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
			    same_letter(a[i - 2], b[j - 1]))
				now[j] = min(now[j], before[j - 2] + 1);
		}
	}
	return cost[na % 3][nb];
}

void
near_offer(struct near *n, const char *candidate)
{
	size_t len = strlen(n->wanted);
	int distance = near_distance(n->wanted, candidate);
	int limit = len == 2 ? 1 : (int)(len < NEAR_MAX ? len : NEAR_MAX) / 3;

	if (len >= 2 && text_starts(candidate, n->wanted))
		distance = min(distance, limit);
	if (distance > limit || (n->best && distance >= n->distance))
		return;
	n->best = candidate;
	n->distance = distance;
}
