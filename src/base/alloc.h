/* SPDX-License-Identifier: MIT
 *
 * Allocation that never returns NULL. Out of memory is the one fault nobody here can act on in
 * place: the hook set by alloc_on_failure() runs (the console restores the terminal in it), then
 * the process aborts. Everything returned is freed with free().
 */
#ifndef GRIDLINE_BASE_ALLOC_H
#define GRIDLINE_BASE_ALLOC_H

#include <stddef.h>

#define ATTR_MALLOC __attribute__((malloc, returns_nonnull, warn_unused_result))
#define ATTR_NONNULL __attribute__((returns_nonnull, warn_unused_result))
#define ATTR_MUST __attribute__((warn_unused_result))
#define ATTR_PRINTF(f, a) __attribute__((format(printf, f, a)))
#define ATTR_UNUSED __attribute__((unused))

#define ARRAY_LEN(a) (sizeof(a) / sizeof *(a))

void *xmalloc(size_t size) ATTR_MALLOC;
void *xcalloc(size_t n, size_t size) ATTR_MALLOC;

/* Grow or shrink to n elements of size bytes; the product is checked for overflow. */
void *xreallocarray(void *p, size_t n, size_t size) ATTR_NONNULL;

/* Room for one more than n elements of size bytes: p itself, or a larger block with *cap raised. */
void *xgrow(void *p, size_t n, size_t *cap, size_t size) ATTR_NONNULL;

/* Copies of a whole string, or of the first n bytes of one; the copy is always terminated. */
char *xstrdup(const char *s) ATTR_MALLOC;
char *xstrndup(const char *s, size_t n) ATTR_MALLOC;

/* printf into a fresh string. */
char *xasprintf(const char *fmt, ...) ATTR_MALLOC ATTR_PRINTF(1, 2);

/* Runs before the process aborts for want of memory; NULL removes it. It must not allocate. */
void alloc_on_failure(void (*hook)(void));

#endif
