/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/tasking.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/alloc.h"

#define TEXTS 14

static void
texts_of(struct tasking_item *t, char **out[TEXTS])
{
	char **all[TEXTS] = { &t->section, &t->section_label, &t->ref, &t->line_ref, &t->line_name,
		&t->title, &t->unit, &t->officer, &t->state, &t->state_label, &t->priority, &t->due,
		&t->answer_due, &t->who };

	for (size_t i = 0; i < TEXTS; i++)
		out[i] = all[i];
}

void
tasking_item_init(struct tasking_item *item)
{
	char **texts[TEXTS];

	*item = (struct tasking_item){ .version = 0 };
	texts_of(item, texts);
	for (size_t i = 0; i < TEXTS; i++)
		*texts[i] = xstrdup("");
}

void
tasking_item_clear(struct tasking_item *item)
{
	char **texts[TEXTS];

	texts_of(item, texts);
	for (size_t i = 0; i < TEXTS; i++)
		free(*texts[i]);
	*item = (struct tasking_item){ .version = 0 };
}

void
tasking_set(char **member, char *text)
{
	free(*member);
	*member = text;
}

void
tasking_haystack(const struct tasking_item *t, struct buf *out)
{
	buf_clear(out);
	buf_addf(out, "%s %s %s %s %s %s %s %s %s %s %s %s %s", t->section, t->section_label,
	    t->ref, t->line_ref, t->line_name, t->title, t->unit, t->officer, t->state,
	    t->state_label, t->priority, t->due, t->who);
	buf_adds(out, t->late ? " late" : "");
	buf_adds(out, t->fresh ? " new" : "");
	for (size_t i = 0; i < out->len; i++)
		out->data[i] = (char)tolower((unsigned char)out->data[i]);
}

struct tasking_item *
tasking_list_add(struct tasking_list *list)
{
	list->items = xreallocarray(list->items, list->n + 1, sizeof *list->items);
	tasking_item_init(&list->items[list->n]);
	return &list->items[list->n++];
}

struct task_column *
task_board_add(struct task_board *board, const char *key, const char *label)
{
	board->columns = xreallocarray(board->columns, board->n + 1, sizeof *board->columns);
	board->columns[board->n] =
	    (struct task_column){ .key = xstrdup(key), .label = xstrdup(label) };
	return &board->columns[board->n++];
}

struct tasking_item *
task_column_add(struct task_column *column)
{
	column->items = xreallocarray(column->items, column->n + 1, sizeof *column->items);
	tasking_item_init(&column->items[column->n]);
	return &column->items[column->n++];
}

void
tasking_list_free(struct tasking_list *list)
{
	if (!list)
		return;
	for (size_t i = 0; i < list->n; i++)
		tasking_item_clear(&list->items[i]);
	free(list->items);
	free(list);
}

void
task_board_free(struct task_board *board)
{
	if (!board)
		return;
	for (size_t i = 0; i < board->n; i++) {
		for (size_t k = 0; k < board->columns[i].n; k++)
			tasking_item_clear(&board->columns[i].items[k]);
		free(board->columns[i].items);
		free(board->columns[i].key);
		free(board->columns[i].label);
	}
	free(board->columns);
	free(board);
}

void
task_days_free(struct task_days *days)
{
	if (!days)
		return;
	for (size_t i = 0; i < days->n; i++)
		free(days->days[i].holiday);
	free(days->days);
	free(days);
}

void
task_loads_free(struct task_loads *loads)
{
	if (!loads)
		return;
	for (size_t i = 0; i < loads->n; i++) {
		free(loads->loads[i].unit);
		free(loads->loads[i].label);
		free(loads->loads[i].operation);
	}
	free(loads->loads);
	free(loads);
}
