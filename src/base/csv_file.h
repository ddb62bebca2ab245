/* SPDX-License-Identifier: MIT
 *
 * Reads a CSV file record by record, RFC 4180 by the letter: CRLF or LF, quotes doubled inside
 * quotes, newlines inside quotes, blanks belong to the cell. libcsv in strict mode takes the cells
 * apart; what it does not know is done here: a byte order mark, UTF-8, line numbers, a lone
 * carriage return, and a bound on how much one record may take.
 */
#ifndef GRIDLINE_BASE_CSV_FILE_H
#define GRIDLINE_BASE_CSV_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"

#define CSV_FILE_RECORD_MAX (1U << 20) /* bytes in the cells of one record */

struct csv_record {
	size_t line; /* where it begins, 1 for the first line of the file */
	const char *const *cell;
	size_t n;
	const char *fault; /* why `fault_cell` is no text ("is not UTF-8"); NULL when all are */
	size_t fault_cell;
};

enum csv_file_result {
	CSV_FILE_RECORD, /* *record is filled; it lives until the next call */
	CSV_FILE_END,
	CSV_FILE_BROKEN, /* err says why and csv_file_line() where; nothing further can be read */
};

struct csv_file;

/* The stream stays the caller's. Empty lines are passed over. */
struct csv_file *csv_file_new(FILE *stream);
enum csv_file_result csv_file_next(
    struct csv_file *csv, struct csv_record *record, struct error *err);
size_t csv_file_line(const struct csv_file *csv);  /* at fault, after CSV_FILE_BROKEN */
size_t csv_file_bytes(const struct csv_file *csv); /* read so far */
void csv_file_free(struct csv_file *csv);	   /* NULL allowed */

#endif
