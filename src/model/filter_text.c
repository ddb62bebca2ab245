/* SPDX-License-Identifier: MIT
 *
 * A filter tree back to text.
 */
#include "config.h"

#include "model/filter_scan.h"

static void write_filter(struct buf *out, const struct filter *f);

/* More of an age is an earlier date: the tree compares dates, the text ages. */
static const char *
operator_text(const struct filter *f)
{
	const struct filter_value *v = &f->values[0];
	bool age = v->days >= 0 && v->text[0] >= '0' && v->text[0] <= '9';

	switch (f->op) {
	case FILTER_LT:
		return age ? ">" : "<";
	case FILTER_LE:
		return age ? ">=" : "<=";
	case FILTER_GT:
		return age ? "<" : ">";
	case FILTER_GE:
		return age ? "<=" : ">=";
	case FILTER_IS:
		break;
	}
	return ":";
}

static void
write_test(struct buf *out, const struct filter *f)
{
	buf_adds(out, f->field->name);
	buf_adds(out, operator_text(f));
	for (size_t i = 0; i < f->nvalues; i++) {
		if (i > 0)
			buf_addc(out, ',');
		filter_quote(out, f->values[i].text, true);
	}
}

static void
write_grouped(struct buf *out, const struct filter *f, bool group)
{
	if (group)
		buf_addc(out, '(');
	write_filter(out, f);
	if (group)
		buf_addc(out, ')');
}

static void
write_children(struct buf *out, const struct filter *f)
{
	for (size_t i = 0; i < f->nchildren; i++) {
		if (i > 0)
			buf_adds(out, f->kind == FILTER_OR ? " or " : " ");
		write_grouped(out, f->children[i],
		    f->kind == FILTER_AND && f->children[i]->kind == FILTER_OR);
	}
}

static void
write_filter(struct buf *out, const struct filter *f)
{
	switch (f->kind) {
	case FILTER_AND:
	case FILTER_OR:
		write_children(out, f);
		break;
	case FILTER_NOT:
		buf_addc(out, '-');
		write_grouped(out, f->children[0],
		    f->children[0]->kind == FILTER_AND || f->children[0]->kind == FILTER_OR);
		break;
	case FILTER_WORD:
		filter_quote(out, f->values[0].text, false);
		break;
	case FILTER_TEST:
		write_test(out, f);
		break;
	}
}

char *
filter_text(const struct filter *filter)
{
	struct buf out = BUF_INIT;

	if (filter)
		write_filter(&out, filter);
	return buf_take(&out);
}
