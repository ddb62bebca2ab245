/* SPDX-License-Identifier: MIT
 *
 * A document for a terminal or a mail: 80 columns, marked at head and foot.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"

/* Bytes of a clean line that fit, broken behind its last blank that fits; a longer word is cut. */
static size_t
take_line(const char *s, size_t len, int cells)
{
	size_t fit = text_fit(s, len, cells, NULL), at = fit;

	if (fit == len)
		return len;
	while (at > 0 && s[at] != ' ')
		at--;
	while (at > 0 && s[at - 1] == ' ')
		at--;
	if (at > 0)
		return at;
	if (fit > 0)
		return fit;
	return text_fit(s, len, 2, NULL); /* a wide character in a column of one cell */
}

void
doc_text_fold(struct buf *out, const char *text, int cells, int indent)
{
	do {
		size_t len = strcspn(text, "\n"), took = take_line(text, len, cells);

		if (took > 0)
			buf_pad(out, ' ', (size_t)indent);
		buf_add(out, text, took);
		buf_addc(out, '\n');
		text += took;
		while (took < len && *text == ' ')
			text++;
		if (took == len && *text == '\n')
			text++;
	} while (*text != '\0');
}

static void
add_line(struct buf *out, const char *what, const char *text)
{
	struct buf line = BUF_INIT;

	if (*text == '\0')
		return;
	buf_adds(&line, what);
	text_clean(&line, text, strlen(text), TEXT_LINE);
	doc_text_fold(out, buf_str(&line), DOC_TEXT_WIDTH, 0);
	buf_free(&line);
}

static void
add_block(struct buf *out, const char *text, int indent)
{
	char *clean = text_clean_dup(text, TEXT_BLOCK);

	doc_text_fold(out, clean, DOC_TEXT_WIDTH - indent, indent);
	free(clean);
}

static void
add_section(struct buf *out, const char *title)
{
	char *clean = text_clean_dup(title, TEXT_LINE);
	int width = text_width(clean, strlen(clean));

	buf_addf(out, "%s\n", clean);
	buf_pad(out, '=', width < DOC_TEXT_WIDTH ? (size_t)width : DOC_TEXT_WIDTH);
	buf_addc(out, '\n');
	free(clean);
}

static void
add_part(const struct doc_part *p, struct buf *out)
{
	switch (p->kind) {
	case DOC_SECTION:
		add_section(out, p->text);
		break;
	case DOC_TEXT:
		add_block(out, p->text, 0);
		break;
	case DOC_NOTE:
		add_block(out, p->text, 2);
		break;
	case DOC_TABLE:
		doc_text_table(p->table, out);
		break;
	case DOC_CHART:
		doc_text_chart(p->chart, out);
		break;
	case DOC_MATRIX:
		doc_text_matrix(p->matrix, out);
		break;
	case DOC_TILES:
		doc_text_tiles(p->tiles, out);
		break;
	case DOC_CARD:
		add_section(out, p->text);
		if (p->about[0] != '\0')
			add_block(out, p->about, 0);
		break;
	}
}

void
doc_write_text(const struct doc *d, struct buf *out)
{
	add_line(out, "", d->marking);
	add_line(out, "", d->title);
	add_line(out, "", d->population);
	add_line(out, "", d->period);
	add_line(out, "Counted ", d->counted);
	add_line(out, "For ", d->recipient);
	for (size_t i = 0; i < d->nparts; i++) {
		if (d->parts[i].kind == DOC_TABLE && doc_is_quiet(d->parts[i].table))
			continue;
		buf_addc(out, '\n');
		add_part(&d->parts[i], out);
	}
	buf_addc(out, '\n');
	add_line(out, "Handling code ", d->handling);
	add_line(out, "Head of the log: ", d->audit);
	add_line(out, "", d->marking);
}
