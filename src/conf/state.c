/* SPDX-License-Identifier: MIT
 *
 * The state in memory; state_file.c reads and writes it.
 */
#include "config.h"

#include "conf/state.h"

#include "base/text.h"

static void
replace(char **field, const char *text)
{
	char *copy = text_clean_dup(text, TEXT_LINE);

	free(*field);
	*field = copy;
}

void
state_set_layout(struct state *s, const char *listing, const char *text)
{
	size_t i = 0;

	while (i < s->nlayouts && strcmp(s->layouts[i].listing, listing) != 0)
		i++;
	if (i == s->nlayouts) {
		s->layouts = xreallocarray(s->layouts, s->nlayouts + 1, sizeof *s->layouts);
		s->layouts[s->nlayouts++] = (struct state_layout){ .listing = xstrdup(listing) };
	} else if (strcmp(s->layouts[i].text, text) == 0) {
		return;
	}
	replace(&s->layouts[i].text, text);
	s->changed = true;
}

const char *
state_layout(const struct state *s, const char *listing)
{
	for (size_t i = 0; i < s->nlayouts; i++)
		if (strcmp(s->layouts[i].listing, listing) == 0)
			return s->layouts[i].text;
	return NULL;
}

static size_t
view_index(const struct state *s, const char *name)
{
	size_t i = 0;

	while (i < s->nviews && !text_same(s->views[i].name, name))
		i++;
	return i;
}

void
state_put_view(struct state *s, const struct state_view *view)
{
	size_t i = view_index(s, view->name);

	if (i == s->nviews)
		s->views = xreallocarray(s->views, ++s->nviews, sizeof *s->views);
	s->views[i] = *view;
	s->changed = true;
}

bool
state_delete_view(struct state *s, const char *name)
{
	size_t i = view_index(s, name);

	if (i == s->nviews)
		return false;
	s->nviews--;
	memmove(&s->views[i], &s->views[i + 1], (s->nviews - i) * sizeof *s->views);
	s->changed = true;
	return true;
}

const struct state_history *
state_history(const struct state *s, const char *name)
{
	for (size_t i = 0; i < s->nhistories; i++)
		if (strcmp(s->histories[i].name, name) == 0)
			return &s->histories[i];
	return NULL;
}

static struct state_history *
history_at(struct state *s, const char *name)
{
	for (size_t i = 0; i < s->nhistories; i++)
		if (strcmp(s->histories[i].name, name) == 0)
			return &s->histories[i];
	s->histories = xreallocarray(s->histories, s->nhistories + 1, sizeof *s->histories);
	s->histories[s->nhistories] = (struct state_history){ .name = xstrdup(name) };
	return &s->histories[s->nhistories++];
}

static void
forget_line(struct state_history *h, size_t i)
{
	free(h->lines[i]);
	h->n--;
	memmove(&h->lines[i], &h->lines[i + 1], (h->n - i) * sizeof *h->lines);
}

void
state_add_history(struct state *s, const char *name, const char *line)
{
	struct state_history *h = history_at(s, name);
	char *copy = text_clean_dup(line, TEXT_LINE);

	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->lines[i], copy) == 0)
			forget_line(h, i--);
	if (h->n == STATE_HISTORY_MAX)
		forget_line(h, 0);
	h->lines = xreallocarray(h->lines, h->n + 1, sizeof *h->lines);
	h->lines[h->n++] = copy;
	s->changed = true;
}

void
state_set_last(struct state *s, const char *view, const char *filter)
{
	if (strcmp(s->last_view, view) == 0 && strcmp(s->last_filter, filter) == 0)
		return;
	replace(&s->last_view, view);
	replace(&s->last_filter, filter);
	s->changed = true;
}

void
state_free(struct state *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->nlayouts; i++) {
		free(s->layouts[i].listing);
		free(s->layouts[i].text);
	}
	for (size_t i = 0; i < s->nhistories; i++) {
		while (s->histories[i].n > 0)
			forget_line(&s->histories[i], s->histories[i].n - 1);
		free(s->histories[i].lines);
		free(s->histories[i].name);
	}
	free(s->layouts);
	free(s->views);
	free(s->histories);
	free(s->last_view);
	free(s->last_filter);
	free(s->dir);
	free(s);
}
