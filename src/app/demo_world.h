/* SPDX-License-Identifier: MIT
 *
 * What a demo's server holds: the schema, the logins, the invented world of 31 December 2022 and,
 * if wished for, many more lines. Everything is SQL of sql/demo; here is only the order.
 */
#ifndef GRIDLINE_APP_DEMO_WORLD_H
#define GRIDLINE_APP_DEMO_WORLD_H

#include "app/progress.h"
#include "base/err.h"

#define DEMO_DATABASE "gridline"

struct demo_wish {
	bool fresh;	   /* the cluster is new: there is no database yet */
	bool empty;	   /* no lines */
	long rows;	   /* more lines, for scale */
	const char *login; /* has to exist in the end */
};

/* Bring the server that libpq's environment names to what is wished. It connects as its admin. */
bool demo_world(const struct demo_wish *wish, struct progress *progress, struct error *err);

#endif
