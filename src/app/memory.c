/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/memory.h"

#include "base/text.h"

static const char *const history_names[HISTORY_COUNT] = {
	[HISTORY_COMMAND] = "command",
	[HISTORY_FILTER] = "filter",
	[HISTORY_SEARCH] = "search",
};

static struct saved_view *
find(struct memory *m, const char *name)
{
	size_t i;

	for (i = 0; i < m->nviews; i++)
		if (text_same(m->views[i].name, name))
			return &m->views[i];
	return NULL;
}

/* The listing of that name; the grid for none. */
static enum listing
listing_of(const char *name)
{
	return name && text_same(name, listing_name(LISTING_GROUPS)) ? LISTING_GROUPS
								     : LISTING_GRID;
}

static void
put(struct memory *m, const struct saved_view *view)
{
	struct saved_view *old = find(m, view->name);

	if (!old && m->nviews < MEMORY_VIEWS_MAX)
		old = &m->views[m->nviews++];
	if (old)
		*old = *view;
}

/* A view as files give it; a text that does not fit makes it none. */
static bool
copy(char *to, size_t size, const char *from)
{
	snprintf(to, size, "%s", from);
	return strlen(from) < size;
}

static void
read_conf(struct memory *m, const struct conf *conf)
{
	const struct conf_view *c;
	struct saved_view v;
	size_t i;

	for (i = 0; i < conf->nlayouts; i++) {
		const struct conf_pair *set = &conf->layouts[i];
		enum listing l = listing_of(set->name);

		if (set->value[0] && strcmp(set->name, listing_name(l)) == 0)
			layout_parse(l, set->value, &m->layout[l]);
	}
	for (i = 0; i < conf->nviews; i++) {
		c = &conf->views[i];
		v = (struct saved_view){
			.listing = listing_of(c->listing), .limit = c->limit, .built_in = true
		};
		if (copy(v.name, sizeof v.name, c->name) && copy(v.sort, sizeof v.sort, c->sort) &&
		    copy(v.filter, sizeof v.filter, c->filter))
			put(m, &v);
	}
}

static void
read_view(struct memory *m, const struct state_view *s)
{
	struct saved_view v = { .listing = listing_of(s->listing), .limit = s->limit };

	memcpy(v.name, s->name, sizeof v.name);
	memcpy(v.filter, s->filter, sizeof v.filter);
	memcpy(v.sort, s->sort, sizeof v.sort);
	put(m, &v);
}

static void
read_state(struct memory *m, const struct state *state)
{
	const struct state_history *history;
	const char *text;
	size_t i, k;
	int l;

	for (l = 0; l < LISTING_SCREENS; l++) {
		text = state_layout(state, listing_name((enum listing)l));
		if (text)
			layout_parse((enum listing)l, text, &m->layout[l]);
	}
	for (i = 0; i < state->nviews; i++)
		read_view(m, &state->views[i]);
	for (i = 0; i < HISTORY_COUNT; i++) {
		history = state_history(state, history_names[i]);
		for (k = 0; history && k < history->n; k++)
			line_history_add(m->history[i], history->lines[k]);
	}
}

void
memory_init(struct memory *m, const struct conf *conf, struct state *state)
{
	const struct saved_view *built_in;
	size_t n, i;
	int l;

	*m = (struct memory){ .state = state };
	for (l = 0; l < LISTING_SCREENS; l++)
		layout_default((enum listing)l, &m->layout[l]);
	built_in = saved_view_builtin(&n);
	for (i = 0; i < n; i++)
		put(m, &built_in[i]);
	for (i = 0; i < HISTORY_COUNT; i++)
		m->history[i] = line_history_new(STATE_HISTORY_MAX);
	if (conf)
		read_conf(m, conf);
	if (state)
		read_state(m, state);
}

void
memory_clear(struct memory *m)
{
	size_t i;

	for (i = 0; i < HISTORY_COUNT; i++)
		line_history_free(m->history[i]);
	*m = (struct memory){ .state = NULL };
}

static bool
keep(struct memory *m, struct error *err)
{
	return !m->state || state_save(m->state, err);
}

bool
memory_save_layout(struct memory *m, const struct layout *layout, struct error *err)
{
	char *text = layout_text(layout);

	m->layout[layout->listing] = *layout;
	if (m->state)
		state_set_layout(m->state, listing_name(layout->listing), text);
	free(text);
	return keep(m, err);
}

bool
memory_save_view(struct memory *m, const struct saved_view *view, struct error *err)
{
	struct saved_view *old = find(m, view->name), own = *view;
	struct state_view kept = { .limit = own.limit };

	if (old && old->built_in) {
		error_set(err, "view %s is built in and stays as it is", view->name);
		return error_hint(err, "save under another name");
	}
	if (!old && m->nviews == MEMORY_VIEWS_MAX) {
		error_set(err, "there are %d views already", MEMORY_VIEWS_MAX);
		return error_hint(err, "delete one with :view-delete");
	}
	own.built_in = false;
	put(m, &own);
	if (!m->state)
		return true;
	memcpy(kept.name, own.name, sizeof kept.name);
	memcpy(kept.filter, own.filter, sizeof kept.filter);
	memcpy(kept.sort, own.sort, sizeof kept.sort);
	snprintf(kept.listing, sizeof kept.listing, "%s", listing_name(own.listing));
	state_put_view(m->state, &kept);
	return keep(m, err);
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
	if (m->state)
		state_delete_view(m->state, name);
	return keep(m, err);
}

static int
history_index(const char *name)
{
	int i;

	for (i = 0; name && i < HISTORY_COUNT; i++)
		if (strcmp(history_names[i], name) == 0)
			return i;
	return -1;
}

struct line_history *
memory_history(struct memory *m, const char *name)
{
	int i = history_index(name);

	return i < 0 ? NULL : m->history[i];
}

/* Kept with the next change that is written at once, or at the end. */
void
memory_add_line(struct memory *m, const char *name, const char *line)
{
	int i = history_index(name);

	if (i < 0)
		return;
	line_history_add(m->history[i], line);
	if (m->state)
		state_add_history(m->state, name, line);
}
