/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/doc.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/buf.h"

static char *
copy(const char *s)
{
	return xstrdup(s != NULL ? s : "");
}

struct doc *
doc_new(const char *report)
{
	struct doc *d = xcalloc(1, sizeof *d);

	d->report = copy(report);
	d->title = copy(report);
	d->population = copy("");
	d->period = copy("");
	d->marking = copy("");
	d->handling = copy("");
	d->recipient = copy("");
	d->counted = copy("");
	d->audit = copy("");
	return d;
}

void
doc_set(char **member, const char *s)
{
	char *fresh = copy(s);

	free(*member);
	*member = fresh;
}

static struct doc_part *
add_part(struct doc *d, enum doc_kind kind)
{
	struct doc_part *p;

	d->parts = xgrow(d->parts, d->nparts, &d->cap, sizeof *d->parts);
	p = &d->parts[d->nparts++];
	*p = (struct doc_part){ .kind = kind };
	return p;
}

void
doc_section(struct doc *d, const char *title)
{
	add_part(d, DOC_SECTION)->text = copy(title);
}

static char *format(const char *fmt, va_list ap) ATTR_PRINTF(1, 0);

static char *
format(const char *fmt, va_list ap)
{
	struct buf text = BUF_INIT;

	buf_vaddf(&text, fmt, ap);
	return buf_take(&text);
}

void
doc_text(struct doc *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_part(d, DOC_TEXT)->text = format(fmt, ap);
	va_end(ap);
}

void
doc_note(struct doc *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_part(d, DOC_NOTE)->text = format(fmt, ap);
	va_end(ap);
}

struct doc_table *
doc_table(struct doc *d, const char *name, const char *caption)
{
	struct doc_table *t = xcalloc(1, sizeof *t);

	t->name = copy(name);
	t->caption = copy(caption);
	t->empty = copy("None.");
	t->group = -1;
	add_part(d, DOC_TABLE)->table = t;
	if (d->main == NULL)
		d->main = t;
	return t;
}

void
doc_column(struct doc_table *t, const char *name, const char *title, enum column_kind kind)
{
	t->columns = xreallocarray(t->columns, t->ncolumns + 1, sizeof *t->columns);
	t->columns[t->ncolumns++] = (struct doc_column){
		.name = copy(name), .title = copy(title), .kind = kind, .quiet = title == NULL
	};
}

void
doc_row(struct doc_table *t, const char *const *cells)
{
	char **row = xcalloc(t->ncolumns, sizeof *row);

	for (size_t i = 0; i < t->ncolumns; i++)
		row[i] = copy(cells[i]);
	if ((t->nrows & (t->nrows + 1)) == 0)
		t->rows = xreallocarray(t->rows, 2 * t->nrows + 1, sizeof *t->rows);
	t->rows[t->nrows++] = row;
}

void
doc_empty(struct doc_table *t, const char *text)
{
	doc_set(&t->empty, text);
}

void
doc_group(struct doc_table *t, const char *name)
{
	for (size_t i = 0; i < t->ncolumns; i++)
		if (strcmp(t->columns[i].name, name) == 0)
			t->group = (int)i;
}

size_t
doc_group_rows(const struct doc_table *t, size_t r)
{
	size_t n = 1;

	if (t->group < 0 || (r > 0 && strcmp(t->rows[r][t->group], t->rows[r - 1][t->group]) == 0))
		return 0;
	while (r + n < t->nrows && strcmp(t->rows[r][t->group], t->rows[r + n][t->group]) == 0)
		n++;
	return n;
}

void
doc_main(struct doc *d, const struct doc_table *t)
{
	d->main = t;
}

bool
doc_is_quiet(const struct doc_table *t)
{
	for (size_t i = 0; i < t->ncolumns; i++)
		if (!t->columns[i].quiet)
			return false;
	return true;
}

void
doc_last(struct doc *d, const struct doc_table *t)
{
	for (size_t i = 0; i + 1 < d->nparts; i++)
		if (d->parts[i].table == t) {
			const struct doc_part moved = d->parts[i];

			d->parts[i] = d->parts[i + 1];
			d->parts[i + 1] = moved;
		}
}

struct doc_chart *
doc_chart(struct doc *d, enum doc_chart_kind kind, const char *name, const char *caption)
{
	struct doc_chart *c = xcalloc(1, sizeof *c);

	c->kind = kind;
	c->name = copy(name);
	c->caption = copy(caption);
	c->unit = copy("");
	add_part(d, DOC_CHART)->chart = c;
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

double
doc_chart_top(const struct doc_chart *c)
{
	double top = 0;

	for (size_t i = 0; i < c->nlabels * c->nseries; i++)
		if (!c->values[i].none && c->values[i].value > top)
			top = c->values[i].value;
	return top;
}

static void
free_table(struct doc_table *t)
{
	if (t == NULL)
		return;
	for (size_t r = 0; r < t->nrows; r++) {
		for (size_t i = 0; i < t->ncolumns; i++)
			free(t->rows[r][i]);
		free(t->rows[r]);
	}
	for (size_t i = 0; i < t->ncolumns; i++) {
		free(t->columns[i].name);
		free(t->columns[i].title);
	}
	free(t->rows);
	free(t->columns);
	free(t->name);
	free(t->caption);
	free(t->empty);
	free(t);
}

static void
free_chart(struct doc_chart *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->nlabels * c->nseries; i++)
		free(c->values[i].shown);
	for (size_t i = 0; i < c->nlabels; i++)
		free(c->labels[i]);
	for (size_t i = 0; i < c->nseries; i++)
		free(c->series[i]);
	free(c->values);
	free(c->labels);
	free(c->series);
	free(c->name);
	free(c->caption);
	free(c->unit);
	free(c);
}

void
doc_free(struct doc *d)
{
	if (d == NULL)
		return;
	for (size_t i = 0; i < d->nparts; i++) {
		free(d->parts[i].text);
		free_table(d->parts[i].table);
		free_chart(d->parts[i].chart);
	}
	free(d->report);
	free(d->title);
	free(d->population);
	free(d->period);
	free(d->marking);
	free(d->handling);
	free(d->recipient);
	free(d->counted);
	free(d->audit);
	free(d->parts);
	free(d);
}
