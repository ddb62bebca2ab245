/* SPDX-License-Identifier: MIT
 *
 * A chart out of characters: a bar a value with its number behind it, several series below each
 * other under their label. Lines of whole numbers are drawn as on the screen (base/chart.h).
 */
#include "config.h"

#include <stdlib.h>

#include "base/chart.h"
#include "base/text.h"
#include "report/doc_kind.h"

#define LABEL_MOST 28
#define BAR_MOST 40
#define LINES_HIGH 16 /* rows of a line chart */

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

static bool
is_whole(double value)
{
	return value >= -1e15 && value <= 1e15 && !((double)(long)value < value) &&
	    !((double)(long)value > value);
}

/* Can base/chart.h draw it: whole numbers, known from the first point to some last one? */
static bool
is_plain(const struct doc_chart *c, size_t series, long *values, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < c->nlabels; i++) {
		const struct doc_value *v = &c->values[i * c->nseries + series];

		if (v->none)
			continue;
		if (*n < i || !is_whole(v->value))
			return false;
		values[(*n)++] = (long)v->value;
	}
	return true;
}

static void
draw_lines(const struct doc_chart *c, const struct chart_line *lines, struct buf *out)
{
	const char **shown = xcalloc(c->nlabels, sizeof *shown);
	const struct chart_axis axis = { .label = shown, .n = c->nlabels };
	char **labels = xcalloc(c->nlabels, sizeof *labels);
	struct plate plate;

	for (size_t i = 0; i < c->nlabels; i++)
		shown[i] = labels[i] = text_clean_dup(c->labels[i], TEXT_LINE);
	plate_init(&plate, LINES_HIGH, DOC_TEXT_WIDTH, true);
	chart_lines(&plate, &axis, lines, c->nseries);
	plate_text(&plate, out);
	plate_free(&plate);
	for (size_t i = 0; i < c->nlabels; i++)
		free(labels[i]);
	free(labels);
	free(shown);
}

static bool
add_lines(const struct doc_chart *c, struct buf *out)
{
	struct chart_line lines[CHART_PARTS];
	long *values = xcalloc(CHART_PARTS * (c->nlabels + 1), sizeof *values);
	char *names[CHART_PARTS] = { NULL };
	bool plain = c->kind == DOC_LINES && c->nseries <= CHART_PARTS &&
	    c->nlabels <= CHART_POINTS && c->nlabels > 0;

	for (size_t s = 0; plain && s < c->nseries; s++) {
		long *mine = values + s * (c->nlabels + 1);

		names[s] = text_clean_dup(c->series[s], TEXT_LINE);
		lines[s] = (struct chart_line){ .name = names[s], .value = mine };
		plain = is_plain(c, s, mine, &lines[s].n);
	}
	if (plain)
		draw_lines(c, lines, out);
	for (size_t s = 0; s < CHART_PARTS; s++)
		free(names[s]);
	free(values);
	return plain;
}

/* Stacks of whole numbers as on the screen. */
static bool
add_stacks(const struct doc_chart *c, struct buf *out)
{
	struct chart_stack *stacks = xcalloc(c->nlabels + 1, sizeof *stacks);
	char **labels = xcalloc(c->nlabels + 1, sizeof *labels);
	char *names[CHART_PARTS] = { NULL };
	struct chart_parts parts = { .n = c->nseries };
	struct plate plate;
	bool plain = c->kind == DOC_STACKS && c->nseries <= CHART_PARTS && c->nlabels > 0;

	for (size_t i = 0; plain && i < c->nlabels; i++) {
		stacks[i].label = labels[i] = text_clean_dup(c->labels[i], TEXT_LINE);
		for (size_t s = 0; plain && s < c->nseries; s++) {
			const struct doc_value *v = &c->values[i * c->nseries + s];

			plain = !v->none && is_whole(v->value);
			stacks[i].value[s] = plain ? (long)v->value : 0;
		}
	}
	for (size_t s = 0; plain && s < c->nseries; s++)
		parts.name[s] = names[s] = text_clean_dup(c->series[s], TEXT_LINE);
	if (plain) {
		plate_init(&plate, (int)c->nlabels + 1, DOC_TEXT_WIDTH, true);
		chart_stacks(&plate, &parts, stacks, c->nlabels);
		plate_text(&plate, out);
		plate_free(&plate);
	}
	for (size_t s = 0; s < CHART_PARTS; s++)
		free(names[s]);
	for (size_t i = 0; i < c->nlabels; i++)
		free(labels[i]);
	free(labels);
	free(stacks);
	return plain;
}

void
doc_text_chart(const struct doc_chart *c, struct buf *out)
{
	int labels = widest(c->labels, c->nlabels), series = widest(c->series, c->nseries);
	double top = doc_chart_top(c);
	bool drawn;
	char *caption = text_clean_dup(c->caption, TEXT_LINE),
	     *unit = text_clean_dup(c->unit, TEXT_LINE);

	buf_adds(out, caption);
	if (*unit != '\0')
		buf_addf(out, " (%s)", unit);
	if (*caption != '\0' || *unit != '\0')
		buf_addc(out, '\n');
	drawn = add_lines(c, out) || add_stacks(c, out);
	if (c->nlabels == 0)
		buf_adds(out, "Nothing to show.\n");
	for (size_t i = 0; !drawn && i < c->nlabels; i++)
		for (size_t s = 0; s < c->nseries; s++) {
			add_name(s == 0 ? c->labels[i] : "", labels, out);
			add_name(c->series[s], series, out);
			add_bar(&c->values[i * c->nseries + s], top, out);
		}
	free(caption);
	free(unit);
}
