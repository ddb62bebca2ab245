/* SPDX-License-Identifier: MIT
 *
 * Fields, and what their owner says of them.
 */
#include "config.h"

#include "term/form_impl.h"

#include "base/text.h"

struct form *
form_new(const char *title)
{
	struct form *f = xcalloc(1, sizeof *f);

	f->title = title ? text_clean_dup(title, TEXT_LINE) : NULL;
	f->selected = -1;
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
	it->first = 0;
}

static void
forget_item(struct form_item *it)
{
	forget_choices(it);
	line_edit_free(it->line);
	block_edit_free(it->block);
	free(it->base);
	free(it->name);
	free(it->label);
	free(it->help);
	free(it->section);
	free(it->error);
	free(it->note);
}

void
form_free(struct form *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->n; i++)
		forget_item(&f->items[i]);
	free(f->title);
	free(f->foot);
	free(f->items);
	free(f->match);
	free(f->rows);
	free(f);
}

static char *
clean(const char *text)
{
	return text_clean_dup(text, TEXT_LINE);
}

/* Each value of a scale has a row, whether or not it gets a wording. */
static void
add_values(struct form_item *it)
{
	it->max = it->max > FORM_SCALE_MOST ? FORM_SCALE_MOST : it->max;
	it->nchoices = it->max + 1;
	it->choices = xcalloc(it->nchoices, sizeof *it->choices);
	for (size_t k = 0; k < it->nchoices; k++) {
		it->choices[k].text = xasprintf("%zu", k);
		it->choices[k].help = xstrdup("");
	}
}

void
form_add(struct form *f, const struct form_field *field, const char *value)
{
	struct form_item *it;

	f->items = xreallocarray(f->items, f->n + 1, sizeof *f->items);
	it = &f->items[f->n++];
	*it = (struct form_item){ .name = xstrdup(field->name),
		.label = clean(field->label),
		.help = clean(field->help),
		.section = clean(field->section),
		.kind = field->kind,
		.required = field->required,
		.folded = field->folded && *field->section,
		.max = field->max };
	if (it->kind == FORM_BLOCK)
		it->block = block_edit_new(value, FORM_VALUE_MOST);
	else
		it->line = line_edit_new_long(value, FORM_VALUE_MOST);
	if (it->kind == FORM_SCALE)
		add_values(it);
	it->base = xstrdup(form_item_text(it));
	if (f->n == 1)
		form_close_menu(f);
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

long
form_find(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->items[i].name, name) == 0)
			return (long)i;
	return -1;
}

struct form_item *
form_item(const struct form *f)
{
	return &f->items[f->focus];
}

const char *
form_item_text(const struct form_item *it)
{
	return it->block ? block_edit_text(it->block) : line_edit_text(it->line);
}

void
form_item_set(struct form_item *it, const char *value)
{
	if (it->block)
		block_edit_set(it->block, value);
	else
		line_edit_set(it->line, value);
	it->scroll = 0;
}

const char *
form_value(const struct form *f, size_t i)
{
	return form_item_text(&f->items[i]);
}

void
form_set_value(struct form *f, size_t i, const char *value)
{
	form_item_set(&f->items[i], value);
	if (*form_value(f, i))
		form_open(f, i);
	if (i == f->focus)
		form_close_menu(f);
}

bool
form_changed(const struct form *f, size_t i)
{
	return strcmp(form_value(f, i), f->items[i].base) != 0;
}

void
form_set_base(struct form *f, size_t i, const char *value)
{
	struct form_item *it = &f->items[i];
	struct block_edit *block;

	free(it->base);
	if (!it->block) {
		it->base = clean(value);
		return;
	}
	/* what a block makes of a text, with its limit */
	block = block_edit_new(value, FORM_VALUE_MOST);
	it->base = xstrdup(block_edit_text(block));
	block_edit_free(block);
}

size_t
form_focus(const struct form *f)
{
	return f->focus;
}

bool
form_heads(const struct form *f, size_t i)
{
	const char *section = f->items[i].section;

	return *section && (i == 0 || strcmp(section, f->items[i - 1].section) != 0);
}

bool
form_stops(const struct form *f, size_t i)
{
	return !f->items[i].folded || form_heads(f, i);
}

bool
form_folded(const struct form *f, size_t i)
{
	return f->items[i].folded;
}

void
form_open(struct form *f, size_t i)
{
	const char *section = f->items[i].section;

	for (size_t k = 0; f->items[i].folded && k < f->n; k++)
		if (k != i && strcmp(f->items[k].section, section) == 0)
			f->items[k].folded = false;
	f->items[i].folded = false;
}

void
form_move_focus(struct form *f, size_t i)
{
	if (f->n == 0)
		return;
	f->focus = i < f->n ? i : f->n - 1;
	form_close_menu(f);
}

void
form_set_focus(struct form *f, size_t i)
{
	form_move_focus(f, i);
	if (f->n)
		form_open(f, f->focus);
}

void
form_set_choices(
    struct form *f, size_t i, const char *const *texts, const char *const *helps, size_t n)
{
	struct form_item *it = &f->items[i];

	if (it->kind != FORM_CHOICE && it->kind != FORM_LIST)
		return;
	forget_choices(it);
	it->choices = xcalloc(n + 1, sizeof *it->choices);
	it->nchoices = n;
	for (size_t k = 0; k < n; k++) {
		it->choices[k].text = clean(texts[k]);
		it->choices[k].help = clean(helps ? helps[k] : NULL);
	}
	if (i == f->focus)
		form_match(f);
}

void
form_set_wording(struct form *f, size_t i, size_t value, const char *text)
{
	struct form_item *it = &f->items[i];

	if (it->kind != FORM_SCALE || value >= it->nchoices)
		return;
	free(it->choices[value].help);
	it->choices[value].help = clean(text);
}

static void
set_text(char **at, const char *text)
{
	free(*at);
	*at = text && *text ? clean(text) : NULL;
}

void
form_set_error(struct form *f, size_t i, const char *text)
{
	set_text(&f->items[i].error, text);
	if (f->items[i].error)
		form_open(f, i);
}

void
form_set_note(struct form *f, size_t i, const char *text)
{
	set_text(&f->items[i].note, text);
}

void
form_set_foot(struct form *f, const char *text, enum style style)
{
	set_text(&f->foot, text);
	f->foot_style = style;
}
