/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/memory.h"

#include "base/text.h"

void
memory_init(struct memory *m)
{
	const struct saved_view *built_in;
	size_t n, i;
	int l;

	*m = (struct memory){ .nviews = 0 };
	for (l = 0; l < LISTING_COUNT; l++)
		layout_default((enum listing)l, &m->layout[l]);
	built_in = saved_view_builtin(&n);
	for (i = 0; i < n && i < MEMORY_VIEWS_MAX; i++)
		m->views[m->nviews++] = built_in[i];
	for (i = 0; i < HISTORY_COUNT; i++)
		m->history[i] = line_history_new(MEMORY_HISTORY);
}

void
memory_clear(struct memory *m)
{
	size_t i;

	for (i = 0; i < HISTORY_COUNT; i++)
		line_history_free(m->history[i]);
	*m = (struct memory){ .nviews = 0 };
}

struct line_history *
memory_history(struct memory *m, const char *name)
{
	static const char *const names[HISTORY_COUNT] = {
		[HISTORY_COMMAND] = "command",
		[HISTORY_FILTER] = "filter",
		[HISTORY_SEARCH] = "search",
	};
	size_t i;

	for (i = 0; name && i < HISTORY_COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return m->history[i];
	return NULL;
}

static struct saved_view *
find(struct memory *m, const char *name)
{
	size_t i;

	for (i = 0; i < m->nviews; i++)
		if (text_same(m->views[i].name, name))
			return &m->views[i];
	return NULL;
}

static void
changed(struct memory *m)
{
	if (m->save)
		m->save(m);
}

bool
memory_save_view(struct memory *m, const struct saved_view *view, struct error *err)
{
	struct saved_view *old = find(m, view->name);

	if (old && old->built_in) {
		error_set(err, "view %s is built in and stays as it is", view->name);
		return error_hint(err, "save under another name");
	}
	if (!old && m->nviews == MEMORY_VIEWS_MAX) {
		error_set(err, "there are %d views already", MEMORY_VIEWS_MAX);
		return error_hint(err, "delete one with :view-delete");
	}
	if (!old)
		old = &m->views[m->nviews++];
	*old = *view;
	old->built_in = false;
	changed(m);
	return true;
}

bool
memory_delete_view(struct memory *m, const char *name, struct error *err)
{
	struct saved_view *view = find(m, name);
	size_t i;

	if (!view)
		return error_set(err, "there is no view named \"%s\"", name);
	if (view->built_in)
		return error_set(err, "view %s is built in and cannot be deleted", name);
	i = (size_t)(view - m->views);
	m->nviews--;
	memmove(m->views + i, m->views + i + 1, (m->nviews - i) * sizeof *m->views);
	changed(m);
	return true;
}
