/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/fit.h"

#include "base/alloc.h"

#define MEDIUM \
	110	 /* narrower than this, some columns are narrower, and what is late comes sooner */
#define SIGNS 2	 /* cells of the list in front of its columns */
#define LEAST 10 /* cells that a list of values keeps when it makes room */

struct place {
	int column, width;
};

static const struct place compact[] = { { GRID_RANK, 4 }, { GRID_LINE_REF, 9 }, { GRID_NAME, 10 },
	{ GRID_SCORE, 5 }, { GRID_CHANGE, 6 }, { GRID_OVERDUE_TASKINGS, 4 }, { GRID_STATUS, 10 },
	{ GRID_EXPORT_NPU, 4 }, { GRID_LRO, 9 }, { GRID_DAYS_SINCE_REVIEW, 5 },
	{ GRID_OPEN_TASKINGS, 4 }, { GRID_IMPORTS, 18 }, { GRID_GROUPS, 14 }, { GRID_BAND, 8 } };

static const struct place medium[] = { { GRID_RANK, 4 }, { GRID_LINE_REF, 9 }, { GRID_NAME, 15 },
	{ GRID_SCORE, 5 }, { GRID_BAND, 8 }, { GRID_CHANGE, 6 }, { GRID_STATUS, 10 },
	{ GRID_EXPORT_NPU, 3 }, { GRID_OPEN_TASKINGS, 4 }, { GRID_OVERDUE_TASKINGS, 4 },
	{ GRID_LRO, 9 }, { GRID_DAYS_SINCE_REVIEW, 5 }, { GRID_IMPORTS, 18 }, { GRID_GROUPS, 14 } };

static bool
is_shipped(const struct layout *layout)
{
	struct layout shipped;
	size_t i;

	layout_default(layout->listing, &shipped);
	for (i = 0; i < shipped.n; i++)
		if (i >= layout->n || layout->columns[i].column != shipped.columns[i].column ||
		    layout->columns[i].width != shipped.columns[i].width ||
		    layout->columns[i].shown != shipped.columns[i].shown)
			return false;
	return true;
}

/* The columns of the table first, then the others, hidden. */
static void
arrange(struct layout *out, const struct place *places, size_t n)
{
	struct layout before = *out;
	size_t i, k;

	out->n = 0;
	for (i = 0; i < n; i++)
		out->columns[out->n++] = (struct layout_column){
			.column = places[i].column, .width = places[i].width, .shown = true
		};
	for (i = 0; i < before.n; i++) {
		for (k = 0; k < n && places[k].column != before.columns[i].column; k++)
			continue;
		if (k < n)
			continue;
		out->columns[out->n] = before.columns[i];
		out->columns[out->n++].shown = false;
	}
}

/* When little is missing, lists of values make room. */
static void
squeeze(struct layout *out, int cells)
{
	size_t n, i;
	const struct column *table = column_table(out->listing, &n);
	int missing = SIGNS - 1 - cells;

	for (i = 0; i < out->n; i++)
		if (out->columns[i].shown)
			missing += out->columns[i].width + 1;
	for (i = out->n; i > 0 && missing > 0; i--) {
		struct layout_column *c = &out->columns[i - 1];

		for (; c->shown && table[c->column].kind == COLUMN_LIST && c->width > LEAST &&
		     missing > 0;
		     missing--)
			c->width--;
	}
}

void
fit_layout(const struct layout *layout, int cells, struct layout *out)
{
	*out = *layout;
	if (!is_shipped(layout))
		return;
	if (layout->listing == LISTING_GRID && cells < FIT_COMPACT)
		arrange(out, compact, ARRAY_LEN(compact));
	else if (layout->listing == LISTING_GRID && cells < MEDIUM)
		arrange(out, medium, ARRAY_LEN(medium));
	else
		squeeze(out, cells);
}
