/* SPDX-License-Identifier: MIT
 *
 * Keys inside one field: what they do to its value.
 */
#include "config.h"

#include "term/form_impl.h"

static enum form_result
set_to(struct form_item *it, const char *value)
{
	if (strcmp(form_item_text(it), value) == 0)
		return FORM_MOVED;
	form_item_set(it, value);
	return FORM_EDITED;
}

/* A letter that means nothing here is not handed on: the owner would take it for a command. */
static enum form_result
not_here(uint32_t code)
{
	return code >= 0x20 && code < KEYC_SPECIAL ? FORM_MOVED : FORM_UNUSED;
}

static bool
empties(const struct form_item *it, uint32_t code)
{
	return (code == KEYC_BACKSPACE || code == KEYC_DELETE) &&
	    (it->kind == FORM_SCALE || !it->required);
}

static enum form_result
flag_key(struct form_item *it, uint32_t code)
{
	bool yes = strcmp(form_item_text(it), "yes") == 0;

	if (code == 'y' || code == 'Y' || (code == ' ' && !yes))
		return set_to(it, "yes");
	if (code == 'n' || code == 'N' || code == ' ')
		return set_to(it, "no");
	return empties(it, code) ? set_to(it, "") : not_here(code);
}

static enum form_result
scale_key(struct form_item *it, uint32_t code)
{
	const char *text = form_item_text(it);
	size_t value = *text >= '0' && *text <= '9' ? (size_t)(*text - '0') : 0;

	if (code >= '0' && code <= '9' && code - '0' <= it->max)
		value = code - '0';
	else if (code == KEYC_RIGHT && *text)
		value += value < it->max;
	else if (code == KEYC_LEFT && *text)
		value -= value > 0;
	else if (code != KEYC_RIGHT && code != KEYC_LEFT)
		return empties(it, code) ? set_to(it, "") : not_here(code);
	return set_to(it, it->choices[value < it->nchoices ? value : it->nchoices - 1].text);
}

static enum form_result
edited(struct form *f, enum line_edit_result r)
{
	switch (r) {
	case LINE_EDIT_UNUSED:
		return FORM_UNUSED;
	case LINE_EDIT_MOVED:
		return FORM_MOVED;
	case LINE_EDIT_CHANGED:
		break;
	}
	f->choosing = form_has_choices(form_item(f));
	if (!f->pasting)
		form_match(f);
	return FORM_EDITED;
}

/* ';' takes the marked choice and begins the next. */
static enum form_result
list_next(struct form *f)
{
	struct line_edit *line = form_item(f)->line;
	size_t at;

	form_take(f);
	at = line_edit_at(line);
	line_edit_replace(line, at, at, "; ");
	return edited(f, LINE_EDIT_CHANGED);
}

/* The blank that is typed after ';' by habit stands there already. */
static bool
blank_stands(const struct form_item *it)
{
	size_t at = line_edit_at(it->line);

	return at >= 2 && memcmp(form_item_text(it) + at - 2, "; ", 2) == 0;
}

enum form_result
form_value_key(struct form *f, const struct key *key)
{
	struct form_item *it = form_item(f);

	switch (it->kind) {
	case FORM_FLAG:
		return f->pasting ? FORM_MOVED : flag_key(it, key->code);
	case FORM_SCALE:
		return f->pasting ? FORM_MOVED : scale_key(it, key->code);
	case FORM_BLOCK:
		return edited(f, block_edit_key(it->block, key));
	case FORM_LIST:
		if (key->code == ';' && !f->pasting)
			return list_next(f);
		if (key->code == ' ' && !f->pasting && blank_stands(it))
			return FORM_MOVED;
		break;
	case FORM_TEXT:
	case FORM_CHOICE:
		break;
	}
	return edited(f, line_edit_key(it->line, key));
}
