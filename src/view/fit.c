/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/fit.h"

#include "base/alloc.h"

#define MEDIUM 110 /* narrower than this, some columns are narrower */
#define SIGNS 2	   /* cells of the list in front of its columns */
#define LEAST 10   /* cells that a list of values keeps when it makes room */

/* Widths that make the shipped columns fit: 79 cells down to the late taskings, so that the sign
 * for more has a cell of its own. */
struct place {
	int column, width;
	const char *title; /* NULL: as it is */
};

static const struct place medium[] = { { GRID_RANK, 4, NULL }, { GRID_LINE_REF, 9, NULL },
	{ GRID_NAME, 15, NULL }, { GRID_SCORE, 5, NULL }, { GRID_BAND, 8, NULL },
	{ GRID_CHANGE, 6, NULL }, { GRID_STATUS, 10, NULL }, { GRID_EXPORT_NPU, 3, NULL } };

static const struct place compact[] = { { GRID_RANK, 4, NULL }, { GRID_LINE_REF, 9, "Ref" },
	{ GRID_NAME, 11, NULL }, { GRID_SCORE, 3, "Sc" }, { GRID_CHANGE, 4, "Chg" },
	{ GRID_BAND, 2, "B" }, { GRID_OVERDUE_TASKINGS, 4, NULL }, { GRID_STATUS, 10, NULL } };

/* What the user has made of the shipped layout. */
struct choice {
	bool columns; /* which are shown, or in which order */
	bool widths;
	bool width[GRID_COLUMN_COUNT]; /* of this column */
};

static struct choice
choice_of(const struct layout *layout)
{
	struct choice own = { .columns = false };
	struct layout shipped;
	size_t i;

	layout_default(layout->listing, &shipped);
	own.columns = layout->n != shipped.n;
	for (i = 0; i < shipped.n && !own.columns; i++)
		own.columns = layout->columns[i].column != shipped.columns[i].column ||
		    layout->columns[i].shown != shipped.columns[i].shown;
	for (i = 0; i < shipped.n && !own.columns; i++)
		if (layout->columns[i].width != shipped.columns[i].width)
			own.widths = own.width[shipped.columns[i].column] = true;
	return own;
}

static int
width_of(const struct layout *layout, int column)
{
	size_t i = 0;

	while (layout->columns[i].column != column)
		i++;
	return layout->columns[i].width;
}

static void
add(struct fit *out, enum listing listing, int column, int width)
{
	size_t n;
	const struct column *table = column_table(listing, &n);

	out->columns[out->n++] = (struct list_column){ .id = column,
		.title = table[column].title,
		.width = width,
		.right = table[column].kind == COLUMN_NUMBER,
		.frozen = table[column].flags & COLUMN_FROZEN };
}

static bool
holds(const struct fit *out, int column)
{
	size_t i;

	for (i = 0; i < out->n; i++)
		if (out->columns[i].id == column)
			return true;
	return false;
}

/* The columns as they are chosen. */
static void
take(struct fit *out, const struct layout *layout)
{
	size_t i;

	for (i = 0; i < layout->n; i++)
		if (layout->columns[i].shown && !holds(out, layout->columns[i].column))
			add(out, layout->listing, layout->columns[i].column,
			    layout->columns[i].width);
}

/* The columns of the table first, then the others that are shown. A width of the user's own wins.
 */
static void
arrange(struct fit *out, const struct layout *layout, const struct choice *own,
    const struct place *places, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		int column = places[i].column;

		add(out, layout->listing, column,
		    own->width[column] ? width_of(layout, column) : places[i].width);
		if (places[i].title)
			out->columns[out->n - 1].title = places[i].title;
	}
	take(out, layout);
}

/* When little is missing, lists of values make room. */
static void
squeeze(struct fit *out, enum listing listing, int cells)
{
	size_t n, i;
	const struct column *table = column_table(listing, &n);
	int missing = SIGNS - 1 - cells;

	for (i = 0; i < out->n; i++)
		missing += out->columns[i].width + 1;
	for (i = out->n; i > 0; i--) {
		struct list_column *c = &out->columns[i - 1];

		for (; missing > 0 && table[c->id].kind == COLUMN_LIST && c->width > LEAST;
		     missing--)
			c->width--;
	}
}

/* A rank is never cut: it would read as another one. */
static void
widen_rank(struct fit *out, long total)
{
	int digits = 1;
	size_t i;

	for (; total >= 10; total /= 10)
		digits++;
	for (i = 0; i < out->n; i++)
		if (out->columns[i].id == GRID_RANK && out->columns[i].width < digits)
			out->columns[i].width = digits;
}

void
fit_layout(const struct layout *layout, int cells, long total, struct fit *out)
{
	const bool grid = layout->listing == LISTING_GRID;
	const struct choice own = choice_of(layout);

	*out = (struct fit){ .n = 0 };
	if (grid && !own.columns && cells < FIT_COMPACT) {
		arrange(out, layout, &own, compact, ARRAY_LEN(compact));
		out->letters = true;
	} else if (grid && !own.columns && cells < MEDIUM) {
		arrange(out, layout, &own, medium, ARRAY_LEN(medium));
	} else {
		take(out, layout);
	}
	if (grid)
		widen_rank(out, total);
	if (!own.columns && !own.widths)
		squeeze(out, layout->listing, cells);
}
