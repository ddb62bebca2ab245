/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/figure.h"

#include <stdlib.h>

void
figures_free(struct figures *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->n; i++) {
		for (size_t k = 0; k < FIGURE_CELLS; k++)
			free(f->items[i].cells[k]);
		free(f->items[i].rule);
		free(f->items[i].note);
	}
	free(f->items);
	free(f);
}
