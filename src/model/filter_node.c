/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/filter_node.h"

static struct filter *
node(enum filter_kind kind)
{
	struct filter *f = xcalloc(1, sizeof *f);

	f->kind = kind;
	return f;
}

static struct filter *
with_values(struct filter *f, const struct filter_value *values, size_t n)
{
	f->values = xcalloc(n, sizeof *values);
	memcpy(f->values, values, n * sizeof *values);
	f->nvalues = n;
	return f;
}

struct filter *
filter_node_word(struct filter_value value)
{
	return with_values(node(FILTER_WORD), &value, 1);
}

struct filter *
filter_node_test(const struct filter_field *field, enum filter_op op,
    const struct filter_value *values, size_t n)
{
	struct filter *f = with_values(node(FILTER_TEST), values, n);

	f->field = field;
	f->op = op;
	return f;
}

static void
adopt(struct filter *parent, struct filter *child)
{
	parent->children =
	    xreallocarray(parent->children, parent->nchildren + 1, sizeof(struct filter *));
	parent->children[parent->nchildren++] = child;
}

struct filter *
filter_node_not(struct filter *child)
{
	struct filter *f = node(FILTER_NOT);

	adopt(f, child);
	return f;
}

/* Adopt a tree, or its children where it is of the parent's own kind. */
static void
absorb(struct filter *parent, struct filter *f)
{
	if (f->kind != parent->kind) {
		adopt(parent, f);
		return;
	}
	for (size_t i = 0; i < f->nchildren; i++)
		adopt(parent, f->children[i]);
	f->nchildren = 0;
	filter_free(f);
}

struct filter *
filter_node_join(enum filter_kind kind, struct filter *a, struct filter *b)
{
	if (!a)
		return b;
	if (a->kind != kind) {
		struct filter *f = node(kind);

		adopt(f, a);
		a = f;
	}
	absorb(a, b);
	return a;
}
