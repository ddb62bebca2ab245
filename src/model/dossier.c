/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/dossier.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

#define DOSSIER_INFO(symbol, name, title, columns) [symbol] = { name, title, columns },
static const struct {
	const char *name, *title, *columns;
} panes[DOSSIER_PANE_COUNT] = { DOSSIER_PANES(DOSSIER_INFO) };

enum dossier_pane
dossier_pane_find(const char *name)
{
	int i;

	for (i = 0; i < DOSSIER_PANE_COUNT; i++)
		if (strcmp(panes[i].name, name) == 0)
			break;
	return (enum dossier_pane)i;
}

const char *
dossier_pane_name(enum dossier_pane pane)
{
	return panes[pane].name;
}

const char *
dossier_pane_title(enum dossier_pane pane)
{
	return panes[pane].title;
}

bool
dossier_column(enum dossier_pane pane, size_t i, char title[24], int *width)
{
	const char *s = panes[pane].columns;
	size_t len;

	for (; i > 0; i--) {
		s = strchr(s, '|');
		if (!s)
			return false;
		s++;
	}
	len = strcspn(s, ":");
	len = len < 23 ? len : 23;
	memcpy(title, s, len);
	title[len] = '\0';
	*width = (int)strtol(strchr(s, ':') + 1, NULL, 10);
	return true;
}

struct dossier_row *
dossier_add(struct dossier *d, enum dossier_pane pane)
{
	struct dossier_rows *p = &d->panes[pane];

	p->rows = xreallocarray(p->rows, p->n + 1, sizeof *p->rows);
	p->rows[p->n] = (struct dossier_row){ .more = NULL };
	return &p->rows[p->n++];
}

static void
wipe(char *text)
{
	if (text)
		explicit_bzero(text, strlen(text));
	free(text);
}

void
dossier_free(struct dossier *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < DOSSIER_HEAD; i++)
		wipe(d->head[i]);
	for (int p = 0; p < DOSSIER_PANE_COUNT; p++) {
		for (size_t i = 0; i < d->panes[p].n; i++) {
			struct dossier_row *row = &d->panes[p].rows[i];

			for (size_t c = 0; c < DOSSIER_CELLS; c++)
				wipe(row->cells[c]);
			wipe(row->more);
			free(row->mark);
		}
		free(d->panes[p].rows);
	}
	free(d);
}
