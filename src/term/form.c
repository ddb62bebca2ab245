/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "term/form_impl.h"

struct form *
form_new(const char *title)
{
	struct form *f = xcalloc(1, sizeof *f);

	f->title = title ? text_clean_dup(title, TEXT_LINE) : NULL;
	f->selected = -1;
	f->width = 60;
	return f;
}

static void
forget_choices(struct form_item *it)
{
	for (size_t i = 0; i < it->nchoices; i++) {
		free(it->choices[i].text);
		free(it->choices[i].help);
	}
	free(it->choices);
	it->choices = NULL;
	it->nchoices = 0;
}

void
form_free(struct form *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->n; i++) {
		struct form_item *it = &f->items[i];

		forget_choices(it);
		line_edit_free(it->edit);
		free(it->base);
		free(it->name);
		free(it->label);
		free(it->help);
		free(it->section);
		free(it->error);
		free(it->note);
	}
	free(f->title);
	free(f->foot);
	free(f->items);
	free(f->at);
	free(f);
}

void
form_add(struct form *f, const struct form_field *field, const char *value)
{
	f->items = xreallocarray(f->items, f->n + 1, sizeof *f->items);
	f->items[f->n++] = (struct form_item){
		.name = xstrdup(field->name),
		.label = xstrdup(field->label),
		.help = xstrdup(field->help),
		.section = xstrdup(field->section),
		.kind = field->kind,
		.required = field->required,
		.max = field->max,
		.edit = field->kind == FORM_BLOCK ? line_edit_new_block(value)
						  : line_edit_new(value, NULL),
	};
	f->items[f->n - 1].base = xstrdup(form_value(f, f->n - 1));
}

size_t
form_count(const struct form *f)
{
	return f->n;
}

const char *
form_name(const struct form *f, size_t i)
{
	return f->items[i].name;
}

const char *
form_value(const struct form *f, size_t i)
{
	return line_edit_text(f->items[i].edit);
}

void
form_set_value(struct form *f, size_t i, const char *value)
{
	line_edit_set(f->items[i].edit, value);
	f->items[i].scroll = 0;
}

long
form_find(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->items[i].name, name) == 0)
			return (long)i;
	return -1;
}

bool
form_changed(const struct form *f, size_t i)
{
	return strcmp(form_value(f, i), f->items[i].base) != 0;
}

void
form_set_base(struct form *f, size_t i, const char *value)
{
	free(f->items[i].base);
	f->items[i].base =
	    text_clean_dup(value, f->items[i].kind == FORM_BLOCK ? TEXT_BLOCK : TEXT_LINE);
}

void
form_set_foot(struct form *f, const char *text, enum style style)
{
	free(f->foot);
	f->foot = text ? text_clean_dup(text, TEXT_LINE) : NULL;
	f->foot_style = style;
}

size_t
form_focus(const struct form *f)
{
	return f->focus;
}

void
form_set_focus(struct form *f, size_t i)
{
	f->focus = i < f->n ? i : f->n - 1;
	f->choosing = false;
	f->selected = -1;
}

void
form_set_choices(
    struct form *f, size_t i, const char *const *texts, const char *const *helps, size_t n)
{
	struct form_item *it = &f->items[i];

	forget_choices(it);
	it->choices = xcalloc(n + 1, sizeof *it->choices);
	it->nchoices = n;
	for (size_t k = 0; k < n; k++) {
		it->choices[k].text = xstrdup(texts[k]);
		it->choices[k].help = xstrdup(helps && helps[k] ? helps[k] : "");
	}
}

void
form_set_wording(struct form *f, size_t i, size_t value, const char *text)
{
	struct form_item *it = &f->items[i];

	if (value > it->max || value > FORM_SCALE_MOST)
		return;
	for (; it->nchoices <= value; it->nchoices++) {
		it->choices = xreallocarray(it->choices, it->nchoices + 1, sizeof *it->choices);
		it->choices[it->nchoices] =
		    (struct form_choice){ .text = xasprintf("%zu", it->nchoices),
			    .help = xstrdup("") };
	}
	free(it->choices[value].help);
	it->choices[value].help = text_clean_dup(text, TEXT_LINE);
}

void
form_set_error(struct form *f, size_t i, const char *text)
{
	free(f->items[i].error);
	f->items[i].error = text ? text_clean_dup(text, TEXT_LINE) : NULL;
}

void
form_set_note(struct form *f, size_t i, const char *text)
{
	free(f->items[i].note);
	f->items[i].note = text && *text ? text_clean_dup(text, TEXT_LINE) : NULL;
}

void
form_word(const struct form_item *it, size_t *from, size_t *to)
{
	const char *text = line_edit_text(it->edit);

	*from = 0;
	*to = strlen(text);
	if (it->kind != FORM_LIST)
		return;
	*from = line_edit_at(it->edit);
	while (*from > 0 && text[*from - 1] != ';')
		(*from)--;
	*from += strspn(text + *from, " ");
	*to = *from + strcspn(text + *from, ";");
}

/* 2: begins with the word; 1: holds it, in its text or its help. */
static int
likeness(const struct form_choice *c, const char *word, size_t len)
{
	if (strncasecmp(c->text, word, len) == 0)
		return 2;
	for (const char *s = c->text; *s; s++)
		if (strncasecmp(s, word, len) == 0)
			return 1;
	for (const char *s = c->help; *s; s++)
		if (strncasecmp(s, word, len) == 0)
			return 1;
	return 0;
}

size_t
form_matches(const struct form_item *it, size_t *index, size_t most)
{
	const char *text = line_edit_text(it->edit);
	size_t from, to, n = 0;

	form_word(it, &from, &to);
	while (to > from && text[to - 1] == ' ')
		to--;
	for (int like = 2; like >= 1; like--)
		for (size_t i = 0; i < it->nchoices; i++) {
			if (likeness(&it->choices[i], text + from, to - from) != like)
				continue;
			if (n < most)
				index[n] = i;
			n++;
		}
	return n;
}
