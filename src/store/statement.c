/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/statement.h"

static const struct statement statements[] = {
#include "sql/query.inc"
};

const struct statement *
statement_all(size_t *n)
{
	*n = ARRAY_LEN(statements);
	return statements;
}

static int
compare(const void *name, const void *statement)
{
	return strcmp(name, ((const struct statement *)statement)->name);
}

const char *
statement_find(const char *name)
{
	const struct statement *found =
	    bsearch(name, statements, ARRAY_LEN(statements), sizeof *statements, compare);

	return found ? found->text : NULL;
}

static const char *
slot_text(const struct statement_slot *slots, size_t nslots, const char *name, size_t len)
{
	for (size_t i = 0; i < nslots; i++)
		if (strlen(slots[i].name) == len && memcmp(slots[i].name, name, len) == 0)
			return slots[i].text;
	return NULL;
}

void
statement_fill(struct buf *out, const char *name, const struct statement_slot *slots, size_t nslots)
{
	const char *at = statement_find(name);

	if (!at)
		abort();
	for (;;) {
		const char *open = strchr(at, '{'), *close = open ? strchr(open, '}') : NULL;
		const char *text;

		if (!close)
			break;
		buf_add(out, at, (size_t)(open - at));
		text = slot_text(slots, nslots, open + 1, (size_t)(close - open - 1));
		if (!text)
			abort();
		buf_adds(out, text);
		at = close + 1;
	}
	buf_adds(out, at);
}

void
statement_fill_inner(
    struct buf *out, const char *name, const struct statement_slot *slots, size_t nslots)
{
	statement_fill(out, name, slots, nslots);
	while (out->len > 0 && strchr("; \n", out->data[out->len - 1]))
		buf_truncate(out, out->len - 1);
}
