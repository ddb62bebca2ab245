/* SPDX-License-Identifier: MIT
 *
 * A document for groff: its own page macros, tables for tbl, charts for pic. The head and foot of a
 * page bear the marking; the number of pages comes in from outside (-rgl-pages=N), since only a
 * first run knows it: it is said on standard error as "gridline-pages N".
 */
#include "config.h"

#include <stdlib.h>

#include "report/doc_kind.h"
#include "report/groff_text.h"

/* Sizes: A4, 2 cm at the sides. gl-top and gl-bottom stand at the edges of every page; a table that
 * runs over (gl-in-table) repeats its head below the top. Texts come in by strings, never as
 * arguments. Tables and charts set their own size. */
static const char prologue[] = ".pc\n"
			       ".nr gl-ll (\\n[gl-width]u - 4c)\n"
			       ".po 2c\n"
			       ".ll \\n[gl-ll]u\n"
			       ".lt \\n[gl-ll]u\n"
			       ".ft R\n"
			       ".ps 10\n"
			       ".vs 13p\n"
			       ".ad l\n"
			       ".nh\n"
			       ".nr gl-in-table 0\n"
			       ".de gl-rule\n"
			       "\\l'\\\\n[gl-ll]u'\n"
			       ".br\n"
			       "..\n"
			       ".de gl-top\n"
			       ".ev gl-edge\n"
			       ".nf\n"
			       ".ll \\\\n[gl-ll]u\n"
			       ".lt \\\\n[gl-ll]u\n"
			       ".ft B\n"
			       ".ps 11\n"
			       ".vs 13p\n"
			       "'sp |1c\n"
			       ".tl ''\\\\*[gl-marking]''\n"
			       ".ft R\n"
			       ".ps 8\n"
			       ".vs 10p\n"
			       ".tl '\\\\*[gl-title]''\\\\*[gl-period]'\n"
			       "'sp -0.5v\n"
			       ".gl-rule\n"
			       ".ev\n"
			       "'sp |2.5c\n"
			       ".ns\n"
			       ".if \\\\n[gl-in-table] .gl-table-head\n"
			       "..\n"
			       ".de gl-bottom\n"
			       ".ev gl-edge\n"
			       ".nf\n"
			       "'sp |(u;\\\\n[.p] - 2.5c)\n"
			       ".ft R\n"
			       ".ps 8\n"
			       ".vs 10p\n"
			       ".gl-rule\n"
			       ".tl '\\\\*[gl-handling]''page \\\\n% of \\\\n[gl-pages]'\n"
			       ".ps 6.5\n"
			       ".tl '\\\\*[gl-audit]''\\\\*[gl-counted]'\n"
			       ".ft B\n"
			       ".ps 11\n"
			       ".vs 13p\n"
			       "'sp 0.3v\n"
			       ".tl ''\\\\*[gl-marking]''\n"
			       ".ev\n"
			       "'bp\n"
			       "..\n"
			       ".de TS\n"
			       ".br\n"
			       ".if '\\\\$1'H' .di gl-head\n"
			       "..\n"
			       ".de TH\n"
			       ".br\n"
			       ".di\n"
			       ".ne \\\\n[dn]u+3v\n"
			       ".gl-table-head\n"
			       ".nr gl-in-table 1\n"
			       "..\n"
			       ".de gl-table-head\n"
			       ".ev gl-head\n"
			       ".nf\n"
			       ".in 0\n"
			       ".gl-head\n"
			       ".ev\n"
			       ".mk #T\n"
			       "..\n"
			       ".de TE\n"
			       ".nr gl-in-table 0\n"
			       "..\n"
			       ".de T&\n"
			       "..\n"
			       ".de PS\n"
			       ".br\n"
			       ".ne \\\\$1+1v\n"
			       ".sp 0.3v\n"
			       "..\n"
			       ".de PE\n"
			       ".br\n"
			       ".sp 0.5v\n"
			       "..\n"
			       ".de gl-heading\n"
			       ".br\n"
			       ".sp 0.8v\n"
			       ".ne 6v\n"
			       ".ft B\n"
			       ".ps 12\n"
			       "\\\\*[gl-text]\n"
			       ".br\n"
			       ".ft R\n"
			       ".ps 10\n"
			       ".sp 0.3v\n"
			       "..\n"
			       ".de gl-caption\n"
			       ".br\n"
			       ".sp 0.5v\n"
			       ".ne 5v\n"
			       ".ft B\n"
			       ".ps 9\n"
			       "\\\\*[gl-text]\n"
			       ".br\n"
			       ".ft R\n"
			       ".ps 10\n"
			       ".sp 0.2v\n"
			       "..\n"
			       ".de gl-small\n"
			       ".br\n"
			       ".ps 8\n"
			       ".vs 10p\n"
			       "..\n"
			       ".de gl-normal\n"
			       ".br\n"
			       ".ps 10\n"
			       ".vs 13p\n"
			       "..\n"
			       ".wh 0 gl-top\n"
			       ".wh -2.7c gl-bottom\n";

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
	buf_adds(out, prologue);
	add_title(d, out);
	for (size_t i = 0; i < d->nparts; i++)
		add_part(d, &d->parts[i], out);
	buf_adds(out, ".br\n.tm gridline-pages \\n%\n");
}
