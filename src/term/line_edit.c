/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/line_edit.h"

#include "term/edit.h"

struct line_edit {
	struct edit edit;
	const struct line_history *history;
	size_t back; /* steps back in the history, 0: the line being typed */
	char *typed; /* that line, while another is looked at */
};

struct line_edit *
line_edit_new_long(const char *text, size_t most)
{
	struct line_edit *e = xcalloc(1, sizeof *e);

	e->edit.mode = TEXT_LINE;
	e->edit.most = most;
	line_edit_set(e, text ? text : "");
	return e;
}

struct line_edit *
line_edit_new(const char *text, const struct line_history *history)
{
	struct line_edit *e = line_edit_new_long(text, LINE_EDIT_MOST);

	e->history = history;
	return e;
}

void
line_edit_free(struct line_edit *e)
{
	if (!e)
		return;
	edit_free(&e->edit);
	free(e->typed);
	free(e);
}

const char *
line_edit_text(struct line_edit *e)
{
	return edit_text(&e->edit);
}

size_t
line_edit_at(struct line_edit *e)
{
	return edit_at(&e->edit);
}

void
line_edit_replace(struct line_edit *e, size_t from, size_t to, const char *text)
{
	edit_replace(&e->edit, from, to, text, strlen(text));
}

void
line_edit_set(struct line_edit *e, const char *text)
{
	line_edit_replace(e, 0, edit_len(&e->edit), text);
}

void
line_edit_goto(struct line_edit *e, size_t at)
{
	size_t len = edit_len(&e->edit);

	e->edit.at = at < len ? at : len;
}

static enum line_edit_result
recall(struct line_edit *e, bool older)
{
	size_t count = e->history ? line_history_count(e->history) : 0;

	if (older ? e->back >= count : e->back == 0)
		return LINE_EDIT_MOVED;
	if (e->back == 0) {
		free(e->typed);
		e->typed = xstrdup(line_edit_text(e));
	}
	e->back = older ? e->back + 1 : e->back - 1;
	line_edit_set(e, e->back ? line_history_at(e->history, count - e->back) : e->typed);
	return LINE_EDIT_CHANGED;
}

enum line_edit_result
line_edit_key(struct line_edit *e, const struct key *key)
{
	struct edit_ends ends = { 0 };
	uint32_t code = key->code;

	if (!e->edit.pasting && (code == KEYC_UP || code == KEYC_CTRL('p')))
		return recall(e, true);
	if (!e->edit.pasting && (code == KEYC_DOWN || code == KEYC_CTRL('n')))
		return recall(e, false);
	ends.end = ends.kill_end = e->edit.text.len;
	return edit_key(&e->edit, key, &ends);
}
