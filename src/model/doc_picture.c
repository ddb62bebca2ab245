/* SPDX-License-Identifier: MIT
 *
 * The pictures of a document.
 */
#include "config.h"

#include <stdlib.h>

#include "model/doc.h"

static char *
copy(const char *s)
{
	return xstrdup(s != NULL ? s : "");
}

struct doc_chart *
doc_chart(struct doc *d, enum doc_chart_kind kind, const char *name, const char *caption)
{
	struct doc_chart *c = xcalloc(1, sizeof *c);

	c->kind = kind;
	c->name = copy(name);
	c->caption = copy(caption);
	c->unit = copy("");
	doc_add_part(d, DOC_CHART)->chart = c;
	return c;
}

void
doc_series(struct doc_chart *c, const char *name)
{
	c->series = xreallocarray(c->series, c->nseries + 1, sizeof *c->series);
	c->series[c->nseries++] = copy(name);
}

void
doc_label(struct doc_chart *c, const char *label)
{
	size_t n;

	if (c->nseries == 0)
		doc_series(c, "");
	c->labels = xreallocarray(c->labels, c->nlabels + 1, sizeof *c->labels);
	c->labels[c->nlabels++] = copy(label);
	n = c->nlabels * c->nseries;
	c->values = xreallocarray(c->values, n, sizeof *c->values);
	for (size_t i = n - c->nseries; i < n; i++)
		c->values[i] = (struct doc_value){ .value = 0, .none = true, .shown = copy("") };
}

void
doc_value(struct doc_chart *c, size_t series, double value, const char *shown)
{
	struct doc_value *v = &c->values[(c->nlabels - 1) * c->nseries + series];

	free(v->shown);
	v->value = value;
	v->none = false;
	v->shown = shown != NULL ? copy(shown) : xasprintf("%.15g", value);
}

void
doc_hidden(struct doc_chart *c, size_t series, const char *shown)
{
	struct doc_value *v = &c->values[(c->nlabels - 1) * c->nseries + series];

	doc_set(&v->shown, shown);
	v->none = true;
}

/* What the parts of a stack come to. */
static double
sum_of(const struct doc_chart *c, size_t label)
{
	double sum = 0;

	for (size_t s = 0; s < c->nseries; s++) {
		const struct doc_value *v = &c->values[label * c->nseries + s];

		sum += !v->none && v->value > 0 ? v->value : 0;
	}
	return sum;
}

double
doc_chart_top(const struct doc_chart *c)
{
	double top = 0;

	for (size_t i = 0; c->kind == DOC_STACKS && i < c->nlabels; i++)
		top = sum_of(c, i) > top ? sum_of(c, i) : top;
	for (size_t i = 0; i < c->nlabels * c->nseries; i++)
		if (!c->values[i].none && c->values[i].value > top)
			top = c->values[i].value;
	return top;
}

struct doc_matrix *
doc_matrix(struct doc *d, const char *name, const char *caption, const char *corner)
{
	struct doc_matrix *m = xcalloc(1, sizeof *m);

	m->name = copy(name);
	m->caption = copy(caption);
	m->corner = copy(corner);
	doc_add_part(d, DOC_MATRIX)->matrix = m;
	return m;
}

void
doc_matrix_column(struct doc_matrix *m, const char *name)
{
	m->columns = xreallocarray(m->columns, m->ncolumns + 1, sizeof *m->columns);
	m->columns[m->ncolumns++] = copy(name);
}

void
doc_matrix_row(struct doc_matrix *m, const char *name, const long *values)
{
	const size_t n = m->ncolumns;

	m->rows = xreallocarray(m->rows, m->nrows + 1, sizeof *m->rows);
	m->values = xreallocarray(m->values, (m->nrows + 1) * n + 1, sizeof *m->values);
	m->rows[m->nrows] = copy(name);
	for (size_t i = 0; i < n; i++)
		m->values[m->nrows * n + i] = values[i];
	m->nrows++;
}

struct doc_tiles *
doc_tiles(struct doc *d, const char *name, const char *caption)
{
	struct doc_tiles *t = xcalloc(1, sizeof *t);

	t->name = copy(name);
	t->caption = copy(caption);
	doc_add_part(d, DOC_TILES)->tiles = t;
	return t;
}

void
doc_tile(struct doc_tiles *t, const struct doc_tile *tile, const char *code, const char *name)
{
	struct doc_tile *to;

	t->tiles = xreallocarray(t->tiles, t->ntiles + 1, sizeof *t->tiles);
	to = &t->tiles[t->ntiles++];
	*to = *tile;
	to->code = copy(code);
	to->name = copy(name);
}

static void
free_texts(char **texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(texts[i]);
	free(texts);
}

void
doc_chart_free(struct doc_chart *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->nlabels * c->nseries; i++)
		free(c->values[i].shown);
	free_texts(c->labels, c->nlabels);
	free_texts(c->series, c->nseries);
	free(c->values);
	free(c->name);
	free(c->caption);
	free(c->unit);
	free(c);
}

void
doc_matrix_free(struct doc_matrix *m)
{
	if (m == NULL)
		return;
	free_texts(m->rows, m->nrows);
	free_texts(m->columns, m->ncolumns);
	free(m->values);
	free(m->name);
	free(m->caption);
	free(m->corner);
	free(m);
}

void
doc_tiles_free(struct doc_tiles *t)
{
	if (t == NULL)
		return;
	for (size_t i = 0; i < t->ntiles; i++) {
		free(t->tiles[i].code);
		free(t->tiles[i].name);
	}
	free(t->tiles);
	free(t->name);
	free(t->caption);
	free(t);
}
