/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report_words.h"

#include <ctype.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

static const char *
month_name(int month)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };

	return names[month - 1];
}

/* First and last day of months that are whole. */
static void
add_months(struct buf *out, struct civil a, struct civil z)
{
	if (a.year == z.year && a.month == z.month)
		buf_addf(out, "%s %d", month_name(z.month), z.year);
	else if (a.year == z.year)
		buf_addf(out, "%s to %s %d", month_name(a.month), month_name(z.month), z.year);
	else
		buf_addf(out, "%s %d to %s %d", month_name(a.month), a.year, month_name(z.month),
		    z.year);
}

static void
add_days(struct buf *out, struct civil a, struct civil z)
{
	if (a.year != z.year)
		buf_addf(out, "%d %s %d to ", a.day, month_name(a.month), a.year);
	else if (a.month != z.month)
		buf_addf(out, "%d %s to ", a.day, month_name(a.month));
	else if (a.day != z.day)
		buf_addf(out, "%d to ", a.day);
	buf_addf(out, "%d %s %d", z.day, month_name(z.month), z.year);
}

/* What follows the name of a period that is not over. */
static const char *
rest_of(const char *name)
{
	static const char *const rests[] = { " so far", ", not begun" };

	for (size_t i = 0; i < ARRAY_LEN(rests); i++) {
		size_t n = strlen(name), k = strlen(rests[i]);

		if (n > k && strcmp(name + n - k, rests[i]) == 0)
			return rests[i];
	}
	return "";
}

void
report_stretch(struct buf *out, const char *name, const char *from, const char *to)
{
	date_days a, z;
	const char *rest = rest_of(name);

	if (strstr(name, "-W") != NULL || !date_parse(from, &a) || !date_parse(to, &z)) {
		buf_adds(out, name);
		return;
	}
	if (date_to_civil(a).day == 1 && date_to_civil(z + 1).day == 1)
		add_months(out, date_to_civil(a), date_to_civil(z));
	else
		add_days(out, date_to_civil(a), date_to_civil(z));
	if (*rest == ' ')
		buf_adds(out, ",");
	buf_adds(out, rest);
}

void
report_number(struct buf *out, const char *value, const char *unit)
{
	size_t n = strlen(value);

	for (const char *c = value; *c != '\0'; c++)
		if (!isdigit((unsigned char)*c)) {
			buf_adds(out, value);
			return;
		}
	if (n > 0 && text_same(unit, "GBP"))
		buf_adds(out, "\xc2\xa3");
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			buf_addc(out, ',');
		buf_addc(out, value[i]);
	}
}
