/* SPDX-License-Identifier: MIT
 *
 * Who is at the console, as the database sees them, and how the connection stands.
 */
#ifndef GRIDLINE_MODEL_SESSION_H
#define GRIDLINE_MODEL_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"

enum link_state {
	LINK_CONNECTING, /* first attempt, nothing known yet */
	LINK_UP,
	LINK_SLOW,    /* an answer is overdue */
	LINK_LOST,    /* trying again; what is shown is kept */
	LINK_REFUSED, /* no use trying again: see text */
};

struct session {
	unsigned generation; /* goes up with every change below */
	enum link_state link;
	char text[256]; /* why the link is not up, and what to do; "" when it is */
	char login[64], name[96];
	char role[24]; /* analyst, lro, supervisor, auditor, admin; "" before the first answer */
	char unit[16], force[48];
	bool training;	/* the clock is the training clock of a demo */
	bool read_only; /* a standby: no writes, no personal data */
	int64_t
	    clock_us; /* the database's business clock at `clock_at`, µs since 1970, local time */
	int64_t clock_at; /* CLOCK_MONOTONIC µs when it was read; add what has passed since */
	date_days today;  /* of that clock; DATE_NONE before the first answer */
	int stale_days;	  /* limit in force */
};

#endif
