/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/step.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"

enum step_shape
step_shape_find(const char *name)
{
	static const char *const names[STEP_SHAPE_COUNT] = {
		[STEP_REFERENCE] = "reference",
		[STEP_TEXT] = "text",
		[STEP_BLOCK] = "block",
		[STEP_TEXTS] = "texts",
		[STEP_TERM] = "term",
		[STEP_TERMS] = "terms",
		[STEP_GROUPS] = "groups",
		[STEP_DATE] = "date",
		[STEP_DAY] = "day",
		[STEP_FLAG] = "flag",
		[STEP_NUMBER] = "number",
		[STEP_SCALE] = "scale",
		[STEP_PHONES] = "phones",
	};

	for (int i = 0; i < STEP_SHAPE_COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return (enum step_shape)i;
	return STEP_TEXT;
}

static bool
known(const struct step_field *f, const char *item, size_t len)
{
	for (size_t i = 0; i < f->nchoices; i++)
		if (strlen(f->choices[i].text) == len &&
		    strncasecmp(f->choices[i].text, item, len) == 0)
			return true;
	return false;
}

/* While it is typed, a word that a choice begins with is on its way. */
static bool
begun(const struct step_field *f, const char *item, size_t len)
{
	for (size_t i = 0; i < f->nchoices; i++)
		if (strncasecmp(f->choices[i].text, item, len) == 0)
			return true;
	return false;
}

/* The first item of a list that is none of the choices. */
static bool
unknown_item(
    const struct step_field *f, const char *value, bool list, bool whole, struct buf *reason)
{
	char shown[TEXT_SHOWN_SIZE], *item;
	size_t len;

	for (; *value; value += *value == ';') {
		value += strspn(value, " ");
		len = list ? strcspn(value, ";") : strlen(value);
		item = xstrndup(value, len);
		while (len && item[len - 1] == ' ')
			item[--len] = '\0';
		if (len && !known(f, item, len) && (whole || !begun(f, item, len))) {
			buf_addf(
			    reason, "%s is not known; Tab shows what is", text_shown(item, shown));
			free(item);
			return true;
		}
		free(item);
		value += list ? strcspn(value, ";") : strlen(value);
	}
	return false;
}

static bool
date_fault(const char *value, bool past, date_days today, struct buf *reason)
{
	char shown[TEXT_SHOWN_SIZE], day[DATE_TEXT];
	date_days d;

	date_format(today, day);
	if (!date_parse(value, &d))
		buf_addf(reason, "%s is not a day; days are written like %s",
		    text_shown(value, shown), day[0] ? day : "2022-12-31");
	else if (past && today != DATE_NONE && d > today)
		buf_addf(reason, "%s lies in the future: today is %s", value, day);
	else
		return false;
	return true;
}

static bool
number_fault(const struct step_field *f, const char *value, struct buf *reason)
{
	char shown[TEXT_SHOWN_SIZE];

	if (strlen(value) > 9 || strspn(value, "0123456789") != strlen(value))
		buf_addf(reason, "%s is not a whole number", text_shown(value, shown));
	else if (strtol(value, NULL, 10) > f->max)
		buf_addf(reason, "%s is over %ld, the highest that can be given", value, f->max);
	else
		return false;
	return true;
}

static bool
reference_fault(const char *value, struct buf *reason)
{
	char shown[TEXT_SHOWN_SIZE];
	size_t i;

	for (i = 0; value[i]; i++)
		if (!isalnum((unsigned char)value[i]) && (i == 0 || !strchr("._/-", value[i])))
			break;
	if (!value[i])
		return false;
	buf_addf(reason, "%s is not a reference: letters, digits and . _ / - only",
	    text_shown(value, shown));
	return true;
}

/* Characters, not bytes: the database counts them so. */
static long
length(const char *s)
{
	long n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

static bool
shape_fault(
    const struct step_field *f, const char *value, date_days today, bool whole, struct buf *reason)
{
	switch (f->shape) {
	case STEP_REFERENCE:
		return reference_fault(value, reason);
	case STEP_TERM:
		return unknown_item(f, value, false, whole, reason);
	case STEP_FLAG:
	case STEP_TERMS:
		return unknown_item(f, value, true, whole, reason);
	case STEP_DATE:
		return date_fault(value, true, today, reason);
	case STEP_DAY:
		return date_fault(value, false, today, reason);
	case STEP_NUMBER:
	case STEP_SCALE:
		return number_fault(f, value, reason);
	/* Groups may be more than the choices that came; the database looks. */
	case STEP_GROUPS:
	case STEP_TEXT:
	case STEP_BLOCK:
	case STEP_TEXTS:
	case STEP_PHONES:
	case STEP_SHAPE_COUNT:
		break;
	}
	return false;
}

/* The database takes the blanks around a value away before it looks. */
static char *
trimmed(const char *value)
{
	static const char blanks[] = " \t\r\n";
	size_t n;

	value += strspn(value, blanks);
	n = strlen(value);
	while (n && strchr(blanks, value[n - 1]))
		n--;
	return xstrndup(value, n);
}

bool
step_fault(
    const struct step_field *f, const char *value, date_days today, bool whole, struct buf *reason)
{
	bool counted = f->shape != STEP_NUMBER && f->shape != STEP_SCALE;
	char *text = trimmed(value);
	bool fault;

	if (!*text) {
		fault = whole && f->required;
		if (fault)
			buf_adds(reason, "is empty");
	} else if (counted && length(text) > f->max) {
		fault = true;
		buf_addf(
		    reason, "has %ld characters, at most %ld are allowed", length(text), f->max);
	} else {
		fault = shape_fault(f, text, today, whole, reason);
	}
	free(text);
	return fault;
}

bool
step_fault_find(const char *detail, const char *name, struct buf *reason)
{
	size_t len = strlen(name);

	for (const char *line = detail; *line;) {
		size_t n = strcspn(line, "\n");

		if (n > len + 2 && strncmp(line, name, len) == 0 && line[len] == ':') {
			buf_add(reason, line + len + 2, n - len - 2);
			return true;
		}
		line += n + (line[n] == '\n');
	}
	return false;
}

static void
add_choices(struct step_field *f, const char *choices)
{
	for (const char *line = choices; *line;) {
		size_t n = strcspn(line, "\n"), text = strcspn(line, "\t\n");

		f->choices = xreallocarray(f->choices, f->nchoices + 1, sizeof *f->choices);
		f->choices[f->nchoices++] = (struct step_choice){
			.text = xstrndup(line, text),
			.help = text < n ? xstrndup(line + text + 1, n - text - 1) : xstrdup(""),
		};
		line += n + (line[n] == '\n');
	}
}

void
step_form_add(struct step_form *form, const struct step_field *f, const char *choices)
{
	struct step_field *to;

	form->fields = xreallocarray(form->fields, form->n + 1, sizeof *form->fields);
	to = &form->fields[form->n++];
	*to = (struct step_field){
		.name = xstrdup(f->name),
		.section = xstrdup(f->section),
		.label = xstrdup(f->label),
		.help = xstrdup(f->help),
		.shape = f->shape,
		.required = f->required,
		.max = f->max,
		.value = xstrdup(f->value),
		.note = xstrdup(f->note),
		.draft = f->draft ? xstrdup(f->draft) : NULL,
	};
	add_choices(to, choices);
}

static void
field_free(struct step_field *f)
{
	for (size_t i = 0; i < f->nchoices; i++) {
		free(f->choices[i].text);
		free(f->choices[i].help);
	}
	free(f->choices);
	free(f->name);
	free(f->section);
	free(f->label);
	free(f->help);
	free(f->value);
	free(f->note);
	free(f->draft);
}

void
step_form_free(struct step_form *form)
{
	if (!form)
		return;
	for (size_t i = 0; i < form->n; i++)
		field_free(&form->fields[i]);
	free(form->fields);
	free(form->label);
	free(form->help);
	free(form->record);
	free(form->draft_at);
	free(form);
}

void
step_offers_free(struct step_offers *offers)
{
	if (!offers)
		return;
	for (size_t i = 0; i < offers->n; i++) {
		free(offers->items[i].step);
		free(offers->items[i].label);
		free(offers->items[i].help);
		free(offers->items[i].blocked);
	}
	free(offers->items);
	free(offers);
}

void
step_done_free(struct step_done *done)
{
	if (!done)
		return;
	free(done->ref);
	free(done->said);
	free(done);
}

void
step_results_add(
    struct step_results *r, const char *id, const char *ref, const char *said, enum step_fate fate)
{
	struct step_result *to;

	r->items = xreallocarray(r->items, r->n + 1, sizeof *r->items);
	to = &r->items[r->n++];
	*to = (struct step_result){ .ref = xstrdup(ref), .said = xstrdup(said), .fate = fate };
	snprintf(to->id, sizeof to->id, "%s", id);
	r->of[fate]++;
}

void
step_results_free(struct step_results *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->n; i++) {
		free(r->items[i].ref);
		free(r->items[i].said);
	}
	free(r->items);
	free(r);
}
