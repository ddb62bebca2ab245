/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/foot.h"

#include "base/buf.h"
#include "base/text.h"

/* The status takes its room in steps, so that a number that grows by a digit moves nothing else. */
#define STATUS_STEP 12

static int
draw_hint(struct region r, int col, const struct keymap *keys, enum request request)
{
	struct buf label = BUF_INIT;
	char key[24], hint[REQUEST_HINT_MAX];
	int width;

	keymap_key(keys, request, key);
	if (!key[0])
		return 0;
	request_hint(request, hint);
	buf_addf(&label, " %s", hint);
	width = text_width(key, strlen(key)) + text_width(buf_str(&label), label.len);
	if (col + width > r.cols) {
		width = -1;
	} else {
		region_text(r, 0, col, STYLE_KEY, key);
		region_text(r, 0, col + text_width(key, strlen(key)), STYLE_DIM, buf_str(&label));
	}
	buf_free(&label);
	return width;
}

void
foot_draw(struct region r, const struct foot *foot)
{
	int col, width;
	size_t i;

	region_clear(r);
	if (foot->message) {
		region_cell(r, foot->message_style, false, foot->message);
		return;
	}
	width = text_width(foot->status, strlen(foot->status)) + 2;
	col = (width + STATUS_STEP - 1) / STATUS_STEP * STATUS_STEP;
	region_cell(
	    region_span(r, 0, 0, col < r.cols ? col : r.cols), STYLE_NORMAL, false, foot->status);
	for (i = 0; foot->hints && foot->hints[i] != REQ_NONE; i++) {
		width = draw_hint(r, col, foot->keys, foot->hints[i]);
		if (width < 0)
			break;
		if (width > 0)
			col += width + 2;
	}
}
