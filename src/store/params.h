/* SPDX-License-Identifier: MIT
 *
 * The parameters of a statement, in the order $1, $2... Every value goes to the server as text and
 * apart from the SQL; nothing is ever pasted into a statement.
 */
#ifndef GRIDLINE_STORE_PARAMS_H
#define GRIDLINE_STORE_PARAMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/date.h"

struct params {
	struct buf text; /* the values, each with its NUL */
	size_t *at;	 /* where in text each starts, PARAMS_NULL for null */
	size_t n, cap;
};

#define PARAMS_INIT \
	{ \
		.text = BUF_INIT, .at = NULL, .n = 0, .cap = 0 \
	}
#define PARAMS_NULL ((size_t)-1)

/* Each adds one parameter (the value is copied) and returns its number: 1 for $1. */
size_t params_null(struct params *p);
size_t params_text(struct params *p, const char *s); /* NULL adds a null */
size_t params_number(struct params *p, long n);
size_t params_flag(struct params *p, bool b);
size_t params_date(struct params *p, date_days d); /* null for DATE_NONE */
/* text[] (or uuid[]...: the statement's cast decides); a NULL item is a null element. */
size_t params_array(struct params *p, const char *const *items, size_t n);

const char *params_get(const struct params *p, size_t i); /* i from 0; NULL for null */
void params_free(struct params *p);			  /* back to PARAMS_INIT */

#endif
