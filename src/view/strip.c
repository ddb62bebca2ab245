/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/strip.h"

#include <ctype.h>

#include "base/buf.h"
#include "base/text.h"

#define PARTS_MAX (SUMMARY_BANDS + 5)

enum wording { WORDING_LONG, WORDING_SHORT, WORDING_LETTERS, WORDING_COUNT };

struct part {
	char text[96];
	enum style style;
};

enum style
strip_band_style(size_t place)
{
	static const enum style styles[] = { STYLE_BAND_1, STYLE_BAND_2, STYLE_BAND_3,
		STYLE_BAND_4 };

	return styles[place < ARRAY_LEN(styles) ? place : ARRAY_LEN(styles) - 1];
}

static void
add(struct part *parts, size_t *n, enum style style, const char *text, long count)
{
	struct part *p = &parts[(*n)++];

	p->style = count ? style : STYLE_DIM;
	snprintf(p->text, sizeof p->text, "%.64s%ld", text, count);
}

/* "Critical 4" or "C4". */
static void
add_band(struct part *parts, size_t *n, const struct summary *s, size_t i, enum wording w)
{
	char text[64];

	if (w == WORDING_LETTERS)
		snprintf(text, sizeof text, "%c", toupper((unsigned char)s->band[i].code[0]));
	else
		snprintf(text, sizeof text, "%s ", s->band[i].label);
	add(parts, n, strip_band_style(i), text, s->band[i].lines);
}

static size_t
word(struct part *parts, const struct summary *s, enum wording w)
{
	static const struct {
		const char *unscored, *overdue, *stale, *new_lines;
	} words[WORDING_COUNT] = {
		[WORDING_LONG] = { "Unscored ", "Overdue! ", "Stale* ", "New this week " },
		[WORDING_SHORT] = { "No score ", "Late! ", "Stale* ", "New " },
		[WORDING_LETTERS] = { "U", "!", "*", "new " },
	};
	size_t n = 0, i;

	for (i = 0; i < s->nbands && i < SUMMARY_BANDS; i++)
		add_band(parts, &n, s, i, w);
	add(parts, &n, STYLE_NORMAL, words[w].unscored, s->unscored);
	add(parts, &n, STYLE_WARNING, words[w].overdue, s->overdue_lines);
	add(parts, &n, STYLE_STALE, words[w].stale, s->stale_lines);
	add(parts, &n, STYLE_NEW, words[w].new_lines, s->new_lines);
	return n;
}

static int
width(const struct part *parts, size_t n, int gap)
{
	int cells = 1;
	size_t i;

	for (i = 0; i < n; i++)
		cells += text_width(parts[i].text, strlen(parts[i].text)) + gap;
	return cells;
}

void
strip_draw(struct region r, const struct summary *summary)
{
	struct part parts[PARTS_MAX];
	size_t n = 0, i;
	int w, gap = 3, col = 1;

	region_clear(r);
	if (!summary)
		return;
	for (w = WORDING_LONG; w < WORDING_COUNT; w++) {
		n = word(parts, summary, (enum wording)w);
		for (gap = w == WORDING_LETTERS ? 1 : 3;
		     gap > 1 && width(parts, n, gap) - gap > r.cols; gap--)
			continue;
		if (width(parts, n, gap) - gap <= r.cols)
			break;
	}
	for (i = 0; i < n; i++)
		col += region_text(r, 0, col, parts[i].style, parts[i].text) + gap;
}
