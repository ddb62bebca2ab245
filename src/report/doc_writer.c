/* SPDX-License-Identifier: MIT
 *
 * The table of formats, and the two that need no layout.
 */
#include "config.h"

#include "report/doc_writer.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"
#include "report/writer.h"

void
doc_write(const struct doc *d, enum doc_format format, struct buf *out)
{
	switch (format) {
	case DOC_FORMAT_TEXT:
		doc_write_text(d, out);
		break;
	case DOC_FORMAT_CSV:
		doc_write_csv(d, out);
		break;
	case DOC_FORMAT_JSON:
		doc_write_json(d, out);
		break;
	case DOC_FORMAT_GROFF:
		doc_write_groff(d, out);
		break;
	case DOC_FORMAT_COUNT:
		break;
	}
}

/* All columns of a table, the quiet ones too, by the writers of listings. */
static void
write_rows(const struct doc_table *t, enum writer_format format, struct buf *out)
{
	struct column *columns = xcalloc(t->ncolumns, sizeof *columns);
	const struct writer_options options = { .format = format,
		.columns = columns,
		.ncolumns = t->ncolumns,
		.marking = "",
		.title = "" };
	struct writer *w;

	for (size_t i = 0; i < t->ncolumns; i++)
		columns[i] = (struct column){ .name = t->columns[i].name,
			.title = t->columns[i].title,
			.kind = t->columns[i].kind };
	w = writer_new(&options);
	writer_begin(w, out);
	for (size_t r = 0; r < t->nrows; r++)
		writer_row(w, (const char *const *)t->rows[r], out);
	writer_end(w, out);
	writer_free(w);
	free(columns);
}

void
doc_write_csv(const struct doc *d, struct buf *out)
{
	if (d->main != NULL)
		write_rows(d->main, WRITER_CSV, out);
}

static void
add_string(struct buf *out, const char *text)
{
	char *clean = text_clean_dup(text, TEXT_BLOCK);

	buf_addc(out, '"');
	for (const char *s = clean; *s != '\0'; s++) {
		if (*s == '\n')
			buf_adds(out, "\\n");
		else if (*s == '\t')
			buf_adds(out, "\\t");
		else if (*s == '"' || *s == '\\')
			buf_addf(out, "\\%c", *s);
		else
			buf_addc(out, *s);
	}
	buf_addc(out, '"');
	free(clean);
}

static void
add_member(struct buf *out, const char *name, const char *text)
{
	buf_addf(out, "\"%s\": ", name);
	add_string(out, text);
	buf_adds(out, ",\n");
}

static void
add_values(const struct doc_chart *c, size_t series, struct buf *out)
{
	buf_adds(out, "{\"name\": ");
	add_string(out, c->series[series]);
	buf_adds(out, ", \"values\": [");
	for (size_t i = 0; i < c->nlabels; i++) {
		const struct doc_value *v = &c->values[i * c->nseries + series];

		if (v->none)
			buf_addf(out, "%snull", i > 0 ? ", " : "");
		else
			buf_addf(out, "%s%.15g", i > 0 ? ", " : "", v->value);
	}
	buf_adds(out, "]}");
}

static void
add_chart(const struct doc_chart *c, struct buf *out)
{
	buf_adds(out, "{\"chart\": ");
	add_string(out, c->name);
	buf_adds(out, ", \"caption\": ");
	add_string(out, c->caption);
	buf_adds(out, ", \"unit\": ");
	add_string(out, c->unit);
	buf_adds(out, ", \"labels\": [");
	for (size_t i = 0; i < c->nlabels; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		add_string(out, c->labels[i]);
	}
	buf_adds(out, "], \"series\": [");
	for (size_t s = 0; s < c->nseries; s++) {
		buf_adds(out, s > 0 ? ", " : "");
		add_values(c, s, out);
	}
	buf_adds(out, "]}");
}

static void
add_part(const struct doc_part *p, struct buf *out)
{
	switch (p->kind) {
	case DOC_SECTION:
		buf_adds(out, "{\"section\": ");
		add_string(out, p->text);
		buf_addc(out, '}');
		break;
	case DOC_TEXT:
	case DOC_NOTE:
		buf_adds(out, p->kind == DOC_TEXT ? "{\"text\": " : "{\"note\": ");
		add_string(out, p->text);
		buf_addc(out, '}');
		break;
	case DOC_TABLE:
		buf_adds(out, "{\"table\": ");
		add_string(out, p->table->name);
		buf_adds(out, ", \"caption\": ");
		add_string(out, p->table->caption);
		buf_adds(out, ", \"rows\": ");
		write_rows(p->table, WRITER_JSON, out);
		buf_addc(out, '}');
		break;
	case DOC_CHART:
		add_chart(p->chart, out);
		break;
	}
}

void
doc_write_json(const struct doc *d, struct buf *out)
{
	buf_adds(out, "{");
	add_member(out, "report", d->report);
	add_member(out, "title", d->title);
	add_member(out, "population", d->population);
	add_member(out, "period", d->period);
	add_member(out, "marking", d->marking);
	add_member(out, "handling", d->handling);
	add_member(out, "recipient", d->recipient);
	add_member(out, "counted", d->counted);
	add_member(out, "audit_head", d->audit);
	buf_adds(out, "\"parts\": [");
	for (size_t i = 0; i < d->nparts; i++) {
		buf_adds(out, i > 0 ? ",\n" : "\n");
		add_part(&d->parts[i], out);
	}
	buf_adds(out, "\n]}\n");
}
