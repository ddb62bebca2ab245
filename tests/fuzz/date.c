/* SPDX-License-Identifier: MIT
 *
 * Any text as a date, a week and a remembered layout: what is taken comes back as it was written.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>

#include "base/alloc.h"
#include "base/date.h"
#include "model/layout.h"

static void
check_layout(enum listing listing, const char *s)
{
	struct layout l, back;
	char *text, *again;
	size_t n;

	layout_parse(listing, s, &l);
	column_table(listing, &n);
	assert(l.n == n);
	text = layout_text(&l);
	layout_parse(listing, text, &back);
	again = layout_text(&back);
	assert(strcmp(text, again) == 0);
	free(text);
	free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = xstrndup((const char *)data, size);
	char day[DATE_TEXT], week[WEEK_TEXT];
	struct iso_week w;
	date_days d;

	if (date_parse(s, &d)) {
		date_format(d, day);
		assert(strcmp(day, s) == 0);
		assert(week_start(week_of(d)) <= d || d < DATE_MIN + 7);
	}
	if (week_parse(s, &w)) {
		week_format(w, week);
		assert(strcmp(week, s) == 0);
	}
	check_layout(LISTING_GRID, s);
	check_layout(LISTING_GROUPS, s);
	free(s);
	return 0;
}
