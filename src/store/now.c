/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/now.h"

#include <limits.h>

int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int
now_until_ms(int64_t at)
{
	int64_t left = at - now_us();

	if (left <= 0)
		return 0;
	left = (left + NOW_MS - 1) / NOW_MS;
	return left > INT_MAX ? INT_MAX : (int)left;
}
