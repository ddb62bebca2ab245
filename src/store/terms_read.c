/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/terms_read.h"

struct terms *
terms_read(const struct rows *rows)
{
	struct terms *terms = xcalloc(1, sizeof *terms);

	for (size_t i = 0; i < rows_count(rows); i++) {
		const int v = vocabulary_find(rows_text(rows, i, 0));
		char *code, *label;

		if (v < 0)
			continue; /* one this program has no use for */
		code = rows_clean(rows, i, 1);
		label = rows_clean(rows, i, 2);
		terms_add(terms, (enum vocabulary)v, code, label, (int)rows_number(rows, i, 3, 0));
		free(code);
		free(label);
	}
	return terms;
}

struct terms *
terms_fetch(struct run *run, struct error *err)
{
	struct rows *rows;
	struct terms *terms;

	if (!run_query(run, "terms", NULL, &rows, err))
		return NULL;
	terms = terms_read(rows);
	rows_free(rows);
	return terms;
}
