/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/layout.h"

#include <errno.h>

#include "base/buf.h"

#define WIDTH_MIN 1
#define WIDTH_MAX 200
#define WORD_MAX 64 /* longest word that can mean anything */

_Static_assert((int)GRID_COLUMN_COUNT <= LAYOUT_COLUMNS, "the grid's columns fit a layout");
_Static_assert((int)GROUP_COLUMN_COUNT <= LAYOUT_COLUMNS, "the groups' columns fit a layout");

static void
add(struct layout *l, int column, int width, bool shown)
{
	l->columns[l->n++] =
	    (struct layout_column){ .column = column, .width = width, .shown = shown };
}

static bool
holds(const struct layout *l, int column)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->columns[i].column == column)
			return true;
	return false;
}

static void
add_missing(struct layout *l)
{
	size_t n;
	const struct column *table = column_table(l->listing, &n);

	for (size_t i = 0; i < n; i++)
		if (!holds(l, (int)i))
			add(l, (int)i, table[i].width, !(table[i].flags & COLUMN_HIDDEN));
}

/* What a meeting looks at first stands first; exports keep the order of their table. */
static const enum grid_column grid_order[] = { GRID_RANK, GRID_LINE_REF, GRID_NAME, GRID_SCORE,
	GRID_BAND, GRID_CHANGE, GRID_STATUS, GRID_EXPORT_NPU, GRID_OVERDUE_TASKINGS,
	GRID_OPEN_TASKINGS, GRID_DAYS_SINCE_REVIEW, GRID_LRO, GRID_IMPORTS, GRID_GROUPS };

void
layout_default(enum listing listing, struct layout *out)
{
	size_t n;
	const struct column *table = column_table(listing, &n);

	*out = (struct layout){ .listing = listing, .sort = -1 };
	for (size_t i = 0; listing == LISTING_GRID && i < ARRAY_LEN(grid_order); i++)
		add(out, (int)grid_order[i], table[grid_order[i]].width, true);
	add_missing(out);
}

char *
layout_text(const struct layout *layout)
{
	struct buf out = BUF_INIT;
	size_t n;
	const struct column *table = column_table(layout->listing, &n);

	for (size_t i = 0; i < layout->n; i++) {
		const struct layout_column *c = &layout->columns[i];

		buf_addf(&out, "%s%s%s:%d", i ? " " : "", c->shown ? "" : "-",
		    table[c->column].name, c->width);
	}
	if (layout->sort >= 0)
		buf_addf(
		    &out, " sort=%s%s", layout->descending ? "-" : "", table[layout->sort].name);
	return buf_take(&out);
}

static int
read_width(const char *s, int otherwise)
{
	char *end;
	long width;

	errno = 0;
	width = strtol(s, &end, 10);
	if (end == s || *end || errno)
		return otherwise;
	return width < WIDTH_MIN ? WIDTH_MIN : width > WIDTH_MAX ? WIDTH_MAX : (int)width;
}

static void
read_sort(struct layout *l, const char *name)
{
	bool descending = *name == '-';
	int column = column_find(l->listing, name + descending);

	if (column < 0)
		return;
	l->sort = column;
	l->descending = descending;
}

static void
read_word(struct layout *l, char *word)
{
	bool hidden = *word == '-';
	char *colon = strchr(word, ':');
	size_t n;
	const struct column *table = column_table(l->listing, &n);
	int column;

	if (strncmp(word, "sort=", 5) == 0) {
		read_sort(l, word + 5);
		return;
	}
	if (colon)
		*colon = '\0';
	column = column_find(l->listing, word + hidden);
	if (column < 0 || holds(l, column))
		return;
	add(l, column, colon ? read_width(colon + 1, table[column].width) : table[column].width,
	    !hidden);
}

void
layout_parse(enum listing listing, const char *text, struct layout *out)
{
	static const char blanks[] = " \t\r\n";

	*out = (struct layout){ .listing = listing, .sort = -1 };
	for (const char *s = text + strspn(text, blanks); *s; s += strspn(s, blanks)) {
		size_t len = strcspn(s, blanks);
		char word[WORD_MAX + 1];

		if (len <= WORD_MAX) {
			memcpy(word, s, len);
			word[len] = '\0';
			read_word(out, word);
		}
		s += len;
	}
	add_missing(out);
}
