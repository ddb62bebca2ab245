/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/line_draw.h"

#include <string.h>

#include "base/text.h"

void
line_draw(struct region r, const char *text, size_t at, int *scroll, int step)
{
	size_t len = strlen(text), skip;
	int cursor = text_width(text, at), used;

	if (r.rows == 0 || r.cols == 0)
		return;
	if (cursor < *scroll)
		*scroll = cursor > step - 1 ? cursor - step + 1 : 0;
	if (cursor >= *scroll + r.cols)
		*scroll = cursor - r.cols + (step < r.cols ? step : r.cols);
	skip = text_fit(text, len, *scroll, &used);
	if (used < *scroll) { /* a wide character lies on the edge */
		skip += text_fit(text + skip, len - skip, 2, &used);
		*scroll = text_width(text, skip);
	}
	region_text(r, 0, 0, STYLE_INPUT, text + skip);
	screen_cursor(r.screen, r.row, r.col + cursor - *scroll, true);
}
