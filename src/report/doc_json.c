/* SPDX-License-Identifier: MIT
 *
 * A document as one JSON object: what is in its head, and its parts in their order.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"
#include "report/json_quote.h"

static void
add_string(struct buf *out, const char *text)
{
	char *clean = text_clean_dup(text, TEXT_BLOCK);

	json_quote(out, clean);
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
add_strings(struct buf *out, char *const *texts, size_t n)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < n; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		add_string(out, texts[i]);
	}
	buf_addc(out, ']');
}

/* What stands before a text, then the text. */
static void
add_named(struct buf *out, const char *before, const char *text)
{
	buf_adds(out, before);
	add_string(out, text);
}

static void
add_values(const struct doc_chart *c, size_t series, struct buf *out)
{
	add_named(out, "{\"name\": ", c->series[series]);
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
	add_named(out, "{\"chart\": ", c->name);
	add_named(out, ", \"caption\": ", c->caption);
	add_named(out, ", \"unit\": ", c->unit);
	buf_adds(out, ", \"labels\": ");
	add_strings(out, c->labels, c->nlabels);
	buf_adds(out, ", \"series\": [");
	for (size_t s = 0; s < c->nseries; s++) {
		buf_adds(out, s > 0 ? ", " : "");
		add_values(c, s, out);
	}
	buf_adds(out, "]}");
}

static void
add_matrix(const struct doc_matrix *m, struct buf *out)
{
	add_named(out, "{\"matrix\": ", m->name);
	add_named(out, ", \"caption\": ", m->caption);
	add_named(out, ", \"corner\": ", m->corner);
	buf_adds(out, ", \"columns\": ");
	add_strings(out, m->columns, m->ncolumns);
	buf_adds(out, ", \"rows\": [");
	for (size_t i = 0; i < m->nrows; i++) {
		add_named(out, i > 0 ? ",\n{\"name\": " : "\n{\"name\": ", m->rows[i]);
		buf_adds(out, ", \"values\": [");
		for (size_t k = 0; k < m->ncolumns; k++)
			buf_addf(out, "%s%ld", k > 0 ? ", " : "", m->values[i * m->ncolumns + k]);
		buf_adds(out, "]}");
	}
	buf_adds(out, "]}");
}

static void
add_tiles(const struct doc_tiles *t, struct buf *out)
{
	add_named(out, "{\"tiles\": ", t->name);
	add_named(out, ", \"caption\": ", t->caption);
	buf_adds(out, ", \"places\": [");
	for (size_t i = 0; i < t->ntiles; i++) {
		const struct doc_tile *tile = &t->tiles[i];

		add_named(out, i > 0 ? ",\n{\"code\": " : "\n{\"code\": ", tile->code);
		add_named(out, ", \"name\": ", tile->name);
		buf_addf(out, ", \"row\": %d, \"column\": %d, \"value\": %ld}", tile->row,
		    tile->col, tile->value);
	}
	buf_adds(out, "]}");
}

static void
add_part(const struct doc_part *p, struct buf *out)
{
	switch (p->kind) {
	case DOC_SECTION:
		add_named(out, "{\"section\": ", p->text);
		buf_addc(out, '}');
		break;
	case DOC_TEXT:
	case DOC_NOTE:
		add_named(out, p->kind == DOC_TEXT ? "{\"text\": " : "{\"note\": ", p->text);
		buf_addc(out, '}');
		break;
	case DOC_TABLE:
		add_named(out, "{\"table\": ", p->table->name);
		add_named(out, ", \"caption\": ", p->table->caption);
		buf_adds(out, ", \"rows\": ");
		doc_write_rows(p->table, WRITER_JSON, out);
		buf_addc(out, '}');
		break;
	case DOC_CHART:
		add_chart(p->chart, out);
		break;
	case DOC_MATRIX:
		add_matrix(p->matrix, out);
		break;
	case DOC_TILES:
		add_tiles(p->tiles, out);
		break;
	case DOC_CARD:
		add_named(out, "{\"card\": ", p->text);
		add_named(out, ", \"about\": ", p->about);
		buf_addc(out, '}');
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
