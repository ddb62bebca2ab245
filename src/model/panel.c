/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/panel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/chart.h"

struct panel_heads *
panel_heads_new(void)
{
	return xcalloc(1, sizeof(struct panel_heads));
}

void
panel_heads_add(struct panel_heads *heads, const char *const text[6])
{
	struct panel_head *head;

	heads->items = xreallocarray(heads->items, heads->n + 1, sizeof *heads->items);
	head = &heads->items[heads->n++];
	snprintf(head->code, sizeof head->code, "%s", text[0]);
	head->title = xstrdup(text[1]);
	head->population = xstrdup(text[2]);
	head->period = xstrdup(text[3]);
	head->whose = xstrdup(text[4]);
	head->rule = xstrdup(text[5]);
}

void
panel_heads_free(struct panel_heads *heads)
{
	if (!heads)
		return;
	for (size_t i = 0; i < heads->n; i++) {
		free(heads->items[i].title);
		free(heads->items[i].population);
		free(heads->items[i].period);
		free(heads->items[i].whose);
		free(heads->items[i].rule);
	}
	free(heads->items);
	free(heads);
}

struct panel *
panel_new(void)
{
	struct panel *p = xcalloc(1, sizeof *p);

	p->note = xstrdup("");
	return p;
}

static void
free_all(char **texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(texts[i]);
	free(texts);
}

void
panel_free(struct panel *p)
{
	if (!p)
		return;
	free_all(p->filter, p->nseries);
	free_all(p->series, p->nseries);
	free_all(p->place, p->nlabels);
	free_all(p->label, p->nlabels);
	free(p->value);
	free(p->has);
	free(p->note);
	free(p);
}

static size_t
find(char *const *texts, size_t n, const char *text)
{
	size_t i = 0;

	while (i < n && strcmp(texts[i], text) != 0)
		i++;
	return i;
}

size_t
panel_series(const struct panel *p, const char *series)
{
	return find(p->series, p->nseries, series);
}

size_t
panel_label(const struct panel *p, const char *label)
{
	return find(p->label, p->nlabels, label);
}

/* Room for so many rows and columns; what is there keeps its place. */
static void
resize(struct panel *p, size_t nseries, size_t nlabels)
{
	long *value = xcalloc(nseries * nlabels, sizeof *value);
	bool *has = xcalloc(nseries * nlabels, sizeof *has);

	for (size_t i = 0; i < p->nseries; i++)
		for (size_t k = 0; k < p->nlabels; k++) {
			value[i * nlabels + k] = p->value[i * p->nlabels + k];
			has[i * nlabels + k] = p->has[i * p->nlabels + k];
		}
	free(p->value);
	free(p->has);
	p->value = value;
	p->has = has;
}

static size_t
series_at(struct panel *p, const char *series)
{
	const size_t at = panel_series(p, series);

	if (at == p->nseries) {
		resize(p, at + 1, p->nlabels);
		p->series = xreallocarray(p->series, at + 1, sizeof *p->series);
		p->series[at] = xstrdup(series);
		p->filter = xreallocarray(p->filter, at + 1, sizeof *p->filter);
		p->filter[at] = xstrdup("");
		p->nseries++;
	}
	return at;
}

static size_t
label_at(struct panel *p, const char *label)
{
	const size_t at = panel_label(p, label);

	if (at == p->nlabels) {
		resize(p, p->nseries, at + 1);
		p->label = xreallocarray(p->label, at + 1, sizeof *p->label);
		p->place = xreallocarray(p->place, at + 1, sizeof *p->place);
		p->label[at] = xstrdup(label);
		p->place[at] = xstrdup("");
		p->nlabels++;
	}
	return at;
}

void
panel_add(struct panel *p, const char *series, const char *label, long value, const char *note)
{
	const bool first = p->nlabels == 0;
	const size_t row = series_at(p, series), col = label_at(p, label);
	long *cell = &p->value[row * p->nlabels + col];

	*cell = chart_add(*cell, value);
	p->has[row * p->nlabels + col] = true;
	if (!note || !*note)
		return;
	free(p->place[col]);
	p->place[col] = xstrdup(note);
	if (first) {
		free(p->note);
		p->note = xstrdup(note);
	}
}

void
panel_set_filter(struct panel *p, const char *series, const char *filter)
{
	const size_t at = panel_series(p, series);

	if (at == p->nseries)
		return;
	free(p->filter[at]);
	p->filter[at] = xstrdup(filter);
}

bool
panel_has(const struct panel *p, size_t series, size_t label)
{
	return series < p->nseries && label < p->nlabels && p->has[series * p->nlabels + label];
}

long
panel_value(const struct panel *p, size_t series, size_t label)
{
	return panel_has(p, series, label) ? p->value[series * p->nlabels + label] : 0;
}

long
panel_total(const struct panel *p, size_t series)
{
	long sum = 0;

	for (size_t i = 0; i < p->nlabels; i++)
		sum = chart_add(sum, panel_value(p, series, i));
	return sum;
}

bool
panel_tile(const struct panel *p, size_t label, int *row, int *col, const char **name)
{
	const char *note = p->place[label];
	char *end;

	*name = *note ? note : p->label[label];
	*row = (int)strtol(note, &end, 10);
	if (end == note || *end != ' ')
		return false;
	note = end + 1;
	*col = (int)strtol(note, &end, 10);
	if (end == note || *end != ' ' || *row < 0 || *col < 0)
		return false;
	*name = end + 1;
	return true;
}

struct panel_rows *
panel_rows_new(size_t n)
{
	struct panel_rows *rows = xcalloc(1, sizeof *rows);

	rows->items = xcalloc(n + 1, sizeof *rows->items);
	rows->n = n;
	return rows;
}

void
panel_rows_free(struct panel_rows *rows)
{
	if (!rows)
		return;
	for (size_t i = 0; i < rows->n; i++) {
		free(rows->items[i].ref);
		free(rows->items[i].on_day);
		free(rows->items[i].unit);
		free(rows->items[i].line_ref);
		free(rows->items[i].line_name);
		free(rows->items[i].what);
	}
	free(rows->items);
	free(rows);
}
