/* SPDX-License-Identifier: MIT
 *
 * How wide the columns of a table are: arithmetic for every writer that lays out.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"
#include "report/groff_text.h"

#define NARROWEST 20 /* cells a column of texts keeps, unless it needs less */
#define LONGEST 24   /* a word longer than that may be broken */
#define TERM 40	     /* and a code, a name of an officer, longer than that */

static int
count_cells(const char *clean, bool head)
{
	(void)head;
	return text_width(clean, strlen(clean));
}

/* Rounded up: what is measured has to fit. */
static int
count_type(const char *clean, bool head)
{
	return (int)(groff_ems(clean, head) * DOC_TYPE_EM) + 1;
}

const struct doc_ruler doc_cells = { .cell = 1, .measure = count_cells };
const struct doc_ruler doc_type = { .cell = DOC_TYPE_EM / 2, .measure = count_type };

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

/* What a column takes as it is, the least it can be made to take, and what each of its cells takes.
 */
struct need {
	int natural, least;
	int *cells;
};

static int
longest_word(const struct doc_ruler *ruler, const char *s, bool head)
{
	int longest = 0;

	while (*s != '\0') {
		size_t len = strcspn(s, " ");
		char *word = xstrndup(s, len);
		int width = ruler->measure(word, head);

		free(word);
		if (width > longest)
			longest = width;
		s += len;
		s += strspn(s, " ");
	}
	return longest;
}

/* A head is a term. Returns the width of the cell as it is. */
static int
need_cell(struct need *n, const struct doc_ruler *ruler, enum column_kind kind, const char *text,
    bool head)
{
	char *cell = doc_cell(kind, text);
	const bool breaks = can_break(kind) && !head;
	int width = ruler->measure(cell, head);
	int least = breaks ? longest_word(ruler, cell, head) : width;
	const int most = (breaks ? LONGEST : TERM) * ruler->cell;

	if (least > most)
		least = most;
	if (width > n->natural)
		n->natural = width;
	if (least > n->least)
		n->least = least;
	free(cell);
	return width;
}

static struct need
need_of(const struct doc_table *t, const struct doc_ruler *ruler, size_t column)
{
	const struct doc_column *c = &t->columns[column];
	const int narrowest = NARROWEST * ruler->cell;
	struct need n = { 0, 0, xcalloc(t->nrows + 1, sizeof *n.cells) };

	need_cell(&n, ruler, c->kind, c->title, true);
	for (size_t r = 0; r < t->nrows; r++)
		n.cells[r] = need_cell(&n, ruler, c->kind, t->rows[r][column], false);
	if (can_break(c->kind) && n.least < narrowest)
		n.least = n.natural < narrowest ? n.natural : narrowest;
	return n;
}

/* About how many lines more the rows take if a column is made narrower by one. */
static double
cost_of(const struct need *need, size_t nrows, int width)
{
	double sum = 0;

	for (size_t r = 0; need->cells != NULL && r < nrows; r++)
		if (need->cells[r] >= width)
			sum += need->cells[r];
	return width > 0 ? sum / width / width : sum;
}

/* The column among the first that may still be made narrower, where that costs least; -1 if there
 * is none. */
static int
cheapest_column(const int *widths, const struct need *needs, const double *costs, size_t n)
{
	int found = -1;

	for (size_t i = 0; i < n; i++)
		if (widths[i] > needs[i].least && (found < 0 || costs[i] < costs[found]))
			found = (int)i;
	return found;
}

size_t
doc_widths(const struct doc_table *t, const struct doc_ruler *ruler, int total, int *widths)
{
	struct need *needs = xcalloc(t->ncolumns, sizeof *needs);
	const int gap = DOC_GAP * ruler->cell;
	double *costs = xcalloc(t->ncolumns, sizeof *costs);
	int sum = -gap, least = -gap, at;
	size_t n;

	for (n = 0; n < t->ncolumns; n++) {
		widths[n] = 0;
		if (t->columns[n].quiet)
			continue;
		needs[n] = need_of(t, ruler, n);
		least += needs[n].least + gap;
		if (least > total && n > 0)
			break;
		widths[n] = needs[n].natural;
		sum += widths[n] + gap;
	}
	for (size_t i = 0; i < n; i++)
		costs[i] = cost_of(&needs[i], t->nrows, widths[i]);
	while (sum > total && (at = cheapest_column(widths, needs, costs, n)) >= 0) {
		widths[at]--;
		costs[at] = cost_of(&needs[at], t->nrows, widths[at]);
		sum--;
	}
	for (size_t i = 0; i < t->ncolumns; i++)
		free(needs[i].cells);
	free(needs);
	free(costs);
	return n;
}
