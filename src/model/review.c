/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/review.h"

#include <stdlib.h>
#include <string.h>

void
review_free(struct review *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->n; i++) {
		free(r->items[i].kind);
		free(r->items[i].what);
		free(r->items[i].why);
		free(r->items[i].decision);
	}
	free(r->items);
	free(r->week);
	free(r->state);
	free(r->chair);
	free(r->followers);
	free(r->before);
	free(r->after);
	free(r);
}

size_t
review_find(const struct review *r, const char *id)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->items[i].id, id) == 0)
			return i;
	return r->n;
}

size_t
review_settled(const struct review *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += r->items[i].decision[0] != '\0';
	return n;
}

size_t
review_open_item(const struct review *r, size_t from)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->items[(from + i) % r->n].decision[0] == '\0')
			return (from + i) % r->n;
	return r->n;
}
