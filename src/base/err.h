/* SPDX-License-Identifier: MIT
 *
 * Errors are values. A function that can fail takes a `struct error *` last, fills it and returns
 * false (or NULL); it never prints and never exits. The text names the thing and the reason, the
 * hint names the way out; both are plain sentences without a trailing newline, already sanitised.
 */
#ifndef GRIDLINE_BASE_ERR_H
#define GRIDLINE_BASE_ERR_H

#include <stdbool.h>

#include "base/alloc.h"

struct error {
	char text[512];
	char hint[256];	   /* "" when there is none */
	char sqlstate[6];  /* "" when the error is not the server's */
	char detail[2048]; /* a line for each field at fault, "name: reason"; "" for none */
};

#define ERROR_INIT \
	{ \
		.text = "", .hint = "", .sqlstate = "", .detail = "" \
	}

/* All return false, so that a failing function can end in `return error_set(err, ...)`. err may be
 * NULL. A text that does not fit is cut at a character boundary and ends in an ellipsis. */
bool error_set(struct error *err, const char *fmt, ...) ATTR_PRINTF(2, 3);
bool error_hint(struct error *err, const char *fmt, ...) ATTR_PRINTF(2, 3);
bool error_detail(struct error *err, const char *fmt, ...) ATTR_PRINTF(2, 3);

/* Put words in front of what is there: "conf/gridline.conf: " + text. */
void error_prefix(struct error *err, const char *fmt, ...) ATTR_PRINTF(2, 3);

void error_clear(struct error *err);
bool error_is_set(const struct error *err);

/* Bytes of the text that stand before "; hint" on one line: without a full stop at its end. */
int error_stem(const struct error *err);

#endif
