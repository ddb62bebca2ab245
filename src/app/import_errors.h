/* SPDX-License-Identifier: MIT
 *
 * What is wrong with a file: collected from the reader and from the server, told in the order of
 * the file as `file:line: column: reason`, up to a limit but with the whole count.
 */
#ifndef GRIDLINE_APP_IMPORT_ERRORS_H
#define GRIDLINE_APP_IMPORT_ERRORS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/alloc.h"

struct import_error {
	size_t line, at; /* the how manieth it was: what is of one line stays in order */
	char *column;	 /* "" where the whole row is meant */
	char *reason;
	bool warning; /* it is taken all the same */
};

struct import_errors {
	struct import_error *items;
	size_t n, cap;
	size_t limit; /* told at most */
	size_t total; /* found, without warnings */
	size_t warnings;
};

/* Counts it, and keeps it if it may be told: whoever adds does so in the order of the file. */
void import_errors_add(struct import_errors *e, size_t line, const char *column, const char *fmt,
    ...) ATTR_PRINTF(4, 5);

/* What is taken, but wants a look. */
void import_errors_warn(
    struct import_errors *e, size_t line, const char *column, const char *reason);

/* On stderr, each under the file's name; how many were over the limit is returned. */
size_t import_errors_tell(struct import_errors *e, const char *file);

void import_errors_free(struct import_errors *e);

#endif
