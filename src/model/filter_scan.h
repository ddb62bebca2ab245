/* SPDX-License-Identifier: MIT
 *
 * How a filter is cut into words; shared by the files of the filter language only. Scanning knows
 * blanks, quotation marks and operators, and nothing of fields.
 */
#ifndef GRIDLINE_MODEL_FILTER_SCAN_H
#define GRIDLINE_MODEL_FILTER_SCAN_H

#include "base/buf.h"
#include "model/filter.h"

struct filter_scan {
	const char *source;
	size_t at;
};

void filter_scan_blanks(struct filter_scan *s);

/* Length of the name that begins here if an operator follows it, else 0; and of the operator. */
size_t filter_scan_name(const struct filter_scan *s);
size_t filter_scan_operator(const struct filter_scan *s);

/* Is the next thing this word, unquoted, whole, whatever its case? */
bool filter_scan_is(const struct filter_scan *s, const char *word);

/* Read a word, bare or in quotation marks; in_list: a bare one ends at a comma, too. Sets text, at
 * and len of *out (the rest is cleared) and moves on. False if it is empty or ill-formed. */
bool filter_scan_text(
    struct filter_scan *s, bool in_list, struct filter_value *out, struct filter_error *err);

/* Append text as filter_scan_text() would read it back, in quotation marks where it must be. */
void filter_quote(struct buf *out, const char *text, bool in_list);

/* Fill err (cleared before) for source[at, at + len); returns false. */
bool filter_fail(struct filter_error *err, size_t at, size_t len, const char *fmt, ...)
    ATTR_PRINTF(4, 5);

/* Typed values (filter_value.c). Fill number, date, days or keyword of *v from its text. For a span
 * of days (a month, a week) *v becomes its first day and *last, whose text is NULL before, its last
 * one. */
bool filter_value_read(const struct filter_field *field, struct filter_value *v,
    struct filter_value *last, struct filter_error *err);

#endif
