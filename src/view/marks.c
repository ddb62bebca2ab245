/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/marks.h"

#include <stdint.h>

#include "base/alloc.h"

#ifndef MARKS_MIN
#define MARKS_MIN 16 /* a power of two */
#endif

/* FNV-1a: short keys, no attacker gains anything from a collision here. */
static size_t
hash(const char *id)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; *id; id++)
		h = (h ^ (unsigned char)*id) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

/* Where id stands, or the free slot where it would. cap > 0 and never full. */
static size_t
find(const struct marks *m, const char *id)
{
	size_t i = hash(id) & (m->cap - 1);

	while (m->slot[i][0] && strncmp(m->slot[i], id, ROW_ID_LEN) != 0)
		i = (i + 1) & (m->cap - 1);
	return i;
}

bool
marks_has(const struct marks *m, const char *id)
{
	return m->n > 0 && m->slot[find(m, id)][0];
}

static void
put(struct marks *m, const char *id)
{
	size_t i = find(m, id);

	if (m->slot[i][0])
		return;
	snprintf(m->slot[i], sizeof m->slot[i], "%s", id);
	m->n++;
}

static void
grow(struct marks *m)
{
	struct marks old = *m;
	size_t i;

	m->cap = old.cap ? old.cap * 2 : MARKS_MIN;
	m->n = 0;
	m->slot = xcalloc(m->cap, sizeof *m->slot);
	for (i = 0; i < old.cap; i++)
		if (old.slot[i][0])
			put(m, old.slot[i]);
	free(old.slot);
}

void
marks_add(struct marks *m, const char *id)
{
	if (!*id)
		return;
	if (m->n + 1 > m->cap / 2)
		grow(m);
	put(m, id);
}

void
marks_remove(struct marks *m, const char *id)
{
	char moved[ROW_ID_LEN + 1];
	size_t i;

	if (m->n == 0)
		return;
	i = find(m, id);
	if (!m->slot[i][0])
		return;
	m->slot[i][0] = '\0';
	m->n--;
	/* Those behind it were perhaps pushed there by it: put them in again. */
	for (i = (i + 1) & (m->cap - 1); m->slot[i][0]; i = (i + 1) & (m->cap - 1)) {
		memcpy(moved, m->slot[i], sizeof moved);
		m->slot[i][0] = '\0';
		m->n--;
		put(m, moved);
	}
}

const char **
marks_list(const struct marks *m)
{
	const char **ids = xcalloc(m->n + 1, sizeof *ids);
	size_t i, n = 0;

	for (i = 0; i < m->cap; i++)
		if (m->slot[i][0])
			ids[n++] = m->slot[i];
	return ids;
}

void
marks_clear(struct marks *m)
{
	free(m->slot);
	*m = (struct marks)MARKS_INIT;
}
