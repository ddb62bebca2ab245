/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/queue_entry.h"

#include <stdlib.h>

void
entry_list_init(struct entry_list *list)
{
	*list = (struct entry_list){ .first = NULL, .end = &list->first, .n = 0 };
}

void
entry_list_append(struct entry_list *list, struct entry *e)
{
	e->next = NULL;
	*list->end = e;
	list->end = &e->next;
	list->n++;
}

void
entry_list_prepend(struct entry_list *list, struct entry *e)
{
	e->next = list->first;
	list->first = e;
	if (!e->next)
		list->end = &e->next;
	list->n++;
}

struct entry *
entry_list_shift(struct entry_list *list)
{
	struct entry *e = list->first;

	list->first = e->next;
	if (!list->first)
		list->end = &list->first;
	list->n--;
	return e;
}

void
entry_list_remove(struct entry_list *list, struct entry *e)
{
	struct entry **at = &list->first;

	while (*at != e)
		at = &(*at)->next;
	*at = e->next;
	if (!e->next)
		list->end = at;
	list->n--;
}

void
entry_free(struct entry *e)
{
	PQclear(e->result);
	free(e->ask.sql);
	params_free(&e->ask.params);
	free(e);
}

struct entry *
entry_new(const struct ask *ask, uint64_t ticket)
{
	struct entry *e = xcalloc(1, sizeof *e);

	e->ticket = ticket;
	e->ask = *ask;
	return e;
}
