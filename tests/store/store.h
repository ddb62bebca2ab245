/* SPDX-License-Identifier: MIT
 *
 * What the tests of the store share: a database (tests/store/with.sh), and an event loop around a
 * link that never sleeps and holds each step against the clock.
 */
#ifndef GRIDLINE_TESTS_STORE_STORE_H
#define GRIDLINE_TESTS_STORE_STORE_H

#include "tests/unit/cm.h"

#include <stdint.h>

#include "store/link_ask.h"

#define STORE_STEP_US 5000 /* the longest a link_step() may take */
#define STORE_WAIT_MS 20000

/* In main(), first: starts the program again under with.sh unless it runs there already. */
void store_world(const char *world, char **argv);

/* psql as the superuser; fails the test if it does. */
void store_sql(const char *sql);

/* Run the loop until *done, failing after STORE_WAIT_MS. */
void store_pump(struct link *l, const bool *done);
/* The same until the link is in that state; or, for so many ms. */
void store_pump_state(struct link *l, enum link_state state);
void store_pump_ms(struct link *l, int ms);
/* The longest step since the last call, in microseconds. */
int64_t store_worst_step(void);

/* An answer, as it came. */
struct answer {
	bool done;
	int times;
	struct error err;
	bool failed;
	size_t rows;
	char text[256]; /* first column of the first row */
};
uint64_t store_ask(struct link *l, enum ask_kind kind, const char *sql, struct answer *a);
/* Ask, and wait for it. */
void store_ask_wait(struct link *l, const char *sql, struct answer *a);

#endif
