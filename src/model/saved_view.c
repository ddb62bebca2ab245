/* SPDX-License-Identifier: MIT
 *
 * The views that every user has from the start. A test parses each filter, so that none outlives a
 * change of the language.
 */
#include "config.h"

#include "model/layout.h"

#include "base/alloc.h"

#define BUILT_IN(view_name, view_listing, view_filter, view_limit) \
	{ \
		.name = view_name, .listing = view_listing, .filter = view_filter, \
		.limit = view_limit, .built_in = true \
	}

static const struct saved_view built_in[] = {
	BUILT_IN("top 20", LISTING_GRID, "", 20),
	BUILT_IN("mine", LISTING_GRID, "is:mine", 0),
	BUILT_IN("my unit", LISTING_GRID, "is:unit", 0),
	BUILT_IN("overdue", LISTING_GRID, "has:overdue", 0),
	BUILT_IN("changed", LISTING_GRID, "change:up,down,new", 0),
	BUILT_IN("new", LISTING_GRID, "is:new", 0),
	BUILT_IN("stale", LISTING_GRID, "is:stale", 0),
	BUILT_IN("unscored", LISTING_GRID, "is:unscored", 0),
	BUILT_IN("no lro", LISTING_GRID, "-has:lro", 0),
	BUILT_IN("restricted", LISTING_GRID, "is:restricted", 0),
	BUILT_IN("closed", LISTING_GRID, "is:closed", 0),
	BUILT_IN("ocgs", LISTING_GROUPS, "kind:OCG", 0),
	BUILT_IN("usgs", LISTING_GROUPS, "kind:USG", 0),
	BUILT_IN("mapped", LISTING_GROUPS, "mapped:yes", 0),
};

const struct saved_view *
saved_view_builtin(size_t *n)
{
	*n = ARRAY_LEN(built_in);
	return built_in;
}
