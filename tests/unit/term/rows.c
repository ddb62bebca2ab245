/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/term/rows.h"

#include "base/text.h"

const struct list_column rows_columns[ROWS_COLUMNS] = {
	{ 0, "Rank", 5, true, true },
	{ 1, "Reference", 10, false, true },
	{ 2, "Name", 16, false, false },
	{ 3, "Score", 5, true, false },
	{ 4, "Band", 8, false, false },
	{ 5, "Change", 6, false, false },
	{ 6, "Status", 11, false, false },
	{ 7, "NPU", 4, false, false },
	{ 8, "Imports", 18, false, false },
	{ 9, "LRO", 9, false, false },
	{ 10, "Groups", 14, false, false },
	{ 11, "Open", 4, true, false },
	{ 12, "Late", 4, true, false },
	{ 13, "Days", 5, true, false },
};

static const char *const names[] = { "Amber", "Bravo Line", "Cobalt Two", "Delta", "Ember Rock",
	"Falcon" };
static const char *const bands[] = { "critical", "high", "medium", "low" };
static const char *const states[] = { "active", "developing", "tasked", "reported" };
static const char *const units[] = { "BE", "BW", "CV", "DY", "SW", "SH", "WS", "WV" };
static const char *const places[] = { "Telford; Hereford", "Rhyl", "Aberystwyth; Bangor; Rhyl" };

/* Text of a kind that users and other forces send: controls, bidi, invisible, wide, stacked. */
static const char *const hostile[] = {
	"\033[2J\033[31mred",
	"a\nb\tc\rd",
	"\xe2\x80\xaegnisrever",
	"日本語の名前がとても長い",
	"e\u0301\u0302\u0303\u0304\u0305\u0306x",
	"\xff\xfe\x80",
	"zero\u200bwidth\ufeff",
	"👮‍♀️ unit",
	"\x07\x08\x7f",
	"שלום عليكم",
	"%s%n$(x)`x`",
	"",
};

static void
hostile_text(struct rows *r, size_t n)
{
	struct buf clean = BUF_INIT;
	const char *s = hostile[n % ARRAY_LEN(hostile)];

	text_clean(&clean, s, strlen(s), TEXT_LINE);
	snprintf(r->text, sizeof r->text, "%s", buf_str(&clean));
	buf_free(&clean);
}

static enum style
change_text(struct rows *r, size_t n)
{
	if (n % 5 == 0) {
		snprintf(r->text, sizeof r->text, "▲%zu", n % 7 + 1);
		return STYLE_UP;
	}
	if (n % 3 == 0) {
		snprintf(r->text, sizeof r->text, "▼%zu", n % 7 + 1);
		return STYLE_DOWN;
	}
	return STYLE_NORMAL;
}

static void
number_text(struct rows *r, size_t n, int column)
{
	size_t value = n;

	if (column == 3)
		value = 100 - n % 100;
	else if (column == 11)
		value = n % 4;
	else if (column == 12)
		value = n % 6 ? 0 : n % 3 + 1;
	else if (column == 13)
		value = n % 60;
	if (column != 12 || value > 0)
		snprintf(r->text, sizeof r->text, "%zu", value);
}

static void
cell(void *arg, size_t row, int column, struct list_cell *out)
{
	struct rows *r = arg;
	size_t n = r->first + row;

	r->fetched++;
	r->text[0] = '\0';
	out->text = r->text;
	out->style = STYLE_NORMAL;
	switch (column) {
	case 1:
		snprintf(r->text, sizeof r->text, "WM-%05zu", n * 7919 % 100000);
		break;
	case 2:
		if (r->hostile)
			hostile_text(r, n);
		else
			snprintf(r->text, sizeof r->text, "%s %zu", names[n % 6], n % 97);
		break;
	case 4:
		out->text = bands[n / 25 % 4];
		out->style = (enum style)(STYLE_BAND_1 + n / 25 % 4);
		break;
	case 5:
		out->style = change_text(r, n);
		break;
	case 6:
		out->text = states[n % 4];
		break;
	case 7:
		out->text = units[n % 8];
		break;
	case 8:
		out->text = places[n % 3];
		break;
	case 9:
		snprintf(r->text, sizeof r->text, "lro_%s", units[n % 8]);
		break;
	case 10:
		snprintf(r->text, sizeof r->text, "OCG-%03zu", n % 300);
		break;
	default: /* the numbers */
		number_text(r, n, column);
		break;
	}
}

static bool
marked(void *arg, size_t row)
{
	const struct rows *r = arg;

	return (r->first + row) % 10 == 4;
}

const struct list_ops rows_ops = { .cell = cell, .marked = marked };
