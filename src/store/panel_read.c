/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/panel_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

#define FILTER 4 /* column of what narrows the grid, where there is one */

const char *
panel_statement(const char *code, struct params *params)
{
	static const struct {
		const char *code, *statement;
	} own[] = { { "bands", "dashboard_bands" }, { "corridors", "corridors" },
		{ "map", "map" } };

	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		if (strcmp(own[i].code, code) == 0)
			return own[i].statement;
	params_text(params, code);
	return "dashboard";
}

struct panel *
panel_read(const struct rows *rows)
{
	struct panel *panel = panel_new();

	for (size_t i = 0; i < rows_count(rows); i++) {
		char *series = rows_clean(rows, i, 0), *label = rows_clean(rows, i, 1);
		char *note = rows_clean(rows, i, 3);

		panel_add(panel, series, label, rows_number(rows, i, 2, 0), note);
		if (rows_columns(rows) > FILTER) {
			char *filter = rows_clean(rows, i, FILTER);

			panel_set_filter(panel, series, filter);
			free(filter);
		}
		free(series);
		free(label);
		free(note);
	}
	return panel;
}

struct panel_heads *
panel_heads_read(const struct rows *rows)
{
	struct panel_heads *heads = panel_heads_new();

	for (size_t i = 0; i < rows_count(rows); i++) {
		char *text[6];

		for (size_t c = 0; c < ARRAY_LEN(text); c++)
			text[c] = rows_clean(rows, i, c);
		panel_heads_add(heads, (const char *const *)text);
		for (size_t c = 0; c < ARRAY_LEN(text); c++)
			free(text[c]);
	}
	return heads;
}

static void
add_band(struct summary *s, const struct rows *rows, size_t row, long n)
{
	char *label;

	if (s->nbands == SUMMARY_BANDS)
		return;
	label = rows_clean(rows, row, 2);
	snprintf(s->band[s->nbands].code, sizeof s->band[0].code, "%s", rows_text(rows, row, 1));
	snprintf(s->band[s->nbands].label, sizeof s->band[0].label, "%s", label);
	s->band[s->nbands++].lines = n;
	free(label);
}

static void
add_count(struct summary *s, const struct rows *rows, size_t row)
{
	const char *kind = rows_text(rows, row, 0);
	const long n = rows_number(rows, row, 3, 0);
	const struct {
		const char *kind;
		long *count;
	} counts[] = {
		{ "unscored", &s->unscored },
		{ "open", &s->open_lines },
		{ "overdue", &s->overdue_lines },
		{ "stale", &s->stale_lines },
		{ "new", &s->new_lines },
		{ "late_taskings", &s->overdue_taskings },
	};

	if (strcmp(kind, "band") == 0)
		add_band(s, rows, row, n);
	for (size_t i = 0; i < ARRAY_LEN(counts); i++)
		if (strcmp(kind, counts[i].kind) == 0)
			*counts[i].count = n;
}

void
summary_read(const struct rows *rows, struct summary *s)
{
	for (size_t i = 0; i < rows_count(rows); i++)
		add_count(s, rows, i);
}
