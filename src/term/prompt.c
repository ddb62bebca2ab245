/* SPDX-License-Identifier: MIT
 *
 * Keys and choices of a prompt; see prompt_draw.c for how it looks.
 */
#include "config.h"

#include "term/prompt_impl.h"

struct prompt *
prompt_new(const char *label, const char *initial, const struct line_history *history)
{
	struct prompt *p = xcalloc(1, sizeof *p);

	p->label = xstrdup(label);
	p->edit = line_edit_new(initial, history);
	p->selected = -1;
	return p;
}

static void
forget_choices(struct prompt *p)
{
	for (size_t i = 0; i < p->nchoices; i++) {
		free(p->choices[i].text);
		free(p->choices[i].help);
	}
	free(p->choices);
	p->choices = NULL;
	p->nchoices = 0;
	p->selected = -1;
	p->first = 0;
}

void
prompt_free(struct prompt *p)
{
	if (!p)
		return;
	forget_choices(p);
	line_edit_free(p->edit);
	free(p->label);
	free(p->error);
	free(p->way_out);
	free(p->hint);
	free(p);
}

const char *
prompt_text(const struct prompt *p)
{
	return line_edit_text(p->edit);
}

size_t
prompt_at(const struct prompt *p)
{
	return line_edit_at(p->edit);
}

void
prompt_set_error(struct prompt *p, size_t at, const char *text, const char *hint)
{
	free(p->error);
	free(p->way_out);
	p->error = text ? xstrdup(text) : NULL;
	p->way_out = text && hint && *hint ? xstrdup(hint) : NULL;
	p->error_at = at;
}

void
prompt_set_hint(struct prompt *p, const char *hint)
{
	free(p->hint);
	p->hint = hint && *hint ? xstrdup(hint) : NULL;
}

void
prompt_set_choices(
    struct prompt *p, size_t from, const char *const *texts, const char *const *help, size_t n)
{
	forget_choices(p);
	if (n == 0)
		return;
	p->choices = xcalloc(n, sizeof *p->choices);
	p->nchoices = n;
	for (size_t i = 0; i < n; i++) {
		p->choices[i].text = xstrdup(texts[i]);
		p->choices[i].help = xstrdup(help && help[i] ? help[i] : "");
	}
	p->from = from;
	p->to = line_edit_at(p->edit);
}

static size_t
common_prefix(const struct prompt *p)
{
	size_t len = strlen(p->choices[0].text);

	for (size_t i = 1; i < p->nchoices; i++) {
		size_t same = 0;
		while (same < len && p->choices[i].text[same] == p->choices[0].text[same])
			same++;
		len = same;
	}
	while (len > 0 && ((unsigned char)p->choices[0].text[len] & 0xC0) == 0x80)
		len--;
	return len;
}

static void
put_in(struct prompt *p, const char *text)
{
	line_edit_replace(p->edit, p->from, p->to, text);
	p->to = line_edit_at(p->edit);
}

/* The first Tab puts in what all choices begin with, if that is more than what stands there. */
static enum prompt_result
complete(struct prompt *p)
{
	size_t len = common_prefix(p);
	char *prefix;

	if (len <= p->to - p->from || p->nchoices == 1)
		return PROMPT_UNUSED;
	prefix = xstrndup(p->choices[0].text, len);
	put_in(p, prefix);
	free(prefix);
	return PROMPT_CHANGED;
}

static enum prompt_result
choose(struct prompt *p, int step)
{
	int n = (int)p->nchoices;

	if (n == 0)
		return PROMPT_MOVED;
	if (p->selected < 0 && step > 0 && complete(p) == PROMPT_CHANGED)
		return PROMPT_CHANGED;
	if (p->selected < 0)
		p->selected = step > 0 ? 0 : n - 1;
	else
		p->selected = (p->selected + n + step) % n;
	put_in(p, p->choices[p->selected].text);
	return n == 1 ? PROMPT_CHANGED : PROMPT_CHOSEN;
}

enum prompt_result
prompt_key(struct prompt *p, const struct key *key)
{
	enum line_edit_result r;

	if (key->code == KEYC_PASTE || key->code == KEYC_PASTE_END)
		p->pasting = key->code == KEYC_PASTE;
	if (!p->pasting) {
		if (key->code == KEYC_ENTER)
			return PROMPT_DONE;
		if (key->code == KEYC_ESC || key->code == KEYC_CTRL('g') ||
		    key->code == KEYC_CTRL('c'))
			return PROMPT_LEFT;
		if (key->code == KEYC_TAB)
			return choose(p, 1);
		if (key->code == KEYC_BTAB)
			return choose(p, -1);
	}
	r = line_edit_key(p->edit, key);
	if (r == LINE_EDIT_UNUSED)
		return PROMPT_UNUSED;
	/* what completes the line depends on the place too */
	forget_choices(p);
	return PROMPT_CHANGED;
}
