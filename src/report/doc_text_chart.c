/* SPDX-License-Identifier: MIT
 *
 * A chart out of characters: a bar a value with its number behind it, whatever kind of chart it is;
 * several series stand below each other under their label.
 */
#include "config.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/doc_kind.h"

#define LABEL_MOST 28
#define BAR_MOST 40

static int
widest(char *const *texts, size_t n)
{
	int most = 0;

	for (size_t i = 0; i < n; i++) {
		char *clean = text_clean_dup(texts[i], TEXT_LINE);
		int width = text_width(clean, strlen(clean));

		if (width > most)
			most = width;
		free(clean);
	}
	return most < LABEL_MOST ? most : LABEL_MOST;
}

static void
add_name(const char *text, int cells, struct buf *out)
{
	char *clean = text_clean_dup(text, TEXT_LINE);

	text_cell(out, clean, cells, false, "\xE2\x80\xA6");
	buf_pad(out, ' ', cells > 0);
	free(clean);
}

static void
add_bar(const struct doc_value *v, double top, struct buf *out)
{
	char *shown = text_clean_dup(v->shown, TEXT_LINE);
	int cells = v->none || !(v->value > 0) ? 0 : (int)(v->value / top * BAR_MOST + 0.5);

	if (cells == 0 && !v->none && v->value > 0)
		cells = 1;
	buf_pad(out, '#', (size_t)cells);
	buf_pad(out, ' ', cells > 0);
	buf_addf(out, "%s\n", *shown != '\0' ? shown : "-");
	free(shown);
}

void
doc_text_chart(const struct doc_chart *c, struct buf *out)
{
	int labels = widest(c->labels, c->nlabels), series = widest(c->series, c->nseries);
	double top = doc_chart_top(c);
	char *caption = text_clean_dup(c->caption, TEXT_LINE),
	     *unit = text_clean_dup(c->unit, TEXT_LINE);

	buf_adds(out, caption);
	if (*unit != '\0')
		buf_addf(out, " (%s)", unit);
	buf_addc(out, '\n');
	for (size_t i = 0; i < c->nlabels; i++)
		for (size_t s = 0; s < c->nseries; s++) {
			add_name(s == 0 ? c->labels[i] : "", labels, out);
			add_name(c->series[s], series, out);
			add_bar(&c->values[i * c->nseries + s], top, out);
		}
	free(caption);
	free(unit);
}
