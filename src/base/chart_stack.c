/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

#define BAR_LEAST 6 /* a bar shorter than this tells nothing: the numbers have its room */

struct columns {
	size_t parts;
	int label, number[CHART_PARTS], total, bar;
	long greatest;
};

static long
total_of(const struct chart_stack *stack, size_t parts)
{
	long sum = 0;

	for (size_t i = 0; i < parts; i++)
		sum = chart_add(sum, stack->value[i] > 0 ? stack->value[i] : 0);
	return sum;
}

static const char *
sign_of(size_t part, bool utf8)
{
	static const char *const block[CHART_PARTS] = { "█", "▓", "▒", "░", "·" };
	static const char *const ascii[CHART_PARTS] = { "#", "+", "=", ":", "." };

	return utf8 ? block[part] : ascii[part];
}

static int
wider(int a, int b)
{
	return a > b ? a : b;
}

static struct columns
columns_of(const struct plate *p, const struct chart_parts *parts, const struct chart_stack *stacks,
    size_t n)
{
	struct columns c = { .parts = parts->n, .total = 5 };
	int fixed = 0, names = 0;

	for (size_t i = 0; i < n; i++) {
		long total = total_of(&stacks[i], parts->n);

		c.label = wider(c.label, text_width(stacks[i].label, strlen(stacks[i].label)));
		c.greatest = total > c.greatest ? total : c.greatest;
		c.total = wider(c.total, chart_number_cells(total));
		for (size_t k = 0; k < parts->n; k++)
			c.number[k] = wider(c.number[k], chart_number_cells(stacks[i].value[k]));
	}
	c.label = c.label > p->cols / 3 ? p->cols / 3 : c.label;
	for (size_t k = 0; k < parts->n; k++) {
		fixed += 1 + wider(c.number[k], 3);
		names += wider(0,
		    text_width(parts->name[k], strlen(parts->name[k])) + 2 - wider(c.number[k], 3));
	}
	fixed += c.label + 1 + c.total + 1;
	for (size_t k = 0; k < parts->n; k++) {
		const int name = text_width(parts->name[k], strlen(parts->name[k])) + 2;

		/* Names in full where the bar still has a third of the width. */
		c.number[k] = wider(c.number[k], p->cols - fixed - names > p->cols / 3 ? name : 3);
	}
	fixed += p->cols - fixed - names > p->cols / 3 ? names : 0;
	c.bar = p->cols - fixed >= BAR_LEAST ? p->cols - fixed : 0;
	return c;
}

static void
put_names(struct plate *p, const struct chart_parts *parts, const struct columns *c)
{
	struct plate_place at = { .col = c->label + 1, .right = true };
	char *name;

	for (size_t k = 0; k < parts->n; k++) {
		name = xasprintf("%s %s", sign_of(k, p->utf8), parts->name[k]);
		at.cells = c->number[k];
		plate_cell(p, at, PLATE_DIM, name);
		at.col += at.cells + 1;
		free(name);
	}
	at.cells = c->total;
	plate_cell(p, at, PLATE_DIM, "Total");
}

static void
put_parts(
    struct plate *p, int row, int col, const struct chart_stack *stack, const struct columns *c)
{
	static const enum plate_ink inks[CHART_PARTS] = { PLATE_MOST, PLATE_MORE, PLATE_LESS,
		PLATE_LEAST, PLATE_DIM };
	int done = 0;
	long sum = 0;

	for (size_t k = 0; k < c->parts; k++) {
		struct buf text = BUF_INIT;
		int upto;

		if (stack->value[k] <= 0)
			continue;
		sum = chart_add(sum, stack->value[k]);
		upto = (chart_eighths(sum, c->greatest, c->bar) + 4) / 8;
		for (; done < upto; done++)
			buf_adds(&text, sign_of(k, p->utf8));
		col = plate_put(p, row, col, inks[k], buf_str(&text));
		buf_free(&text);
	}
}

static void
put_stack(struct plate *p, int row, const struct chart_stack *stack, const struct columns *c)
{
	struct plate_place at = { .row = row, .cells = c->label };
	char number[32];

	plate_cell(p, at, PLATE_PLAIN, stack->label);
	at = (struct plate_place){ row, c->label + 1, 0, true };
	for (size_t k = 0; k < c->parts; k++) {
		at.cells = c->number[k];
		plate_cell(p, at, PLATE_PLAIN, chart_number(stack->value[k], at.cells, number));
		at.col += at.cells + 1;
	}
	at.cells = c->total;
	plate_cell(p, at, PLATE_TITLE, chart_number(total_of(stack, c->parts), at.cells, number));
	if (c->bar)
		put_parts(p, row, at.col + at.cells + 1, stack, c);
}

/* Stacks that have a row: below the names, the last row being for how many are missing. */
static size_t
shown_of(const struct plate *p, size_t n)
{
	const size_t room = p->rows > 1 ? (size_t)p->rows - 1 : 0;

	return n <= room ? n : room > 0 ? room - 1 : 0;
}

int
chart_stacks(
    struct plate *p, const struct chart_parts *parts, const struct chart_stack *stacks, size_t n)
{
	const struct columns c = columns_of(p, parts, stacks, n);
	const size_t room = p->rows > 1 ? (size_t)p->rows - 1 : 0, shown = shown_of(p, n);
	char more[48];

	if (p->rows < 1)
		return 0;
	put_names(p, parts, &c);
	for (size_t i = 0; i < shown; i++)
		put_stack(p, (int)i + 1, &stacks[i], &c);
	if (shown == n || room == 0)
		return (int)shown + 1;
	snprintf(more, sizeof more, "and %zu more", n - shown);
	plate_put(p, (int)shown + 1, 0, PLATE_DIM, more);
	return (int)shown + 2;
}

struct plate_place
chart_stacks_at(const struct plate *p, const struct chart_parts *parts,
    const struct chart_stack *stacks, size_t n, struct chart_cell cell)
{
	const struct columns c = columns_of(p, parts, stacks, n);
	struct plate_place at = { .row = (int)cell.row + 1, .col = c.label + 1, .right = true };

	if (cell.row >= shown_of(p, n) || cell.col >= parts->n)
		return (struct plate_place){ .cells = 0 };
	for (size_t k = 0; k < cell.col; k++)
		at.col += c.number[k] + 1;
	at.cells = c.number[cell.col];
	return plate_within(p, at);
}
