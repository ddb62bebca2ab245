/* SPDX-License-Identifier: MIT
 *
 * One term of a filter: a word, or a field with its values.
 */
#ifndef GRIDLINE_MODEL_FILTER_TERM_H
#define GRIDLINE_MODEL_FILTER_TERM_H

#include "base/buf.h"
#include "model/filter_node.h"
#include "model/filter_scan.h"

struct filter_term_context {
	struct filter_scan scan; /* stands at the term's first character, then behind it */
	enum listing listing;
	struct filter_error *err;
};

/* NULL with the error filled if it is none. */
struct filter *filter_term_parse(struct filter_term_context *c);

#endif
