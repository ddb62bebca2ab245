/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/terms.h"

#include "base/alloc.h"
#include "base/near.h"
#include "base/text.h"

static const char *const names[VOCABULARY_COUNT] = {
	[VOCABULARY_STATUS] = "status",
	[VOCABULARY_BAND] = "band",
	[VOCABULARY_FORCE] = "force",
	[VOCABULARY_NPU] = "npu",
	[VOCABULARY_DRUG] = "drug",
	[VOCABULARY_LOCATION] = "location",
	[VOCABULARY_UNIT] = "unit",
	[VOCABULARY_OPERATION] = "operation",
	[VOCABULARY_LRO] = "lro",
	[VOCABULARY_GROUP_KIND] = "group_kind",
	[VOCABULARY_GROUP_BAND] = "group_band",
	[VOCABULARY_TASKING_STATE] = "tasking_state",
	[VOCABULARY_TASKING_ROUTE] = "tasking_route",
	[VOCABULARY_FOUR_P] = "four_p",
	[VOCABULARY_PRIORITY] = "priority",
	[VOCABULARY_OFFICER] = "officer",
};

const char *
vocabulary_name(enum vocabulary v)
{
	return names[v];
}

int
vocabulary_find(const char *name)
{
	for (int v = 0; v < VOCABULARY_COUNT; v++)
		if (strcmp(names[v], name) == 0)
			return v;
	return -1;
}

void
terms_add(struct terms *terms, enum vocabulary v, const char *code, const char *label, int position)
{
	terms->items = xreallocarray(terms->items, terms->n + 1, sizeof *terms->items);
	terms->items[terms->n++] = (struct term){
		.vocabulary = v,
		.code = xstrdup(code),
		.label = xstrdup(label),
		.position = position,
	};
}

const struct term *
terms_find(const struct terms *terms, enum vocabulary v, const char *code)
{
	const struct term *by_label = NULL;

	for (size_t i = 0; i < terms->n; i++) {
		const struct term *t = &terms->items[i];

		if (t->vocabulary != v)
			continue;
		if (text_same(t->code, code))
			return t;
		if (!by_label && text_same(t->label, code))
			by_label = t;
	}
	return by_label;
}

const char *
terms_nearest(const struct terms *terms, enum vocabulary v, const char *code)
{
	struct near near = NEAR_INIT(code);

	for (size_t i = 0; i < terms->n; i++)
		if (terms->items[i].vocabulary == v)
			near_offer(&near, terms->items[i].code);
	return near.best;
}

void
terms_free(struct terms *terms)
{
	for (size_t i = 0; i < terms->n; i++) {
		free(terms->items[i].code);
		free(terms->items[i].label);
	}
	free(terms->items);
	*terms = (struct terms){ .items = NULL, .n = 0 };
}
