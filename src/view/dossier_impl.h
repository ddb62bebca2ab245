/* SPDX-License-Identifier: MIT
 *
 * The inside of a dossier, for dossier.c (its life and keys), dossier_open.c (the two steps) and
 * dossier_draw.c.
 */
#ifndef GRIDLINE_VIEW_DOSSIER_IMPL_H
#define GRIDLINE_VIEW_DOSSIER_IMPL_H

#include "term/list.h"
#include "term/pane.h"
#include "view/dossier.h"

#define DOSSIER_WHY_MOST 10 /* justifications offered again */

struct dossier_view {
	struct view view;
	char id[ROW_ID_LEN + 1], token[STEP_OP_SIZE];
	char *title, *why;
	char *whys[DOSSIER_WHY_MOST];
	size_t nwhys;
	struct dossier *data; /* NULL until it was read */
	enum dossier_pane pane;
	struct list *list;
	char titles[DOSSIER_CELLS][24]; /* of its columns */
	struct pane *detail;		/* the row under the cursor in full */
	bool detail_off, detail_focus;
	source_ticket ticket;
	struct buf status;
	struct region list_region;
};

/* dossier_open.c */
void dossier_ask(struct dossier_view *v);   /* why, then the two steps */
void dossier_again(struct dossier_view *v); /* read again, with the token while it lasts */

/* dossier.c */
void dossier_show(struct dossier_view *v, enum dossier_pane pane);
const struct dossier_row *dossier_at(const struct dossier_view *v); /* NULL: none */

/* dossier_draw.c */
void dossier_draw(struct view *view, struct region r);
void dossier_cell(void *arg, size_t row, int column, struct list_cell *cell);

#endif
