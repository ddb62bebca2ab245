/* SPDX-License-Identifier: MIT
 *
 * A string of JSON (RFC 8259), for records (writer_json.c) and documents (doc_json.c). No library
 * for it: both are written as they come, with nothing held, and of quoting this is all there is.
 */
#ifndef GRIDLINE_REPORT_JSON_QUOTE_H
#define GRIDLINE_REPORT_JSON_QUOTE_H

#include "base/buf.h"

/* Append clean text (base/text.h) in quotation marks. Of control characters it may hold newlines
 * and tabs alone. */
void json_quote(struct buf *out, const char *clean);

#endif
