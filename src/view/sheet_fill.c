/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/sheet_impl.h"

#define FOLDED "+ "

static enum form_kind
kind_of(enum step_shape shape)
{
	switch (shape) {
	case STEP_BLOCK:
		return FORM_BLOCK;
	case STEP_TERM:
		return FORM_CHOICE;
	case STEP_TERMS:
	case STEP_GROUPS:
		return FORM_LIST;
	case STEP_FLAG:
		return FORM_FLAG;
	case STEP_SCALE:
		return FORM_SCALE;
	case STEP_REFERENCE:
	case STEP_TEXT:
	case STEP_TEXTS:
	case STEP_DATE:
	case STEP_DAY:
	case STEP_NUMBER:
	case STEP_PHONES:
	case STEP_SHAPE_COUNT:
		break;
	}
	return FORM_TEXT;
}

static void
add_choices(struct form *form, size_t i, const struct step_field *f)
{
	const char **texts = xcalloc(f->nchoices + 1, sizeof *texts);
	const char **helps = xcalloc(f->nchoices + 1, sizeof *helps);
	size_t k;

	for (k = 0; k < f->nchoices; k++) {
		texts[k] = f->choices[k].text;
		helps[k] = f->choices[k].help;
		if (f->shape == STEP_SCALE)
			form_set_wording(form, i, k, helps[k] ? helps[k] : "");
	}
	if (f->nchoices && f->shape != STEP_SCALE && f->shape != STEP_FLAG)
		form_set_choices(form, i, texts, helps, f->nchoices);
	free(texts);
	free(helps);
}

static void
show_theirs(struct form *form, size_t i, const char *theirs)
{
	char *note = xasprintf("now: %s (C-t takes it)", theirs[0] ? theirs : "empty");

	form_set_note(form, i, note);
	free(note);
}

/* What a draft holds of a field; true if the record was changed since and has another text there.
 */
static bool
go_on(struct sheet *e, size_t i)
{
	const struct step_field *f = &e->data->fields[i];

	if (!f->draft)
		return false;
	form_set_value(e->form, i, f->draft);
	if (e->data->draft_version == e->data->version || strcmp(f->draft, f->value) == 0)
		return false;
	show_theirs(e->form, i, f->value);
	return true;
}

/* "+ Grading": a section that is opened where it is wanted, or something stands in it. */
static const char *
section_of(const struct step_field *f, bool *folded)
{
	*folded = strncmp(f->section, FOLDED, strlen(FOLDED)) == 0;
	return f->section + (*folded ? strlen(FOLDED) : 0);
}

/* What it was opened with: a value that was chosen by a key, and where to go on. */
static void
begin(struct sheet *e)
{
	long at = e->begin.name ? form_find(e->form, e->begin.name) : -1;

	if (at >= 0)
		form_set_value(e->form, (size_t)at, e->begin.value);
	at = e->begin.open ? form_find(e->form, e->begin.open) : -1;
	if (at >= 0)
		form_open(e->form, (size_t)at);
	at = e->begin.focus ? form_find(e->form, e->begin.focus) : -1;
	if (at >= 0)
		form_set_focus(e->form, (size_t)at);
}

size_t
sheet_build(struct sheet *e)
{
	size_t i, differ = 0;

	e->form = form_new(NULL);
	for (i = 0; i < e->data->n; i++) {
		const struct step_field *f = &e->data->fields[i];
		bool folded;
		const char *section = section_of(f, &folded);

		form_add(e->form,
		    &(struct form_field){ .name = f->name,
			.label = f->label,
			.help = f->help,
			.section = section,
			.folded = folded,
			.kind = kind_of(f->shape),
			.required = f->required,
			.max = (size_t)f->max },
		    f->value);
		form_set_note(e->form, i, f->note[0] ? f->note : NULL);
		add_choices(e->form, i, f);
		if (f->value[0])
			form_open(e->form, i);
	}
	/* all fields are there: a text opens its section */
	for (i = 0; i < e->data->n; i++)
		differ += go_on(e, i);
	begin(e);
	snprintf(e->kept_at, sizeof e->kept_at, "%s", e->data->draft_at);
	e->kept = e->kept_at[0] != '\0';
	return differ;
}

bool
sheet_differs(const struct sheet *e, size_t i)
{
	return form_changed(e->form, i);
}

/* What a key chose is no work that would have to be kept by itself. */
static bool
as_begun(const struct sheet *e, size_t i)
{
	return e->begin.name && strcmp(form_name(e->form, i), e->begin.name) == 0 &&
	    strcmp(form_value(e->form, i), e->begin.value) == 0;
}

bool
sheet_changed(const struct sheet *e)
{
	size_t i;

	for (i = 0; e->form && i < e->data->n; i++)
		if (sheet_differs(e, i) && !as_begun(e, i))
			return true;
	return false;
}

static const struct step_field *
field_named(const struct step_form *form, const char *name)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			return &form->fields[i];
	return NULL;
}

/* A field that they changed and whose text is not theirs shows theirs beside it; one that only they
 * touched follows them. */
static bool
merge_field(struct sheet *e, size_t i, const struct step_field *theirs)
{
	struct step_field *f = &e->data->fields[i];
	bool mine = sheet_differs(e, i), differs = false;

	if (strcmp(theirs->value, f->value) == 0)
		return false;
	if (!mine) {
		form_set_value(e->form, i, theirs->value);
	} else if (strcmp(theirs->value, form_value(e->form, i)) != 0) {
		show_theirs(e->form, i, theirs->value);
		differs = true;
	}
	free(f->value);
	f->value = xstrdup(theirs->value);
	form_set_base(e->form, i, f->value);
	return differs;
}

size_t
sheet_merge(struct sheet *e, struct step_form *now)
{
	size_t i, differ = 0;

	for (i = 0; i < e->data->n; i++) {
		const struct step_field *theirs = field_named(now, e->data->fields[i].name);

		if (theirs && merge_field(e, i, theirs)) {
			if (!differ)
				form_set_focus(e->form, i);
			differ++;
		}
	}
	e->data->version = now->version;
	free(e->data->record);
	e->data->record = now->record;
	now->record = NULL;
	return differ;
}

void
sheet_take_theirs(struct sheet *e)
{
	size_t i = form_focus(e->form);

	form_set_value(e->form, i, e->data->fields[i].value);
	form_set_note(e->form, i, e->data->fields[i].note);
	sheet_check(e, i, false);
}

void
sheet_reset(struct sheet *e)
{
	size_t i;

	for (i = 0; i < e->data->n; i++) {
		form_set_value(e->form, i, e->data->fields[i].value);
		form_set_note(e->form, i, e->data->fields[i].note);
		form_set_error(e->form, i, NULL);
	}
	begin(e);
}

bool
sheet_check(struct sheet *e, size_t i, bool whole)
{
	struct source *source = e->view.services->source;
	date_days today = source->ops->session(source)->today;
	struct buf reason = BUF_INIT;
	bool fault = step_fault(&e->data->fields[i], form_value(e->form, i), today, whole, &reason);

	form_set_error(e->form, i, fault ? buf_str(&reason) : NULL);
	buf_free(&reason);
	return !fault;
}

size_t
sheet_check_all(struct sheet *e)
{
	size_t i, n = 0;

	for (i = 0; i < e->data->n; i++)
		if (!sheet_check(e, i, true) && n++ == 0)
			form_set_focus(e->form, i);
	return n;
}

size_t
sheet_faults(struct sheet *e, const char *detail)
{
	struct buf reason = BUF_INIT;
	size_t i, n = 0;

	for (i = 0; i < e->data->n; i++) {
		buf_clear(&reason);
		if (!step_fault_find(detail, e->data->fields[i].name, &reason))
			continue;
		form_set_error(e->form, i, buf_str(&reason));
		if (n++ == 0)
			form_set_focus(e->form, i);
	}
	buf_free(&reason);
	return n;
}
