/* SPDX-License-Identifier: MIT
 *
 * Where to connect and as what: the settings every connection of this program shares. libpq's own
 * settings count (environment, service file, password file) unless captive.
 */
#ifndef GRIDLINE_STORE_TARGET_H
#define GRIDLINE_STORE_TARGET_H

#include <stdbool.h>

#include "base/err.h"

struct target {
	const char *conninfo; /* keywords or URI, as libpq reads them; NULL or "": none */
	bool captive;	      /* conninfo is all there is: see target_forget_environment() */
};

/* Is conninfo well formed? False with the reason. */
bool target_check(const struct target *t, struct error *err);

/* In captive mode main() calls this before anything else: what libpq and its libraries would read
 * from the environment is taken out of it. */
void target_forget_environment(void);

#endif
