/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/scale.h"

#include <stdbool.h>
#include <stddef.h>

static bool
is_whole(double x)
{
	return x < 1e15 && (double)(long long)x >= x;
}

/* The number of steps up to the greatest, rounded up, without libm. */
static int
steps_to(double greatest, double step)
{
	int n = (int)(greatest / step);

	return (double)n * step < greatest ? n + 1 : n;
}

struct scale
scale_nice(double greatest, int most_ticks)
{
	static const double mantissa[] = { 1, 2, 5 };
	double power = 1;
	size_t i = 0;

	if (!(greatest > 0))
		greatest = 1;
	while (!is_whole(greatest) && power > greatest / 100)
		power /= 10;
	while (greatest / (mantissa[i] * power) > most_ticks) {
		if (++i == 3) {
			i = 0;
			power *= 10;
		}
	}
	return (struct scale){ .top = steps_to(greatest, mantissa[i] * power) * mantissa[i] * power,
		.step = mantissa[i] * power,
		.ticks = steps_to(greatest, mantissa[i] * power) };
}
