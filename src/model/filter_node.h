/* SPDX-License-Identifier: MIT
 *
 * Making filter trees: the parser's side of struct filter. Trees come out in one form: no AND
 * directly inside an AND, no OR inside an OR, none of them with a single child.
 */
#ifndef GRIDLINE_MODEL_FILTER_NODE_H
#define GRIDLINE_MODEL_FILTER_NODE_H

#include "model/filter.h"

/* Takes the value (its text, too). */
struct filter *filter_node_word(struct filter_value value);

/* Takes the first n values, which are moved into the node. */
struct filter *filter_node_test(const struct filter_field *field, enum filter_op op,
    const struct filter_value *values, size_t n);

struct filter *filter_node_not(struct filter *child);

/* Join two trees by AND or OR; the first may be NULL. Both are consumed. */
struct filter *filter_node_join(enum filter_kind kind, struct filter *a, struct filter *b);

#endif
