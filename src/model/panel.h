/* SPDX-License-Identifier: MIT
 *
 * A panel of the dashboard: figures in rows (series) and columns (labels), as the database counted
 * them. Corridors and the map are panels, too. What it counts, over whom and when, is in its head.
 */
#ifndef GRIDLINE_MODEL_PANEL_H
#define GRIDLINE_MODEL_PANEL_H

#include <stdbool.h>
#include <stddef.h>

struct panel_head {
	char code[24];
	char *title, *population, *period;
	char *whose; /* of which lines: what the viewer may see */
	char *rule;  /* what is counted, in a sentence */
};

struct panel_heads {
	struct panel_head *items;
	size_t n;
};

struct panel_heads *panel_heads_new(void);
/* code, title, population, period, whose, rule; copied. */
void panel_heads_add(struct panel_heads *heads, const char *const text[6]);
void panel_heads_free(struct panel_heads *heads); /* NULL allowed */

struct panel {
	char **series, **label; /* "" where a panel has just one series */
	size_t nseries, nlabels;
	long *value;   /* nseries * nlabels */
	bool *has;     /* is there such a cell? Last year has months this one does not have yet */
	char **place;  /* of each label, what the database noted: on the map its tile */
	char *note;    /* a sentence about the whole; "" for none */
	char **filter; /* of each series, what narrows the grid to what it counts; "" for none */
};

struct panel *panel_new(void);
void panel_free(struct panel *p); /* NULL allowed */
/* A cell, in the order of the screen; a second one of the same place adds to it. note may be NULL.
 * All texts are copied. */
void panel_add(
    struct panel *p, const char *series, const char *label, long value, const char *note);

void panel_set_filter(
    struct panel *p, const char *series, const char *filter); /* of one there is */

long panel_value(const struct panel *p, size_t series, size_t label); /* 0 outside */
bool panel_has(const struct panel *p, size_t series, size_t label);
long panel_total(const struct panel *p, size_t series);
/* By their texts; the number of them if there is none. */
size_t panel_series(const struct panel *p, const char *series);
size_t panel_label(const struct panel *p, const char *label);

/* Where a place stands on the map, from its note "ROW COL NAME"; false without a tile. *name is
 * set in both cases. */
bool panel_tile(const struct panel *p, size_t label, int *row, int *col, const char **name);

/* The records a figure counts. */
struct panel_query {
	const char *panel;
	const char *series, *label; /* NULL: of all */
};

struct panel_row {
	char line_id[37]; /* "" for none */
	char *ref, *on_day, *unit, *line_ref, *line_name, *what;
	long counts;
};

struct panel_rows {
	struct panel_row *items;
	size_t n;
	bool more; /* there are more than are shown */
};

#define PANEL_ROWS_MOST 1000

struct panel_rows *panel_rows_new(size_t n);   /* all empty; texts are to be set, owned by it */
void panel_rows_free(struct panel_rows *rows); /* NULL allowed */

#endif
