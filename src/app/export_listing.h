/* SPDX-License-Identifier: MIT
 *
 * What can be exported: each name with its columns and the listing whose filter and order it
 * follows.
 */
#ifndef GRIDLINE_APP_EXPORT_LISTING_H
#define GRIDLINE_APP_EXPORT_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/column.h"
#include "store/export.h"

struct export_listing {
	const char *name;
	enum export_kind kind;
	enum listing listing; /* whose fields --filter and --sort know */
};

/* NULL, with the nearest in err, if there is none such. */
const struct export_listing *export_listing_find(const char *name, struct error *err);

/* The columns as the writers want them; *n is set, the caller frees. */
struct column *export_listing_columns(const struct export_listing *l, size_t *n);

/* "score" or "-score": its place in the listing's table and the direction; false names the nearest.
 */
bool export_listing_sort(const struct export_listing *l, const char *sort, int *column,
    bool *descending, struct error *err);

#endif
