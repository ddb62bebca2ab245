/* SPDX-License-Identifier: MIT
 *
 * The words of the reference tables, as the database holds them today: what completion offers and
 * what filters are held against. Fetched once after the first screen.
 */
#ifndef GRIDLINE_MODEL_TERMS_H
#define GRIDLINE_MODEL_TERMS_H

#include <stdbool.h>
#include <stddef.h>

enum vocabulary {
	VOCABULARY_STATUS,
	VOCABULARY_BAND,
	VOCABULARY_FORCE,
	VOCABULARY_NPU,
	VOCABULARY_DRUG,
	VOCABULARY_LOCATION, /* what `imports` may name: forces and wider areas */
	VOCABULARY_UNIT,
	VOCABULARY_OPERATION,
	VOCABULARY_LRO,	       /* login names of LROs */
	VOCABULARY_GROUP_KIND, /* OCG, USG */
	VOCABULARY_GROUP_BAND,
	VOCABULARY_TASKING_STATE,
	VOCABULARY_TASKING_ROUTE,
	VOCABULARY_FOUR_P,
	VOCABULARY_PRIORITY,
	VOCABULARY_OFFICER, /* login names of who can be given a tasking */
	VOCABULARY_COUNT
};

struct term {
	enum vocabulary vocabulary;
	char *code;   /* what files and filters use */
	char *label;  /* what a person reads */
	int position; /* order within the vocabulary */
};

struct terms {
	struct term *items; /* by vocabulary, then position */
	size_t n;
};

/* The vocabulary's name as api.terms gives it ("status", "npu"...), and back (-1 if none). */
const char *vocabulary_name(enum vocabulary v);
int vocabulary_find(const char *name);

void terms_add(struct terms *terms, enum vocabulary v, const char *code, const char *label,
    int position); /* copies; keep the order */
/* By code or label, ASCII case ignored; NULL if unknown. */
const struct term *terms_find(const struct terms *terms, enum vocabulary v, const char *code);
/* The known code nearest in spelling to an unknown one (edit distance), NULL if none is near. */
const char *terms_nearest(const struct terms *terms, enum vocabulary v, const char *code);
/* Frees the items and leaves terms empty; terms itself stays the caller's. */
void terms_free(struct terms *terms);

#endif
