/* SPDX-License-Identifier: MIT
 *
 * Marked rows, by identity: they survive paging, sorting, filtering and refresh. A set of UUIDs,
 * nothing else; what is done to the marked is the screens' business.
 */
#ifndef GRIDLINE_VIEW_MARKS_H
#define GRIDLINE_VIEW_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/page.h"

struct marks {
	char (*slot)[ROW_ID_LEN + 1]; /* open addressing; "" is free */
	size_t cap, n;		      /* cap: a power of two, or 0 */
};

#define MARKS_INIT \
	{ \
		.slot = NULL, .cap = 0, .n = 0 \
	}

bool marks_has(const struct marks *m, const char *id);
void marks_add(struct marks *m, const char *id);    /* longer ids are cut: they are UUIDs */
void marks_remove(struct marks *m, const char *id); /* none such: nothing happens */
/* All of them, in no order; free() the array. The texts live until the next change. */
const char **marks_list(const struct marks *m);
void marks_clear(struct marks *m); /* frees everything */

#endif
