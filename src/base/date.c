/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/date.h"

#define DAYS_IN_ERA 146097 /* 400 Gregorian years */
#define EPOCH_SHIFT 719468 /* from 0000-03-01 to 1970-01-01 */
#define YEAR_MIN 1
#define YEAR_MAX 9999

/* Division and remainder that go on downwards below zero. */
static int
floor_div(int a, int b)
{
	return a / b - (a % b < 0);
}

static int
floor_mod(int a, int b)
{
	return a - floor_div(a, b) * b;
}

/* Years are counted from March, so that the leap day is the last of its year. */
static date_days
days_from_civil(struct civil c)
{
	int year = c.year - (c.month <= 2);
	int era = floor_div(year, 400);
	int year_of_era = year - era * 400;
	int day_of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * DAYS_IN_ERA + day_of_era - EPOCH_SHIFT;
}

struct civil
date_to_civil(date_days d)
{
	int shifted = d + EPOCH_SHIFT;
	int era = floor_div(shifted, DAYS_IN_ERA);
	int doe = shifted - era * DAYS_IN_ERA;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int month = (5 * doy + 2) / 153;
	struct civil c;

	c.day = doy - (153 * month + 2) / 5 + 1;
	c.month = month < 10 ? month + 3 : month - 9;
	c.year = yoe + era * 400 + (c.month <= 2);
	return c;
}

date_days
date_from_civil(struct civil c)
{
	struct civil back;
	date_days d;

	if (c.year < YEAR_MIN || c.year > YEAR_MAX || c.month < 1 || c.month > 12 || c.day < 1 ||
	    c.day > 31)
		return DATE_NONE;
	d = days_from_civil(c);
	back = date_to_civil(d);
	return back.month == c.month ? d : DATE_NONE;
}

/* Exactly n digits; -1 if there are others. */
static int
digits(const char *s, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

bool
date_parse(const char *s, date_days *d)
{
	struct civil c;
	date_days found;

	if (strlen(s) != DATE_TEXT - 1 || s[4] != '-' || s[7] != '-')
		return false;
	c.year = digits(s, 4);
	c.month = digits(s + 5, 2);
	c.day = digits(s + 8, 2);
	found = date_from_civil(c);
	if (found == DATE_NONE)
		return false;
	*d = found;
	return true;
}

static void
put_digits(char *out, int n, int value)
{
	while (n-- > 0) {
		out[n] = (char)('0' + value % 10);
		value /= 10;
	}
}

void
date_format(date_days d, char out[DATE_TEXT])
{
	struct civil c;

	out[0] = '\0';
	if (d < DATE_MIN || d > DATE_MAX)
		return;
	c = date_to_civil(d);
	put_digits(out, 4, c.year);
	put_digits(out + 5, 2, c.month);
	put_digits(out + 8, 2, c.day);
	out[4] = out[7] = '-';
	out[DATE_TEXT - 1] = '\0';
}

int
date_weekday(date_days d)
{
	return floor_mod(d + 3, 7) + 1; /* 1970-01-01 was a Thursday */
}

/* The first ISO week of a year is the one that holds 4 January. */
static date_days
first_monday(int year)
{
	date_days fourth = days_from_civil((struct civil){ year, 1, 4 });

	return fourth - (date_weekday(fourth) - 1);
}

struct iso_week
week_of(date_days d)
{
	date_days thursday = d - date_weekday(d) + 4;
	struct iso_week w = { .year = date_to_civil(thursday).year };

	w.week = (d - first_monday(w.year)) / 7 + 1;
	return w;
}

int
weeks_in_year(int year)
{
	return (first_monday(year + 1) - first_monday(year)) / 7;
}

date_days
week_start(struct iso_week w)
{
	if (w.year < YEAR_MIN || w.year > YEAR_MAX || w.week < 1 || w.week > weeks_in_year(w.year))
		return DATE_NONE;
	return first_monday(w.year) + (w.week - 1) * 7;
}

bool
week_parse(const char *s, struct iso_week *w)
{
	struct iso_week found;

	if (strlen(s) != WEEK_TEXT - 1 || s[4] != '-' || s[5] != 'W')
		return false;
	found.year = digits(s, 4);
	found.week = digits(s + 6, 2);
	if (week_start(found) == DATE_NONE)
		return false;
	*w = found;
	return true;
}

void
week_format(struct iso_week w, char out[WEEK_TEXT])
{
	out[0] = '\0';
	if (week_start(w) == DATE_NONE)
		return;
	put_digits(out, 4, w.year);
	put_digits(out + 6, 2, w.week);
	out[4] = '-';
	out[5] = 'W';
	out[WEEK_TEXT - 1] = '\0';
}

int
financial_year(date_days d)
{
	struct civil c = date_to_civil(d);

	return c.month >= 4 ? c.year : c.year - 1;
}

int
financial_quarter(date_days d)
{
	return floor_mod(date_to_civil(d).month - 4, 12) / 3 + 1;
}
