/* SPDX-License-Identifier: MIT
 *
 * What is done with a filter tree once it is parsed: freeing it, asking it, holding it against the
 * reference tables.
 */
#include "config.h"

#include "model/filter_scan.h"

#include "base/text.h"

#define HINT_CODES 200 /* bytes of codes that a hint may list */

void
filter_free(struct filter *filter)
{
	if (!filter)
		return;
	for (size_t i = 0; i < filter->nvalues; i++)
		free(filter->values[i].text);
	for (size_t i = 0; i < filter->nchildren; i++)
		filter_free(filter->children[i]);
	free(filter->values);
	free(filter->children);
	free(filter);
}

static bool
names_state(const struct filter *f)
{
	if (f->field->id == FIELD_STATUS)
		return true;
	for (size_t i = 0; i < f->nvalues; i++) {
		enum filter_keyword k = f->values[i].keyword;

		if (k == KEYWORD_OPEN || k == KEYWORD_CLOSED || k == KEYWORD_ANY)
			return true;
	}
	return false;
}

bool
filter_names_state(const struct filter *filter)
{
	if (!filter)
		return false;
	if (filter->kind == FILTER_TEST)
		return names_state(filter);
	for (size_t i = 0; i < filter->nchildren; i++)
		if (filter_names_state(filter->children[i]))
			return true;
	return false;
}

static bool
has_vocabulary(const struct terms *terms, enum vocabulary v)
{
	for (size_t i = 0; i < terms->n; i++)
		if (terms->items[i].vocabulary == v)
			return true;
	return false;
}

/* All codes of a short vocabulary, or where to see them. */
static bool
hint_codes(const struct filter_field *field, const struct terms *terms, struct filter_error *err)
{
	struct buf codes = BUF_INIT;

	for (size_t i = 0; i < terms->n; i++)
		if (terms->items[i].vocabulary == field->vocabulary)
			buf_addf(&codes, "%s%s", codes.len ? ", " : "", terms->items[i].code);
	if (codes.len < HINT_CODES)
		error_hint(&err->error, "it knows %s", buf_str(&codes));
	else
		error_hint(
		    &err->error, "Tab after %s: in the console shows what it knows", field->name);
	buf_free(&codes);
	return false;
}

static bool
check_value(const struct filter_field *field, struct filter_value *v, const struct terms *terms,
    struct filter_error *err)
{
	const struct term *term = terms_find(terms, field->vocabulary, v->text);
	const char *near;
	char shown[TEXT_SHOWN_SIZE];

	if (term) {
		free(v->text);
		v->text = xstrdup(term->code);
		return true;
	}
	filter_fail(err, v->at, v->len, "%s: knows no %s", field->name, text_shown(v->text, shown));
	near = terms_nearest(terms, field->vocabulary, v->text);
	if (near)
		return error_hint(&err->error, "did you mean %s?", near);
	return hint_codes(field, terms, err);
}

bool
filter_check(struct filter *filter, const struct terms *terms, struct filter_error *err)
{
	if (!filter)
		return true;
	for (size_t i = 0; i < filter->nchildren; i++)
		if (!filter_check(filter->children[i], terms, err))
			return false;
	if (filter->kind != FILTER_TEST || filter->field->type != FILTER_TYPE_TERM ||
	    !has_vocabulary(terms, filter->field->vocabulary))
		return true;
	for (size_t i = 0; i < filter->nvalues; i++)
		if (!check_value(filter->field, &filter->values[i], terms, err))
			return false;
	return true;
}
