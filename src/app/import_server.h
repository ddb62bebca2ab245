/* SPDX-License-Identifier: MIT
 *
 * The server's side of an import, as calls: which columns a kind has, rows handed over in batches
 * inside one transaction, and the verdict. Every rule about what the rows may say is the
 * database's; nothing here knows one.
 */
#ifndef GRIDLINE_APP_IMPORT_SERVER_H
#define GRIDLINE_APP_IMPORT_SERVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/uuid.h"
#include "store/run.h"
#include "app/import_errors.h"

struct import_column {
	char *name;
	bool required; /* the header must have it */
};

struct import_columns {
	struct import_column *items; /* in the order of the manual */
	size_t n;
};

/* False with the known kinds, or the nearest, in err. */
bool import_columns_load(
    struct run *run, const char *kind, struct import_columns *out, struct error *err);
/* -1 if there is none such. */
int import_columns_find(const struct import_columns *c, const char *name);
void import_columns_free(struct import_columns *c);

#define IMPORT_KEY_TEXT UUID_TEXT

struct import_server {
	struct run *run;
	char key[IMPORT_KEY_TEXT]; /* of the operation: an answer lost is looked up by it */
	char id[IMPORT_KEY_TEXT];
	struct buf batch; /* JSON under way */
	size_t rows;	  /* in it */
};

struct import_counts {
	long added, changed, same;
};

/* Opens the transaction. file: the name told in the audit. */
bool import_server_begin(
    struct import_server *s, const char *kind, const char *file, struct error *err);
/* One row; names and cells run side by side. cells NULL: the row could not be read, so the rules
 * that look at several rows together must not miss it. */
struct import_row {
	size_t line;
	const char *const *names, *const *cells;
	size_t n;
};
bool import_server_row(struct import_server *s, const struct import_row *row, struct error *err);
/* Checks everything and applies it if nothing is wrong; what is wrong, or
 * wants a look, is added to errors. Nothing is committed yet. */
bool import_server_finish(struct import_server *s, bool dry_run, struct import_counts *counts,
    struct import_errors *errors, struct error *err);
/* After a commit whose answer was lost: *done says whether it happened. */
bool import_server_outcome(
    struct run *run, const char *key, bool *done, struct import_counts *counts, struct error *err);
void import_server_free(struct import_server *s);

#endif
