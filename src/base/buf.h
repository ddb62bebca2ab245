/* SPDX-License-Identifier: MIT
 *
 * A growing byte string, always terminated. Initialise with BUF_INIT, release with buf_free();
 * buf_take() hands the memory to the caller.
 */
#ifndef GRIDLINE_BASE_BUF_H
#define GRIDLINE_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/alloc.h"

struct buf {
	char *data; /* never NULL once something was added; buf_str() is safe before that */
	size_t len; /* without the terminating NUL */
	size_t cap;
};

#define BUF_INIT \
	{ \
		.data = NULL, .len = 0, .cap = 0 \
	}

void buf_free(struct buf *b);		      /* back to BUF_INIT */
void buf_clear(struct buf *b);		      /* empty, memory kept */
void buf_truncate(struct buf *b, size_t len); /* len <= b->len */
void buf_add(struct buf *b, const void *data, size_t len);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_pad(struct buf *b, char c, size_t n); /* n times c */
void buf_addf(struct buf *b, const char *fmt, ...) ATTR_PRINTF(2, 3);
void buf_vaddf(struct buf *b, const char *fmt, va_list ap) ATTR_PRINTF(2, 0);

/* The contents as a string, "" when nothing was ever added. Valid until the next change. */
const char *buf_str(const struct buf *b);

/* The contents, owned by the caller (free()); b is empty afterwards. Never NULL. */
char *buf_take(struct buf *b) ATTR_NONNULL;

#endif
