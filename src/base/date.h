/* SPDX-License-Identifier: MIT
 *
 * Civil dates, ISO weeks and financial periods as plain numbers; no time zone, no locale, no clock.
 * A date is days since 1970-01-01 (negative before it), DATE_NONE when there is none.
 */
#ifndef GRIDLINE_BASE_DATE_H
#define GRIDLINE_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t date_days; /* a quantity, not a structure: the one typedef of the house */

/* All functions take days of the years 1 to 9999; none of the others is ever made here. */
#define DATE_NONE INT32_MIN
#define DATE_MIN (-719162) /* 0001-01-01 */
#define DATE_MAX 2932896   /* 9999-12-31 */
#define DATE_TEXT 11	   /* "2022-12-31" and its NUL */
#define WEEK_TEXT 9	   /* "2022-W52" and its NUL */

struct civil {
	int year, month, day;
};

/* DATE_NONE if there is no such day (years 1 to 9999). */
date_days date_from_civil(struct civil c);
struct civil date_to_civil(date_days d);

/* Exactly YYYY-MM-DD; false (and *d untouched) for anything else, including 2022-02-30. */
bool date_parse(const char *s, date_days *d);
/* "" for DATE_NONE and for days outside the years 1 to 9999. */
void date_format(date_days d, char out[DATE_TEXT]);

int date_weekday(date_days d); /* 1 Monday .. 7 Sunday */

struct iso_week {
	int year, week;
};
struct iso_week week_of(date_days d);
date_days week_start(struct iso_week w); /* its Monday; DATE_NONE if the year has no such week */
int weeks_in_year(int year);		 /* 52 or 53 */
bool week_parse(const char *s, struct iso_week *w); /* YYYY-Www; false if there is none such */
/* "" for a week that is none. */
void week_format(struct iso_week w, char out[WEEK_TEXT]);

/* Financial years start in April: 2022-12-31 lies in 2022, quarter 3. */
int financial_year(date_days d);
int financial_quarter(date_days d); /* 1..4 */

#endif
