/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/import_errors.h"

#include <stdarg.h>

#include "base/buf.h"
#include "base/text.h"

static void
keep(struct import_errors *e, struct import_error error)
{
	if (e->n >= 2 * e->limit) { /* the reader's share and the server's */
		free(error.column);
		free(error.reason);
		return;
	}
	if (e->n == e->cap) {
		e->cap = e->cap > 0 ? 2 * e->cap : 16;
		e->items = xreallocarray(e->items, e->cap, sizeof *e->items);
	}
	error.at = e->n;
	e->items[e->n++] = error;
}

void
import_errors_add(struct import_errors *e, size_t line, const char *column, const char *fmt, ...)
{
	struct buf reason = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_vaddf(&reason, fmt, ap);
	va_end(ap);
	e->total++;
	keep(e,
	    (struct import_error){
		.line = line, .column = xstrdup(column), .reason = buf_take(&reason) });
}

void
import_errors_warn(struct import_errors *e, size_t line, const char *column, const char *reason)
{
	e->warnings++;
	keep(e,
	    (struct import_error){ .line = line,
		.column = xstrdup(column),
		.reason = xstrdup(reason),
		.warning = true });
}

static int
by_line(const void *a, const void *b)
{
	const struct import_error *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

size_t
import_errors_tell(struct import_errors *e, const char *file)
{
	struct buf out = BUF_INIT;
	char *name = text_clean_dup(file, TEXT_LINE);
	size_t told = e->n < e->limit ? e->n : e->limit;

	if (e->n > 1)
		qsort(e->items, e->n, sizeof *e->items, by_line);
	for (size_t i = 0; i < told; i++) {
		const struct import_error *error = &e->items[i];

		buf_clear(&out);
		buf_addf(&out, "%s:%zu: ", name, error->line);
		if (*error->column != '\0') {
			text_clean(&out, error->column, strlen(error->column), TEXT_LINE);
			buf_adds(&out, ": ");
		}
		if (error->warning)
			buf_adds(&out, "warning: ");
		text_clean(&out, error->reason, strlen(error->reason), TEXT_LINE);
		fprintf(stderr, "%s\n", buf_str(&out));
	}
	free(name);
	buf_free(&out);
	return e->total + e->warnings - told;
}

void
import_errors_free(struct import_errors *e)
{
	for (size_t i = 0; i < e->n; i++) {
		free(e->items[i].column);
		free(e->items[i].reason);
	}
	free(e->items);
	*e = (struct import_errors){ .limit = e->limit };
}
