/* SPDX-License-Identifier: MIT
 *
 * What the writers of documents share with each other and with nobody else.
 */
#ifndef GRIDLINE_REPORT_DOC_KIND_H
#define GRIDLINE_REPORT_DOC_KIND_H

#include "report/doc_writer.h"
#include "report/writer.h"

void doc_write_text(const struct doc *d, struct buf *out);
void doc_write_csv(const struct doc *d, struct buf *out);
void doc_write_json(const struct doc *d, struct buf *out);
void doc_write_groff(const struct doc *d, struct buf *out);

/* All columns of a table, the quiet ones too, by the writers of listings. */
void doc_write_rows(const struct doc_table *t, enum writer_format format, struct buf *out);

#define DOC_TEXT_WIDTH 80
void doc_text_table(const struct doc_table *t, struct buf *out);
void doc_text_chart(const struct doc_chart *c, struct buf *out);
void doc_text_matrix(const struct doc_matrix *m, struct buf *out);
void doc_text_tiles(const struct doc_tiles *t, struct buf *out);
/* Append a text broken into lines of `cells`, each behind so many blanks. */
void doc_text_fold(struct buf *out, const char *text, int cells, int indent);

extern const char groff_page[]; /* macros, after the strings gl-marking, gl-title... are set */
void doc_groff_table(const struct doc_table *t, double width, struct buf *out); /* inches */
/* Pictures of pic; width in inches. */
void doc_groff_chart(const struct doc_chart *c, double width, struct buf *out);
void doc_groff_bars(const struct doc_chart *c, double width, struct buf *out);
void doc_groff_stacks(const struct doc_chart *c, double width, struct buf *out);
void doc_groff_legend(const struct doc_chart *c, double x, double y, struct buf *out);
void doc_groff_matrix(const struct doc_matrix *m, double width, struct buf *out);
void doc_groff_tiles(const struct doc_tiles *t, double width, struct buf *out);

/* A cell as people read it: clean, one line; lists with a blank after each ';', changes as +3. */
char *doc_cell(enum column_kind kind, const char *text) ATTR_MALLOC;
bool doc_is_right(enum column_kind kind);

/* What widths are counted in: cells of a terminal, or a fraction of the size of type. */
struct doc_ruler {
	int cell; /* of a cell, that is about of a letter */
	int (*measure)(const char *clean, bool head);
};
extern const struct doc_ruler doc_cells, doc_type;
#define DOC_TYPE_EM 20 /* doc_type counts in twentieths of an em */

/* Widths of columns side by side with a gap between them, in `total`: those of texts are made
 * narrow, the widest first, and will take several lines. Returns how many of the columns, quiet
 * ones (width 0) among them, have a place; the others do not fit whatever is done. */
#define DOC_GAP 2 /* cells */
size_t doc_widths(const struct doc_table *t, const struct doc_ruler *ruler, int total, int *widths);

#endif
