/* SPDX-License-Identifier: MIT
 *
 * What a value can be completed to.
 */
#include "config.h"

#include "term/form_impl.h"

#include "base/text.h"

/* How well a choice goes with what is typed, best first. */
enum likeness { LIKE_SAME, LIKE_BEGINS, LIKE_HOLDS, LIKE_HELP, LIKE_NOT };

bool
form_has_choices(const struct form_item *it)
{
	return it->nchoices > 0 && (it->kind == FORM_CHOICE || it->kind == FORM_LIST);
}

void
form_word(const struct form_item *it, size_t *from, size_t *to)
{
	const char *text = form_item_text(it);

	*from = 0;
	*to = strlen(text);
	if (it->kind != FORM_LIST)
		return;
	*from = line_edit_at(it->line);
	while (*from > 0 && text[*from - 1] != ';')
		(*from)--;
	*to = *from + strcspn(text + *from, ";");
	while (*from < *to && text[*from] == ' ')
		(*from)++;
	while (*to > *from && text[*to - 1] == ' ')
		(*to)--;
}

static bool
holds(const char *text, const char *word)
{
	for (; *text; text++)
		if (text_starts(text, word))
			return true;
	return false;
}

static enum likeness
likeness(const struct form_choice *c, const char *word)
{
	if (text_same(c->text, word))
		return LIKE_SAME;
	if (text_starts(c->text, word))
		return LIKE_BEGINS;
	if (holds(c->text, word))
		return LIKE_HOLDS;
	return holds(c->help, word) ? LIKE_HELP : LIKE_NOT;
}

static char *
typed_word(const struct form_item *it)
{
	size_t from, to;

	form_word(it, &from, &to);
	return xstrndup(form_item_text(it) + from, to - from);
}

/* Typing marks the best of them, unless it goes with its help alone. */
static void
narrow(struct form *f, const struct form_item *it, const char *word)
{
	for (enum likeness like = LIKE_SAME; like < LIKE_NOT; like++)
		for (size_t i = 0; i < it->nchoices; i++) {
			if (likeness(&it->choices[i], word) != like)
				continue;
			if (f->nmatch == 0 && *word && like < LIKE_HELP)
				f->selected = 0;
			f->match[f->nmatch++] = i;
		}
}

void
form_match(struct form *f)
{
	struct form_item *it = form_item(f);
	char *word;

	f->nmatch = 0;
	f->selected = -1;
	if (!form_has_choices(it))
		return;
	f->match = xreallocarray(f->match, it->nchoices, sizeof *f->match);
	word = typed_word(it);
	if (f->choosing) {
		narrow(f, it, word);
		it->first = 0;
	}
	for (size_t i = 0; !f->choosing && i < it->nchoices; i++) {
		if (text_same(it->choices[i].text, word))
			f->selected = (long)i;
		f->match[f->nmatch++] = i;
	}
	free(word);
}

void
form_close_menu(struct form *f)
{
	f->choosing = false;
	form_match(f);
}

bool
form_take(struct form *f)
{
	struct form_item *it = form_item(f);
	const char *text;
	size_t from, to;
	bool other;

	if (!f->choosing || f->selected < 0)
		return false;
	text = it->choices[f->match[f->selected]].text;
	form_word(it, &from, &to);
	other =
	    strlen(text) != to - from || strncmp(form_item_text(it) + from, text, to - from) != 0;
	line_edit_replace(it->line, from, to, text);
	form_close_menu(f);
	return other;
}

bool
form_spell(struct form *f)
{
	struct form_item *it = form_item(f);
	bool other = false;
	char *word;
	size_t from, to, at;

	if (!form_has_choices(it))
		return false;
	word = typed_word(it);
	form_word(it, &from, &to);
	for (size_t i = 0; i < it->nchoices; i++) {
		if (!text_same(it->choices[i].text, word))
			continue;
		other = strcmp(it->choices[i].text, word) != 0;
		at = line_edit_at(it->line);
		if (other)
			line_edit_replace(it->line, from, to, it->choices[i].text);
		line_edit_goto(it->line, at);
		break;
	}
	free(word);
	return other;
}
