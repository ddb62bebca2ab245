/* SPDX-License-Identifier: MIT
 *
 * The file's side of an import: header names against the kind's columns, every record against the
 * header, and on to the server. It knows nothing of what a cell may say.
 */
#ifndef GRIDLINE_APP_IMPORT_READ_H
#define GRIDLINE_APP_IMPORT_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "app/import_errors.h"
#include "app/import_server.h"

struct import_reader {
	FILE *stream;
	const struct import_columns *columns;
	struct import_server *server;
	struct import_errors *errors;
	size_t rows; /* read so far, without the header */
	size_t bytes;
	void (*progress)(void *arg); /* after every row */
	void *arg;
};

/* The whole file. Faults of the file are added to errors; false with err when the server refused
 * or was lost, or Ctrl-C came. */
bool import_read(struct import_reader *r, struct error *err);

#endif
