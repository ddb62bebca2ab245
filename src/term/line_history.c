/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/line_history.h"

#include "base/alloc.h"

struct line_history {
	char **lines;
	size_t n, most;
};

struct line_history *
line_history_new(size_t most)
{
	struct line_history *h = xcalloc(1, sizeof *h);

	h->most = most ? most : 1;
	h->lines = xcalloc(h->most, sizeof *h->lines);
	return h;
}

void
line_history_free(struct line_history *h)
{
	if (!h)
		return;
	for (size_t i = 0; i < h->n; i++)
		free(h->lines[i]);
	free(h->lines);
	free(h);
}

static void
drop(struct line_history *h, size_t i)
{
	free(h->lines[i]);
	memmove(&h->lines[i], &h->lines[i + 1], (h->n - i - 1) * sizeof *h->lines);
	h->n--;
}

void
line_history_add(struct line_history *h, const char *line)
{
	char *copy;

	if (!*line)
		return;
	copy = xstrdup(line); /* line may be one of ours */
	for (size_t i = 0; i < h->n; i++) {
		if (strcmp(h->lines[i], copy) == 0) {
			drop(h, i);
			break;
		}
	}
	if (h->n == h->most)
		drop(h, 0);
	h->lines[h->n++] = copy;
}

size_t
line_history_count(const struct line_history *h)
{
	return h->n;
}

const char *
line_history_at(const struct line_history *h, size_t i)
{
	return h->lines[i];
}
