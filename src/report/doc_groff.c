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

/* A document on its way to paper. */
struct paper {
	const struct doc *d;
	struct buf *out;
	int cards;    /* begun, and not yet set on the page */
	double width; /* inches */
	bool in_card;
};

#define SMALL 14 /* rows of a table that is not divided */
#define SMALL_WIDE 8
#define PAGE 6.6
#define PAGE_WIDE 10.0
#define CARD_WIDE 4.8

static double
width_of(const struct paper *p)
{
	return p->in_card && p->d->wide ? CARD_WIDE : p->width;
}

/* The cards that were begun go on the page, beside each other. */
static void
end_cards(struct paper *p)
{
	if (p->cards > 0)
		buf_addf(p->out, ".gl-card-end %d\n.gl-cards %d\n", p->cards - 1, p->cards);
	p->cards = 0;
	p->in_card = false;
}

static void
begin_card(struct paper *p, const struct doc_part *part)
{
	const int across = p->d->wide ? 2 : 1;

	if (p->cards == across)
		end_cards(p);
	else if (p->cards > 0)
		buf_addf(p->out, ".gl-card-end %d\n", p->cards - 1);
	buf_addf(p->out, ".gl-card %d %d\n", p->cards++, across);
	p->in_card = true;
	add_string(p->out, "gl-text", "", part->text);
	buf_adds(p->out, ".gl-card-title\n");
	buf_adds(p->out, ".gl-small\n");
	add_lines(p->out, part->about);
	buf_adds(p->out, ".gl-normal\n");
}

/* About how high a picture is, in inches; of a card that of its row. */
static double
height_of(const struct doc_part *p)
{
	size_t rows = 14;

	if (p->kind == DOC_MATRIX)
		rows = p->matrix->nrows + 3;
	else if (p->kind == DOC_CHART && p->chart->kind == DOC_BARS)
		rows = p->chart->nlabels * p->chart->nseries + 2;
	else if (p->kind == DOC_CHART && p->chart->kind == DOC_STACKS)
		rows = p->chart->nlabels + 3;
	return 0.35 + 0.17 * (double)(rows < 22 ? rows : 22);
}

static void
add_caption(struct paper *p, const char *caption)
{
	if (*caption == '\0')
		return;
	add_string(p->out, "gl-text", "", caption);
	buf_adds(p->out, ".gl-caption\n");
}

static void
add_table(struct paper *p, const struct doc_table *t)
{
	if (doc_is_quiet(t))
		return;
	end_cards(p);
	buf_adds(p->out, ".br\n.sp 0.5v\n");
	add_caption(p, t->caption);
	if (t->nrows == 0)
		add_lines(p->out, t->empty);
	else
		doc_groff_table(t, p->width, p->out);
}

/* A caption stays with what it is of. */
static void
keep_picture(struct paper *p, const struct doc_part *part)
{
	buf_adds(p->out, ".br\n");
	if (!p->in_card)
		buf_addf(p->out, ".ne %.2fi\n", height_of(part));
}

static void
add_part(struct paper *p, const struct doc_part *part)
{
	struct buf *out = p->out;

	switch (part->kind) {
	case DOC_SECTION:
		end_cards(p);
		add_string(out, "gl-text", "", part->text);
		buf_adds(out, ".gl-heading\n");
		break;
	case DOC_TEXT:
		buf_adds(out, ".br\n.sp 0.4v\n");
		add_lines(out, part->text);
		break;
	case DOC_NOTE:
		buf_adds(out, ".gl-small\n.sp 0.4v\n");
		add_lines(out, part->text);
		buf_adds(out, ".gl-normal\n");
		break;
	case DOC_TABLE:
		add_table(p, part->table);
		break;
	case DOC_CHART:
		keep_picture(p, part);
		add_caption(p, part->chart->caption);
		doc_groff_chart(part->chart, width_of(p), out);
		break;
	case DOC_MATRIX:
		keep_picture(p, part);
		add_caption(p, part->matrix->caption);
		doc_groff_matrix(part->matrix, width_of(p), out);
		break;
	case DOC_TILES:
		keep_picture(p, part);
		add_caption(p, part->tiles->caption);
		doc_groff_tiles(part->tiles, width_of(p), out);
		break;
	case DOC_CARD:
		begin_card(p, part);
		break;
	}
}

/* Is it drawn in one piece? Then a heading before it stays with it. */
static bool
is_picture(enum doc_kind kind)
{
	return kind == DOC_CHART || kind == DOC_MATRIX || kind == DOC_TILES || kind == DOC_CARD;
}

/* Before the text: where letters come from that not every PDF reader has. The number of fonts for
 * them comes in from outside (-rgl-fonts=N). */
static void
add_fonts(struct buf *out, const char *source)
{
	buf_adds(
	    out, ".if !r gl-fonts .nr gl-fonts 0\n.ds gl-b\n.if \\n[gl-fonts]=0 .ds gl-b \\:\n");
	for (int n = 1; n <= GROFF_FONTS; n++)
		for (int bold = 0; bold < 2; bold++) {
			buf_addf(out, ".if \\n[gl-fonts]=%d .fspecial H%c", n, bold ? 'B' : 'R');
			for (int i = 0; i < n; i++)
				buf_addf(out, " G%c%d", bold ? 'B' : 'R', i);
			buf_addc(out, '\n');
		}
	groff_define(out, source);
}

/* After it: what could not be printed as it is. */
static void
add_reservations(struct buf *out, bool letters)
{
	const char *const how = ".gl-small\n.sp 0.4v\n";

	if (groff_numbers(buf_str(out)))
		buf_addf(out,
		    "%sCharacters that the printed fonts lack stand here by their numbers in Unicode, "
		    "<U\\[u002B]8336>; in text, CSV and JSON this report has them as they are.\n.br\n",
		    how);
	if (letters)
		buf_addf(out,
		    ".if \\n[gl-fonts]=0 \\{\\\n%sPrinted without Nimbus Sans (Debian: "
		    "fonts-urw-base35): letters of other alphabets stand by their numbers, accents are "
		    "set over letters.\n.br\n.\\}\n",
		    how);
	buf_adds(out, ".gl-normal\n");
}

static void
add_edges(const struct doc *d, struct buf *out)
{
	add_string(out, "gl-marking", "", d->marking);
	add_string(out, "gl-title", "", d->title);
	add_string(out, "gl-period", "", d->period);
	add_string(out, "gl-handling", "Handling code ", d->handling);
	add_string(out, "gl-audit", "Head of the log: ", d->audit);
	add_string(out, "gl-counted", "", d->counted);
}

/* Room that a heading needs to stand on a page: with small print, and with the first picture, the
 * first rows of a table, or all of a small one, that follow. */
static void
keep_with_next(const struct doc *d, size_t section, struct buf *out)
{
	double lines = 4;
	size_t i = section + 1;

	for (; i < d->nparts &&
	     (d->parts[i].kind == DOC_NOTE || d->parts[i].kind == DOC_TEXT ||
		 (d->parts[i].kind == DOC_TABLE && doc_is_quiet(d->parts[i].table)));
	     i++)
		lines += d->parts[i].kind == DOC_TABLE ? 0 : 2;
	if (i < d->nparts && is_picture(d->parts[i].kind))
		lines += height_of(&d->parts[i]) * 72 / 13;
	else if (i < d->nparts && d->parts[i].kind == DOC_TABLE)
		lines += d->parts[i].table->nrows <= (d->wide ? SMALL_WIDE : SMALL)
		    ? (double)d->parts[i].table->nrows
		    : 3;
	buf_addf(out, ".br\n.ne %.1fv\n", lines);
}

void
doc_write_groff(const struct doc *d, struct buf *out)
{
	struct buf text = BUF_INIT;
	struct paper p = { .d = d, .out = &text, .width = d->wide ? PAGE_WIDE : PAGE };
	size_t at = 0;
	bool mark, letters;

	add_edges(d, &text);
	buf_adds(&text, groff_page);
	add_title(d, &text);
	for (size_t i = 0; i < d->nparts; i++) {
		if (d->parts[i].kind == DOC_SECTION) {
			end_cards(&p);
			keep_with_next(d, i, &text);
		}
		add_part(&p, &d->parts[i]);
	}
	end_cards(&p);
	letters = groff_next(buf_str(&text), &at, &mark) != 0;
	add_reservations(&text, letters);
	buf_addf(
	    out, ".pl %s\n.nr gl-width %s\n", d->wide ? "21c" : "29.7c", d->wide ? "29.7c" : "21c");
	buf_adds(out, ".if !r gl-pages .nr gl-pages 0\n");
	if (letters)
		add_fonts(out, buf_str(&text));
	buf_add(out, text.data, text.len);
	buf_adds(out, ".br\n.tm gridline-pages \\n%\n");
	buf_free(&text);
}
