/* SPDX-License-Identifier: MIT
 *
 * What is wrong with a file: collected from the reader and from the server, told in the order of
 * the file as `file:line: column: reason`, up to a limit but with the whole count.
 */
#ifndef GRIDLINE_APP_IMPORT_ERRORS_H
#define GRIDLINE_APP_IMPORT_ERRORS_H

#include <stddef.h>

#include "base/alloc.h"

struct import_error {
	size_t line;
	char *column; /* "" where the whole row is meant */
	char *reason;
};

struct import_errors {
	struct import_error *items;
	size_t n, cap;
	size_t limit; /* told at most */
	size_t total; /* found */
};

/* Counts it, and keeps it if it may be told: whoever adds does so in the order of the file. */
void import_errors_add(struct import_errors *e, size_t line, const char *column, const char *fmt,
    ...) ATTR_PRINTF(4, 5);

/* On stderr, each under the file's name. */
void import_errors_tell(struct import_errors *e, const char *file);

void import_errors_free(struct import_errors *e);

#endif
