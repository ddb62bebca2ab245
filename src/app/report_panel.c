/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report_panel.h"

#include <stdlib.h>

#include "base/text.h"
#include "model/panel_chart.h"
#include "model/standing.h"
#include "store/panel_read.h"

static struct panel *
read_standing(struct report *r, struct error *err)
{
	struct summary summary = { .nbands = 0 };
	struct rows *rows = NULL;

	if (!run_query(r->run, "summary", NULL, &rows, err))
		return NULL;
	summary_read(rows, &summary);
	rows_free(rows);
	return standing_panel(&summary);
}

struct panel *
report_panel(struct report *r, const char *code, struct error *err)
{
	struct params params = PARAMS_INIT;
	struct rows *rows = NULL;
	struct panel *panel = NULL;
	const char *statement;

	if (text_same(code, "standing"))
		return read_standing(r, err);
	statement = panel_statement(code, &params);
	if (run_query(r->run, statement, &params, &rows, err))
		panel = panel_read(rows);
	rows_free(rows);
	params_free(&params);
	return panel;
}

void
report_panel_cells(struct doc_table *t, const char *code, const struct panel *p)
{
	for (size_t s = 0; s < p->nseries; s++)
		for (size_t i = 0; i < p->nlabels; i++) {
			char value[32];

			if (!panel_has(p, s, i))
				continue;
			snprintf(value, sizeof value, "%ld", panel_value(p, s, i));
			doc_row(t, (const char *const[]){ code, p->series[s], p->label[i], value });
		}
}

struct doc_matrix *
report_panel_matrix(struct report *r, const struct panel *p, size_t first, const char *corner)
{
	struct doc_matrix *m = doc_matrix(r->doc, "matrix", "", corner);

	for (size_t i = 0; i < p->nlabels; i++)
		doc_matrix_column(m, p->label[i]);
	for (size_t s = first; s < p->nseries; s++)
		doc_matrix_row(m, p->series[s], p->value + s * p->nlabels);
	return m;
}

/* Series counted up over the labels they have. */
static void
add_lines(struct report *r, const char *name, const struct panel *p)
{
	struct doc_chart *c = doc_chart(r->doc, DOC_LINES, name, "");

	for (size_t s = 0; s < p->nseries; s++)
		doc_series(c, p->series[s]);
	for (size_t i = 0; i < p->nlabels; i++) {
		doc_label(c, p->label[i]);
		for (size_t s = 0; s < p->nseries; s++)
			if (panel_has(p, s, i))
				doc_value(c, s, (double)panel_sum_to(p, s, i), NULL);
	}
}

static void
add_bars(struct report *r, const char *name, const struct panel *p)
{
	struct doc_chart *c = doc_chart(r->doc, DOC_BARS, name, "");

	for (size_t i = 0; i < p->nlabels; i++) {
		doc_label(c, p->label[i]);
		doc_value(c, 0, (double)panel_value(p, 0, i), NULL);
	}
}

/* The series are the bars here, the labels their parts. */
static void
add_stacks(struct report *r, const char *name, const struct panel *p)
{
	struct doc_chart *c = doc_chart(r->doc, DOC_STACKS, name, "");

	for (size_t i = 0; i < p->nlabels; i++)
		doc_series(c, p->label[i]);
	for (size_t s = 0; s < p->nseries; s++) {
		doc_label(c, p->series[s]);
		for (size_t i = 0; i < p->nlabels; i++)
			doc_value(c, i, (double)panel_value(p, s, i), NULL);
	}
}

void
report_panel_picture(struct report *r, const struct panel_head *head, const struct panel *p)
{
	struct doc_matrix *m;

	switch (panel_shape(head->code)) {
	case PANEL_LINES:
		add_lines(r, head->code, p);
		break;
	case PANEL_BARS:
		add_bars(r, head->code, p);
		break;
	case PANEL_MATRIX:
		m = report_panel_matrix(r, p, 0, "");
		doc_set(&m->name, head->code);
		/* Who is linked to drugs is among the arrested: rows of months do not add up. */
		m->across = !text_same(head->code, "socex");
		m->down = true;
		break;
	case PANEL_STACKS:
		add_stacks(r, head->code, p);
		break;
	}
}
