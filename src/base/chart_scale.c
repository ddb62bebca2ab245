/* SPDX-License-Identifier: MIT
 *
 * From numbers to cells. Shares are worked out in floating point: the product of two longs may be
 * more than a long holds.
 */
#include "config.h"

#include "base/chart.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

long
chart_add(long a, long b)
{
	long sum;

	if (__builtin_add_overflow(a, b, &sum))
		return a < 0 ? LONG_MIN : LONG_MAX;
	return sum;
}

int
chart_eighths(long value, long greatest, int cells)
{
	long eighths;

	if (value <= 0 || greatest <= 0)
		return 0;
	if (value > greatest)
		value = greatest;
	eighths = (long)((double)value / (double)greatest * 8 * cells + 0.5);
	return eighths < 1 ? 1 : (int)eighths;
}

int
chart_shade(long value, long greatest)
{
	int shade;

	if (value <= 0 || greatest <= 0)
		return 0;
	shade = (int)((double)value / (double)greatest * (CHART_SHADES - 1) + 0.999999);
	return shade < 1 ? 1 : shade > CHART_SHADES - 1 ? CHART_SHADES - 1 : shade;
}

const char *
chart_shade_sign(int shade, bool utf8)
{
	static const char *const block[CHART_SHADES] = { " ", "░", "▒", "▓", "█" };
	static const char *const ascii[CHART_SHADES] = { " ", ".", ":", "+", "#" };

	if (shade < 0 || shade >= CHART_SHADES)
		shade = 0;
	return utf8 ? block[shade] : ascii[shade];
}

long
chart_round_up(long value)
{
	long power = 1;

	if (value <= 1)
		return 1;
	for (;;) {
		if (value <= power)
			return power;
		if (value <= power * 2)
			return power * 2;
		if (value <= power * 5)
			return power * 5;
		if (power > LONG_MAX / 50)
			return LONG_MAX;
		power *= 10;
	}
}

static void
with_commas(long value, char out[32])
{
	char digits[24];
	size_t len, i, to = 0;

	snprintf(digits, sizeof digits, "%lu",
	    value < 0 ? 0UL - (unsigned long)value : (unsigned long)value);
	len = strlen(digits);
	if (value < 0)
		out[to++] = '-';
	for (i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			out[to++] = ',';
		out[to++] = digits[i];
	}
	out[to] = '\0';
}

const char *
chart_number(long value, int cells, char out[32])
{
	static const struct {
		long unit;
		char sign;
	} units[] = { { 1000, 'k' }, { 1000000, 'm' }, { 1000000000, 'b' } };
	size_t i;

	with_commas(value, out);
	if ((int)strlen(out) <= cells)
		return out;
	snprintf(out, 32, "%ld", value);
	for (i = 0; i < 3 && (int)strlen(out) > cells && (value >= 1000 || value <= -1000); i++)
		snprintf(out, 32, "%ld%c", value / units[i].unit, units[i].sign);
	return out;
}

int
chart_number_cells(long value)
{
	char out[32];

	with_commas(value, out);
	return (int)strlen(out);
}
