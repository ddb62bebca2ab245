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

struct doc_part *
doc_add_part(struct doc *d, enum doc_kind kind)
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
	doc_add_part(d, DOC_SECTION)->text = copy(title);
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
	doc_add_part(d, DOC_TEXT)->text = format(fmt, ap);
	va_end(ap);
}

void
doc_note(struct doc *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	doc_add_part(d, DOC_NOTE)->text = format(fmt, ap);
	va_end(ap);
}

void
doc_card(struct doc *d, const char *title, const char *about)
{
	struct doc_part *p = doc_add_part(d, DOC_CARD);

	p->text = copy(title);
	p->about = copy(about);
}

struct doc_table *
doc_table(struct doc *d, const char *name, const char *caption)
{
	struct doc_table *t = xcalloc(1, sizeof *t);

	t->name = copy(name);
	t->caption = copy(caption);
	t->empty = copy("None.");
	t->group = -1;
	doc_add_part(d, DOC_TABLE)->table = t;
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

void
doc_free(struct doc *d)
{
	if (d == NULL)
		return;
	for (size_t i = 0; i < d->nparts; i++) {
		free(d->parts[i].text);
		free_table(d->parts[i].table);
		free(d->parts[i].about);
		doc_chart_free(d->parts[i].chart);
		doc_matrix_free(d->parts[i].matrix);
		doc_tiles_free(d->parts[i].tiles);
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
