/* SPDX-License-Identifier: MIT
 *
 * A document for groff: its own page macros (groff_page.c), tables for tbl, charts for pic. The
 * number of pages comes in from outside (-rgl-pages=N), since only a first run knows it: it is said
 * on standard error as "gridline-pages N".
 */
#include "config.h"

#include <stdlib.h>

#include "report/doc_kind.h"
#include "report/groff_text.h"

static void
add_string(struct buf *out, const char *name, const char *before, const char *text)
{
	buf_addf(out, ".ds %s \"%s", name, before);
	groff_text(out, text);
	buf_addc(out, '\n');
}

/* A text may hold newlines; each line stands by itself. */
static void
add_lines(struct buf *out, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		char *line = xstrndup(text, len);

		groff_text(out, line);
		buf_adds(out, "\n.br\n");
		free(line);
		text += len + (text[len] == '\n');
	}
}

static void
add_named(struct buf *out, const char *name, const char *text)
{
	if (*text == '\0')
		return;
	buf_addf(out, "%s", name);
	groff_text(out, text);
	buf_adds(out, "\n.br\n");
}

static void
add_title(const struct doc *d, struct buf *out)
{
	buf_adds(out, ".ft B\n.ps 17\n.vs 22p\n");
	add_named(out, "", d->title);
	buf_adds(out, ".ft R\n.ps 10\n.vs 13p\n.sp 0.2v\n");
	add_named(out, "", d->population);
	add_named(out, "", d->period);
	add_named(out, "Counted ", d->counted);
	add_named(out, "For ", d->recipient);
}

static void
add_part(const struct doc *d, const struct doc_part *p, struct buf *out)
{
	switch (p->kind) {
	case DOC_SECTION:
		add_string(out, "gl-text", "", p->text);
		buf_adds(out, ".gl-heading\n");
		break;
	case DOC_TEXT:
		buf_adds(out, ".br\n.sp 0.4v\n");
		add_lines(out, p->text);
		break;
	case DOC_NOTE:
		buf_adds(out, ".gl-small\n.sp 0.4v\n");
		add_lines(out, p->text);
		buf_adds(out, ".gl-normal\n");
		break;
	case DOC_TABLE:
		if (doc_is_quiet(p->table))
			break;
		buf_adds(out, ".br\n.sp 0.5v\n");
		if (p->table->caption[0] != '\0') {
			add_string(out, "gl-text", "", p->table->caption);
			buf_adds(out, ".gl-caption\n");
		}
		if (p->table->nrows == 0)
			add_lines(out, p->table->empty);
		else
			doc_groff_table(p->table, d->wide ? 148 : 96, out);
		break;
	case DOC_CHART:
		buf_adds(out, ".br\n.ne 2.6i\n"); /* a caption stays with its chart */
		add_string(out, "gl-text", "", p->chart->caption);
		buf_adds(out, ".gl-caption\n");
		doc_groff_chart(p->chart, d->wide, out);
		break;
	}
}

void
doc_write_groff(const struct doc *d, struct buf *out)
{
	buf_addf(
	    out, ".pl %s\n.nr gl-width %s\n", d->wide ? "21c" : "29.7c", d->wide ? "29.7c" : "21c");
	buf_adds(out, ".if !r gl-pages .nr gl-pages 0\n");
	add_string(out, "gl-marking", "", d->marking);
	add_string(out, "gl-title", "", d->title);
	add_string(out, "gl-period", "", d->period);
	add_string(out, "gl-handling", "Handling code ", d->handling);
	add_string(out, "gl-audit", "Head of the log: ", d->audit);
	add_string(out, "gl-counted", "", d->counted);
	groff_accents(out);
	buf_adds(out, groff_page);
	add_title(d, out);
	for (size_t i = 0; i < d->nparts; i++) {
		if (d->parts[i].kind == DOC_SECTION && i + 1 < d->nparts &&
		    d->parts[i + 1].kind == DOC_CHART)
			buf_adds(out, ".br\n.ne 3.2i\n"); /* and a heading with its first one */
		add_part(d, &d->parts[i], out);
	}
	buf_adds(out, ".br\n.tm gridline-pages \\n%\n");
}
