/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/waiting.h"

#include <stdlib.h>

void
waiting_free(struct waiting *w)
{
	if (!w)
		return;
	for (size_t i = 0; i < w->n; i++) {
		free(w->items[i].kind);
		free(w->items[i].line_ref);
		free(w->items[i].name);
		free(w->items[i].what);
		free(w->items[i].since);
		free(w->items[i].due);
		free(w->items[i].who);
	}
	free(w->items);
	free(w);
}
