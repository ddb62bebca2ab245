/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/import_read.h"

#include "base/alloc.h"
#include "base/csv_file.h"
#include "base/csv_guard.h"
#include "base/near.h"
#include "app/connect.h"

/* The header: where each of its names stands among the kind's columns. */
struct header {
	const char **name; /* the column's own spelling */
	size_t n;
};

static void
unknown_column(struct import_reader *r, size_t line, const char *name)
{
	struct near near = NEAR_INIT(name);

	for (size_t i = 0; i < r->columns->n; i++)
		near_offer(&near, r->columns->items[i].name);
	if (*name == '\0')
		import_errors_add(r->errors, line, "", "a column of the header has no name");
	else if (near.best != NULL)
		import_errors_add(r->errors, line, name,
		    "there is no such column; did you mean '%s'?", near.best);
	else
		import_errors_add(r->errors, line, name, "there is no such column");
}

/* Names in the header are compared as they stand, but for blanks around them. */
static char *
trim(const char *name)
{
	size_t len;

	name += strspn(name, " ");
	len = strlen(name);
	while (len > 0 && name[len - 1] == ' ')
		len--;
	return xstrndup(name, len);
}

static void
read_name(struct import_reader *r, struct header *h, size_t line, const char *cell)
{
	char *name = trim(cell);
	int column = import_columns_find(r->columns, name);

	if (column < 0) {
		unknown_column(r, line, name);
		free(name);
		return;
	}
	free(name);
	name = r->columns->items[column].name;
	for (size_t i = 0; i < h->n; i++) {
		if (h->name[i] == name) {
			import_errors_add(r->errors, line, name, "stands in the header twice");
			return;
		}
	}
	h->name[h->n++] = name;
}

static void
check_missing(struct import_reader *r, const struct header *h, size_t line)
{
	for (size_t c = 0; c < r->columns->n; c++) {
		const struct import_column *column = &r->columns->items[c];
		size_t i = 0;

		while (i < h->n && h->name[i] != column->name)
			i++;
		if (i == h->n && column->required)
			import_errors_add(
			    r->errors, line, column->name, "is missing from the header");
	}
}

static void
read_header(struct import_reader *r, struct header *h, const struct csv_record *record)
{
	h->name = xcalloc(record->n, sizeof *h->name);
	if (record->fault != NULL) {
		import_errors_add(r->errors, record->line, "", "the header %s", record->fault);
		return;
	}
	for (size_t i = 0; i < record->n; i++)
		read_name(r, h, record->line, record->cell[i]);
	check_missing(r, h, record->line);
}

/* A row that is not as the header says is named here and set aside: the server hears only that
 * there was one. */
static bool
read_row(struct import_reader *r, const struct header *h, const struct csv_record *record,
    const char **cells, struct error *err)
{
	struct import_row row = { .line = record->line, .names = h->name, .n = h->n };

	r->rows++;
	if (record->n != h->n) {
		import_errors_add(r->errors, record->line, "", "has %zu %s, the header has %zu",
		    record->n, record->n == 1 ? "cell" : "cells", h->n);
	} else if (record->fault != NULL) {
		import_errors_add(
		    r->errors, record->line, h->name[record->fault_cell], "%s", record->fault);
	} else {
		for (size_t i = 0; i < h->n; i++)
			cells[i] = csv_guard_strip(record->cell[i]);
		row.cells = cells;
	}
	return import_server_row(r->server, &row, err);
}

static bool
read_rows(struct import_reader *r, struct csv_file *csv, const struct header *h, struct error *err)
{
	const char **cells = xcalloc(h->n + 1, sizeof *cells);
	struct csv_record record;
	struct error broken = ERROR_INIT;
	enum csv_file_result result;
	bool ok = true;

	while (ok && (result = csv_file_next(csv, &record, &broken)) != CSV_FILE_END) {
		if (result == CSV_FILE_BROKEN) {
			import_errors_add(r->errors, csv_file_line(csv), "",
			    "%s; nothing after it was read", broken.text);
			break;
		}
		ok = read_row(r, h, &record, cells, err);
		r->bytes = csv_file_bytes(csv);
		r->progress(r->arg);
		if (ok && connect_interrupted())
			ok = error_set(err, "interrupted");
	}
	free(cells);
	return ok;
}

bool
import_read(struct import_reader *r, struct error *err)
{
	struct csv_file *csv = csv_file_new(r->stream);
	struct header header = { 0 };
	struct csv_record record;
	struct error broken = ERROR_INIT;
	bool ok = true;

	switch (csv_file_next(csv, &record, &broken)) {
	case CSV_FILE_END:
		import_errors_add(r->errors, 1, "", "the file is empty: it needs a header");
		break;
	case CSV_FILE_BROKEN:
		import_errors_add(r->errors, csv_file_line(csv), "", "%s", broken.text);
		break;
	case CSV_FILE_RECORD:
		read_header(r, &header, &record);
		if (r->errors->total == 0)
			ok = read_rows(r, csv, &header, err);
		break;
	}
	free(header.name);
	csv_file_free(csv);
	return ok;
}
