/* SPDX-License-Identifier: MIT
 *
 * The rows a statement gave, typed, without a word of libpq. Texts are as the database holds them:
 * clean them (base/text.h) before they are shown, or use rows_clean().
 */
#ifndef GRIDLINE_STORE_ROWS_H
#define GRIDLINE_STORE_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/date.h"

struct rows;

size_t rows_count(const struct rows *rows);
size_t rows_columns(const struct rows *rows);
const char *rows_name(const struct rows *rows, size_t column);
/* Index of the column of that name, -1 if there is none. */
int rows_find(const struct rows *rows, const char *name);
/* Rows an insert, update or delete touched; 0 for anything else. */
long rows_affected(const struct rows *rows);

/* row < rows_count(), column < rows_columns(). Texts live as long as the rows. */
bool rows_null(const struct rows *rows, size_t row, size_t column);
const char *rows_text(const struct rows *rows, size_t row, size_t column); /* "" for null */
char *rows_clean(const struct rows *rows, size_t row,
    size_t column) ATTR_MALLOC; /* as one clean line; the caller frees */
long rows_number(const struct rows *rows, size_t row, size_t column, long if_null);
bool rows_flag(const struct rows *rows, size_t row, size_t column); /* false for null */
date_days rows_date(
    const struct rows *rows, size_t row, size_t column); /* DATE_NONE for null and infinity */

void rows_free(struct rows *rows); /* NULL allowed */

#endif
