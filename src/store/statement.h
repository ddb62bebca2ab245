/* SPDX-License-Identifier: MIT
 *
 * The statements of sql/query, compiled in. Some are templates: a word in braces stands for a piece
 * that changes with the question asked (a sort key, a condition). Pieces come from tables in this
 * room and hold no text of a user's; that goes in parameters.
 */
#ifndef GRIDLINE_STORE_STATEMENT_H
#define GRIDLINE_STORE_STATEMENT_H

#include <stddef.h>

#include "base/buf.h"

struct statement {
	const char *name, *text;
};

/* All of them, by name. */
const struct statement *statement_all(size_t *n);

/* The text of one; NULL if there is none of that name. */
const char *statement_find(const char *name);

struct statement_slot {
	const char *name, *text;
};

/* Append the statement with its {name}s filled in. Naming one that does not exist, or a marker
 * without a slot, is a fault of this program: it aborts. */
void statement_fill(
    struct buf *out, const char *name, const struct statement_slot *slots, size_t nslots);
/* The same without the semicolon, to stand inside another statement. */
void statement_fill_inner(
    struct buf *out, const char *name, const struct statement_slot *slots, size_t nslots);

#endif
