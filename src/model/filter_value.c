/* SPDX-License-Identifier: MIT
 *
 * What a value means for the field it stands at. Terms of the reference tables are taken as they
 * are: they are held against the tables by filter_check(), when those are at hand.
 */
#include "config.h"

#include "model/filter_scan.h"

#include "base/near.h"
#include "base/text.h"

#define DIGITS_MAX 9 /* more than any count or score has; fits a long everywhere */

/* A whole number with nothing around it; -1 otherwise. */
static long
whole_number(const char *s, size_t len)
{
	long value = 0;

	if (len == 0 || len > DIGITS_MAX)
		return -1;
	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

static bool
read_number(const struct filter_field *field, struct filter_value *v, struct filter_error *err)
{
	char shown[TEXT_SHOWN_SIZE];

	v->number = whole_number(v->text, strlen(v->text));
	if (v->number >= 0)
		return true;
	filter_fail(err, v->at, v->len, "%s is no whole number", text_shown(v->text, shown));
	return error_hint(
	    &err->error, "write for example %s>=2 or %s:2..5", field->name, field->name);
}

/* 14d, 2w, today, yesterday: days before today, -1 if it is none of them. */
static int
days_ago(const char *s)
{
	size_t len = strlen(s);
	long n;

	if (text_same(s, "today"))
		return 0;
	if (text_same(s, "yesterday"))
		return 1;
	if (len < 2 || (s[len - 1] != 'd' && s[len - 1] != 'w') || len > 6)
		return -1;
	n = whole_number(s, len - 1);
	return n < 0 ? -1 : (int)(s[len - 1] == 'w' ? n * 7 : n);
}

static date_days
month_start(const char *s)
{
	char day[DATE_TEXT];
	date_days d;

	if (strlen(s) != 7)
		return DATE_NONE;
	snprintf(day, sizeof day, "%.7s-01", s);
	return date_parse(day, &d) ? d : DATE_NONE;
}

static date_days
month_end(date_days start)
{
	struct civil c = date_to_civil(start + 31);

	return start + 31 - c.day;
}

/* 2022-Q3, a quarter of the financial year: October to December 2022. Its first month, or
 * DATE_NONE. */
static date_days
quarter_start(const char *s)
{
	char april[DATE_TEXT];
	date_days d;

	if (strlen(s) != 7 || s[5] != 'Q' || s[6] < '1' || s[6] > '4')
		return DATE_NONE;
	snprintf(april, sizeof april, "%.5s04-01", s);
	if (!date_parse(april, &d))
		return DATE_NONE;
	for (int month = (s[6] - '1') * 3; month > 0; month--)
		d = month_end(d) + 1;
	return d;
}

static void
set_date(struct filter_value *v, date_days d)
{
	v->date = d < DATE_MAX ? d : DATE_MAX;
	v->text = xreallocarray(v->text, DATE_TEXT, 1);
	date_format(v->date, v->text);
}

static bool
set_span(struct filter_value *v, struct filter_value *last, date_days from, date_days to)
{
	set_date(v, from);
	set_date(last, to);
	return true;
}

static bool
read_date(struct filter_value *v, struct filter_value *last, struct filter_error *err)
{
	char shown[TEXT_SHOWN_SIZE];
	date_days month = month_start(v->text), quarter = quarter_start(v->text);
	struct iso_week week;

	v->days = days_ago(v->text);
	if (v->days >= 0 || date_parse(v->text, &v->date))
		return true;
	if (month != DATE_NONE)
		return set_span(v, last, month, month_end(month));
	if (quarter != DATE_NONE)
		return set_span(v, last, quarter, month_end(month_end(month_end(quarter) + 1) + 1));
	if (week_parse(v->text, &week))
		return set_span(v, last, week_start(week), week_start(week) + 6);
	filter_fail(err, v->at, v->len, "%s is no date", text_shown(v->text, shown));
	return error_hint(&err->error,
	    "write 2022-12-01, 2022-12, 2022-W48, 2022-Q3 (financial), "
	    "today, yesterday, or 14d for 14 days ago");
}

static bool
read_keyword(const struct filter_field *field, struct filter_value *v, struct filter_error *err)
{
	struct near near = NEAR_INIT(v->text);
	struct buf all = BUF_INIT;
	char shown[TEXT_SHOWN_SIZE];

	v->keyword = filter_keyword_find(field->type, v->text);
	if (v->keyword != KEYWORD_NONE)
		return true;
	for (int k = 0; k < KEYWORD_NONE; k++) {
		const struct filter_keyword_info *info = filter_keyword_get((enum filter_keyword)k);

		if (info->type != field->type)
			continue;
		near_offer(&near, info->word);
		buf_addf(&all, "%s%s", all.len ? ", " : "", info->word);
	}
	filter_fail(err, v->at, v->len, "%s: knows no %s", field->name, text_shown(v->text, shown));
	if (near.best)
		error_hint(&err->error, "did you mean %s:%s?", field->name, near.best);
	else
		error_hint(&err->error, "it takes %s", buf_str(&all));
	buf_free(&all);
	return false;
}

bool
filter_value_read(const struct filter_field *field, struct filter_value *v,
    struct filter_value *last, struct filter_error *err)
{
	switch (field->type) {
	case FILTER_TYPE_TEXT:
	case FILTER_TYPE_TERM:
		return true;
	case FILTER_TYPE_NUMBER:
		return read_number(field, v, err);
	case FILTER_TYPE_DATE:
		return read_date(v, last, err);
	case FILTER_TYPE_FLAG:
	case FILTER_TYPE_CHANGE:
	case FILTER_TYPE_IS:
	case FILTER_TYPE_HAS:
		break;
	}
	return read_keyword(field, v, err);
}
