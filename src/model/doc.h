/* SPDX-License-Identifier: MIT
 *
 * A report as data: what it is about, and parts one after the other. Whoever makes a report fills
 * one of these and knows no format; src/report writes it as text, CSV, JSON or groff and knows no
 * report. All texts are copied, and cleaned by the writers; NULL reads as "".
 */
#ifndef GRIDLINE_MODEL_DOC_H
#define GRIDLINE_MODEL_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/alloc.h"
#include "model/column.h"

enum doc_kind {
	DOC_SECTION, /* begins a section: its title */
	DOC_TEXT,    /* a paragraph */
	DOC_NOTE,    /* small print: how something is counted, what is left out */
	DOC_TABLE,
	DOC_CHART,
	DOC_MATRIX, /* numbers of pairs, shaded */
	DOC_TILES,  /* places on a map of tiles */
	DOC_CARD,   /* begins a card: its title, and a line of small print about it */
};

struct doc_column {
	char *name, *title; /* name: of CSV and JSON */
	enum column_kind kind;
	bool quiet; /* in CSV and JSON only: keys, and what the page says elsewhere */
};

struct doc_table {
	char *name, *caption; /* name: of JSON */
	struct doc_column *columns;
	size_t ncolumns;
	char ***rows; /* each of ncolumns cells, "" where empty; lists separated by ';' */
	size_t nrows;
	char *empty; /* said on the page in place of a table without rows */
	int group; /* quiet column whose changes begin a group, named by it on the page; -1: none */
};

enum doc_chart_kind {
	DOC_BARS,    /* a bar a label, from left to right: shares, loads */
	DOC_COLUMNS, /* side by side, standing: few labels, up to four series */
	DOC_LINES,   /* over time: series told apart by stroke and mark, never by colour */
	DOC_STACKS,  /* a bar a label, in parts: the series */
};

struct doc_value {
	double value; /* meaningless where none */
	bool none;    /* nothing is known, or too small to be shown */
	char *shown;  /* as it is printed: "43", "<5", "39.4 %" */
};

struct doc_chart {
	char *name, *caption, *unit;
	enum doc_chart_kind kind;
	char **series; /* names; one at least */
	size_t nseries;
	char **labels;
	size_t nlabels;
	struct doc_value *values; /* nlabels times nseries, label by label */
};

struct doc_matrix {
	char *name, *caption;
	char *corner; /* over the names of the rows: "Sells in \\ run from" */
	char **rows, **columns;
	size_t nrows, ncolumns;
	long *values;	   /* row by row */
	bool across, down; /* totals of rows, of columns */
};

struct doc_tile {
	int row, col; /* on the map, from 0 */
	char *code, *name;
	long value;
};

struct doc_tiles {
	char *name, *caption;
	struct doc_tile *tiles; /* by row, then column */
	size_t ntiles;
};

struct doc_part {
	enum doc_kind kind;
	char *text;  /* DOC_SECTION, DOC_TEXT, DOC_NOTE, DOC_CARD */
	char *about; /* DOC_CARD */
	struct doc_table *table;
	struct doc_chart *chart;
	struct doc_matrix *matrix;
	struct doc_tiles *tiles;
};

struct doc {
	char *report;	  /* its name on the command line */
	char *title;	  /* "Tasking sheet: BW" */
	char *population; /* what is counted: "Lines that analyst1 may see" */
	char *period;	  /* "As at 31 December 2022" */
	char *marking;	  /* protective marking, at head and foot of each page */
	char *handling;	  /* handling code with its condition */
	char *recipient;  /* to whom it is handed out; "" for whoever made it */
	char *counted;	  /* "31 December 2022 09:00 by analyst1" */
	char *audit;	  /* head of the log: "entry 4711, 3f2a..." */
	bool wide;	  /* pages lie on their side */
	struct doc_part *parts;
	size_t nparts, cap;
	const struct doc_table
	    *main; /* the table that is its CSV: the first one until doc_main() */
};

struct doc *doc_new(const char *report);
void doc_free(struct doc *d); /* NULL allowed */
/* Copy s (NULL: "") into one of the members above. */
void doc_set(char **member, const char *s);

void doc_section(struct doc *d, const char *title);
void doc_text(struct doc *d, const char *fmt, ...) ATTR_PRINTF(2, 3);
void doc_note(struct doc *d, const char *fmt, ...) ATTR_PRINTF(2, 3);
/* What follows, up to the next card or section, is a card: on paper two stand beside each other,
 * and none is divided. Charts, matrices, tiles, texts and notes; a table takes the whole width. */
void doc_card(struct doc *d, const char *title, const char *about);

/* A table is made, then its columns, then its rows. The document owns it. */
struct doc_table *doc_table(struct doc *d, const char *name, const char *caption);
/* title NULL: the column is quiet. */
void doc_column(struct doc_table *t, const char *name, const char *title, enum column_kind kind);
void doc_row(struct doc_table *t, const char *const *cells); /* one a column */
void doc_empty(struct doc_table *t, const char *text);
/* Rows with the same text in that column stand together on the page, below it and their number. */
void doc_group(struct doc_table *t, const char *name);
/* Does row r begin a group? How many rows it has, else 0. */
size_t doc_group_rows(const struct doc_table *t, size_t r);
void doc_main(struct doc *d, const struct doc_table *t);
/* No column of it is for the page: writers that make pages leave it out. */
bool doc_is_quiet(const struct doc_table *t);
/* Behind everything that was added since: for what is said of a table, but read before it. */
void doc_last(struct doc *d, const struct doc_table *t);

/* A chart is made, then its series (none: one without a name), then for each label one value a
 * series, in their order. */
struct doc_chart *doc_chart(
    struct doc *d, enum doc_chart_kind kind, const char *name, const char *caption);
void doc_series(struct doc_chart *c, const char *name);
void doc_label(struct doc_chart *c, const char *label);
/* shown NULL: the number as it is. The label's values not given are none. */
void doc_value(struct doc_chart *c, size_t series, double value, const char *shown);
/* None, but for what is printed: "<5" where the number is too small to be shown. */
void doc_hidden(struct doc_chart *c, size_t series, const char *shown);
/* The greatest value, of stacks the greatest sum; 0 if none is above it. */
double doc_chart_top(const struct doc_chart *c);

/* A matrix is made, then its columns, then its rows of one value a column. */
struct doc_matrix *doc_matrix(
    struct doc *d, const char *name, const char *caption, const char *corner);
void doc_matrix_column(struct doc_matrix *m, const char *name);
void doc_matrix_row(struct doc_matrix *m, const char *name, const long *values);

struct doc_tiles *doc_tiles(struct doc *d, const char *name, const char *caption);
/* tile: where it is and what it counts; its texts are the ones given here. */
void doc_tile(struct doc_tiles *t, const struct doc_tile *tile, const char *code, const char *name);

/* Used by doc_free(). */
void doc_chart_free(struct doc_chart *c);
void doc_matrix_free(struct doc_matrix *m);
void doc_tiles_free(struct doc_tiles *t);
/* A part at the end, its members to be set. */
struct doc_part *doc_add_part(struct doc *d, enum doc_kind kind);

#endif
