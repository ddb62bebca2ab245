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
