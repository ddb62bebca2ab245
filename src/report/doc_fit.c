/* SPDX-License-Identifier: MIT
 *
 * How wide the columns of a table are: arithmetic for every writer that lays out.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"

#define NARROWEST 20 /* cells a column of texts keeps, unless it needs less */
#define LONGEST 24   /* a word longer than that may be broken */

bool
doc_is_right(enum column_kind kind)
{
	return kind == COLUMN_NUMBER || kind == COLUMN_CHANGE;
}

char *
doc_cell(enum column_kind kind, const char *text)
{
	struct buf clean = BUF_INIT;

	while (*text != '\0') {
		size_t len = kind == COLUMN_LIST ? strcspn(text, ";") : strlen(text);

		text_clean(&clean, text, len, TEXT_LINE);
		text += len;
		if (*text == ';') {
			buf_adds(&clean, "; ");
			text++;
		}
	}
	return buf_take(&clean);
}

/* Only texts and lists break over lines. */
static bool
can_break(enum column_kind kind)
{
	return kind == COLUMN_TEXT || kind == COLUMN_LIST;
}

/* What a column takes as it is, and the least it can be made to take. */
struct need {
	int natural, least;
};

static int
longest_word(const char *s)
{
	int longest = 0;

	while (*s != '\0') {
		size_t len = strcspn(s, " ");
		int width = text_width(s, len);

		if (width > longest)
			longest = width;
		s += len;
		s += strspn(s, " ");
	}
	return longest;
}

static void
need_cell(struct need *n, enum column_kind kind, const char *text)
{
	char *cell = doc_cell(kind, text);
	int width = text_width(cell, strlen(cell));
	int word = can_break(kind) ? longest_word(cell) : width;

	if (can_break(kind) && word > LONGEST)
		word = LONGEST;
	if (width > n->natural)
		n->natural = width;
	if (word > n->least)
		n->least = word;
	free(cell);
}

static struct need
need_of(const struct doc_table *t, size_t column)
{
	const struct doc_column *c = &t->columns[column];
	struct need n = { 0, 0 };

	need_cell(&n, COLUMN_TERM, c->title);
	for (size_t r = 0; r < t->nrows; r++)
		need_cell(&n, c->kind, t->rows[r][column]);
	if (can_break(c->kind) && n.least < NARROWEST)
		n.least = n.natural < NARROWEST ? n.natural : NARROWEST;
	return n;
}

/* The widest of the first columns that may still be made narrower; -1 if there is none. */
static int
widest_column(const int *widths, const struct need *needs, size_t n)
{
	int found = -1;

	for (size_t i = 0; i < n; i++)
		if (widths[i] > needs[i].least && (found < 0 || widths[i] > widths[found]))
			found = (int)i;
	return found;
}

size_t
doc_widths(const struct doc_table *t, int total, int *widths)
{
	struct need *needs = xcalloc(t->ncolumns, sizeof *needs);
	int sum = -DOC_GAP, least = -DOC_GAP, widest;
	size_t n;

	for (n = 0; n < t->ncolumns; n++) {
		widths[n] = 0;
		if (t->columns[n].quiet)
			continue;
		needs[n] = need_of(t, n);
		least += needs[n].least + DOC_GAP;
		if (least > total && n > 0)
			break;
		widths[n] = needs[n].natural;
		sum += widths[n] + DOC_GAP;
	}
	while (sum > total && (widest = widest_column(widths, needs, n)) >= 0) {
		widths[widest]--;
		sum--;
	}
	free(needs);
	return n;
}
