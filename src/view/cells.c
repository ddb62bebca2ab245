/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/cells.h"

void
cells_change(struct buf *out, const char *change, struct list_cell *cell)
{
	if (*change == '+' || *change == '-') {
		buf_addf(out, "%s%s", *change == '+' ? "▲" : "▼", change + 1);
		cell->style = *change == '+' ? STYLE_UP : STYLE_DOWN;
	} else {
		buf_adds(out, change);
		cell->style = STYLE_NEW;
	}
	cell->text = buf_str(out);
}

void
cells_list(struct buf *out, const char *list, struct list_cell *cell)
{
	size_t len;

	for (;;) {
		len = strcspn(list, ";");
		buf_add(out, list, len);
		if (!list[len])
			break;
		buf_adds(out, ", ");
		list += len + 1;
	}
	cell->text = buf_str(out);
}

void
cells_count(
    struct buf *out, const char *number, char sign, enum style style, struct list_cell *cell)
{
	if (strcmp(number, "0") != 0)
		buf_adds(out, number);
	if (out->len && sign) {
		buf_addc(out, sign);
		cell->style = style;
	}
	cell->text = buf_str(out);
}

bool
cells_fall(enum listing listing, int column)
{
	size_t n;
	const struct column *table = column_table(listing, &n);

	switch (table[column].kind) {
	case COLUMN_NUMBER:
		return listing != LISTING_GRID || column != GRID_RANK;
	case COLUMN_DATE:
	case COLUMN_FLAG:
	case COLUMN_CHANGE:
		return true;
	case COLUMN_TERM:
		return listing == LISTING_GRID && column == GRID_BAND;
	case COLUMN_TEXT:
	case COLUMN_LIST:
	case COLUMN_BLOCK:
		return false;
	}
	return false;
}
