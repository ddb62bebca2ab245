/* SPDX-License-Identifier: MIT
 *
 * What the preview pane shows of one line or group: headed runs of label and text, in reading
 * order.
 */
#ifndef GRIDLINE_MODEL_CARD_H
#define GRIDLINE_MODEL_CARD_H

#include <stddef.h>

struct card_item {
	char *section; /* heading it stands under, "" for none; items of one section follow each
			  other */
	char *label, *text; /* clean; text may hold newlines */
	char *was;	    /* what stood there before, to be shown beside it; NULL: not told */
};

struct card {
	char id[37];
	struct card_item *items;
	size_t n;
};

void card_add(
    struct card *card, const char *section, const char *label, const char *text); /* copies */
void card_add_change(
    struct card *card, const char *section, const char *label, const char *was, const char *now);
void card_free(struct card *card); /* frees the card itself, too; NULL allowed */

#endif
